import { hashPassword } from 'better-auth/crypto'
import { type Actor, authorise, forbidden } from '../core/actor.ts'
import { invalid, notFound } from '../core/errors.ts'
import { type Tx, transact, violates } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import { faults } from './fault-words.ts'
import { findStaff, findUsernames, insertStaff, saveDisabled } from './repository.ts'
import { deleteSessions } from './session-repository.ts'
import { decideStaff, type NewStaff, readablePassword, type Staff } from './staff.ts'
import { staffWords } from './staff-words.ts'
import { saveRevokedFor } from './token-repository.ts'

export type CreatedStaff = { staff: Staff; password: string }

/**
 * Makes an account with a generated password, which the caller shows once and which must be changed
 * at the first sign-in.
 */
export async function createStaff(
  deps: Deps,
  actor: Actor,
  input: NewStaff,
): Promise<CreatedStaff> {
  authorise(actor, 'staff:manage')
  decideStaff(input)
  const password = readablePassword(deps.clock.secret(12))
  const hash = await hashPassword(password)
  try {
    const staff = await transact(deps, actor, (tx) => enrol(tx, input, hash, true))
    return { staff, password }
  } catch (error) {
    throw taken(error) ?? error
  }
}

/** The demonstration's people, all or none, under one password; who is there already stays. */
export async function createCast(
  deps: Deps,
  actor: Actor,
  people: readonly NewStaff[],
  password: string,
): Promise<Staff[]> {
  authorise(actor, 'staff:manage')
  const present = await findUsernames(deps.database, people)
  const missing = people.filter(({ username }) => !present.has(username))
  if (missing.length === 0) return []
  const hash = await hashPassword(password)
  return transact(deps, actor, async (tx) => {
    const made: Staff[] = []
    for (const person of missing) made.push(await enrol(tx, person, hash, false))
    return made
  })
}

async function enrol(
  tx: Tx,
  input: NewStaff,
  passwordHash: string,
  mustChangePassword: boolean,
): Promise<Staff> {
  const decided = decideStaff(input)
  const staff: Staff = {
    ...decided,
    id: tx.deps.clock.id(),
    facilityId: tx.facilityId,
    doctorRegistration: decided.doctorRegistration ?? null,
    mustChangePassword,
    disabledAt: null,
  }
  await insertStaff(tx, staff, passwordHash)
  await publish(tx, { type: 'staff.created', staffId: staff.id })
  return staff
}

function taken(error: unknown) {
  if (violates(error, 'staff_doctor_registration')) {
    return fieldTaken('doctorRegistration', 'registration-taken')
  }
  const byName = violates(error, 'staff_username_key') || violates(error, 'auth_user_username_key')
  return byName ? fieldTaken('username', 'username-taken') : undefined
}

function fieldTaken(field: string, code: 'username-taken' | 'registration-taken') {
  return invalid([{ pointer: `/${field}`, code, message: faults[code] }], code)
}

/** Shuts an account: its sessions and the tokens that sign in its name end at once. */
export async function disableStaff(deps: Deps, actor: Actor, staffId: string): Promise<void> {
  authorise(actor, 'staff:manage')
  if (actor.id === staffId) throw forbidden()
  const revoked = await transact(deps, actor, async (tx) => {
    const staff = await findStaff(tx, tx.facilityId, staffId)
    if (!staff) throw notFound(staffWords.aMember)
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
    if (!staff) throw notFound(staffWords.aMember)
    if (!staff.disabledAt) return
    await saveDisabled(tx, staffId, null)
    await publish(tx, { type: 'staff.enabled', staffId })
  })
}
