import { calendarDateOf } from '../core/calendar-date.ts'
import { type Database, sql } from '../platform/database.ts'
import {
  type OpenStationJson,
  openStationsJson,
  openStationsOf,
} from './open-station-repository.ts'
import { secondsEach, waitSeconds } from './pace.ts'
import { legsOf, type OpenStation, type Route, tasksLeft, tasksNow } from './route.ts'
import { inBoth, type Task, without } from './task.ts'
import { isOver, isSeated, type Ticket } from './ticket.ts'
import { doneColumn, type TicketRow, ticketColumns, ticketOf } from './ticket-row-repository.ts'

type Reader = Pick<Database, 'query'>

type Row = TicketRow & {
  done: Task[]
  ahead: number
  stations: OpenStationJson[]
  here: HereJson | null
}
type HereJson = Omit<OpenStationJson, 'waiting'>

/** Where a visit is on its way, how many are before it and what comes after. */
export async function findRoute(
  db: Reader,
  facilityId: string,
  visitId: string,
  now: Date,
): Promise<Route | undefined> {
  const today = calendarDateOf(now)
  const [row] = await db.query<Row>(sql`
    SELECT ${ticketColumns}, ${doneColumn},
      (SELECT count(*) FROM ticket a WHERE a.station_id = t.station_id AND a.state = 'waiting'
         AND a.day = t.day AND (a.place, a.number) < (t.place, t.number)) AS ahead,
      (SELECT jsonb_build_object('id', s.id, 'name', s.name, 'room', s.room, 'tasks', s.tasks,
         'on', s.paced_on, 'served', s.paced_served, 'seconds', s.paced_seconds,
         'busy', EXISTS (SELECT 1 FROM ticket b WHERE b.station_id = s.id
                         AND b.state IN ('called', 'serving') AND b.visit_id <> t.visit_id))
       FROM station s WHERE s.id = t.station_id) AS here,
      ${openStationsJson(facilityId, today)} AS stations
    FROM ticket t WHERE t.facility_id = ${facilityId} AND t.visit_id = ${visitId}`)
  return row && routeOf(row, openStationsOf(row.stations, today))
}

function routeOf(row: Row, open: readonly OpenStation[]): Route {
  const ticket = ticketOf(row)
  const done = inBoth(ticket.tasks, row.done)
  if (isOver(ticket.state)) return { ticket, done, next: [], unserved: [] }
  const { here } = row
  const left = tasksLeft(ticket, row.done)
  const rest = here ? without(left, inBoth(here.tasks, tasksNow(left, open))) : left
  const { legs, unserved } = legsOf(rest, open)
  return {
    ticket,
    done,
    ...(here && { here: hereOf(ticket, here, row.ahead) }),
    next: legs,
    unserved,
  }
}

function hereOf(ticket: Ticket, here: HereJson, waitingAhead: number): NonNullable<Route['here']> {
  const { id: stationId, name, room, on, served, seconds, busy } = here
  const ahead = isSeated(ticket.state) ? 0 : waitingAhead
  const each = secondsEach({ on: on ?? undefined, served, seconds }, ticket.day)
  const wait = isSeated(ticket.state) ? 0 : waitSeconds(each, { ahead, busy })
  return { stationId, name, room, ahead, waitSeconds: wait }
}
