import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import { type Database, type Sql, sql } from '../platform/database.ts'
import { secondsEach } from './pace.ts'
import type { OpenStation } from './route.ts'
import type { Task } from './task.ts'

type Reader = Pick<Database, 'query'>

export type OpenStationJson = {
  id: string
  name: string
  room: string
  tasks: Task[]
  position: number
  waiting: number
  busy: boolean
  staffed: boolean
  on: CalendarDate | null
  served: number
  seconds: number
}

/** The stations that take people now with their queues, as one JSON value. */
export const openStationsJson = (facilityId: string, day: CalendarDate): Sql => sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'room', s.room,
    'tasks', s.tasks, 'position', s.position, 'on', s.paced_on, 'served', s.paced_served,
    'seconds', s.paced_seconds,
    'waiting', (SELECT count(*) FROM ticket q
                WHERE q.station_id = s.id AND q.state = 'waiting' AND q.day = ${day}),
    'staffed', EXISTS (SELECT 1 FROM station_duty d
                       WHERE d.station_id = s.id AND d.ended_at IS NULL),
    'busy', EXISTS (SELECT 1 FROM ticket q
                    WHERE q.station_id = s.id AND q.state IN ('called', 'serving')))), '[]'::jsonb)
  FROM station s WHERE s.facility_id = ${facilityId} AND s.open)`

export function openStationsOf(
  json: readonly OpenStationJson[],
  today: CalendarDate,
): OpenStation[] {
  return json.map(({ on, served, seconds, ...station }) => ({
    ...station,
    secondsEach: secondsEach({ on: on ?? undefined, served, seconds }, today),
  }))
}

export async function findOpenStations(
  db: Reader,
  facilityId: string,
  now: Date,
): Promise<OpenStation[]> {
  const today = calendarDateOf(now)
  const [row] = await db.query<{ stations: OpenStationJson[] }>(sql`
    SELECT ${openStationsJson(facilityId, today)} AS stations`)
  return openStationsOf(row?.stations ?? [], today)
}
