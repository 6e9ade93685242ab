import { calendarDateOf, startOfDay } from '../core/calendar-date.ts'
import type { LicenceClass, LicencePurpose } from '../core/licence.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { Group, GroupInput, GroupMember, GroupRow } from './group.ts'
import type { Members } from './group-decision.ts'

type Reader = Pick<Database, 'query'>

type Row = {
  id: string
  version: number
  name: string
  contact_name: string | null
  contact_phone: string | null
  licence_class: LicenceClass
  purpose: LicencePurpose
  created_at: Date
  created_by_name: string
  closed_at: Date | null
}

const columns = sql`id, version, name, contact_name, contact_phone, licence_class, purpose,
  created_at, created_by_name, closed_at`

export async function insertGroup(tx: Tx, id: string, group: GroupInput): Promise<void> {
  const { name, contactName = null, contactPhone = null, licenceClass, purpose } = group
  await tx.query(sql`
    INSERT INTO visitor_group (id, facility_id, name, contact_name, contact_phone, licence_class,
      purpose, created_at, created_by_name)
    VALUES (${id}, ${tx.facilityId}, ${name}, ${contactName}, ${contactPhone}, ${licenceClass},
      ${purpose}, ${tx.now}, ${tx.actor.name})`)
}

export async function findGroup(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Group | undefined> {
  const [row] = await db.query<Row>(sql`
    SELECT ${columns} FROM visitor_group WHERE facility_id = ${facilityId} AND id = ${id}`)
  return row && groupOf(row)
}

/** One at a time registers into a group, bills it or closes it. */
export async function lockGroup(tx: Tx, id: string): Promise<Group | undefined> {
  const [row] = await tx.query<Row>(sql`
    SELECT ${columns} FROM visitor_group
    WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE`)
  return row && groupOf(row)
}

export async function setClosed(tx: Tx, id: string, closed: boolean): Promise<void> {
  await tx.query(sql`
    UPDATE visitor_group SET closed_at = ${closed ? tx.now : null}, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${id}`)
}

/** The open ones first, each newest first. */
export async function listGroups(db: Reader, facilityId: string): Promise<GroupRow[]> {
  return db.query<GroupRow>(sql`
    SELECT g.id, g.name, g.created_at AS "createdAt", g.closed_at AS "closedAt",
      count(m.patient_id)::int AS members, count(m.visit_id)::int AS came,
      count(v.id) FILTER (WHERE v.state = 'finished')::int AS done
    FROM (SELECT * FROM visitor_group WHERE facility_id = ${facilityId}
          ORDER BY closed_at IS NOT NULL, created_at DESC LIMIT 200) g
    LEFT JOIN group_member m ON m.group_id = g.id
    LEFT JOIN visit v ON v.id = m.visit_id
    GROUP BY g.id, g.name, g.created_at, g.closed_at
    ORDER BY g.closed_at IS NOT NULL, g.created_at DESC`)
}

type MemberRow = Omit<GroupMember, 'bill'> & {
  billId: string | null
  billNumber: string
  billState: string
  total: number
  paid: number
}

/** Everybody of the group by name; of bills the one that stands. */
export async function listMembers(
  db: Reader,
  facilityId: string,
  groupId: string,
): Promise<GroupMember[]> {
  const rows = await db.query<MemberRow>(sql`
    SELECT m.patient_id AS "patientId", p.name, p.birth_date AS "birthDate",
      m.licence_class AS "licenceClass", m.purpose, m.visit_id AS "visitId",
      v.state AS "visitState", v.started_at AS "cameAt", v.ended_at AS "doneAt", e.id AS "examId",
      ${nextAppointment} AS "expectedAt", i.id AS "billId", i.number AS "billNumber",
      i.state AS "billState", i.total, i.paid
    FROM group_member m
    JOIN patient p ON p.id = m.patient_id
    LEFT JOIN visit v ON v.id = m.visit_id
    LEFT JOIN LATERAL (
      SELECT id FROM exam
      WHERE visit_id = m.visit_id AND state NOT IN ('cancelled', 'entered-in-error')
      ORDER BY created_at DESC LIMIT 1) e ON true
    LEFT JOIN LATERAL (
      SELECT id, number, state, total, paid FROM invoice
      WHERE exam_id = e.id AND state IN ('issued', 'balanced')
      ORDER BY issued_at DESC LIMIT 1) i ON true
    WHERE m.facility_id = ${facilityId} AND m.group_id = ${groupId}
    ORDER BY p.folded_name, p.birth_date, p.id`)
  return rows.map(memberOf)
}

const nextAppointment: Sql = sql`(
  SELECT min(s.starts_at) FROM appointment a JOIN slot s ON s.id = a.slot_id
  WHERE a.patient_id = m.patient_id AND a.facility_id = m.facility_id AND a.state = 'booked')`

function memberOf(row: MemberRow): GroupMember {
  const { billId, billNumber, billState, total, paid, ...member } = row
  const bill = billId ? { id: billId, number: billNumber, state: billState, total, paid } : null
  return { ...member, bill }
}

export async function findMembers(db: Reader, groupId: string): Promise<Members> {
  const rows = await db.query<{ patient_id: string; row_key: string }>(sql`
    SELECT patient_id, row_key FROM group_member WHERE group_id = ${groupId}`)
  return {
    patientIds: new Set(rows.map(({ patient_id }) => patient_id)),
    rowKeys: new Set(rows.map(({ row_key }) => row_key)),
  }
}

export type NewMember = {
  patientId: string
  licenceClass: string
  purpose: string
  rowKey: string
}

/** Gives back how many were not members before. */
export async function insertMembers(
  tx: Tx,
  groupId: string,
  members: readonly NewMember[],
): Promise<number> {
  const added = await tx.query(sql`
    INSERT INTO group_member (group_id, facility_id, patient_id, licence_class, purpose, row_key,
      added_at)
    SELECT ${groupId}, ${tx.facilityId}, m."patientId", m."licenceClass", m.purpose, m."rowKey",
      ${tx.now}
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
      AS m ("patientId" uuid, "licenceClass" text, purpose text, "rowKey" text)
    ON CONFLICT DO NOTHING RETURNING patient_id`)
  return added.length
}

/** The group, if an open one was still waiting for this person; the newest of several. */
export async function setMemberVisit(
  tx: Tx,
  came: { patientId: string; visitId: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ group_id: string }>(sql`
    UPDATE group_member SET visit_id = ${came.visitId}
    WHERE (group_id, patient_id) = (
      SELECT m.group_id, m.patient_id FROM group_member m
      JOIN visitor_group g ON g.id = m.group_id
      LEFT JOIN visit v ON v.id = m.visit_id
      WHERE m.facility_id = ${tx.facilityId} AND m.patient_id = ${came.patientId}
        AND (v.id IS NULL OR v.state = 'cancelled') AND g.closed_at IS NULL
      ORDER BY g.created_at DESC LIMIT 1)
    RETURNING group_id`)
  return row?.group_id
}

/**
 * Whoever was here before their list was: the visit of today that they came for, unless it is counted to
 * a group already.
 */
export async function countEarlierVisits(tx: Tx, groupId: string): Promise<void> {
  await tx.query(sql`
    UPDATE group_member m SET visit_id = v.id
    FROM (
      SELECT DISTINCT ON (patient_id) id, patient_id FROM visit
      WHERE facility_id = ${tx.facilityId} AND state <> 'cancelled'
        AND started_at >= ${startOfDay(calendarDateOf(tx.now))}
        AND NOT EXISTS (SELECT 1 FROM group_member other WHERE other.visit_id = visit.id)
      ORDER BY patient_id, started_at DESC) v
    WHERE m.facility_id = ${tx.facilityId} AND m.group_id = ${groupId} AND m.visit_id IS NULL
      AND m.patient_id = v.patient_id`)
}

/** The group whose member the visit was counted to by mistake; that member has not come. */
export async function releaseMemberVisit(tx: Tx, visitId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ group_id: string }>(sql`
    UPDATE group_member SET visit_id = NULL
    WHERE facility_id = ${tx.facilityId} AND visit_id = ${visitId} RETURNING group_id`)
  return row?.group_id
}

function groupOf(row: Row): Group {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    ...(row.contact_name && { contactName: row.contact_name }),
    ...(row.contact_phone && { contactPhone: row.contact_phone }),
    licenceClass: row.licence_class,
    purpose: row.purpose,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    ...(row.closed_at && { closedAt: row.closed_at }),
  }
}
