import { findQueue } from '../frontdesk/queue-repository.ts'
import { type Database, sql } from '../platform/database.ts'
import type { Seat } from './seat.ts'

type Reader = Pick<Database, 'query'>

export async function findSeat(
  db: Reader,
  facilityId: string,
  of: { staffId: string; now: Date },
): Promise<Seat | undefined> {
  const [seat] = await db.query<Omit<Seat, 'lines'>>(sql`
    SELECT s.id AS "stationId", s.name, s.room
    FROM station_duty d JOIN station s ON s.id = d.station_id
    WHERE d.facility_id = ${facilityId} AND d.staff_id = ${of.staffId} AND d.ended_at IS NULL
      AND s.open`)
  return seat && { ...seat, lines: await findQueue(db, facilityId, seat.stationId, of.now) }
}
