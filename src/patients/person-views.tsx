import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import type { Label } from '../web/pieces/label.ts'
import { Notice } from '../web/pieces/notice.tsx'
import { type Areas, wardName } from './areas.ts'
import type { Demographics, IdentityPaper, Patient } from './patient.ts'
import type { Warning } from './warning.ts'
import { words } from './words.ts'

type FactsProps = { lang: Lang; person: Demographics; areas: Areas }

export function PersonFacts({ lang, person, areas }: FactsProps) {
  const { identityCard, passport, address } = person
  const ward = address?.ward && (wardName(areas, address.ward) ?? address.ward)
  return (
    <DefinitionList
      lang={lang}
      items={[
        { term: words.name, value: person.name },
        { term: words.birthDate, value: <DateText lang={lang} date={person.birthDate} /> },
        { term: words.sex, value: say(words[person.sex], lang) },
        identityCard && {
          term: words.identityNumber,
          value: <Paper lang={lang} paper={identityCard} />,
        },
        identityCard?.oldNumber && { term: words.oldNumber, value: identityCard.oldNumber },
        passport && { term: words.passport, value: <Paper lang={lang} paper={passport} /> },
        { term: words.address, value: address?.text ?? '—' },
        address && { term: words.ward, value: ward ?? '—' },
        { term: words.phone, value: person.phone ?? '—' },
        person.email && { term: words.email, value: person.email },
      ].map((item) => item || undefined)}
    />
  )
}

function Paper({ lang, paper }: { lang: Lang; paper: IdentityPaper }) {
  return (
    <>
      {paper.number}
      {paper.issuedOn && (
        <span class="soft">
          {' · '}
          <DateText lang={lang} date={paper.issuedOn} />
          {paper.issuedPlace && `, ${paper.issuedPlace}`}
        </span>
      )}
    </>
  )
}

export function WarningNotice({ lang, warnings }: { lang: Lang; warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  return (
    <Notice lang={lang} kind="warn" title={words.warnings}>
      <ul>
        {warnings.map(({ message }) => (
          <li>{say(message, lang)}</li>
        ))}
      </ul>
    </Notice>
  )
}

type PhoneProps = {
  lang: Lang
  patient: Patient
  once: string
  value?: string | undefined
  error?: Label | undefined
}

/** The card has no phone in it, and everything later needs one. */
export function PhoneForm({ lang, patient, once, value, error }: PhoneProps) {
  return (
    <Form lang={lang} action={`/patients/${patient.id}/phone`} once={once}>
      <input type="hidden" name="version" value={patient.version} />
      <Field
        lang={lang}
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneAskHint}
        value={value}
        error={error}
        autofocus
        maxLength={20}
      />
      <FormActions>
        <Button lang={lang}>{say(words.save, lang)}</Button>
      </FormActions>
    </Form>
  )
}

type PortraitProps = {
  lang: Lang
  patient: Patient
  once: string
  mayChange: boolean
  error?: Label | undefined
}

export function PortraitView({ lang, patient, once, mayChange, error }: PortraitProps) {
  const href = `/patients/${patient.id}/portrait`
  return (
    <div class="portrait">
      {patient.portrait ? (
        <img
          src={`${href}?v=${patient.portrait.slice(0, 12)}`}
          alt={say(words.portraitOf, lang, { name: patient.name })}
          width="160"
          height="240"
        />
      ) : (
        <p class="soft">{say(words.portraitNone, lang)}</p>
      )}
      {mayChange && (
        <Form lang={lang} action={href} files once={once}>
          <Field
            lang={lang}
            name="portrait"
            type="file"
            accept="image/jpeg,image/png"
            label={words.portraitChoose}
            hint={words.portraitHint}
            error={error}
            use="portrait-file"
          />
          <FormActions>
            <Button lang={lang} small>
              {say(words.portraitSave, lang)}
            </Button>
          </FormActions>
        </Form>
      )}
    </div>
  )
}
