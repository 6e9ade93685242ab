import type { CalendarDate } from '../core/calendar-date.ts'
import { type Database, sql } from '../platform/database.ts'

type Reader = Pick<Database, 'query'>

/** Whose day is over and who still stands in a queue, or was called in vain and may yet come back. */
export function listLeftOver(
  db: Reader,
  today: CalendarDate,
): Promise<{ facilityId: string; visitId: string }[]> {
  return db.query(sql`
    SELECT t.facility_id AS "facilityId", t.visit_id AS "visitId"
    FROM ticket t JOIN visit v ON v.id = t.visit_id
    WHERE t.day < ${today} AND (t.state IN ('waiting', 'called', 'serving')
      OR (t.state = 'no-show' AND v.state IN ('arrived', 'in-progress')))
    ORDER BY t.day, t.number`)
}

export async function listFacilitiesSeated(db: Reader, before: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    SELECT DISTINCT facility_id AS id FROM station_duty
    WHERE ended_at IS NULL AND began_at < ${before}`)
  return rows.map(({ id }) => id)
}
