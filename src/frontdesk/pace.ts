import type { CalendarDate } from '../core/calendar-date.ts'

/** How many a station has served today from their call on, and how long that took together. */
export type Pace = { on?: CalendarDate | undefined; served: number; seconds: number }

/** What a station is believed to need for one person, until it has shown what it needs. */
export const USUAL_SECONDS = 300
/** So many measured people weigh as much as the belief. */
const BELIEF = 3
/** Longer than this nobody was served: somebody forgot to press. */
const LONGEST_SECONDS = 45 * 60

/** What one person takes here today, from the measured day and, while it is young, the belief. */
export function secondsEach(pace: Pace, today: CalendarDate): number {
  const { served, seconds } = pace.on === today ? pace : { served: 0, seconds: 0 }
  return Math.round((BELIEF * USUAL_SECONDS + seconds) / (BELIEF + served))
}

/** The pace with one more person served; a new day begins anew. */
export function withServed(pace: Pace, seconds: number, today: CalendarDate): Pace {
  const before = pace.on === today ? pace : { served: 0, seconds: 0 }
  if (seconds < 0 || seconds > LONGEST_SECONDS) return { on: today, ...counts(before) }
  return { on: today, served: before.served + 1, seconds: before.seconds + Math.round(seconds) }
}

function counts({ served, seconds }: { served: number; seconds: number }) {
  return { served, seconds }
}

/** How long until it is one's turn behind so many, with somebody half done before them. */
export function waitSeconds(each: number, queue: { ahead: number; busy: boolean }): number {
  return Math.round(each * (queue.ahead + (queue.busy ? 0.5 : 0)))
}
