import { type Actor, authorise } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { markGiven, markWithdrawn } from './consent-repository.ts'
import { consentWording } from './consent-words.ts'
import { type Exam, requireAction } from './exam.ts'
import { findExam } from './repository.ts'
import { things, words } from './words.ts'

/**
 * The patient takes back that the result may be sent on for the renewal (Luật 91/2025/QH15), at the
 * desk or on their own page. What is under way hears of it in the same commit; what was concluded
 * stays.
 */
export async function withdrawRenewalConsent(
  deps: Deps,
  actor: Actor,
  examId: string,
): Promise<void> {
  authoriseOwn(actor)
  await transact(deps, actor, async (tx) => {
    await ownExam(tx, examId)
    const withdrawn = await markWithdrawn(tx, examId, 'renewal')
    if (!withdrawn) throw conflict('consent-not-given', words.consentNotGiven)
    const { patientId } = withdrawn
    await publish(tx, { type: 'consent.withdrawn', patientId, examId, consent: 'renewal' })
  })
}

/** Given later, or once more after it was taken back: as long as nothing is concluded. */
export async function giveRenewalConsent(deps: Deps, actor: Actor, examId: string): Promise<void> {
  authoriseOwn(actor)
  await transact(deps, actor, async (tx) => {
    const exam = await ownExam(tx, examId)
    requireAction(exam, 'record')
    const { version: wording } = consentWording.renewal
    const { patientId } = exam
    const consent = { id: deps.clock.id(), examId, scope: 'renewal', wording } as const
    if (!(await markGiven(tx, consent))) return
    await publish(tx, { type: 'consent.given', patientId, examId, consent: 'renewal' })
  })
}

/**
 * The patient stops the exam before a doctor has signed anything of it: it ends as a visit does that
 * came to nothing, with its bill and its ticket. What is signed is a doctor's word and stays.
 */
export async function withdrawExamConsent(deps: Deps, actor: Actor, examId: string): Promise<void> {
  authoriseOwn(actor)
  await transact(deps, actor, async (tx) => {
    const exam = await ownExam(tx, examId)
    requireAction(exam, 'record')
    const withdrawn = await markWithdrawn(tx, examId, 'exam')
    if (!withdrawn) throw conflict('consent-not-given', words.consentNotGiven)
    const { patientId } = withdrawn
    await publish(tx, { type: 'consent.withdrawn', patientId, examId, consent: 'exam' })
    await publish(tx, { type: 'visit.given-up', visitId: exam.visitId, ending: 'cancelled' })
    const after = await ownExam(tx, examId)
    if (after.state !== 'cancelled') throw conflict('exam-signed', words.stopRefused)
  })
}

/** It is the patient's own to say; the desk writes it down for those who say it there. */
function authoriseOwn(actor: Actor): void {
  if (actor.kind !== 'patient') authorise(actor, 'exam:open')
}

async function ownExam(tx: Tx, examId: string): Promise<Exam> {
  const exam = await findExam(tx, tx.facilityId, examId)
  const { actor } = tx
  if (!exam || (actor.kind === 'patient' && exam.visitId !== actor.visitId)) {
    throw notFound(things.exam)
  }
  return exam
}
