import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Claim } from './identity.ts'

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
