import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import { type Calendar, holidayOn } from '../settings/opening.ts'
import { isHeld, type Slot } from './slot.ts'

/** A day on which somebody is expected at an hour at which the house has closed since. */
export type DisplacedDay = { day: CalendarDate; people: number; holiday: string | undefined }

export function displacedDays(
  slots: readonly Pick<Slot, 'startsAt' | 'minutes' | 'booked'>[],
  calendar: Calendar,
): DisplacedDay[] {
  const people = new Map<CalendarDate, number>()
  for (const slot of slots) {
    if (isHeld(slot, calendar)) continue
    const day = calendarDateOf(slot.startsAt)
    people.set(day, (people.get(day) ?? 0) + slot.booked)
  }
  return [...people].map(([day, count]) => ({
    day,
    people: count,
    holiday: holidayOn(calendar, day)?.name || undefined,
  }))
}
