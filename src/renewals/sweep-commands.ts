import type { Actor } from '../core/actor.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { addJob } from '../platform/jobs.ts'
import { findStranded, type Stranded } from './sweep-repository.ts'
import { markAbandoned } from './transmission-commands.ts'

/** Every minute: nothing waits for a job that a crash took away. */
export async function sweepRenewals(deps: Deps): Promise<void> {
  const { database, clock, env } = deps
  for (const stranded of await findStranded(database, clock.now(), env.connected)) {
    const actor = renewalWorker(stranded.facilityId)
    if (stranded.what === 'sending') await markAbandoned(deps, actor, stranded.id)
    else await startAgain(deps, actor, stranded)
  }
}

async function startAgain(deps: Deps, actor: Actor, { what, facilityId, id }: Stranded) {
  await transact(deps, actor, async (tx) => {
    if (what === 'queued') {
      const payload = { facilityId, transmissionId: id }
      await addJob(tx, 'transmit-certificate', payload, { key: `transmit:${id}` })
    } else {
      const [name, key] = what === 'unsent-case' ? ['submit-case', 'submit'] : ['read-case', 'read']
      await addJob(tx, name, { facilityId, caseId: id }, { key: `${key}:${id}` })
    }
  })
}

/** Jobs act in the name of the software, within one facility. */
export function renewalWorker(facilityId: string): Actor {
  return { kind: 'system', id: 'worker', name: 'lienthong', facilityId }
}
