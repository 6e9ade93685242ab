import { type Actor, authorise } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { findPatient } from '../patients/repository.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { findClaim, findHolder, saveVerified } from './identity-repository.ts'
import { identityWords } from './identity-words.ts'
import { lockVisit } from './repository.ts'
import { words } from './words.ts'

/**
 * The desk has seen the card of somebody who registered at a kiosk, and it is theirs. Pressed twice it
 * is seen once. Where the number belongs to another record, that is settled first.
 */
export async function seeCard(
  deps: Deps,
  actor: Actor,
  { visitId }: { visitId: string },
): Promise<void> {
  authorise(actor, 'patient:write')
  await transact(deps, actor, async (tx) => {
    const visit = await lockVisit(tx, visitId)
    if (!visit) throw notFound(words.aVisit)
    const claim = await findClaim(tx, tx.facilityId, visitId)
    if (!claim) return
    const { patientId } = visit
    const number = claim.identityCard?.number
    const patient = await findPatient(tx, tx.facilityId, patientId)
    if (number && patient?.identityCard?.number !== number) {
      const holder = await findHolder(tx, tx.facilityId, { number, patientId })
      if (holder) {
        throw conflict('identity-of-another', identityWords.another, { existingId: holder.id })
      }
    }
    if (!(await saveVerified(tx, visitId))) return
    await publish(tx, { type: 'visit.identity-verified', visitId, patientId })
  })
}
