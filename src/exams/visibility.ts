import { type Actor, may, mayRecord } from '../core/actor.ts'
import { type Section, sections } from './findings.ts'
import type { Assessment } from './fitness.ts'

/**
 * Least view: who has no right to findings sees at most the sections of their own hand, such as
 * the lab its drug screen. The declaration is the applicant's: reception writes it and is not
 * shown it again by the machine API.
 */
export function visibleSections(actor: Actor): ReadonlySet<Section> {
  if (may(actor, 'exam:findings')) return new Set(sections)
  return new Set(
    sections.filter((section) => section !== 'declaration' && mayRecord(actor, section)),
  )
}

/** Whether an outcome, and so whether someone is well, is any of this person's business. */
export function seesOutcome(actor: Actor): boolean {
  return may(actor, 'exam:findings') || may(actor, 'exam:examine') || may(actor, 'certificate:read')
}

/** The assessment without what it tells of sections that the reader may not see. */
export function visibleAssessment(
  assessment: Assessment,
  visible: ReadonlySet<Section>,
): Assessment {
  const seen = <T extends { section: Section }>(items: readonly T[]) =>
    items.filter(({ section }) => visible.has(section))
  const unseen = assessment.missing.filter(({ section }) => !visible.has(section))
  const named = [...new Set(unseen.map(({ section }) => section))]
  return {
    ...assessment,
    disqualifications: seen(assessment.disqualifications),
    warnings: seen(assessment.warnings),
    missing: [...seen(assessment.missing), ...named.map((section) => ({ section, property: '*' }))],
  }
}
