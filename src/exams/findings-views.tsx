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
  const shown = answers.filter(({ value }) => value !== false)
  return (
    <dl class="findings">
      {shown.map(({ field, value }) => (
        <div class={value === true ? 'finding finding-yes' : 'finding'}>
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

function nameOf(lang: Lang, section: Section, field: SectionField): string {
  return say(fieldLabel(section, field.name) ?? field.label, lang)
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
