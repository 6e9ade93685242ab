import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import type { Sex } from '../patients/personal-id.ts'
import { type Database, sql, type Tx } from '../platform/database.ts'
import {
  type OpenStationJson,
  openStationsJson,
  openStationsOf,
} from './open-station-repository.ts'
import type { OpenStation } from './route.ts'
import type { Visit, VisitBill, VisitCase, VisitExam, VisitState } from './visit.ts'

type Reader = Pick<Database, 'query'>

type Row = {
  id: string
  version: number
  patient_id: string
  state: VisitState
  started_at: Date
  ended_at: Date | null
  access_expires_at: Date | null
}

const columns = sql`id, version, patient_id, state, started_at, ended_at, access_expires_at`

/** What opening an exam needs to know of the person who arrived. */
export type Arrival = {
  visitId: string
  patientId: string
  birthDate: CalendarDate
  sex: Sex
  /** Where they could be sent now. */
  openStations: OpenStation[]
}

/** Undefined when the facility has no such patient. */
export async function insertVisit(
  tx: Tx,
  visit: { id: string; patientId: string },
): Promise<Arrival | undefined> {
  const today = calendarDateOf(tx.now)
  type Person = { birth_date: CalendarDate; sex: Sex; stations: OpenStationJson[] }
  const [row] = await tx.query<Person>(sql`
    WITH person AS (
      SELECT id, birth_date, sex FROM patient
      WHERE facility_id = ${tx.facilityId} AND id = ${visit.patientId}
    ), opened AS (
      INSERT INTO visit (id, facility_id, patient_id, state, started_at)
      SELECT ${visit.id}, ${tx.facilityId}, person.id, 'arrived', ${tx.now} FROM person
    )
    SELECT birth_date, sex, ${openStationsJson(tx.facilityId, today)} AS stations FROM person`)
  return (
    row && {
      visitId: visit.id,
      patientId: visit.patientId,
      birthDate: row.birth_date,
      sex: row.sex,
      openStations: openStationsOf(row.stations, today),
    }
  )
}

export async function findVisit(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Visit | undefined> {
  const [row] = await db.query<Row>(sql`
    SELECT ${columns} FROM visit WHERE facility_id = ${facilityId} AND id = ${id}`)
  return row && visitOf(row)
}

export async function lockVisit(tx: Tx, id: string): Promise<Visit | undefined> {
  const [row] = await tx.query<Row>(sql`
    SELECT ${columns} FROM visit WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE`)
  return row && visitOf(row)
}

/** A new link replaces the old: only its hash is kept, so nobody can read it back. */
export async function saveLink(
  tx: Tx,
  link: { visitId: string; hash: string; expiresAt: Date },
): Promise<void> {
  await tx.query(sql`
    UPDATE visit SET access_hash = ${link.hash}, access_expires_at = ${link.expiresAt},
      version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${link.visitId}`)
}

/** Moves the visit that an exam belongs to, where it is not there yet. */
export async function moveVisitOfExam(
  tx: Tx,
  examId: string,
  state: 'in-progress' | 'finished',
): Promise<void> {
  const before = state === 'finished' ? ['arrived', 'in-progress'] : ['arrived']
  const endedAt = state === 'finished' ? tx.now : null
  await tx.query(sql`
    UPDATE visit SET state = ${state}, ended_at = ${endedAt}, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND state = ANY (${before}::text[])
      AND id = (SELECT visit_id FROM exam WHERE facility_id = ${tx.facilityId} AND id = ${examId})`)
}

/** The visit comes to nothing, where it is not over yet. */
export async function cancelVisitRow(tx: Tx, visitId: string): Promise<void> {
  await tx.query(sql`
    UPDATE visit SET state = 'cancelled', ended_at = ${tx.now}, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${visitId}
      AND state IN ('arrived', 'in-progress')`)
}

/** The exams of a person, newest first, or of one visit; no findings. */
export async function findExams(
  db: Reader,
  facilityId: string,
  of: { patientId: string } | { visitId: string },
): Promise<VisitExam[]> {
  const which =
    'visitId' in of ? sql`e.visit_id = ${of.visitId}` : sql`e.patient_id = ${of.patientId}`
  return db.query<VisitExam>(sql`
    SELECT e.id AS "examId", e.visit_id AS "visitId", e.licence_class AS "licenceClass", e.purpose,
      e.state, e.created_at AS "openedAt", v.state AS "visitState", s.sections, s.signed,
      s.first AS "firstRecordedAt", s.last AS "lastRecordedAt", c.concluded_at AS "concludedAt"
    FROM exam e JOIN visit v ON v.id = e.visit_id
    LEFT JOIN conclusion c ON c.exam_id = e.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS sections, count(*) FILTER (WHERE state = 'signed')::int AS signed,
        min(recorded_at) AS first, max(recorded_at) AS last
      FROM exam_section WHERE exam_id = e.id
    ) s
    WHERE e.facility_id = ${facilityId} AND ${which}
    ORDER BY e.id DESC LIMIT 50`)
}

/** The bill that stands; those that were taken back are history. */
export async function findBill(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<VisitBill | undefined> {
  const [row] = await db.query<VisitBill>(sql`
    SELECT id, state, issued_at AS "issuedAt", balanced_at AS "balancedAt" FROM invoice
    WHERE facility_id = ${facilityId} AND exam_id = ${examId} AND state IN ('issued', 'balanced')
    ORDER BY issued_at DESC LIMIT 1`)
  return row
}

export async function findCase(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<VisitCase | undefined> {
  const [row] = await db.query<VisitCase>(sql`
    SELECT id, state FROM renewal_case WHERE facility_id = ${facilityId} AND exam_id = ${examId}`)
  return row
}

export type LinkedVisit = { visitId: string; patientId: string; facilityId: string; name: string }

/** The visit that an unexpired link opens, whoever's it is: the secret is the right. */
export async function findVisitByLink(
  db: Reader,
  hash: string,
  now: Date,
): Promise<LinkedVisit | undefined> {
  const [row] = await db.query<LinkedVisit>(sql`
    SELECT v.id AS "visitId", v.patient_id AS "patientId", v.facility_id AS "facilityId", p.name
    FROM visit v JOIN patient p ON p.id = v.patient_id
    WHERE v.access_hash = ${hash} AND v.access_expires_at > ${now}
      AND v.state <> 'entered-in-error'`)
  return row
}

function visitOf(row: Row): Visit {
  return {
    id: row.id,
    version: row.version,
    patientId: row.patient_id,
    state: row.state,
    startedAt: row.started_at,
    ...(row.ended_at && { endedAt: row.ended_at }),
    ...(row.access_expires_at && { linkExpiresAt: row.access_expires_at }),
  }
}
