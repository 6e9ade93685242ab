import { type Actor, authorise } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { listFacilityIds } from './appointment-repository.ts'
import type { GroupInput } from './group.ts'
import { deleteOldLists } from './group-list-repository.ts'
import { insertGroup, lockGroup, setClosed } from './group-repository.ts'
import { groupWords } from './group-words.ts'

export async function createGroup(deps: Deps, actor: Actor, input: GroupInput): Promise<string> {
  authorise(actor, 'group:register')
  return transact(deps, actor, async (tx) => {
    const groupId = deps.clock.id()
    await insertGroup(tx, groupId, input)
    await publish(tx, { type: 'group.created', groupId })
    return groupId
  })
}

/** A closed group takes nobody any more; opened again it does. */
export async function closeGroup(
  deps: Deps,
  actor: Actor,
  input: { groupId: string; closed: boolean },
): Promise<void> {
  authorise(actor, 'group:register')
  return transact(deps, actor, async (tx) => {
    const { groupId, closed } = input
    const group = await lockGroup(tx, groupId)
    if (!group) throw notFound(groupWords.aGroup)
    if (closed === (group.closedAt !== undefined)) return
    await setClosed(tx, groupId, closed)
    await publish(tx, { type: closed ? 'group.closed' : 'group.reopened', groupId })
  })
}

/** What companies wrote of people is kept no longer than it is of use. */
export async function forgetOldLists(deps: Deps): Promise<void> {
  for (const facilityId of await listFacilityIds(deps.database)) {
    const clock: Actor = { kind: 'system', id: 'clock', name: 'clock', facilityId }
    await transact(deps, clock, deleteOldLists)
  }
}
