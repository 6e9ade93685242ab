import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import { type Database, sql } from '../platform/database.ts'
import type { Board, BoardStation } from './board.ts'
import { secondsEach, waitSeconds } from './pace.ts'

type Reader = Pick<Database, 'query'>

type Row = Pick<BoardStation, 'id' | 'name' | 'room' | 'open' | 'waiting' | 'next'> & {
  number: number | null
  state: 'called' | 'serving'
  calls: number
  calledAt: Date
  on: CalendarDate | null
  served: number
  seconds: number
}

const NEXT = 5

/** All stations in use, in their order, with who is called there and who comes next. */
export async function findBoard(db: Reader, facilityId: string, now: Date): Promise<Board> {
  const today = calendarDateOf(now)
  const rows = await db.query<Row>(sql`
    SELECT s.id, s.name, s.room, s.open, s.paced_on AS "on", s.paced_served AS served,
      s.paced_seconds AS seconds, c.number, c.state, c.calls, c.called_at AS "calledAt",
      cardinality(q.numbers) AS waiting, q.numbers[1:${NEXT}::int] AS next
    FROM station s
    LEFT JOIN ticket c ON c.station_id = s.id AND c.state IN ('called', 'serving')
    CROSS JOIN LATERAL (SELECT ARRAY(
      SELECT t.number FROM ticket t
      WHERE t.station_id = s.id AND t.state = 'waiting' AND t.day = ${today}
      ORDER BY t.place, t.number) AS numbers) q
    WHERE s.facility_id = ${facilityId} AND s.retired_at IS NULL
    ORDER BY s.position, s.id`)
  return { at: now, stations: rows.map((row) => stationOf(row, today)) }
}

function stationOf(row: Row, today: CalendarDate): BoardStation {
  const { number, state, calls, calledAt, on, served, seconds, ...station } = row
  const each = secondsEach({ on: on ?? undefined, served, seconds }, today)
  return {
    ...station,
    ...(number !== null && { current: { number, state, calls, calledAt } }),
    waitSeconds: waitSeconds(each, { ahead: station.waiting, busy: number !== null }),
  }
}
