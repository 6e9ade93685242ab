import { type Lang, say, type Text } from '../core/text.ts'
import { dateText } from '../web/pieces/date-text.tsx'
import { pieceWords } from '../web/words.ts'
import { valueAt } from './condition.ts'
import type { SectionField } from './fields/field.ts'
import { fieldLabel, sectionFields } from './fields/section-fields.ts'
import type { Section } from './findings.ts'
import { pageWords } from './page-words.ts'

type FindingsProps = {
  lang: Lang
  section: Section
  findings: Readonly<Record<string, unknown>>
}

/** What was found, as a list to read: the remarkable first, every "no" gathered in one line. */
export function FindingsList({ lang, section, findings }: FindingsProps) {
  const answers = sectionFields[section].flatMap((field) => {
    const value = valueAt(findings, field.name)
    return value === undefined || value === '' ? [] : [{ field, value }]
  })
  const usual = answers.filter(({ value }) => value === false)
  const names = new Set(answers.map(({ field }) => field.name))
  const shown = answers.filter(({ field, value }) => value !== false && !isExplained(field, names))
  return (
    <dl class="findings">
      {shown.map(({ field, value }) => (
        <div class={isRemarkable(field, value) ? 'finding finding-yes' : 'finding'}>
          <dt>{nameOf(lang, section, field)}</dt>
          <dd>{valueText(lang, field, value)}</dd>
        </div>
      ))}
      {usual.length > 0 && (
        <div class="finding finding-none">
          <dt>{say(pieceWords.no, lang)}</dt>
          <dd>{usual.map(({ field }) => say(field.label, lang)).join('; ')}</dd>
        </div>
      )}
      {answers.length === 0 && <p class="soft">{say(pageWords.nothingRecorded, lang)}</p>}
    </dl>
  )
}

/** A yes with its detail is said by the detail alone. */
function isExplained({ name }: SectionField, names: ReadonlySet<string>): boolean {
  return name.endsWith('.answer') && names.has(name.replace(/answer$/, 'detail'))
}

function nameOf(lang: Lang, section: Section, field: SectionField): string {
  const question = field.name.replace(/\.detail$/, '.answer')
  return say(fieldLabel(section, question) ?? field.label, lang)
}

function isRemarkable(field: SectionField, value: unknown): boolean {
  return value === true || field.name.endsWith('.detail') || value === 'positive'
}

function valueText(lang: Lang, field: SectionField, value: unknown): string {
  if (value === true) return say(pieceWords.yes, lang)
  switch (field.kind) {
    case 'number':
      return `${String(value).replace('.', lang === 'vi' ? ',' : '.')}${unitOf(lang, field.unit)}`
    case 'grade':
      return say(field.grades[Number(value)] ?? { vi: String(value), en: String(value) }, lang)
    case 'choice': {
      const option = field.options.find((each) => each.value === value)
      return option ? say(option.label, lang) : String(value)
    }
    case 'date':
      return dateText(String(value).slice(0, 10), lang)
    default:
      return String(value)
  }
}

function unitOf(lang: Lang, unit: Text): string {
  const text = say(unit, lang)
  return /^[/°]/.test(text) || text === '' ? text : ` ${text}`
}
