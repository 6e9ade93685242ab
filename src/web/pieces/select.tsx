import { pieceWords } from '../words.ts'
import type { Choice } from './choice.tsx'
import {
  describedBy,
  FieldFrame,
  type FieldProps,
  type FieldSize,
  fieldId,
} from './field-frame.tsx'
import { told } from './label.ts'

type SelectProps = FieldProps & {
  options: readonly Choice[]
  value?: string | null | undefined
  /** Whether "Choose…" with the value '' stands first; default yes unless a value is chosen. */
  blank?: boolean | undefined
  size?: FieldSize | undefined
}

export function Select(props: SelectProps) {
  const id = fieldId(props.name)
  const blank = props.blank ?? !props.value
  return (
    <FieldFrame {...props} id={id}>
      <select
        class="input"
        id={id}
        name={props.name}
        required={props.required}
        disabled={props.disabled}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {blank && <option value="">{told(pieceWords.choose, props.lang)}</option>}
        {props.options.map((option) => (
          <option
            value={option.value}
            selected={option.value === props.value}
            disabled={option.disabled}
          >
            {told(option.label, props.lang)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
