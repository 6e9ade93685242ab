import { ageOn, type CalendarDate } from '../core/calendar-date.ts'

export const priorities = ['elderly', 'pregnant', 'disabled'] as const
export type Priority = (typeof priorities)[number]

/** Luật Khám bệnh, chữa bệnh 15/2023/QH15, Điều 3: from 75 on, without asking. */
export const ELDERLY_FROM = 75

/** Where one stands in a queue: whoever has the earlier place is called first. */
export type Place = Date

/**
 * Somebody with priority stands as if they had come so much earlier. They pass everyone who came
 * shortly before them, and nobody who has waited long is ever passed for good.
 */
export const PRIORITY_MINUTES = 30

/** Whoever is let pass comes back after so many others. */
export const SKIPPED_BEHIND = 3

export function priorityByAge(birthDate: CalendarDate, on: CalendarDate): Priority | undefined {
  return ageOn(birthDate, on) >= ELDERLY_FROM ? 'elderly' : undefined
}

export function placeOf(queuedAt: Date, priority: Priority | undefined): Place {
  return new Date(queuedAt.getTime() - (priority ? PRIORITY_MINUTES * 60_000 : 0))
}

type Placed = { place: Place; number: number }

/** First the earlier place; among equals the smaller number. */
export function byPlace(a: Placed, b: Placed): number {
  return a.place.getTime() - b.place.getTime() || a.number - b.number
}

/** The place behind the next few of those who wait, and never before where one stood. */
export function placeBehind(waiting: readonly Placed[], own: Place, few = SKIPPED_BEHIND): Place {
  const next = [...waiting].sort(byPlace).slice(0, few)
  const last = next.at(-1)?.place.getTime() ?? own.getTime()
  return new Date(Math.max(last, own.getTime()) + 1)
}
