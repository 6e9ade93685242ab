import type { CalendarDate } from '../core/calendar-date.ts'
import type { Text } from '../core/text.ts'
import type { Condition } from './condition.ts'
import type { Section } from './findings.ts'
import type { Group } from './licence-class.ts'

/**
 * How well a rule's wording is known: read in the law's text, in a second-hand source, in the
 * predecessor TTLT 24/2015, in working code, or only recalled.
 */
export const verifications = ['law', '2nd', 'old', 'code', 'recalled'] as const
export type Verification = (typeof verifications)[number]

/** A rule as its section writes it down: one row of the table, for the groups that share it. */
export type RuleRow = {
  id: string
  groups: readonly Group[]
  verified: Verification
  message: Text
  /** Holds = the applicant is not fit for the group. */
  disqualifies: Condition
}

export type Rule = Omit<RuleRow, 'groups'> & {
  section: Section
  group: Group
  legalReference: string
  effectiveFrom: CalendarDate
  effectiveTo?: CalendarDate
}

/** Every rule of one legal text. A change of the law is a further standard, never an edit. */
export type Standard = {
  id: string
  legalReference: string
  effectiveFrom: CalendarDate
  effectiveTo?: CalendarDate
  rules: readonly Rule[]
}

/** The standard in force on a day, if this software holds one. */
export function standardOn(standards: readonly Standard[], on: CalendarDate): Standard | undefined {
  return standards.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= on && (effectiveTo === undefined || on <= effectiveTo),
  )
}
