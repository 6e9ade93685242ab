import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import type { Label } from '../web/pieces/label.ts'
import { fieldWords } from './field-words.ts'
import type { Patient } from './patient.ts'
import { words } from './words.ts'

export type PhoneEditProps = {
  lang: Lang
  patient: Patient
  once: string
  /** The form when it came back. */
  back?: { value: string; error: Label | undefined } | undefined
}

/** The number with a small form folded behind it; the form itself where there is no number yet. */
export function PhoneEdit(props: PhoneEditProps) {
  const { lang, patient, back } = props
  if (!patient.phone) return <PhoneForm {...props} />
  return (
    <div class="inline-edit">
      {patient.phone}
      <details open={back !== undefined}>
        <summary>{say(words.phoneChange, lang)}</summary>
        <PhoneForm {...props} />
      </details>
    </div>
  )
}

/** The card has no phone in it, and everything later needs one. */
export function PhoneForm({ lang, patient, once, back }: PhoneEditProps) {
  return (
    <Form lang={lang} action={`/patients/${patient.id}/phone`} once={once} class="phone-form">
      <input type="hidden" name="version" value={patient.version} />
      <Field
        lang={lang}
        name="phone"
        type="tel"
        label={fieldWords.phone}
        hint={patient.phone ? undefined : words.phoneAskHint}
        value={back?.value ?? patient.phone}
        error={back?.error}
        autofocus={!patient.phone || back !== undefined}
        autocomplete="off"
        maxLength={20}
        size="medium"
      />
      <Button lang={lang}>{say(words.save, lang)}</Button>
    </Form>
  )
}
