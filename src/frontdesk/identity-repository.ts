import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Claim, Unrecognised } from './identity.ts'

type Reader = Pick<Database, 'query'>

export async function saveUnverified(tx: Tx, visitId: string, claimed: Claim): Promise<void> {
  await tx.query(sql`
    UPDATE visit SET identity = 'unverified', claimed = ${JSON.stringify(claimed)}::jsonb,
      version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${visitId}`)
}

/** Undefined when there is no such visit, or when its card was seen. */
export async function findClaim(
  db: Reader,
  facilityId: string,
  visitId: string,
): Promise<Claim | undefined> {
  const [row] = await db.query<{ claimed: Claim }>(sql`
    SELECT claimed FROM visit
    WHERE facility_id = ${facilityId} AND id = ${visitId} AND identity = 'unverified'`)
  return row?.claimed
}

/** Who holds the number that was claimed, when it is not the record that the visit was opened for. */
export async function findHolder(
  db: Reader,
  facilityId: string,
  claim: { number: string; patientId: string },
): Promise<{ id: string } | undefined> {
  const [row] = await db.query<{ id: string }>(sql`
    SELECT id FROM patient
    WHERE facility_id = ${facilityId} AND identity_number = ${claim.number}
      AND id <> ${claim.patientId}`)
  return row
}

/** Whose card the desk has not seen yet, of those who came since then; who waits longest first. */
export function listUnrecognised(
  db: Reader,
  facilityId: string,
  from: Date,
): Promise<Unrecognised[]> {
  return db.query<Unrecognised>(sql`
    SELECT v.id AS "visitId", v.claimed ->> 'name' AS name, v.claimed ->> 'birthDate' AS "birthDate",
      c.number AS "cardNumber", t.number, v.started_at AS since,
      EXISTS (SELECT 1 FROM patient o WHERE o.facility_id = v.facility_id
        AND o.identity_number = c.number AND o.id <> v.patient_id) AS another
    FROM visit v
    CROSS JOIN LATERAL (SELECT v.claimed #>> '{identityCard,number}' AS number) c
    LEFT JOIN ticket t ON t.visit_id = v.id
    WHERE v.facility_id = ${facilityId} AND v.identity = 'unverified' AND v.started_at >= ${from}
      AND v.state IN ('arrived', 'in-progress')
    ORDER BY v.started_at, v.id LIMIT 100`)
}

export async function isVisitUnverified(
  db: Reader,
  facilityId: string,
  visitId: string,
): Promise<boolean> {
  const rows = await db.query(sql`
    SELECT 1 FROM visit
    WHERE facility_id = ${facilityId} AND id = ${visitId} AND identity = 'unverified'`)
  return rows.length === 1
}

/** The identity of an exam's visit, held until the transaction ends. */
export async function isUnverified(tx: Tx, examId: string): Promise<boolean> {
  const [row] = await tx.query<{ identity: string }>(sql`
    SELECT v.identity FROM visit v JOIN exam e ON e.visit_id = v.id
    WHERE e.facility_id = ${tx.facilityId} AND e.id = ${examId} FOR SHARE OF v`)
  return row?.identity === 'unverified'
}

/** What was claimed is forgotten with it: the record says who it was. */
export async function saveVerified(tx: Tx, visitId: string): Promise<boolean> {
  const rows = await tx.query(sql`
    UPDATE visit SET identity = 'verified', claimed = NULL, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${visitId} AND identity = 'unverified'
    RETURNING id`)
  return rows.length === 1
}
