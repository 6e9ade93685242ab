import { z } from 'zod'
import { conflict } from '../core/errors.ts'
import { correctionWords } from './correction-words.ts'
import { type Exam, mayDo, requireAction } from './exam.ts'
import type { Intake } from './intake.ts'

/** Whose exam it is, and how the mistake came about. */
export const correctionSchema = z.strictObject({
  patientId: z.string().min(1).max(100),
  reason: z.string().trim().min(3).max(300),
  version: z.coerce.number().int().positive(),
})

/** A signature says whom the doctor saw: from the first one on, the exam stays with its person. */
export function isSigned(exam: Pick<Exam, 'sections' | 'conclusion'>): boolean {
  const sections = Object.values(exam.sections)
  return exam.conclusion !== undefined || sections.some(({ state }) => state === 'signed')
}

export function isMovable(exam: Exam): boolean {
  return mayDo(exam, 'record') && !isSigned(exam)
}

export function requireMovable(exam: Exam): void {
  requireAction(exam, 'record')
  if (isSigned(exam)) throw examSigned()
}

export function examSigned() {
  return conflict('exam-signed', correctionWords.signed)
}

/** What reception asked for, to be looked at again for another person. */
export function intakeFor(exam: Exam, patientId: string): Intake {
  const { licenceClass, purpose, heldLicence, delivery, disabledApplicant, convertedFromA1 } = exam
  return {
    patientId,
    licenceClass,
    purpose,
    ...(heldLicence && { heldLicence }),
    delivery,
    disabledApplicant,
    convertedFromA1,
    consents: { exam: true },
  }
}
