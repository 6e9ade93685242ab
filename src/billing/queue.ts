import { type CalendarDate, startOfDay } from '../core/calendar-date.ts'

/** An exam of the last days that nobody billed is still shown at the counter. */
const UNBILLED_DAYS = 3

/** Since when an exam without a bill waits at the counter. */
export function queueSince(today: CalendarDate): Date {
  return new Date(startOfDay(today).getTime() - UNBILLED_DAYS * 86_400_000)
}
