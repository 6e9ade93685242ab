import { type Actor, authorise, forbidden } from '../core/actor.ts'
import { conflict, invalid } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { verifyPassword } from '../identity/password-commands.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { bankName } from './banks.ts'
import {
  type PayeeChangeAction,
  requireOther,
  requireSecondPerson,
  stateAfter,
  typedPayee,
} from './payee-change.ts'
import {
  insertPayeeChange,
  lastMadeBy,
  loadPayee,
  lockPayeeChange,
  requirePayeeChange,
  saveDecision,
  savePayee,
} from './payee-repository.ts'
import { payeeFaults, payeeWords } from './payee-words.ts'

/** Asks for another account; nothing changes until somebody else approves it. */
export async function requestPayeeChange(
  deps: Deps,
  actor: Actor,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  authorise(actor, 'setting:manage')
  if (actor.kind !== 'staff') throw forbidden()
  const { reason, ...to } = typedPayee(form, (bin) => bankName(bin) !== undefined)
  return transact(deps, actor, async (tx) => {
    const { payee: from } = await loadPayee(tx, tx.facilityId, deps.env)
    requireOther(to, from)
    const id = deps.clock.id()
    if (!(await insertPayeeChange(tx, { id, to, from, reason })))
      throw conflict('payee-change-open', payeeFaults.open)
    await publish(tx, { type: 'payee.requested', payeeChangeId: id, reason })
    return id
  })
}

export type DecidePayeeChange = {
  id: string
  action: PayeeChangeAction
  reason?: string | undefined
  /** Approving moves money: whoever does it proves once more who they are. */
  password?: string | undefined
}

const past = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const

/** Another person approves or refuses, or the same one takes it back. */
export async function decidePayeeChange(
  deps: Deps,
  actor: Actor,
  input: DecidePayeeChange,
): Promise<void> {
  authorise(actor, input.action === 'withdraw' ? 'setting:manage' : 'payee:approve')
  const { action, reason } = input
  const id = requireId(input.id, payeeWords.aChange)
  await requirePayeeChange(deps.database, actor.facilityId, id)
  if (actor.kind !== 'staff') throw forbidden()
  if (action === 'refuse' && !reason) throw faultIn('refuseReason', 'reason')
  if (action === 'approve' && !(await verifyPassword(deps, actor, input.password ?? '')))
    throw faultIn('password', 'password')
  await transact(deps, actor, async (tx) => {
    const change = await lockPayeeChange(tx, id)
    const who = { maker: change.requestedBy.id, made: actor.id }
    const madeByRequesterAt = await lastMadeBy(tx, tx.facilityId, who)
    requireSecondPerson(change, { action, by: actor, madeByRequesterAt }, tx.now)
    await saveDecision(tx, { id, state: stateAfter[action], reason })
    if (action === 'approve') await savePayee(tx, change.to)
    await publish(tx, { type: `payee.${past[action]}`, payeeChangeId: id })
  })
}

function faultIn(field: string, code: 'reason' | 'password') {
  return invalid([{ pointer: `/${field}`, code, message: payeeFaults[code] }])
}
