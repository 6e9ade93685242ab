import type { Child } from 'hono/jsx'
import type { FieldError } from '../../core/errors.ts'
import type { Lang, Text } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { classes, type Label, told } from './label.ts'

/** What every field shares, whatever is typed or chosen in it. */
export type FieldProps = {
  lang: Lang
  name: string
  label: Label
  hint?: Label | undefined
  error?: Label | undefined
  required?: boolean | undefined
  /** Says "optional" beside the label, where most fields of the form are not. */
  optional?: boolean | undefined
  disabled?: boolean | undefined
}

/** The id of the control that `name` labels; the error summary links to it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`
}

/** The message for `eyes.acuity` among errors whose pointers look like `/eyes/acuity`. */
export function errorFor(
  errors: readonly FieldError[] | undefined,
  name: string,
): Text | undefined {
  const pointer = `/${name.replaceAll('.', '/')}`
  return errors?.find((error) => error.pointer === pointer)?.message
}

/** Value of `aria-describedby`: the ids of whatever explains this field. */
export function describedBy(
  id: string,
  has: { hint?: unknown; range?: unknown; unit?: unknown; error?: unknown },
): string | undefined {
  const ids = (['hint', 'range', 'unit', 'error'] as const).filter((part) => has[part])
  return ids.length ? ids.map((part) => `${id}-${part}`).join(' ') : undefined
}

export function FieldLabel(props: Pick<FieldProps, 'lang' | 'label' | 'required' | 'optional'>) {
  return (
    <>
      {told(props.label, props.lang)}
      {props.required && (
        <span class="field-required" aria-hidden="true">
          {' *'}
        </span>
      )}
      {props.optional && (
        <span class="field-optional"> ({told(pieceWords.optional, props.lang)})</span>
      )}
    </>
  )
}

export function FieldHint(props: { id: string; hint?: Label | undefined; lang: Lang }) {
  if (!props.hint) return null
  return (
    <p class="field-hint" id={`${props.id}-hint`}>
      {told(props.hint, props.lang)}
    </p>
  )
}

export function FieldErrorText(props: { id: string; error?: Label | undefined; lang: Lang }) {
  if (!props.error) return null
  return (
    <p class="field-error" id={`${props.id}-error`}>
      <Icon name="alert" />
      <span>
        <span class="unseen">{told(pieceWords.wrong, props.lang)} </span>
        {told(props.error, props.lang)}
      </span>
    </p>
  )
}

/** Label above, control below, then what explains it: controls side by side stand on one line. */
export function FieldFrame(
  props: FieldProps & { id: string; size?: FieldSize | undefined; children?: Child },
) {
  return (
    <div class={classes('field', props.size && `field-${props.size}`, !!props.error && 'is-wrong')}>
      <label class="field-label" for={props.id}>
        <FieldLabel {...props} />
      </label>
      {props.children}
      <FieldHint {...props} />
      <FieldErrorText {...props} />
    </div>
  )
}

/** How much is expected to be typed; `full` takes the whole line of a form grid. */
export type FieldSize = 'short' | 'medium' | 'full'
