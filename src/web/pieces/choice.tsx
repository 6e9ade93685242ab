import { pieceWords } from '../words.ts'
import {
  describedBy,
  FieldErrorText,
  FieldHint,
  FieldLabel,
  type FieldProps,
  fieldId,
} from './field-frame.tsx'
import { classes, type Label, told } from './label.ts'

export type Choice = { value: string; label: Label; hint?: Label; disabled?: boolean }

export type ChoiceGroupProps = FieldProps & {
  options: readonly Choice[]
  value?: string | null | undefined
  /**
   * `stack`: one under another; `row`: side by side; `segments`: one bar of short answers;
   * `line`: question left, bar right, for long lists of questions.
   */
  layout?: 'stack' | 'row' | 'segments' | 'line' | undefined
  /** Adds an answer with the value '' for "not recorded", which a radio group cannot go back to by itself. */
  unset?: boolean | Label | undefined
}

/** One of several, by arrow keys or touch: native radios under one name. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const id = fieldId(props.name)
  const layout = props.layout ?? 'stack'
  const options = withUnset(props)
  return (
    <div
      class={classes('field', 'choice', `choice-${layout}`, !!props.error && 'is-wrong')}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, props)}
      aria-required={props.required ? 'true' : undefined}
      aria-invalid={props.error ? 'true' : undefined}
    >
      <div class="choice-question">
        <span class="field-label" id={`${id}-label`}>
          <FieldLabel {...props} />
        </span>
        <FieldHint {...props} id={id} />
      </div>
      <div class="choice-options">
        {options.map((option, index) => (
          <Radio {...props} option={option} id={index === 0 ? id : `${id}-${index}`} />
        ))}
      </div>
      <FieldErrorText {...props} id={id} />
    </div>
  )
}

function Radio(props: ChoiceGroupProps & { option: Choice; id: string }) {
  const { option, lang } = props
  return (
    <label class={classes('choice-option', option.value === '' && 'choice-unset')} for={props.id}>
      <input
        type="radio"
        id={props.id}
        name={props.name}
        value={option.value}
        checked={(props.value ?? (props.unset ? '' : undefined)) === option.value}
        disabled={props.disabled || option.disabled}
      />
      <span class="choice-text">
        {told(option.label, lang)}
        {option.hint && <span class="choice-hint">{told(option.hint, lang)}</span>}
      </span>
    </label>
  )
}

function withUnset(props: ChoiceGroupProps): readonly Choice[] {
  if (!props.unset) return props.options
  const label = props.unset === true ? pieceWords.notRecorded : props.unset
  return [...props.options, { value: '', label }]
}

type YesNoProps = FieldProps & {
  value?: boolean | null | undefined
  layout?: ChoiceGroupProps['layout']
  unset?: ChoiceGroupProps['unset']
}

/** Posts `true`, `false`, or '' when `unset` is offered and chosen. No comes first: it is the usual answer. */
export function YesNo({ value, ...props }: YesNoProps) {
  const options = [
    { value: 'false', label: pieceWords.no },
    { value: 'true', label: pieceWords.yes },
  ]
  const chosen = typeof value === 'boolean' ? String(value) : undefined
  return <ChoiceGroup layout="line" {...props} options={options} value={chosen} />
}

type CheckProps = FieldProps & { checked?: boolean | undefined; value?: string | undefined }

/** One box to tick; posts `on` unless a value is given. */
export function CheckField(props: CheckProps) {
  const id = fieldId(props.name)
  return (
    <div class={classes('field', 'check', !!props.error && 'is-wrong')}>
      <label class="choice-option" for={id}>
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value}
          checked={props.checked}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props)}
        />
        <span class="choice-text">
          <FieldLabel {...props} />
        </span>
      </label>
      <FieldHint {...props} id={id} />
      <FieldErrorText {...props} id={id} />
    </div>
  )
}
