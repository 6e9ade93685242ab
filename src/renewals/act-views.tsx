import type { Child } from 'hono/jsx'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { deskWords as words } from './desk-words.ts'

/** What came back with a form that was refused. */
export type Refused = {
  /** The last part of the address it was sent to. */
  act: string
  errors: readonly FieldError[]
  typed: Record<string, string>
}

type ActFormProps = {
  lang: Lang
  /** The page it belongs to. */
  to: string
  /** The last part of its address. */
  act: string
  label: Text
  /** What its reason is called; without one it asks for none. */
  reason?: Text | undefined
  hint?: Text | undefined
  once: string
  refused?: Refused | undefined
  look?: 'primary' | 'secondary' | 'danger' | undefined
  shortcut?: string | undefined
  /** Beside the button. */
  children?: Child
}

/** One act: why, for the audit, and the button that does it. */
export function ActForm(props: ActFormProps) {
  const { lang, to, act, label, once } = props
  return (
    <Form lang={lang} action={`${to}/${act}`} once={`${once}-${act}`}>
      {props.reason && <ReasonField {...props} reason={props.reason} />}
      <FormActions>
        <Button lang={lang} variant={props.look} shortcut={props.shortcut}>
          {say(label, lang)}
        </Button>
        {props.children}
      </FormActions>
    </Form>
  )
}

function ReasonField({ lang, act, reason, hint, refused }: ActFormProps & { reason: Text }) {
  const mine = refused?.act === act ? refused : undefined
  return (
    <Field
      lang={lang}
      name={`${act}-reason`}
      label={reason}
      hint={hint}
      value={mine?.typed[`${act}-reason`] ?? mine?.typed.reason}
      error={errorFor(mine?.errors, 'reason')}
      maxLength={500}
      required
    />
  )
}

/** A quiet act that opens where it stands. */
export function FoldedAct(props: ActFormProps) {
  const { lang, act, label, refused } = props
  return (
    <details class="folded-act" id={`act-${act}`} open={refused?.act === act}>
      <summary class="button button-secondary">
        <span>{say(label, lang)}</span>
      </summary>
      <ActForm {...props} />
    </details>
  )
}

/** A deed that leaves the house is asked about before; words say what it does. */
export const askedActs = {
  withdraw: {
    label: words.withdraw,
    title: words.withdrawTitle,
    text: words.withdrawHint,
    reason: words.reason,
  },
  resubmit: {
    label: words.submitAgain,
    title: words.submitAgainTitle,
    text: words.submitAgainHint,
    reason: words.whatWasMended,
  },
  resend: {
    label: words.sendAgain,
    title: words.sendAgainTitle,
    text: words.sendAgainText,
    reason: words.whatWasSeen,
  },
} as const
export type AskedAct = keyof typeof askedActs
