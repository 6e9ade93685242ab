import { addDays, type CalendarDate, calendarDateOf, startOfDay } from '../core/calendar-date.ts'
import { searchKey } from '../patients/patient.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { Appointment, AppointmentSource, AppointmentState, Booking } from './appointment.ts'

type Reader = Pick<Database, 'query'>

const select = (which: Sql): Sql => sql`
  SELECT a.id, a.version, a.slot_id AS "slotId", s.starts_at AS "startsAt", a.state, a.source,
    a.patient_id AS "patientId", a.group_id AS "groupId", g.name AS "groupName",
    a.visit_id AS "visitId", a.name, a.birth_date AS "birthDate", a.phone,
    a.licence_class AS "licenceClass", a.purpose, a.booked_at AS "bookedAt", a.booked_by AS "bookedBy"
  FROM appointment a
  JOIN slot s ON s.id = a.slot_id
  LEFT JOIN visitor_group g ON g.id = a.group_id
  ${which}`

export async function findAppointment(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Appointment | undefined> {
  const [row] = await db.query<Appointment>(
    select(sql`WHERE a.facility_id = ${facilityId} AND a.id = ${id}`),
  )
  return row
}

export async function lockAppointment(tx: Tx, id: string): Promise<Appointment | undefined> {
  const [row] = await tx.query<Appointment>(
    select(sql`WHERE a.facility_id = ${tx.facilityId} AND a.id = ${id} FOR UPDATE OF a`),
  )
  return row
}

/** The appointment behind a booker's own link, whoever's it is: the secret is the right. */
export async function findBySecret(
  db: Reader,
  facilityId: string,
  hash: string,
): Promise<Appointment | undefined> {
  const [row] = await db.query<Appointment>(
    select(sql`WHERE a.facility_id = ${facilityId} AND a.access_hash = ${hash}`),
  )
  return row
}

export async function listAppointments(
  db: Reader,
  facilityId: string,
  day: CalendarDate,
): Promise<Appointment[]> {
  return db.query<Appointment>(
    select(sql`WHERE a.facility_id = ${facilityId} AND s.starts_at >= ${startOfDay(day)}
      AND s.starts_at < ${startOfDay(addDays(day, 1))}
      ORDER BY s.starts_at, a.folded_name, a.id`),
  )
}

export type NewAppointment = Booking & {
  id: string
  source: AppointmentSource
  groupId?: string
  accessHash?: string
}

/** Takes its place in the slot; the slot's own limit refuses one too many. */
export async function insertAppointment(tx: Tx, booking: NewAppointment): Promise<void> {
  const { id, slotId, source, name, birthDate, phone = null, licenceClass, purpose } = booking
  await tx.query(sql`
    INSERT INTO appointment (id, facility_id, slot_id, state, source, patient_id, group_id, name,
      folded_name, birth_date, phone, licence_class, purpose, access_hash, booked_at, booked_by)
    VALUES (${id}, ${tx.facilityId}, ${slotId}, 'booked', ${source}, ${booking.patientId ?? null},
      ${booking.groupId ?? null}, ${name}, ${searchKey(name)}, ${birthDate}, ${phone},
      ${licenceClass}, ${purpose}, ${booking.accessHash ?? null}, ${tx.now}, ${tx.actor.name})`)
}

export async function setPatient(tx: Tx, id: string, patientId: string): Promise<void> {
  await tx.query(sql`
    UPDATE appointment SET patient_id = ${patientId}, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${id}`)
}

export async function endAppointment(
  tx: Tx,
  id: string,
  end: { state: Exclude<AppointmentState, 'booked' | 'arrived'>; reason?: string },
): Promise<void> {
  await tx.query(sql`
    UPDATE appointment SET state = ${end.state}, ended_at = ${tx.now},
      cancel_reason = ${end.reason ?? null}, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${id}`)
}

/** Takes the booker's own link off an appointment, for another that goes on under it. */
export async function takeAccessHash(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.query<{ hash: string | null }>(sql`
    WITH was AS (
      SELECT id, access_hash FROM appointment WHERE facility_id = ${tx.facilityId} AND id = ${id})
    UPDATE appointment SET access_hash = NULL FROM was WHERE appointment.id = was.id
    RETURNING was.access_hash AS hash`)
  return row?.hash ?? undefined
}

/** Of today's appointments the one that this person keeps by coming: booked for them, or in their name. */
export async function keepAppointment(
  tx: Tx,
  came: { patientId: string; visitId: string },
): Promise<string | undefined> {
  const today = startOfDay(calendarDateOf(tx.now))
  const tomorrow = startOfDay(addDays(calendarDateOf(tx.now), 1))
  const [row] = await tx.query<{ id: string }>(sql`
    UPDATE appointment SET state = 'arrived', visit_id = ${came.visitId}, ended_at = ${tx.now},
      patient_id = ${came.patientId}, version = version + 1
    WHERE id = (
      SELECT a.id FROM appointment a
      JOIN slot s ON s.id = a.slot_id
      JOIN patient p ON p.facility_id = a.facility_id AND p.id = ${came.patientId}
      WHERE a.facility_id = ${tx.facilityId} AND a.state = 'booked'
        AND s.starts_at >= ${today} AND s.starts_at < ${tomorrow}
        AND (a.patient_id = p.id OR (a.patient_id IS NULL AND a.folded_name = p.folded_name
          AND a.birth_date = p.birth_date))
      ORDER BY a.patient_id IS NULL, s.starts_at LIMIT 1 FOR UPDATE OF a)
    RETURNING id`)
  return row?.id
}

/** Booked for days that are over, in every facility. */
export async function findMissed(
  db: Reader,
  before: Date,
): Promise<{ id: string; facilityId: string }[]> {
  return db.query(sql`
    SELECT a.id, a.facility_id AS "facilityId" FROM appointment a JOIN slot s ON s.id = a.slot_id
    WHERE a.state = 'booked' AND s.starts_at < ${before} ORDER BY a.facility_id, a.id LIMIT 1000`)
}

/** Who booked and never came leaves no name behind. */
export async function forgetBookers(tx: Tx, before: Date): Promise<void> {
  await tx.query(sql`
    UPDATE appointment SET name = '—', folded_name = '', phone = NULL, birth_date = '1900-01-01',
      access_hash = NULL
    WHERE facility_id = ${tx.facilityId} AND patient_id IS NULL AND state <> 'booked'
      AND ended_at < ${before} AND name <> '—'`)
}

export async function findFacilityByCode(
  db: Reader,
  code: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await db.query<{ id: string; name: string }>(
    sql`SELECT id, name FROM facility WHERE code = ${code}`,
  )
  return row
}

export async function listFacilityIds(db: Reader): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`SELECT id FROM facility ORDER BY id`)
  return rows.map(({ id }) => id)
}
