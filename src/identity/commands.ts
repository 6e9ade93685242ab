import { hashPassword } from 'better-auth/crypto'
import { type Actor, authorise, forbidden } from '../core/actor.ts'
import { invalid, notFound } from '../core/errors.ts'
import { transact, violates } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import { deleteSessions, findStaff, insertStaff, saveDisabled } from './repository.ts'
import { decideStaff, type NewStaff, type Staff } from './staff.ts'
import { saveRevokedFor } from './token-repository.ts'
import { words } from './words.ts'

export type CreatedStaff = { staff: Staff; password: string }

/**
 * Makes an account. Without a given password one is generated, shown once by the caller, and must be
 * changed at the first sign-in.
 */
export async function createStaff(
  deps: Deps,
  actor: Actor,
  input: NewStaff,
  given?: { password: string },
): Promise<CreatedStaff> {
  authorise(actor, 'staff:manage')
  const decided = decideStaff(input)
  const password = given?.password ?? deps.clock.secret(12)
  const hash = await hashPassword(password)
  const staff: Staff = {
    ...decided,
    id: deps.clock.id(),
    facilityId: actor.facilityId,
    doctorRegistration: decided.doctorRegistration ?? null,
    mustChangePassword: !given,
    disabledAt: null,
  }
  try {
    await transact(deps, actor, async (tx) => {
      await insertStaff(tx, staff, hash)
      await publish(tx, { type: 'staff.created', staffId: staff.id })
    })
  } catch (error) {
    throw taken(error) ?? error
  }
  return { staff, password }
}

function taken(error: unknown) {
  if (violates(error, 'staff_doctor_registration')) {
    return fieldTaken('doctorRegistration', 'registration-taken')
  }
  const byName = violates(error, 'staff_username_key') || violates(error, 'auth_user_username_key')
  return byName ? fieldTaken('username', 'username-taken') : undefined
}

function fieldTaken(field: string, code: 'username-taken' | 'registration-taken') {
  return invalid([{ pointer: `/${field}`, code, message: words.faults[code] }], code)
}

/** Shuts an account: its sessions and the tokens that sign in its name end at once. */
export async function disableStaff(deps: Deps, actor: Actor, staffId: string): Promise<void> {
  authorise(actor, 'staff:manage')
  if (actor.id === staffId) throw forbidden()
  const revoked = await transact(deps, actor, async (tx) => {
    const staff = await findStaff(tx, tx.facilityId, staffId)
    if (!staff) throw notFound('nhân viên')
    if (staff.disabledAt) return []
    await saveDisabled(tx, staffId, tx.now)
    await deleteSessions(tx, staffId)
    const tokenIds = await saveRevokedFor(tx, staffId)
    await publish(tx, { type: 'staff.disabled', staffId })
    for (const tokenId of tokenIds) await publish(tx, { type: 'token.revoked', tokenId })
    return tokenIds
  })
  const cache = actorCacheOf(deps.database)
  for (const id of [staffId, ...revoked]) cache.forget(id)
}

export async function enableStaff(deps: Deps, actor: Actor, staffId: string): Promise<void> {
  authorise(actor, 'staff:manage')
  await transact(deps, actor, async (tx) => {
    const staff = await findStaff(tx, tx.facilityId, staffId)
    if (!staff) throw notFound('nhân viên')
    if (!staff.disabledAt) return
    await saveDisabled(tx, staffId, null)
    await publish(tx, { type: 'staff.enabled', staffId })
  })
}
