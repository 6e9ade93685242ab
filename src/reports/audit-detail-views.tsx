import { formatDong } from '../core/money.ts'
import { type Lang, say } from '../core/text.ts'
import { told } from '../web/pieces/label.ts'
import { pieceWords } from '../web/words.ts'
import type { AuditEntry } from './audit-entry.ts'
import { type DetailKey, detailWords, furtherWords } from './detail-words.ts'
import { words } from './words.ts'

const keys = Object.keys(detailWords) as DetailKey[]

/** Everything else that the row keeps, folded away. */
export function EntryDetail({ lang, entry }: { lang: Lang; entry: AuditEntry }) {
  const { subjectId, patientId, detail, requestId } = entry
  const all: Record<string, unknown> = { ...detail, ...(patientId && { patientId }) }
  const facts = keys.filter((key) => all[key] !== undefined && all[key] !== subjectId)
  return (
    <details class="audit-detail">
      <summary>{say(words.detail, lang)}</summary>
      <dl>
        <Fact label={say(furtherWords.subjectId, lang)} value={subjectId} />
        {facts.map((key) => (
          <Fact label={told(detailWords[key], lang)} value={valueText(key, all[key], lang)} />
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

function valueText(key: DetailKey, value: unknown, lang: Lang): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return say(value ? pieceWords.yes : pieceWords.no, lang)
  if (typeof value === 'number' && (key === 'total' || key === 'amount')) return formatDong(value)
  return String(value)
}
