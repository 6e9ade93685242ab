import { z } from 'zod'
import { addDays, addMonths, type CalendarDate, daysBetween } from '../core/calendar-date.ts'
import { figureWords } from './figure-words.ts'

export const periodNames = ['today', 'week', 'month', 'quarter'] as const
export type PeriodName = (typeof periodNames)[number]

/** Days in Vietnam, both of them in it. */
export type Period = { name: PeriodName | 'custom'; from: CalendarDate; to: CalendarDate }

export function periodNamed(name: PeriodName, today: CalendarDate): Period {
  const from = {
    today,
    week: addDays(today, -6),
    month: addDays(today, -29),
    quarter: quarterBegan(today),
  }
  return { name, from: from[name], to: today }
}

export function isOneDay({ from, to }: Period): boolean {
  return from === to
}

function quarterBegan(day: CalendarDate): CalendarDate {
  const began = `${day.slice(0, 7)}-01` as CalendarDate
  return addMonths(began, -((Number(day.slice(5, 7)) - 1) % 3))
}

const MOST_DAYS = 366
/** Longer periods are read by the week. */
const MOST_DAILY = 62

/** What the columns of a chart over this period are. */
export function stepOf({ from, to }: Period): 'day' | 'week' {
  return daysBetween(from, to) < MOST_DAILY ? 'day' : 'week'
}

/** The first day of every column, empty ones too; a week that the period cuts begins with it. */
export function stepsOf(period: Period, step: 'day' | 'week'): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = period.from; day <= period.to; day = nextStep(day, step)) days.push(day)
  return days
}

function nextStep(day: CalendarDate, step: 'day' | 'week'): CalendarDate {
  return step === 'day' ? addDays(day, 1) : addDays(mondayOf(day), 7)
}

function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** `?period=month` or `?from=&to=`; nothing at all is the last seven days. */
export function periodQuery(
  today: CalendarDate,
  typedDay: z.ZodType<CalendarDate | undefined, string | undefined>,
) {
  return z
    .object({ period: z.enum(periodNames).optional(), from: typedDay, to: typedDay })
    .transform(({ period, from, to }): Period => {
      if (!from && !to) return periodNamed(period ?? 'week', today)
      const last = to ?? today
      return { name: 'custom', from: from ?? last, to: last }
    })
    .refine(({ from, to }) => from <= to, {
      path: ['to'],
      params: { code: 'out-of-range', text: figureWords.endsBefore },
    })
    .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
      path: ['from'],
      params: { code: 'out-of-range', text: figureWords.tooLong },
    })
}

/** How the period is asked for in an address. */
export function queryOf({ name, from, to }: Period): string {
  return name === 'custom' ? `from=${from}&to=${to}` : `period=${name}`
}
