import type { CalendarDate } from '../core/calendar-date.ts'
import { addDays, startOfDay } from '../core/calendar-date.ts'
import { type Database, type Sql, sql } from '../platform/database.ts'
import { type Period, stepOf } from './period.ts'

export type Reader = Pick<Database, 'query'>

/** The days of a period as instants: from the first midnight until before the last. */
export function boundsOf({ from, to }: { from: CalendarDate; to: CalendarDate }) {
  return { since: startOfDay(from), until: startOfDay(addDays(to, 1)) }
}

/** The day in Vietnam on which an instant lies. */
export function dayOf(instant: Sql): Sql {
  return sql`(${instant} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`
}

/** The first day of the period's column that a day falls into. */
export function columnOf(day: Sql, period: Period, step = stepOf(period)): Sql {
  if (step === 'day') return day
  return sql`greatest(date_trunc('week', ${day})::date, ${period.from}::date)`
}

/** The exams `e` of those who came in the period: every part of the page is about these people. */
export function openedIn(facilityId: string, period: Period): Sql {
  const { since, until } = boundsOf(period)
  return sql`e.facility_id = ${facilityId} AND e.created_at >= ${since} AND e.created_at < ${until}`
}
