import { randomBytes, randomFillSync } from 'node:crypto'
import type { CalendarDate } from '../core/calendar-date.ts'
import { calendarDateOf } from '../core/calendar-date.ts'

/** Time and chance have one door, so that tests can hold both still. */
export type Clock = {
  now(): Date
  /** Milliseconds for measuring how long something took; not the time of day. */
  elapsed(): number
  /** UUID version 7: unique, and rows written together lie together in the index. */
  id(): string
  /** Unguessable text of so many random bytes, base64url. */
  secret(bytes: number): string
}

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  id: () => uuidV7(Date.now()),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
}

export function today(clock: Clock): CalendarDate {
  return calendarDateOf(clock.now())
}

const pool = Buffer.alloc(4096)
let used = pool.length

function uuidV7(milliseconds: number): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  pool.copy(bytes, 6, used, used + 10)
  used += 10
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
