import type { CalendarDate } from '../core/calendar-date.ts'
import { addMonths, yearOf } from '../core/calendar-date.ts'

/** Number and letters of the paper: `00001/GKSKLX/48001/26`. */
export const certificateNumberPattern = /^\d{5}\/GKSKLX\/[0-9A-Z]{5}\/\d{2}$/

/** Five-digit counter per facility and year; gaps are allowed, repeats never. */
export function certificateNumber(counter: number, facilityCode: string, on: CalendarDate): string {
  if (counter < 1 || counter > 99_999) throw new RangeError(`certificate counter ${counter}`)
  const year = String(yearOf(on) % 100).padStart(2, '0')
  return `${String(counter).padStart(5, '0')}/GKSKLX/${facilityCode}/${year}`
}

/** TT 36/2024/TT-BYT: valid for 12 months from the signing of the conclusion. */
export function certificateValidUntil(concludedOn: CalendarDate): CalendarDate {
  return addMonths(concludedOn, 12)
}
