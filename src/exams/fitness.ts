import type { CalendarDate } from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { invalid } from '../core/errors.ts'
import type { Text } from '../core/text.ts'
import { cautionsOf } from './caution.ts'
import { type Facts, valueAt } from './condition.ts'
import type { AlcoholUnit, Findings, Section } from './findings.ts'
import { type Group, groupOf, type LicenceClass, skipsMusculoskeletal } from './licence-class.ts'
import type { Rule, Standard } from './standard.ts'
import { standardInForce } from './standards/circular-36-2024.ts'
import { words } from './words.ts'

/** The applicant's side of the question: which column of the table, and which specialties. */
export type Applicant = {
  licenceClass: LicenceClass
  disabledApplicant?: boolean | undefined
  convertedFromA1?: boolean | undefined
}

export type Disqualification = {
  rule: string
  section: Section
  legalReference: string
  verified: Rule['verified']
  message: Text
  /** The measured values that the rule read. */
  found: Record<string, unknown>
}
export type Caution = { rule: string; section: Section; message: Text }
export type MissingProperty = { section: Section; property: string }

/** What the rules say of the findings; the doctor concludes. */
export type Assessment = {
  standard: { id: string; legalReference: string; effectiveFrom: CalendarDate }
  group: Group
  outcome: 'fit' | 'unfit' | 'incomplete'
  disqualifications: Disqualification[]
  warnings: Caution[]
  missing: MissingProperty[]
}

export type AlcoholLimits = Readonly<Record<AlcoholUnit, number>>
export const strictAlcoholLimits: AlcoholLimits = { 'mg/l-breath': 0, 'mg/100ml-blood': 0 }

/** Pure: the same findings on the same day always get the same answer. */
export function assess(
  applicant: Applicant,
  findings: Findings,
  on: CalendarDate,
  alcoholLimits: AlcoholLimits = strictAlcoholLimits,
): Assessment {
  const standard = standardInForce(on)
  if (!standard) throw invalid([noStandard])
  const group = groupOf(applicant.licenceClass, applicant.convertedFromA1)
  const { disqualifications, missing } = judged(
    rulesFor(standard, group, applicant),
    (section) => ({
      findings: (findings[section] ?? {}) as Facts['findings'],
      on,
      alcoholLimits,
    }),
  )
  const { id, legalReference, effectiveFrom } = standard
  return {
    standard: { id, legalReference, effectiveFrom },
    group,
    outcome: outcomeOf(disqualifications, missing),
    disqualifications,
    warnings: cautionsOf(findings),
    missing,
  }
}

/** One disqualifying finding is enough; what was not measured never counts as passed. */
function outcomeOf(
  disqualifications: readonly unknown[],
  missing: readonly unknown[],
): Assessment['outcome'] {
  if (disqualifications.length > 0) return 'unfit'
  return missing.length > 0 ? 'incomplete' : 'fit'
}

function rulesFor(standard: Standard, group: Group, applicant: Applicant): Rule[] {
  const skipped = skipsMusculoskeletal(applicant.licenceClass, applicant.disabledApplicant === true)
  return standard.rules.filter(
    (rule) => rule.group === group && !(skipped && rule.section === 'musculoskeletal'),
  )
}

function judged(rules: readonly Rule[], factsOf: (section: Section) => Facts) {
  const disqualifications: Disqualification[] = []
  const missing = new Map<string, MissingProperty>()
  for (const rule of rules) {
    const { section } = rule
    const facts = factsOf(section)
    const judgement = rule.disqualifies.judge(facts)
    if (judgement.holds === true) disqualifications.push(disqualification(rule, facts))
    if (judgement.holds !== 'unknown') continue
    for (const property of judgement.asks) {
      missing.set(`${section}.${property}`, { section, property })
    }
  }
  return { disqualifications, missing: [...missing.values()] }
}

function disqualification(rule: Rule, facts: Facts): Disqualification {
  const found = rule.disqualifies.reads.flatMap((path) => {
    const value = valueAt(facts.findings, path)
    return value === undefined ? [] : [[path, value] as const]
  })
  return {
    rule: rule.id,
    section: rule.section,
    legalReference: rule.legalReference,
    verified: rule.verified,
    message: rule.message,
    found: Object.fromEntries(found),
  }
}

const noStandard: FieldError = {
  pointer: '/on',
  code: 'no-standard-in-force',
  message: words.noStandard,
}
