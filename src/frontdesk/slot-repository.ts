import { addDays, type CalendarDate, startOfDay } from '../core/calendar-date.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { NewSlot, Slot } from './slot.ts'

type Reader = Pick<Database, 'query'>

const columns: Sql = sql`id, version, starts_at AS "startsAt", minutes, capacity,
  public_capacity AS "publicCapacity", booked, public_booked AS "publicBooked"`

/** Those of one day, or of several. */
export async function listSlots(
  db: Reader,
  facilityId: string,
  from: CalendarDate,
  days = 1,
): Promise<Slot[]> {
  const until = startOfDay(addDays(from, days))
  return db.query<Slot>(sql`
    SELECT ${columns} FROM slot
    WHERE facility_id = ${facilityId} AND starts_at >= ${startOfDay(from)} AND starts_at < ${until}
    ORDER BY starts_at`)
}

export async function findSlot(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Slot | undefined> {
  const [slot] = await db.query<Slot>(sql`
    SELECT ${columns} FROM slot WHERE facility_id = ${facilityId} AND id = ${id}`)
  return slot
}

/** When the last open slot begins. */
export async function findLastSlot(db: Reader, facilityId: string): Promise<Date | undefined> {
  const [row] = await db.query<{ last: Date | null }>(sql`
    SELECT max(starts_at) AS last FROM slot WHERE facility_id = ${facilityId}`)
  return row?.last ?? undefined
}

/** What is open already stays as it is; gives back how many are new. */
export async function insertSlots(tx: Tx, slots: readonly NewSlot[]): Promise<number> {
  const rows = slots.map((slot) => ({ ...slot, id: tx.deps.clock.id() }))
  const added = await tx.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    SELECT s.id, ${tx.facilityId}, s."startsAt", s.minutes, s.capacity, s."publicCapacity"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s (id uuid, "startsAt" timestamptz,
      minutes int, capacity int, "publicCapacity" int)
    ON CONFLICT (facility_id, starts_at) DO NOTHING RETURNING id`)
  return added.length
}

/** False where there is no such slot. */
export async function resizeSlot(
  tx: Tx,
  slot: { id: string; capacity: number; publicCapacity: number },
): Promise<boolean> {
  const changed = await tx.query(sql`
    UPDATE slot SET capacity = ${slot.capacity}, public_capacity = ${slot.publicCapacity},
      version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${slot.id} RETURNING id`)
  return changed.length === 1
}

/** The free places of a day from a moment on, in order, held until the transaction ends. */
export async function lockSlotsFrom(tx: Tx, from: Date, until: Date): Promise<Slot[]> {
  return tx.query<Slot>(sql`
    SELECT ${columns} FROM slot
    WHERE facility_id = ${tx.facilityId} AND starts_at >= ${from} AND starts_at < ${until}
    ORDER BY starts_at FOR UPDATE`)
}

/** Slots from a moment on in which somebody is still expected, and how many are. */
export async function listExpectedSlots(
  db: Reader,
  facilityId: string,
  from: Date,
): Promise<Pick<Slot, 'startsAt' | 'minutes' | 'booked'>[]> {
  return db.query(sql`
    SELECT s.starts_at AS "startsAt", s.minutes, count(*)::int AS booked
    FROM slot s JOIN appointment a ON a.slot_id = s.id AND a.state = 'booked'
    WHERE s.facility_id = ${facilityId} AND s.starts_at >= ${from}
    GROUP BY s.id ORDER BY s.starts_at`)
}
