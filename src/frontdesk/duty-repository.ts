import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Duty, Handover } from './station.ts'

type Reader = Pick<Database, 'query'>

const columns = sql`id, station_id AS "stationId", staff_id AS "staffId",
  staff_name AS "staffName", began_at AS "beganAt"`

/** Who sits where now. */
export function listDuties(db: Reader, facilityId: string): Promise<Duty[]> {
  return db.query<Duty>(sql`
    SELECT ${columns} FROM station_duty WHERE facility_id = ${facilityId} AND ended_at IS NULL`)
}

export async function findDuty(
  db: Reader,
  facilityId: string,
  stationId: string,
): Promise<Duty | undefined> {
  const [duty] = await db.query<Duty>(sql`
    SELECT ${columns} FROM station_duty
    WHERE facility_id = ${facilityId} AND station_id = ${stationId} AND ended_at IS NULL`)
  return duty
}

/** The note that was left last, if it was left since then. */
export async function findHandover(
  db: Reader,
  facilityId: string,
  of: { stationId: string; since: Date },
): Promise<Handover | undefined> {
  const [handover] = await db.query<Handover>(sql`
    SELECT staff_name AS "staffName", ended_at AS "endedAt", note FROM station_duty
    WHERE facility_id = ${facilityId} AND station_id = ${of.stationId} AND ended_at >= ${of.since}
      AND note IS NOT NULL
    ORDER BY ended_at DESC LIMIT 1`)
  return handover
}

/** Sits down here, and rises from wherever this person sat before. */
export async function insertDuty(tx: Tx, stationId: string): Promise<void> {
  const { actor, now } = tx
  await tx.query(sql`
    UPDATE station_duty SET ended_at = ${now}
    WHERE facility_id = ${tx.facilityId} AND ended_at IS NULL
      AND (staff_id = ${actor.id} OR station_id = ${stationId})`)
  await tx.query(sql`
    INSERT INTO station_duty (id, facility_id, station_id, staff_id, staff_name, began_at)
    VALUES (${tx.deps.clock.id()}, ${tx.facilityId}, ${stationId}, ${actor.id}, ${actor.name},
      ${now})`)
}

export async function endDuty(tx: Tx, stationId: string, note: string | undefined): Promise<void> {
  await tx.query(sql`
    UPDATE station_duty SET ended_at = ${tx.now}, note = ${note ?? null}
    WHERE facility_id = ${tx.facilityId} AND station_id = ${stationId} AND ended_at IS NULL`)
}

/** Whoever forgot to rise in the evening does not sit there in the morning. */
export async function endDutiesBefore(tx: Tx, instant: Date): Promise<void> {
  await tx.query(sql`
    UPDATE station_duty SET ended_at = ${tx.now}
    WHERE facility_id = ${tx.facilityId} AND ended_at IS NULL AND began_at < ${instant}`)
}
