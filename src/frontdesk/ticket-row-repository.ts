import type { CalendarDate } from '../core/calendar-date.ts'
import { sql } from '../platform/database.ts'
import type { Priority } from './queue.ts'
import type { Task } from './task.ts'
import type { Ticket, TicketState } from './ticket.ts'

export type TicketRow = {
  visit_id: string
  version: number
  day: CalendarDate
  number: number
  priority: Priority | null
  tasks: Task[]
  passed: Task[]
  state: TicketState
  station_id: string | null
  place: Date
  queued_at: Date
  called_at: Date | null
  served_at: Date | null
  calls: number
  skips: number
  ended_at: Date | null
}

export const ticketColumns = sql`t.visit_id, t.version, t.day, t.number, t.priority, t.tasks,
  t.passed, t.state, t.station_id, t.place, t.queued_at, t.called_at, t.served_at, t.calls, t.skips,
  t.ended_at`

export function ticketOf(row: TicketRow): Ticket {
  return {
    visitId: row.visit_id,
    version: row.version,
    day: row.day,
    number: row.number,
    ...(row.priority && { priority: row.priority }),
    tasks: row.tasks,
    passed: row.passed,
    state: row.state,
    ...(row.station_id && { stationId: row.station_id }),
    place: row.place,
    queuedAt: row.queued_at,
    ...(row.called_at && { calledAt: row.called_at }),
    ...(row.served_at && { servedAt: row.served_at }),
    calls: row.calls,
    skips: row.skips,
    ...(row.ended_at && { endedAt: row.ended_at }),
  }
}

/**
 * What is recorded, paid and concluded of the visit of `t`, as tasks. A declaration that a kiosk took
 * from somebody whose card nobody has seen is not done: it leads them past the desk.
 */
export const doneColumn = sql`ARRAY(
  SELECT s.section FROM exam e JOIN exam_section s ON s.exam_id = e.id WHERE e.visit_id = t.visit_id
    AND (s.section <> 'declaration' OR EXISTS (
      SELECT 1 FROM visit v WHERE v.id = t.visit_id AND v.identity = 'verified'))
  UNION SELECT 'payment' FROM exam e JOIN invoice i ON i.exam_id = e.id
    WHERE e.visit_id = t.visit_id AND i.state = 'balanced'
  UNION SELECT 'conclusion' FROM exam e JOIN conclusion c ON c.exam_id = e.id
    WHERE e.visit_id = t.visit_id) AS done`
