import { createHash } from 'node:crypto'
import { DomainError } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import type { Deps } from '../platform/deps.ts'
import { countAttempt } from './attempt-repository.ts'
import { words } from './words.ts'

/** A whole clinic may sit behind one address. */
const ADDRESS_FACTOR = 10

/** Hashed, since people type passwords into the wrong field. */
const keyOf = (kind: 'user' | 'address', text: string) =>
  `${kind}:${createHash('sha256').update(text).digest('hex')}`

export const accountKey = (username: string) => keyOf('user', username)
export const addressKey = (address: string) => keyOf('address', address)

export type Counted = { allowed: boolean; lockedUntil: Date | null }

/** Usernames that do not exist are counted and locked alike, so that a lock gives nobody away. */
export function countForAccount(deps: Deps, username: string): Promise<Counted> {
  return countAttempt(deps.database, {
    key: accountKey(username),
    failures: deps.env.LOCKOUT_FAILURES,
    minutes: deps.env.LOCKOUT_MINUTES,
    now: deps.clock.now(),
  })
}

export function countForAddress(deps: Deps, address: string): Promise<Counted> {
  return countAttempt(deps.database, {
    key: addressKey(address),
    failures: deps.env.LOCKOUT_FAILURES * ADDRESS_FACTOR,
    minutes: deps.env.LOCKOUT_MINUTES,
    now: deps.clock.now(),
  })
}

export function lockedOut(
  deps: Deps,
  until: Date,
  text: typeof words.lockedOut | typeof words.addressLockedOut = words.lockedOut,
): DomainError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - deps.clock.now().getTime()) / 1000))
  return new DomainError({
    kind: 'too-many',
    code: 'locked-out',
    detail: fill(text, { minutes: Math.ceil(seconds / 60) }),
    extra: { retryAfter: seconds },
  })
}
