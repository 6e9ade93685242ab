declare const brand: unique symbol

/** A day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. Not an instant. Sorts as text. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const HOURS_EAST = 7

/** The date, or undefined when the text is not a day that exists (1900–2200). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  return text as CalendarDate
}

export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (!date) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

/** Vietnam has no daylight saving: UTC+7 all year. */
export function calendarDateOf(instant: Date): CalendarDate {
  return new Date(instant.getTime() + HOURS_EAST * 3_600_000)
    .toISOString()
    .slice(0, 10) as CalendarDate
}

/** `14:05` on the wall in Vietnam. */
export function clockTimeOf(instant: Date): string {
  return new Date(instant.getTime() + HOURS_EAST * 3_600_000).toISOString().slice(11, 16)
}

/** Midnight in Vietnam. */
export function startOfDay(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00+07:00`)
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** Calendar months; the day of the month is clamped to the month's end (31 Jan + 1 = 28/29 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const total = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month))
  return compose(year, month, day)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Completed years; someone born on 29 February is a year older on 28 February of a common year. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = yearOf(on) - yearOf(birthDate)
  return addMonths(birthDate, years * 12) <= on ? years : years - 1
}

/** `24/11/2026`, as Vietnamese forms and the health-insurance gateway write it. */
export function formatDayMonthYear(date: CalendarDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function compose(year: number, month: number, day: number): CalendarDate {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate
}

/** What is wrong with a date that somebody typed. */
export type TypedDateFault = 'unreadable' | 'short-year' | 'no-such-day'

const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/
const digitsOnly = /^(\d{2})(\d{2})(\d{4})$/

/** A date as people type it: `3/4/1985`, `03.04.1985`, `03041985`; also `1985-04-03`. Day before month. */
export function readTypedDate(text: string): CalendarDate | undefined {
  return parseCalendarDate(typedDate(text) ?? '')
}

/** Why `readTypedDate` finds no day in a text that is not empty; undefined where it finds one. */
export function faultOfTypedDate(text: string): TypedDateFault | undefined {
  if (readTypedDate(text)) return undefined
  const date = typedDate(text)
  if (!date) return 'unreadable'
  return date.startsWith('00') ? 'short-year' : 'no-such-day'
}

/** The parts in our own order, whether or not there is such a day. */
function typedDate(text: string): string | undefined {
  const tidy = text.trim().replace(/\s*([-/. ])\s*/g, '$1')
  const first = yearFirst.exec(tidy)
  if (first) return compose(Number(first[1]), Number(first[2]), Number(first[3]))
  const last = dayFirst.exec(tidy) ?? digitsOnly.exec(tidy)
  return last ? compose(Number(last[3]), Number(last[2]), Number(last[1])) : undefined
}
