import { matchWords } from '../billing/bank-words.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { sectionNames } from '../exams/words.ts'
import { caseStateWords, transmissionStateWords } from '../renewals/state-words.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { told } from '../web/pieces/label.ts'
import type { AuditEntry } from './audit-entry.ts'
import { consentWords, type DetailKey, detailWords, furtherWords } from './detail-words.ts'
import { words } from './words.ts'

const keys = Object.keys(detailWords) as DetailKey[]
/** What says more of the act itself is read at once; what names other things waits folded. */
const said = [
  'sections',
  'signed',
  'total',
  'amount',
  'certificateNumber',
  'match',
  'state',
] as const
const saidWithName = ['reason', 'consent', 'codes'] as const
const folded = keys.filter((key) => ![...said, ...saidWithName].some((each) => each === key))

/** What an entry says besides its action, in one line. */
export function EntryFacts({ lang, entry }: { lang: Lang; entry: AuditEntry }) {
  const { detail } = entry
  const textOf = (key: DetailKey) => valueText(key, detail[key], entry, lang)
  const texts = [
    ...said.filter((key) => detail[key] !== undefined).map(textOf),
    ...saidWithName
      .filter((key) => detail[key] !== undefined)
      .map((key) =>
        say(words.fact, lang, { label: told(detailWords[key], lang), value: textOf(key) }),
      ),
  ]
  return texts.length > 0 && <span class="audit-facts">{texts.join(' · ')}</span>
}

/** Everything else that the row keeps, folded away. */
export function EntryIds({ lang, entry }: { lang: Lang; entry: AuditEntry }) {
  const { subjectId, patientId, detail, requestId } = entry
  const all: Record<string, unknown> = { ...detail, ...(patientId && { patientId }) }
  const facts = folded.filter((key) => all[key] !== undefined && all[key] !== subjectId)
  return (
    <details class="audit-detail">
      <summary>{say(words.detail, lang)}</summary>
      <dl>
        <Fact label={say(furtherWords.subjectId, lang)} value={subjectId} />
        {facts.map((key) => (
          <Fact
            label={told(detailWords[key], lang)}
            value={valueText(key, all[key], entry, lang)}
          />
        ))}
        {requestId && <Fact label={say(furtherWords.requestId, lang)} value={requestId} />}
      </dl>
    </details>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const MOST_SECTIONS = 3

function valueText(key: DetailKey, value: unknown, entry: AuditEntry, lang: Lang): string {
  if (Array.isArray(value)) {
    if (key === 'sections' && value.length > MOST_SECTIONS) {
      return say(words.manySections, lang, { count: value.length })
    }
    return value.map((each) => wordOf(sectionNames, String(each), lang)).join(', ')
  }
  if (typeof value === 'boolean') return say(value ? words.signed : words.unsigned, lang)
  if (typeof value === 'number') return amountText(value, lang)
  const text = String(value)
  if (key === 'state') return wordOf(statesOf(entry), text, lang)
  if (key === 'match') return wordOf(matchWords, text, lang)
  if (key === 'consent') return wordOf(consentWords, text, lang)
  return key === 'concludedOn' ? dateText(text, lang) : text
}

function statesOf({ subjectType }: AuditEntry): Readonly<Record<string, Text>> {
  return subjectType === 'transmission' ? transmissionStateWords : caseStateWords
}

/** A name that the table does not know, from a later version, is shown as it stands. */
function wordOf(table: Readonly<Record<string, Text>>, name: string, lang: Lang): string {
  const word = Object.hasOwn(table, name) ? table[name] : undefined
  return word ? say(word, lang) : name
}
