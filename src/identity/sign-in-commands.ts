import { APIError } from 'better-auth/api'
import type { Actor } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import { forgetOldAttempts, forgiveAttempt } from './attempt-repository.ts'
import { ADDRESS_HEADER, authOf } from './auth.ts'
import {
  accountKey,
  addressKey,
  type Counted,
  countForAccount,
  countForAddress,
  lockedOut,
} from './lockout.ts'
import { findStaffByUsername } from './repository.ts'
import { deleteSession, forgetOldSessions } from './session-repository.ts'
import { type Staff, staffActor } from './staff.ts'
import { words } from './words.ts'

export type SignIn = { username: string; password: string; address: string; userAgent: string }

/** Set-Cookie lines of a fresh session; throws `locked-out` or `credentials-wrong`. */
export async function signIn(
  deps: Deps,
  input: SignIn,
): Promise<{ cookies: string[]; staff: Staff }> {
  const username = input.username.trim().toLowerCase()
  const byAddress = await countForAddress(deps, input.address)
  if (!byAddress.allowed) throw lockedOut(deps, untilOf(deps, byAddress), words.addressLockedOut)
  const counted = await countForAccount(deps, username)
  if (!counted.allowed) throw lockedOut(deps, untilOf(deps, counted))
  const opened = await openSession(deps, { ...input, username })
  const staff = await findStaffByUsername(deps.database, username)
  if (!opened || !staff || staff.disabledAt) {
    if (opened) await deleteSession(deps.database, opened.token)
    if (staff) await noteRefusal(deps, staff, counted)
    if (counted.lockedUntil) throw lockedOut(deps, counted.lockedUntil)
    throw credentialsWrong()
  }
  const keys = { account: accountKey(username), address: addressKey(input.address) }
  await forgiveAttempt(deps.database, keys)
  await transact(deps, staffActor(staff), (tx) =>
    publish(tx, { type: 'staff.signed-in', staffId: staff.id }),
  )
  await tidy(deps)
  return { cookies: opened.cookies, staff }
}

async function openSession(
  deps: Deps,
  { username, password, address, userAgent }: SignIn,
): Promise<{ cookies: string[]; token: string } | undefined> {
  try {
    const { headers, response } = await authOf(deps).api.signInUsername({
      body: { username, password },
      headers: new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent.slice(0, 300) }),
      returnHeaders: true,
    })
    return response && { cookies: headers.getSetCookie(), token: response.token }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}

async function noteRefusal(deps: Deps, staff: Staff, counted: Counted): Promise<void> {
  await transact(deps, doorkeeper(staff.facilityId), async (tx) => {
    await publish(tx, { type: 'staff.sign-in-refused', staffId: staff.id })
    if (counted.lockedUntil) await publish(tx, { type: 'staff.locked-out', staffId: staff.id })
  })
}

/** Whoever stands at the door is not yet the person they say they are. */
function doorkeeper(facilityId: string): Actor {
  return { kind: 'system', id: 'sign-in', name: 'sign-in', facilityId }
}

/** Ends the session; the cookies it answers take the browser's copy away. */
export async function signOut(
  deps: Deps,
  actor: Actor | undefined,
  cookie: string | undefined,
): Promise<string[]> {
  const { headers } = await authOf(deps).api.signOut({
    headers: new Headers(cookie ? { cookie } : {}),
    returnHeaders: true,
  })
  if (actor?.kind === 'staff') {
    actorCacheOf(deps.database).forget(actor.id)
    await transact(deps, actor, (tx) =>
      publish(tx, { type: 'staff.signed-out', staffId: actor.id }),
    )
  }
  return headers.getSetCookie()
}

async function tidy(deps: Deps): Promise<void> {
  const now = deps.clock.now()
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  await forgetOldSessions(deps.database, now, ago(deps.env.SESSION_IDLE_MINUTES))
  await forgetOldAttempts(deps.database, ago(deps.env.LOCKOUT_MINUTES + 60))
}

const untilOf = (deps: Deps, counted: Counted): Date => counted.lockedUntil ?? deps.clock.now()

function credentialsWrong(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'credentials-wrong',
    detail: words.signInWrong,
  })
}
