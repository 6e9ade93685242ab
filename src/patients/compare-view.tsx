import { type Lang, say, type Text } from '../core/text.ts'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { told } from '../web/pieces/label.ts'
import { type Areas, wardName } from './areas.ts'
import { duplicateWords as words } from './duplicate-words.ts'
import { fieldWords } from './field-words.ts'
import { type FormField, formFields, valuesOf } from './form-values.ts'
import { fieldLabels } from './form-views.tsx'
import type { Demographics, Patient } from './patient.ts'

type CompareProps = {
  lang: Lang
  areas: Areas
  /** Where what is new comes from. */
  sentFrom: Text
  sent: Demographics
  known: readonly Patient[]
}

type Line = { field: FormField; sent: string; known: string[] }

/** What was entered beside who is on record, point by point; what differs is marked. */
export function CompareTable(props: CompareProps) {
  const { lang, known } = props
  return (
    <DataTable
      lang={lang}
      caption={words.compare}
      rows={lines(props)}
      columns={[
        { label: words.field, head: true, cell: ({ field }) => told(fieldLabels[field], lang) },
        { label: props.sentFrom, cell: ({ sent }) => sent || '—' },
        ...known.map((_, index) => recordColumn(lang, index, known.length)),
      ]}
    />
  )
}

function recordColumn(lang: Lang, index: number, count: number): Column<Line> {
  const number = count > 1 ? ` ${index + 1}` : ''
  return {
    label: `${say(words.onRecord, lang)}${number}`,
    cell: ({ sent, known }) => {
      const value = known[index] ?? ''
      if (sent && !value) return <span class="soft">{say(words.notYet, lang)}</span>
      if (!isDifference(sent, value)) return <span class="soft">{value || '—'}</span>
      return (
        <strong class="differs">
          <Icon name="alert" />
          <span class="unseen">{say(words.differs, lang)}: </span>
          {value}
        </strong>
      )
    },
  }
}

/** What was not entered is no difference; nor is how a card writes a name. */
function isDifference(sent: string, value: string): boolean {
  return sent !== '' && sent.toLowerCase() !== value.toLowerCase()
}

function lines({ lang, areas, sent, known }: CompareProps): Line[] {
  const shownOf = (person: Demographics) => {
    const values = valuesOf({ ...person, id: '', version: 0 })
    return (field: FormField) => shown(field, values[field] ?? '', areas, lang)
  }
  const now = shownOf(sent)
  const before = known.map(shownOf)
  return formFields
    .map((field) => ({ field, sent: now(field), known: before.map((of) => of(field)) }))
    .filter((line) => line.sent !== '' || line.known.some((value) => value !== ''))
}

function shown(field: FormField, value: string, areas: Areas, lang: Lang): string {
  if (value === '') return ''
  if (field === 'sex') return say(fieldWords[value as Patient['sex']], lang)
  if (field === 'address.ward') return wardName(areas, value) ?? value
  if (field === 'address.province') {
    return areas.provinces.find(({ code }) => code === value)?.name ?? value
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateText(value, lang) : value
}
