import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome, ViewAction } from '../core/event.ts'
import type { Exam } from '../exams/exam.ts'
import { sealedContent } from '../exams/sealed-content.ts'

/** One stay with what came of it, as the record keeps it for good. */
export type Encounter = {
  id: string
  examId: string
  kind: 'driver-exam'
  startedAt: Date
  endedAt: Date
  contentHash: string
}

/** An encounter beside the exam it was made of, and whether the two still say the same. */
export type EncounterWithExam = { encounter: Encounter; exam: Exam; intact: boolean }

/** Who looked at what, how often, and when last. */
export type Views = { by: string; action: ViewAction; count: number; lastAt: Date }

/** The list of records shows no more; a search finds the others. */
export const MOST_RECORDS = 50

/** A person in the list of records. */
export type RecordEntry = {
  patientId: string
  name: string
  birthDate: CalendarDate
  encounters: number
  lastOutcome: ExamOutcome
  lastAt: Date
}

/**
 * What the concluding doctor's signature bound, made again from what is kept: its hash tells whether
 * anything was changed since, by whatever way.
 */
export function sealedAgain({ conclusion, frozenAssessment, ...exam }: Exam): string | undefined {
  if (!conclusion || !frozenAssessment) return undefined
  const { outcome, reason, reexamineOn } = conclusion
  return sealedContent(exam, {
    outcome,
    ...(reason && { reason }),
    ...(reexamineOn && { reexamineOn }),
    assessment: frozenAssessment,
  })
}
