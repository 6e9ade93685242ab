import { type Actor, authorise } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { actorCacheOf } from '../identity/actor-cache.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { emptyDemonstration, restoreFacility } from './demonstration-repository.ts'
import { demonstrationWords } from './overview-words.ts'

/** What fills an empty demonstration; given by the composition root. */
export type Reseed = (deps: Deps) => Promise<unknown>

/** The demonstration as on its first day. Refused of real data, here and in the database. */
export async function resetDemonstration(deps: Deps, actor: Actor, reseed: Reseed): Promise<void> {
  authorise(actor, 'setting:manage')
  if (!deps.env.demo) throw demonstrationOnly()
  await transact(deps, actor, async (tx) => {
    await emptyDemonstration(tx)
    await restoreFacility(tx, deps.env)
    await publish(tx, { type: 'facility.demonstration-reset', facilityId: tx.facilityId })
  })
  // The page that comes next is headed as the house is named now.
  if ('id' in actor) actorCacheOf(deps.database).forget(actor.id)
  // Safe to run again: should it not come to this, the next start does it.
  await reseed(deps)
}

export function demonstrationOnly(): DomainError {
  return new DomainError({
    kind: 'forbidden',
    code: 'demonstration-only',
    detail: demonstrationWords.only,
  })
}
