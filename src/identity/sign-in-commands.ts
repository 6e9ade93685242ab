import { APIError } from 'better-auth/api'
import type { Actor } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import {
  apart,
  countForAccount,
  countForAddress,
  doorkeeper,
  forgive,
  lockedOut,
} from './attempt-commands.ts'
import type { Counted } from './attempt-repository.ts'
import { ADDRESS_HEADER, askAuth } from './auth.ts'
import { findStaffByUsername } from './repository.ts'
import { deleteSession, saveSeen } from './session-repository.ts'
import { signInWords } from './sign-in-words.ts'
import { type Staff, type StaffActor, staffActor } from './staff.ts'

export type SignIn = { username: string; password: string; address: string; userAgent: string }

/** Set-Cookie lines of a fresh session; throws `locked-out` or `credentials-wrong`. */
export async function signIn(
  deps: Deps,
  input: SignIn,
): Promise<{ cookies: string[]; staff: Staff }> {
  const username = input.username.trim().toLowerCase()
  const byAddress = await countForAddress(deps, input.address)
  if (!byAddress.allowed) throw lockedOut(deps, byAddress, signInWords.addressLockedOut)
  const counted = await countForAccount(deps, username)
  if (!counted.allowed) throw lockedOut(deps, counted)
  const opened = await openSession(deps, { ...input, username })
  const staff = await findStaffByUsername(deps.database, username)
  if (!opened || !staff || staff.disabledAt) {
    if (staff) await noteRefusal(deps, staff, counted, opened?.token)
    throw counted.lockedUntil ? lockedOut(deps, counted) : credentialsWrong()
  }
  await forgive(deps, { username, address: input.address })
  await transact(deps, staffActor(staff), (tx) =>
    publish(tx, { type: 'staff.signed-in', staffId: staff.id }),
  )
  return { cookies: opened.cookies, staff }
}

async function openSession(
  deps: Deps,
  { username, password, address, userAgent }: SignIn,
): Promise<{ cookies: string[]; token: string } | undefined> {
  try {
    const from = new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent.slice(0, 300) })
    const { headers, response } = await askAuth(deps, (auth) =>
      auth.api.signInUsername({
        body: { username, password },
        headers: from,
        returnHeaders: true,
      }),
    )
    return response && { cookies: headers.getSetCookie(), token: response.token }
  } catch (error) {
    if (error instanceof APIError) return undefined
    throw error
  }
}

/** A disabled account with the right password has opened a session by now; it ends here. */
async function noteRefusal(
  deps: Deps,
  staff: Staff,
  counted: Counted,
  sessionToken: string | undefined,
): Promise<void> {
  await transact(deps, doorkeeper(staff.facilityId), async (tx) => {
    if (sessionToken !== undefined) await deleteSession(tx, sessionToken)
    await publish(tx, { type: 'staff.sign-in-refused', staffId: staff.id })
    if (counted.lockedUntil) await publish(tx, { type: 'staff.locked-out', staffId: staff.id })
  })
}

/** The session's person is at work: the idle limit starts anew. */
export function noteSeen(deps: Deps, actor: StaffActor, sessionId: string): Promise<void> {
  return apart(deps, actor, (tx) => saveSeen(tx, sessionId))
}

/** Ends the session; the cookies it answers take the browser's copy away. */
export async function signOut(
  deps: Deps,
  actor: Actor | undefined,
  cookie: string | undefined,
): Promise<string[]> {
  const asked = new Headers(cookie ? { cookie } : {})
  const { headers } = await askAuth(deps, (auth) =>
    auth.api.signOut({ headers: asked, returnHeaders: true }),
  )
  if (actor?.kind === 'staff') {
    actorCacheOf(deps.database).forget(actor.id)
    await transact(deps, actor, (tx) =>
      publish(tx, { type: 'staff.signed-out', staffId: actor.id }),
    )
  }
  return headers.getSetCookie()
}

function credentialsWrong(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'credentials-wrong',
    detail: signInWords.wrong,
  })
}
