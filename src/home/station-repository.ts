import type { QueueLine } from '../frontdesk/queue-line.ts'
import { findQueue } from '../frontdesk/queue-repository.ts'
import { type Database, sql } from '../platform/database.ts'

type Reader = Pick<Database, 'query'>

export type Seat = { stationId: string; name: string; room: string; lines: readonly QueueLine[] }

/** The station that somebody sits at now, with whoever is there or waits there. */
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
