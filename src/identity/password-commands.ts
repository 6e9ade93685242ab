import { hashPassword, verifyPassword as matches } from 'better-auth/crypto'
import { type Actor, authorise, forbidden } from '../core/actor.ts'
import { invalid, notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import { apart, countForAccount, forgive, lockedOut } from './attempt-commands.ts'
import type { Counted } from './attempt-repository.ts'
import { faults } from './fault-words.ts'
import { findCredential, findStaff, savePassword } from './repository.ts'
import { deleteSessions } from './session-repository.ts'
import { decidePassword, MAX_PASSWORD, readablePassword, type Staff } from './staff.ts'
import { staffWords } from './staff-words.ts'

/**
 * Whether this is the actor's own password, typed again to sign. Wrong ones count toward the
 * lock-out of signing in; when locked it throws `locked-out`. Call it outside a transaction: it
 * takes a tenth of a second, and its counts stand whatever becomes of the command.
 */
export async function verifyPassword(deps: Deps, actor: Actor, password: string): Promise<boolean> {
  if (actor.kind !== 'staff') return false
  const credential = await findCredential(deps.database, actor.id)
  if (!credential) return false
  const counted = await countForAccount(deps, credential.username)
  if (!counted.allowed) throw lockedOut(deps, counted)
  const right =
    password.length <= MAX_PASSWORD && (await matches({ hash: credential.passwordHash, password }))
  if (right) await forgive(deps, { username: credential.username })
  else await noteWrongPassword(deps, actor, counted)
  return right
}

async function noteWrongPassword(deps: Deps, actor: Actor, counted: Counted): Promise<void> {
  await apart(deps, actor, async (tx) => {
    await publish(tx, { type: 'staff.password-refused', staffId: actor.id })
    if (counted.lockedUntil) await publish(tx, { type: 'staff.locked-out', staffId: actor.id })
  })
}

export type ChangePassword = { current: string; next: string; repeated: string }

/** One's own password; every other session of the account ends. */
export async function changePassword(
  deps: Deps,
  actor: Actor,
  input: ChangePassword,
  sessionId?: string,
): Promise<void> {
  if (actor.kind !== 'staff') throw forbidden()
  decidePassword(input.next, input.repeated, input.current)
  if (!(await verifyPassword(deps, actor, input.current))) throw currentWrong()
  const hash = await hashPassword(input.next)
  await transact(deps, actor, async (tx) => {
    await savePassword(tx, actor.id, hash, false)
    await deleteSessions(tx, actor.id, sessionId)
    await publish(tx, { type: 'staff.password-changed', staffId: actor.id })
  })
  actorCacheOf(deps.database).forget(actor.id)
}

/** Gives someone a new password to be changed at once; all their sessions end. */
export async function resetPassword(
  deps: Deps,
  actor: Actor,
  staffId: string,
): Promise<{ staff: Staff; password: string }> {
  authorise(actor, 'staff:manage')
  if (actor.id === staffId) throw forbidden()
  const password = readablePassword(deps.clock.secret(12))
  const hash = await hashPassword(password)
  const staff = await transact(deps, actor, async (tx) => {
    const found = await findStaff(tx, tx.facilityId, staffId)
    if (!found) throw notFound(staffWords.aMember)
    await savePassword(tx, staffId, hash, true)
    await deleteSessions(tx, staffId)
    await publish(tx, { type: 'staff.password-reset', staffId })
    return found
  })
  actorCacheOf(deps.database).forget(staffId)
  await forgive(deps, { username: staff.username })
  return { staff, password }
}

function currentWrong() {
  return invalid([
    { pointer: '/current', code: 'password-wrong', message: faults['password-wrong'] },
  ])
}
