import { type Actor, authorise } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { markWithdrawn } from './consent-repository.ts'
import { findExam } from './repository.ts'
import { things, words } from './words.ts'

/**
 * The patient takes back that the result may be sent on for the renewal (Luật 91/2025/QH15). What is
 * under way hears of it in the same commit; what was concluded stays.
 */
export async function withdrawRenewalConsent(
  deps: Deps,
  actor: Actor,
  examId: string,
): Promise<void> {
  authorise(actor, 'exam:open')
  await transact(deps, actor, async (tx) => {
    if (!(await findExam(tx, tx.facilityId, examId))) throw notFound(things.exam)
    const withdrawn = await markWithdrawn(tx, examId, 'renewal')
    if (!withdrawn) throw conflict('consent-not-given', words.consentNotGiven)
    const { patientId } = withdrawn
    await publish(tx, { type: 'consent.withdrawn', patientId, examId, consent: 'renewal' })
  })
}
