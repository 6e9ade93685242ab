import { say } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import {
  describedBy,
  FieldFrame,
  type FieldProps,
  type FieldSize,
  fieldId,
} from './field-frame.tsx'
import { type Label, told } from './label.ts'

type InputType = 'text' | 'number' | 'date' | 'tel' | 'email' | 'search' | 'password' | 'file'

type InputProps = FieldProps & {
  type?: InputType | undefined
  value?: string | number | null | undefined
  unit?: Label | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  /** Decimal places that may be typed in a number; 0 asks phones for the digits-only keyboard. */
  decimals?: number | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
  autocomplete?: string | undefined
  autofocus?: boolean | undefined
  readOnly?: boolean | undefined
  spellcheck?: boolean | undefined
  accept?: string | undefined
  size?: FieldSize | undefined
  /** Marks the control for an ES module: rendered as `data-use`. */
  use?: string | undefined
}

/** One line of input. A number is typed as text, so that `0,8` and `0.8` both work and no wheel turns it. */
export function Field(props: InputProps) {
  const id = fieldId(props.name)
  const range = rangeText(props)
  return (
    <FieldFrame {...props} id={id} size={props.size ?? defaultSize(props.type)}>
      <div class="field-control">
        <Input {...props} describedBy={describedBy(id, { ...props, range })} />
        {props.unit && (
          <span class="field-unit" id={`${id}-unit`}>
            {told(props.unit, props.lang)}
          </span>
        )}
        {range && (
          <span class="field-range" id={`${id}-range`}>
            {range}
          </span>
        )}
      </div>
    </FieldFrame>
  )
}

function Input(props: InputProps & { describedBy: string | undefined }) {
  const numeric = props.type === 'number'
  return (
    <input
      class="input"
      id={fieldId(props.name)}
      name={props.name}
      type={numeric ? 'text' : (props.type ?? 'text')}
      inputmode={numeric ? (props.decimals === 0 ? 'numeric' : 'decimal') : undefined}
      value={props.value ?? undefined}
      min={props.type === 'date' ? props.min : undefined}
      max={props.type === 'date' ? props.max : undefined}
      data-min={numeric ? props.min : undefined}
      data-max={numeric ? props.max : undefined}
      maxlength={props.maxLength}
      placeholder={props.placeholder}
      autocomplete={props.autocomplete ?? 'off'}
      autofocus={props.autofocus}
      readonly={props.readOnly}
      spellcheck={props.spellcheck}
      accept={props.accept}
      required={props.required}
      disabled={props.disabled}
      data-use={props.use}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={props.describedBy}
    />
  )
}

type TextAreaProps = FieldProps & {
  value?: string | null | undefined
  rows?: number | undefined
  maxLength?: number | undefined
  placeholder?: string | undefined
}

export function TextArea(props: TextAreaProps) {
  const id = fieldId(props.name)
  return (
    <FieldFrame {...props} id={id} size="full">
      <textarea
        class="input"
        id={id}
        name={props.name}
        rows={props.rows ?? 3}
        maxlength={props.maxLength}
        placeholder={props.placeholder}
        required={props.required}
        disabled={props.disabled}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {props.value ?? ''}
      </textarea>
    </FieldFrame>
  )
}

function defaultSize(type: InputType | undefined): FieldSize | undefined {
  return type === 'number' ? 'short' : type === 'date' ? 'medium' : undefined
}

function rangeText(props: InputProps): string | undefined {
  if (props.type !== 'number') return undefined
  const { min, max, lang } = props
  if (min !== undefined && max !== undefined) return say(pieceWords.range, lang, { min, max })
  if (min !== undefined) return say(pieceWords.atLeast, lang, { min })
  return max === undefined ? undefined : say(pieceWords.atMost, lang, { max })
}

/** A typed number with a decimal comma or point; undefined when empty or not a number. */
export function typedNumber(text: string | undefined): number | undefined {
  const trimmed = text?.trim().replace(',', '.')
  if (!trimmed || !/^[+\-−]?\d+(\.\d+)?$/.test(trimmed)) return undefined
  return Number(trimmed.replace('−', '-'))
}
