import { ageOn, type CalendarDate } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { DateText, dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { type Areas, wardName } from './areas.ts'
import { fieldWords } from './field-words.ts'
import type { Demographics, IdentityPaper, Patient } from './patient.ts'
import { PhoneEdit, type PhoneEditProps } from './phone-views.tsx'
import type { Warning } from './warning.ts'
import { words } from './words.ts'

/** Who it is in one line: `Nữ · 12/03/1985, 41 tuổi · 048185001234`. */
export function personLine(person: Demographics, today: CalendarDate, lang: Lang): string {
  const { birthDate, identityCard, passport } = person
  return [
    say(fieldWords[person.sex], lang),
    `${dateText(birthDate, lang)}, ${say(words.age, lang, { years: ageOn(birthDate, today) })}`,
    identityCard?.number ?? passport?.number,
  ]
    .filter(Boolean)
    .join(' · ')
}

type FactsProps = {
  lang: Lang
  person: Patient
  areas: Areas
  /** How the phone is changed on the spot; left out for who may not. */
  phone?: PhoneEditProps | undefined
}

/** Papers, address and ways to reach; who it is stands in the page's head. */
export function PersonFacts({ lang, person, areas, phone }: FactsProps) {
  const { identityCard, passport, address } = person
  const ward = address?.ward && (wardName(areas, address.ward) ?? address.ward)
  return (
    <DefinitionList
      lang={lang}
      items={[
        identityCard && {
          term: fieldWords.identityNumber,
          value: <Paper lang={lang} paper={identityCard} />,
        },
        identityCard?.oldNumber
          ? { term: fieldWords.oldNumber, value: identityCard.oldNumber }
          : undefined,
        passport && { term: fieldWords.passport, value: <Paper lang={lang} paper={passport} /> },
        { term: fieldWords.address, value: address?.text ?? '—' },
        address && { term: fieldWords.ward, value: ward ?? '—' },
        {
          term: fieldWords.phone,
          value: phone ? <PhoneEdit {...phone} /> : (person.phone ?? '—'),
        },
        person.email ? { term: fieldWords.email, value: person.email } : undefined,
      ]}
    />
  )
}

function Paper({ lang, paper }: { lang: Lang; paper: IdentityPaper }) {
  return (
    <>
      {paper.number}
      {paper.issuedOn && (
        <span class="soft">
          {` · ${say(fieldWords.issued, lang)} `}
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
