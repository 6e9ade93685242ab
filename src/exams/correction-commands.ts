import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { invalid, notFound, staleVersion } from '../core/errors.ts'
import { moveVisit } from '../frontdesk/correction-repository.ts'
import { findPatient } from '../patients/repository.ts'
import { transact, violates } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { examSigned, intakeFor, requireMovable } from './correction.ts'
import { lockExam, moveExam } from './correction-repository.ts'
import { correctionWords } from './correction-words.ts'
import { intakeWarnings } from './intake.ts'
import { things } from './words.ts'

export type CorrectPatient = {
  examId: string
  patientId: string
  reason: string
  version: number
}

/**
 * Moves an exam that was opened under the wrong person to the right one, with its visit, ticket,
 * consents and bills, while nothing of it is signed. The link that the wrong person may hold ends.
 */
export async function correctPatient(
  deps: Deps,
  actor: Actor,
  { examId, patientId, reason, version }: CorrectPatient,
): Promise<{ examId: string }> {
  authorise(actor, 'exam:open')
  return transact(deps, actor, async (tx) => {
    const exam = await lockExam(tx, examId)
    if (!exam) throw notFound(things.exam)
    requireMovable(exam)
    const person = await findPatient(tx, tx.facilityId, patientId)
    if (!person) throw notFound(things.patient)
    if (person.id === exam.patientId) throw samePerson()
    if (version !== exam.version) throw staleVersion()
    const warnings = intakeWarnings(intakeFor(exam, patientId), person, calendarDateOf(tx.now))
    await moveExam(tx, { examId, patientId, warnings }).catch((error: unknown) => {
      throw violates(error, 'exam_patient_signed') ? examSigned() : error
    })
    const { visitId, patientId: formerPatientId } = exam
    await moveVisit(tx, { visitId, patientId })
    await publish(tx, { type: 'patient.exam-taken-away', patientId: formerPatientId, examId })
    await publish(tx, {
      type: 'exam.patient-corrected',
      examId,
      visitId,
      patientId,
      formerPatientId,
      reason,
    })
    return { examId }
  })
}

function samePerson() {
  const message = correctionWords.same
  return invalid([{ pointer: '/patientId', code: 'same-person', message }], 'same-person')
}
