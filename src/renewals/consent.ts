import type { EventOf } from '../core/event.ts'
import type { Tx } from '../platform/database.ts'
import { addJob } from '../platform/jobs.ts'
import { publish } from '../platform/publish.ts'
import { lockCaseOfExam, saveCase } from './case-repository.ts'
import { allows, type RenewalCase, withdraw } from './renewal-case.ts'

/** Consent taken back ends the case: here when it never left, at the authority when it did. */
export async function withdrawOnConsent(
  tx: Tx,
  event: EventOf<'consent.withdrawn'>,
): Promise<void> {
  if (event.consent !== 'renewal') return
  const held = await lockCaseOfExam(tx, event.examId)
  if (!held || !allows(held.state, 'withdraw')) return
  if (held.holdReason === 'consent-withdrawn') return
  await withdrawHeld(tx, held, 'consent-withdrawn')
}

export async function withdrawHeld(tx: Tx, held: RenewalCase, reason: string): Promise<void> {
  const { tellAuthority, ...move } = withdraw(held, reason)
  await saveCase(tx, held, { move })
  if (tellAuthority) {
    const payload = { facilityId: tx.facilityId, caseId: held.id, reason }
    await addJob(tx, 'withdraw-case', payload, { key: `withdraw:${held.id}` })
  }
  const { id: caseId, examId } = held
  await publish(tx, { type: 'renewal-case.updated', caseId, examId, state: move.state })
}
