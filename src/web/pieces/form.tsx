import type { Child } from 'hono/jsx'
import type { FieldError } from '../../core/errors.ts'
import { type Lang, say } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { fieldId } from './field-frame.tsx'
import { classes, type Label, told } from './label.ts'

type FormProps = {
  lang: Lang
  /** Where it posts to; the page's own address when left out. */
  action?: string | undefined
  method?: 'post' | 'get' | undefined
  id?: string | undefined
  /** The once-only mark of this rendering: a double submit is answered like the first. */
  once?: string | undefined
  /**
   * Unsent typing is kept in this tab under this name and comes back to the same person only.
   * Name the thing and its version (`exam:<id>:eyes:3`), so that stale typing never comes back.
   */
  keep?: string | undefined
  /** As `keep`, for a form whose drafts the server holds: only what was sent and met no session. */
  keepSent?: string | undefined
  /** Has a file field. */
  files?: boolean | undefined
  class?: string | undefined
  /** Accessible name, for search forms and small forms without a heading. */
  label?: Label | undefined
  role?: 'search' | undefined
  children?: Child
}

export function Form(props: FormProps) {
  return (
    <form
      class={classes('form', props.class)}
      id={props.id}
      method={props.method ?? 'post'}
      action={props.action}
      enctype={props.files ? 'multipart/form-data' : undefined}
      novalidate
      role={props.role}
      aria-label={props.label && told(props.label, props.lang)}
      data-keep={props.keep ?? props.keepSent}
      data-keep-sent={props.keepSent && ''}
    >
      {props.once && <input type="hidden" name="_once" value={props.once} />}
      {props.children}
    </form>
  )
}

/** What Enter in a field presses, where another button stands before the one that sends: put it first. */
export function EnterButton() {
  return <button class="enter-button" type="submit" tabindex={-1} />
}

/** Fields side by side where there is room for them. */
export function FieldGrid(props: { children?: Child; columns?: 2 | 3 | 4 }) {
  return <div class={`field-grid columns-${props.columns ?? 2}`}>{props.children}</div>
}

/** Fields of one subject under a heading of their own. */
export function FieldSet(props: { lang: Lang; legend: Label; hint?: Label; children?: Child }) {
  return (
    <fieldset class="field-set">
      <legend>{told(props.legend, props.lang)}</legend>
      {props.hint && <p class="field-hint">{told(props.hint, props.lang)}</p>}
      {props.children}
    </fieldset>
  )
}

/** The form's last line: the one thing to do, then what else one may do. */
export function FormActions(props: { children?: Child; sticky?: boolean }) {
  return (
    <div class={classes('form-actions', props.sticky && 'form-actions-sticky')}>
      {props.children}
    </div>
  )
}

type ErrorSummaryProps = {
  lang: Lang
  errors: readonly FieldError[] | undefined
  /** What each field is called on the form, by name (`identityCard.number`). */
  labels?: Readonly<Record<string, Label>>
  /** What is safe, where what was typed does not come back. */
  hint?: Label
}

/** On top of a form that came back: every fault, each leading to its field. */
export function ErrorSummary({ lang, errors, labels = {}, hint }: ErrorSummaryProps) {
  if (!errors?.length) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-focus>
      <h2>{say(pieceWords.errorSummary, lang, { count: errors.length })}</h2>
      <p>{told(hint ?? pieceWords.errorSummaryHint, lang)}</p>
      <ul>
        {errors.map((error) => {
          const name = error.pointer.slice(1).replaceAll('/', '.')
          const label = labels[name]
          return (
            <li>
              <a href={`#${fieldId(name)}`}>
                {label && `${told(label, lang)}: `}
                {say(error.message, lang)}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
