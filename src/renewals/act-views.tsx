import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { deskWords as words } from './desk-words.ts'

/** What came back with a form that was refused. */
export type Refused = { errors: readonly FieldError[]; typed: Record<string, string> }

export type Act = {
  /** The last part of its address. */
  act: string
  label: Text
  hint?: Text | undefined
  look?: 'primary' | 'secondary' | 'danger' | undefined
}

type ActsProps = {
  lang: Lang
  to: string
  acts: readonly Act[]
  once: string
  /** Asks why, for the audit. */
  reasoned?: boolean | undefined
  refused?: Refused | undefined
  /** Whether one of them is the thing to do next. */
  marked?: boolean | undefined
}

/** What a person may do here, each with why, for the audit. */
export function Acts({ lang, to, acts, once, reasoned = true, refused, marked }: ActsProps) {
  return (
    <Panel lang={lang} title={words.todo} marked={marked}>
      <Form lang={lang} action={`${to}/${acts[0]?.act}`} once={once}>
        {reasoned && (
          <Field
            lang={lang}
            name="reason"
            label={words.reason}
            value={refused?.typed.reason}
            error={errorFor(refused?.errors, 'reason')}
            maxLength={500}
          />
        )}
        <ul class="acts">
          {acts.map(({ act, label, hint, look }) => (
            <li>
              <Button lang={lang} variant={look} formaction={`${to}/${act}`}>
                {say(label, lang)}
              </Button>
              {hint && <span class="field-hint">{say(hint, lang)}</span>}
            </li>
          ))}
        </ul>
      </Form>
    </Panel>
  )
}
