import { type Lang, say, type Text } from '../core/text.ts'
import { dateText } from '../web/pieces/date-text.tsx'
import { pieceWords } from '../web/words.ts'
import { fieldLabel } from './fields/section-fields.ts'
import { type Finding, sortedFindings } from './finding.ts'
import type { Section } from './findings.ts'
import { pageWords } from './page-words.ts'

type FindingsProps = {
  lang: Lang
  section: Section
  findings: Readonly<Record<string, unknown>>
}

/** What was found, as a list to read: the remarkable first, every usual answer folded away. */
export function FindingsList({ lang, section, findings }: FindingsProps) {
  const { remarkable, measured, usual } = sortedFindings(section, findings)
  const shown = [...remarkable, ...measured]
  return (
    <>
      {shown.length > 0 && (
        <dl class="findings">
          {shown.map((finding) => (
            <div class={remarkable.includes(finding) ? 'finding finding-yes' : 'finding'}>
              <dt>{findingName(lang, section, finding)}</dt>
              <dd>{findingText(lang, finding)}</dd>
            </div>
          ))}
        </dl>
      )}
      {usual.length > 0 && <UsualAnswers {...{ lang, section, usual }} open={shown.length === 0} />}
      {shown.length + usual.length === 0 && (
        <p class="soft">{say(pageWords.nothingRecorded, lang)}</p>
      )}
    </>
  )
}

type UsualProps = { lang: Lang; section: Section; usual: readonly Finding[]; open: boolean }

function UsualAnswers({ lang, section, usual, open }: UsualProps) {
  const noes = usual.filter(({ value }) => value === false)
  const others = usual.filter(({ value }) => value !== false)
  const sentence = [
    ...(noes.length > 0
      ? [
          `${say(pieceWords.no, lang)}: ${noes.map((no) => findingName(lang, section, no)).join('; ')}`,
        ]
      : []),
    ...others.map((each) => `${findingName(lang, section, each)}: ${findingText(lang, each)}`),
  ].join('. ')
  if (open && usual.length <= 6) return <p class="findings-usual">{sentence}.</p>
  return (
    <details class="findings-fold">
      <summary class="findings-fold-name">
        {say(pageWords.usualAnswers, lang, { count: usual.length })}
      </summary>
      <p class="findings-usual">{sentence}.</p>
    </details>
  )
}

/** What the answer answers; a detail is named by its question. */
export function findingName(lang: Lang, section: Section, { field }: Finding): string {
  const question = field.name.replace(/\.detail$/, '.answer')
  return say(fieldLabel(section, question) ?? field.label, lang)
}

export function findingText(lang: Lang, { field, value }: Finding): string {
  if (value === true) return say(pieceWords.yes, lang)
  if (value === false) return say(pieceWords.no, lang)
  switch (field.kind) {
    case 'number':
      return `${String(value).replace('.', lang === 'vi' ? ',' : '.')}${unitOf(lang, field.unit)}`
    case 'grade': {
      const grade = field.grades[Number(value)]
      return grade ? say(grade, lang) : String(value)
    }
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
