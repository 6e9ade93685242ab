import { randomBytes, randomFillSync } from 'node:crypto'
import type { CalendarDate } from '../core/calendar-date.ts'
import { calendarDateOf } from '../core/calendar-date.ts'

/** Time and chance have one door, so that tests can hold both still. */
export type Clock = {
  now(): Date
  /** Milliseconds for measuring how long something took; not the time of day. */
  elapsed(): number
  /** UUID version 7: unique, later ones of a process sort later, rows written together lie together. */
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
let latest = 0
let sequence = 0

/**
 * RFC 9562, 6.2, method 1: what is drawn later in this process sorts later, within one millisecond too,
 * so that a list by time keeps the order in which things were done.
 */
function uuidV7(milliseconds: number): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.alloc(16)
  pool.copy(bytes, 6, used, used + 10)
  used += 10
  if (milliseconds > latest) {
    latest = milliseconds
    // Half of the room is left to count in.
    sequence = bytes.readUInt16BE(6) & 0x7ff
  } else if (sequence < 0xfff) {
    sequence += 1
  } else {
    latest += 1
    sequence = 0
  }
  bytes.writeUIntBE(latest, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
