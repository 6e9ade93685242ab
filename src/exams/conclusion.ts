import { z } from 'zod'
import type { CalendarDate } from '../core/calendar-date.ts'
import { conflict, type FieldError, invalid } from '../core/errors.ts'
import type { ExamOutcome } from '../core/event.ts'
import type { Text } from '../core/text.ts'
import { daySchema } from './day.ts'
import { assessmentOf, type Exam, requiredSections } from './exam.ts'
import type { AlcoholLimits, Assessment, MissingProperty } from './fitness.ts'
import { words } from './words.ts'

export const outcomes = ['fit', 'unfit', 'fit-subject-to-review'] as const

export const conclusionRequest = z.strictObject({
  outcome: z.enum(outcomes),
  reason: z.string().trim().min(1).max(2000).optional(),
  reexamineOn: daySchema.optional(),
  /** Staff enter it again to sign; a signing token has none. */
  password: z.string().max(200).optional(),
})
export type ConclusionRequest = z.infer<typeof conclusionRequest>

/** What the doctor may conclude from what the rules say. */
export const allowedOutcomes = {
  fit: ['fit', 'unfit', 'fit-subject-to-review'],
  unfit: ['unfit'],
  incomplete: [],
} as const satisfies Record<Assessment['outcome'], readonly ExamOutcome[]>

export type DecidedConclusion = {
  outcome: ExamOutcome
  reason?: string
  reexamineOn?: CalendarDate
  assessment: Assessment
}

/** What stands between the exam and a conclusion: what the rules miss, and whole sections. */
export function missingForConclusion(exam: Exam, assessment: Assessment): MissingProperty[] {
  const unrecorded = requiredSections(exam).filter((section) => !exam.sections[section])
  const named = new Set(assessment.missing.map(({ section }) => section))
  return [
    ...(assessment.outcome === 'unfit' ? [] : assessment.missing),
    ...unrecorded
      .filter((section) => assessment.outcome === 'unfit' || !named.has(section))
      .map((section) => ({ section, property: '*' })),
  ]
}

/** The rules propose, the doctor concludes, and neither against the other. */
export function decideConclusion(
  exam: Exam,
  request: ConclusionRequest,
  on: CalendarDate,
  limits: AlcoholLimits,
): DecidedConclusion {
  const assessment = assessmentOf(exam, on, limits)
  const missing = missingForConclusion(exam, assessment)
  if (missing.length > 0) throw conflict('exam-incomplete', words.incomplete, { missing })
  const allowed: readonly ExamOutcome[] = allowedOutcomes[assessment.outcome]
  if (!allowed.includes(request.outcome)) {
    throw conflict('outcome-contradicts-assessment', words.contradicts, { assessment })
  }
  const reason = request.reason ?? defaultReason(assessment, request.outcome)
  const errors = conclusionFaults({ ...request, reason }, on)
  if (errors.length > 0) throw invalid(errors)
  return {
    outcome: request.outcome,
    ...(reason && { reason }),
    ...(request.reexamineOn && { reexamineOn: request.reexamineOn as CalendarDate }),
    assessment,
  }
}

/** The form is filled in Vietnamese, so the disqualifications stand there in Vietnamese. */
export function defaultReason(assessment: Assessment, outcome: ExamOutcome): string | undefined {
  if (outcome !== 'unfit' || assessment.disqualifications.length === 0) return undefined
  return assessment.disqualifications.map(({ message }) => message.vi).join(' ')
}

function conclusionFaults(
  request: Omit<ConclusionRequest, 'reason'> & { reason: string | undefined },
  on: CalendarDate,
): FieldError[] {
  const { outcome, reason, reexamineOn } = request
  const fault = (pointer: string, code: string, message: Text) => ({ pointer, code, message })
  const errors: FieldError[] = []
  if (outcome !== 'fit' && !reason) {
    errors.push(fault('/reason', 'missing', words.reasonRequired))
  }
  if (outcome === 'fit-subject-to-review' && !reexamineOn) {
    errors.push(fault('/reexamineOn', 'missing', words.reexamineRequired))
  }
  if (outcome !== 'fit-subject-to-review' && reexamineOn) {
    errors.push(fault('/reexamineOn', 'not-asked', words.reexamineUnasked))
  }
  if (reexamineOn && outcome === 'fit-subject-to-review' && reexamineOn <= on) {
    errors.push(fault('/reexamineOn', 'not-in-future', words.reexamineFuture))
  }
  return errors
}
