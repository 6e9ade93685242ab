import { createHash } from 'node:crypto'
import { type Clock, systemClock } from '../../src/platform/clock.ts'

export type TestClock = Clock & {
  /** Holds the clock at this instant; `undefined` lets it run again. */
  hold(instant: string | undefined): void
}

export function testClock(): TestClock {
  let held: Date | undefined
  return {
    ...systemClock,
    now: () => held ?? systemClock.now(),
    hold(instant) {
      held = instant === undefined ? undefined : new Date(instant)
    },
  }
}

/** A clock whose ids and secrets are the same on every run, for pictures that are compared. */
export function repeatingClock(): TestClock {
  const clock = testClock()
  let drawn = 0
  const bytes = (count: number) =>
    createHash('shake256', { outputLength: count }).update(`draw ${drawn++}`).digest()
  return {
    ...clock,
    id() {
      // What is drawn later sorts later, at one held instant too: a list by time keeps its order.
      const drawing = (drawn + 1).toString(16).padStart(6, '0')
      const hex = bytes(6).toString('hex')
      const time = clock.now().getTime().toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${drawing.slice(0, 3)}-8${drawing.slice(3)}-${hex}`
    },
    secret: (count) => bytes(count).toString('base64url'),
  }
}
