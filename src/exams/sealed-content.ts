import type { DecidedConclusion } from './conclusion.ts'
import type { Exam } from './exam.ts'

/** JSON with the keys in order, so that the same content is the same text wherever it was kept. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** What the concluding doctor's signature binds: whose exam, every finding, what was concluded. */
export function sealedContent(exam: Exam, decided: DecidedConclusion): string {
  const { outcome, reason, reexamineOn, assessment } = decided
  const sections = Object.fromEntries(
    Object.entries(exam.sections).map(([name, { state, findings, by }]) => [
      name,
      { state, findings, by },
    ]),
  )
  return canonicalJson({
    exam: { id: exam.id, patientId: exam.patientId, licenceClass: exam.licenceClass },
    sections,
    assessment,
    conclusion: { outcome, reason, reexamineOn },
  })
}
