import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { FileField } from '../web/pieces/file-field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import type { Label } from '../web/pieces/label.ts'
import type { Patient } from './patient.ts'
import { words } from './words.ts'

type PortraitProps = {
  lang: Lang
  patient: Patient
  once: string
  mayChange: boolean
  error?: Label | undefined
}

export function PortraitView(props: PortraitProps) {
  const { lang, patient } = props
  const href = `/patients/${patient.id}/portrait`
  return (
    <div class="portrait">
      {patient.portrait ? (
        <img
          class="portrait-picture"
          src={`${href}?v=${patient.portrait.slice(0, 12)}`}
          alt={say(words.portraitOf, lang, { name: patient.name })}
          width="96"
          height="144"
        />
      ) : (
        <div class="portrait-picture portrait-none">
          <Icon name="person" large />
          <span>{say(words.portraitNone, lang)}</span>
        </div>
      )}
      {props.mayChange && <PortraitForm {...props} href={href} />}
    </div>
  )
}

/** scan-portrait.js shows what was chosen, cut to 4×6, before it is saved. */
function PortraitForm({ lang, patient, once, error, href }: PortraitProps & { href: string }) {
  return (
    <details class="portrait-change" open={error !== undefined}>
      <summary>{say(patient.portrait ? words.portraitChange : words.portraitAdd, lang)}</summary>
      <Form lang={lang} action={href} files once={once}>
        <FileField
          lang={lang}
          name="portrait"
          accept="image/jpeg,image/png"
          label={words.portraitChoose}
          hint={words.portraitHint}
          error={error}
          use="portrait-file"
        />
        <img
          class="portrait-picture"
          alt={say(words.portraitPreview, lang)}
          width="96"
          height="144"
          hidden
          data-portrait-preview
        />
        <Button lang={lang}>{say(words.portraitSave, lang)}</Button>
      </Form>
    </details>
  )
}
