import { z } from 'zod'
import { addDays, type CalendarDate } from '../core/calendar-date.ts'
import { type NewSlot, type Slot, weekdayOf, wholeNumber } from './slot.ts'

const MOST_WEEKS = 26
const WEEK_MS = 7 * 86_400_000

/** The week of a day once more, in so many weeks after it. */
export const weekRepeatSchema = z.strictObject({ weeks: wholeNumber(1, MOST_WEEKS) })
export type WeekRepeat = { day: CalendarDate; weeks: number }

export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

/** Every slot of a week as it would stand in each week after it; no clock is ever put forward here. */
export function repeatedOf(week: readonly Slot[], weeks: number): NewSlot[] {
  return Array.from({ length: weeks }, (_, index) => (index + 1) * WEEK_MS).flatMap((later) =>
    week.map(({ startsAt, minutes, capacity, publicCapacity }) => ({
      startsAt: new Date(startsAt.getTime() + later),
      minutes,
      capacity,
      publicCapacity,
    })),
  )
}
