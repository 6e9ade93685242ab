import type { CalendarDate } from '../core/calendar-date.ts'
import type { Text } from '../core/text.ts'
import { propertiesOfCaution } from './caution.ts'
import { type Facts, valueAt } from './condition.ts'
import { sectionFields } from './fields/section-fields.ts'
import type { Section } from './findings.ts'
import type { AlcoholLimits, Assessment, Disqualification } from './fitness.ts'
import type { Rule, Standard } from './standard.ts'

/** What a rule says of certain fields of a form: drawn at those fields while they are typed. */
export type Mark = {
  tone: 'bad' | 'warn'
  message: Text
  /** The article; a caution of ours has none. */
  source?: string | undefined
  fields: readonly string[]
}

type Marking = {
  section: Section
  findings: Facts['findings']
  assessment: Assessment
  standard: Standard | undefined
  on: CalendarDate
  alcoholLimits: AlcoholLimits
}

export function marksOf(marking: Marking): Mark[] {
  const { section, assessment } = marking
  const bad = assessment.disqualifications
    .filter((each) => each.section === section)
    .map((each): Mark => {
      const { message, legalReference: source } = each
      return { tone: 'bad', message, source, fields: telling(each, marking) }
    })
  const warn = assessment.warnings
    .filter((each) => each.section === section)
    .map(
      ({ rule, message }): Mark => ({ tone: 'warn', message, fields: propertiesOfCaution(rule) }),
    )
  return [...bad, ...warn]
}

/** Of what the rule has read, the answers without which it would not hold. */
function telling({ rule: id, found }: Disqualification, marking: Marking): string[] {
  const { section, standard, assessment, findings, on, alcoholLimits } = marking
  const unusual = Object.keys(found).filter((path) => isUnusual(section, path, found[path]))
  const rule = standard?.rules.find((each) => each.id === id && each.group === assessment.group)
  if (!rule) return unusual
  const holdsWithout = (path: string) =>
    judged(rule, { findings: without(findings, path), on, alcoholLimits })
  const decisive = unusual.filter((path) => !holdsWithout(path))
  return decisive.length > 0 ? decisive : unusual
}

function judged(rule: Rule, facts: Facts): boolean {
  return rule.disqualifies.judge(facts).holds === true
}

function isUnusual(section: Section, path: string, value: unknown): boolean {
  const field = sectionFields[section].find(({ name }) => name === path)
  return value !== false && value !== field?.normal
}

function without(findings: Facts['findings'], path: string): Facts['findings'] {
  if (valueAt(findings, path) === undefined) return findings
  const [key = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...findings, [key]: undefined }
  return { ...findings, [key]: without(findings[key] as Facts['findings'], rest.join('.')) }
}
