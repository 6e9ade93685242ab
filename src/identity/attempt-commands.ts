import { createHash } from 'node:crypto'
import type { Actor } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import {
  type Counted,
  countAttempt,
  deleteOldAttempts,
  forgiveAttempt,
} from './attempt-repository.ts'
import { deleteOldSessions } from './session-repository.ts'
import { signInWords } from './sign-in-words.ts'

/** A whole clinic may sit behind one address. */
const ADDRESS_FACTOR = 10

/** Hashed, since people type passwords into the wrong field. */
const keyOf = (kind: 'user' | 'address', text: string) =>
  `${kind}:${createHash('sha256').update(text).digest('hex')}`

/** Whoever stands at the door is not yet the person they say they are. */
export function doorkeeper(facilityId = ''): Actor {
  return { kind: 'system', id: 'sign-in', name: 'sign-in', facilityId }
}

/**
 * A commit of its own, whatever becomes of the command that asked for it, and without that command's
 * idempotency key: a count must outlive the refusal that it leads to.
 */
export function apart<T>(deps: Deps, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { once: _, ...ours } = deps
  return transact(ours, actor, work)
}

/** Usernames that do not exist are counted and locked alike, so that a lock gives nobody away. */
export function countForAccount(deps: Deps, username: string): Promise<Counted> {
  const { LOCKOUT_FAILURES: failures, LOCKOUT_MINUTES: minutes } = deps.env
  const key = keyOf('user', username)
  return apart(deps, doorkeeper(), (tx) => countAttempt(tx, { key, failures, minutes }))
}

export function countForAddress(deps: Deps, address: string): Promise<Counted> {
  const { LOCKOUT_FAILURES, LOCKOUT_MINUTES: minutes } = deps.env
  const failures = LOCKOUT_FAILURES * ADDRESS_FACTOR
  const key = keyOf('address', address)
  return apart(deps, doorkeeper(), (tx) => countAttempt(tx, { key, failures, minutes }))
}

/** The password was right. */
export function forgive(deps: Deps, who: { username: string; address?: string }): Promise<void> {
  const address = who.address === undefined ? undefined : keyOf('address', who.address)
  const account = keyOf('user', who.username)
  return apart(deps, doorkeeper(), (tx) => forgiveAttempt(tx, { account, address }))
}

export function lockedOut(
  deps: Deps,
  { lockedUntil }: Counted,
  text: typeof signInWords.lockedOut | typeof signInWords.addressLockedOut = signInWords.lockedOut,
): DomainError {
  const now = deps.clock.now().getTime()
  const seconds = Math.max(1, Math.ceil(((lockedUntil?.getTime() ?? now) - now) / 1000))
  return new DomainError({
    kind: 'too-many',
    code: 'locked-out',
    detail: fill(text, { minutes: Math.ceil(seconds / 60) }),
    extra: { retryAfter: seconds },
  })
}

/** Sessions and counts that say nothing any more; a job, every hour. */
export async function forgetOldSignIns(deps: Deps): Promise<void> {
  const { SESSION_IDLE_MINUTES, LOCKOUT_MINUTES } = deps.env
  await apart(deps, doorkeeper(), async (tx) => {
    const ago = (minutes: number) => new Date(tx.now.getTime() - minutes * 60_000)
    await deleteOldSessions(tx, ago(SESSION_IDLE_MINUTES))
    await deleteOldAttempts(tx, ago(LOCKOUT_MINUTES + 60))
  })
}
