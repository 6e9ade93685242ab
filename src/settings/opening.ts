import { type CalendarDate, readTypedDate } from '../core/calendar-date.ts'
import { type FieldError, invalid } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { calendarFaults as faults } from './fault-words.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** Monday is 1. */
export type Weekday = (typeof weekdays)[number]
export const parts = ['morning', 'afternoon'] as const
export type Part = (typeof parts)[number]

/** A stretch in which the house is open, `07:30`. */
export type Opening = { weekday: Weekday; opens: string; closes: string }
export type Holiday = { day: CalendarDate; name: string }
export type Calendar = { openings: readonly Opening[]; holidays: readonly Holiday[] }

export function weekdayOf(day: CalendarDate): Weekday {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday
}

/** The stretches of a day, earliest first; none on a holiday. */
export function openingsOn(calendar: Calendar, day: CalendarDate): readonly Opening[] {
  if (holidayOn(calendar, day)) return []
  const weekday = weekdayOf(day)
  return calendar.openings
    .filter((opening) => opening.weekday === weekday)
    .sort((a, b) => (a.opens < b.opens ? -1 : 1))
}

/** Until somebody has said the hours, every day that is no holiday counts as open. */
export function isOpenDay(calendar: Calendar, day: CalendarDate): boolean {
  if (calendar.openings.length === 0) return holidayOn(calendar, day) === undefined
  return openingsOn(calendar, day).length > 0
}

export function holidayOn(calendar: Calendar, day: CalendarDate): Holiday | undefined {
  return calendar.holidays.find((holiday) => holiday.day === day)
}

/** `monday morning opens`: the form's name for one field. */
export function timeField(weekday: Weekday, part: Part, end: 'opens' | 'closes'): string {
  return `${weekday}-${part}-${end}`
}

/** `7h30`, `7:30` and `0730` are the same time. */
export function readTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:h.]?([0-5]\d)|h)?$/i.exec(text.trim())
  const hour = Number(match?.[1] ?? Number.NaN)
  if (!match || hour > 23) return undefined
  return `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`
}

/** The week as the form sends it; a stretch left empty is closed. Every fault is named at once. */
export function typedOpenings(form: Readonly<Record<string, string>>): Opening[] {
  const errors: FieldError[] = []
  const fault = (name: string, code: 'time' | 'both' | 'order' | 'overlap') =>
    errors.push({ pointer: `/${name}`, code, message: faults[code] })
  const found = weekdays.flatMap((weekday) => {
    const day = parts.flatMap((part) => {
      const names = [timeField(weekday, part, 'opens'), timeField(weekday, part, 'closes')] as const
      const [opens, closes] = names.map((name) => (form[name] ?? '').trim()) as [string, string]
      if (opens === '' && closes === '') return []
      const [from, to] = [readTime(opens), readTime(closes)]
      if (opens === '' || closes === '') fault(opens === '' ? names[0] : names[1], 'both')
      else if (!from) fault(names[0], 'time')
      else if (!to) fault(names[1], 'time')
      else if (to <= from) fault(names[1], 'order')
      return from && to ? [{ weekday, opens: from, closes: to }] : []
    })
    const [first, second] = day
    if (first && second && second.opens < first.closes)
      fault(timeField(weekday, 'afternoon', 'opens'), 'overlap')
    return day
  })
  if (errors.length > 0) throw invalid(errors)
  return found
}

/** The week as the form shows it: which field holds which time. */
export function shownOpenings(openings: readonly Opening[]): Record<string, string> {
  const entries = weekdays.flatMap((weekday) => {
    const day = openings.filter((opening) => opening.weekday === weekday)
    return day.flatMap(({ opens, closes }, index) => {
      // One stretch that begins after noon is the afternoon's.
      const part = index > 0 || (day.length === 1 && opens >= '12:00') ? 'afternoon' : 'morning'
      return [
        [timeField(weekday, part, 'opens'), opens],
        [timeField(weekday, part, 'closes'), closes],
      ]
    })
  })
  return Object.fromEntries(entries)
}

const MAX_HOLIDAYS = 200

/** One holiday a line: the day, then what it is called. */
export function typedHolidays(text: string): Holiday[] {
  const errors: FieldError[] = []
  const seen = new Set<string>()
  const holidays = text.split(/\r?\n/).flatMap((raw, index) => {
    const [first = '', ...rest] = raw.trim().split(/\s+/)
    if (first === '') return []
    const day = readTypedDate(first)
    const said = { line: index + 1, text: first.slice(0, 20) }
    const code = !day ? 'day' : seen.has(day) ? 'twice' : undefined
    if (code || !day) {
      const message = fill(faults[code ?? 'day'], said)
      errors.push({ pointer: '/holidays', code: code ?? 'day', message })
      return []
    }
    seen.add(day)
    return [{ day, name: rest.join(' ').slice(0, 80) }]
  })
  if (holidays.length > MAX_HOLIDAYS)
    errors.push({ pointer: '/holidays', code: 'too-many', message: faults.tooMany })
  if (errors.length > 0) throw invalid(errors)
  return holidays.sort((a, b) => (a.day < b.day ? -1 : 1))
}
