import { type Actor, authorise } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { listMembers, lockGroup } from '../frontdesk/group-repository.ts'
import { groupWords } from '../frontdesk/group-words.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { issueInvoiceIn } from './commands.ts'
import { isBillable } from './group-bill.ts'
import { lockExams } from './order-repository.ts'
import type { ItemInput } from './price.ts'

export type GroupBilled = { count: number; total: Dong }

/**
 * Issues a bill for everybody of the group who has come and has none, all of them in one commit. Each
 * bill keeps a code of its own; done again, it issues nothing twice.
 */
export async function issueGroupBills(
  deps: Deps,
  actor: Actor,
  input: { groupId: string; items: readonly ItemInput[] },
): Promise<GroupBilled> {
  authorise(actor, 'invoice:issue')
  return transact(deps, actor, async (tx) => {
    const group = await lockGroup(tx, input.groupId)
    if (!group) throw notFound(groupWords.aGroup)
    const members = () => listMembers(tx, tx.facilityId, group.id)
    const locked = new Set((await members()).flatMap(({ examId }) => examId ?? []))
    await lockExams(tx, [...locked])
    // Read again: somebody billed singly, or given up, until the locks were had.
    const waiting = (await members()).filter(isBillable).filter(({ examId }) => locked.has(examId))
    const billed: GroupBilled = { count: 0, total: 0 }
    for (const { examId } of waiting) {
      const { total } = await issueInvoiceIn(tx, { examId, items: [...input.items] })
      billed.count += 1
      billed.total += total
    }
    if (billed.count > 0) await publish(tx, { type: 'group.billed', groupId: group.id, ...billed })
    return billed
  })
}
