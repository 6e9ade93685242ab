import { sql, type Tx } from '../platform/database.ts'

/** The visit under its right name; a link was given to somebody else and opens nothing any more. */
export async function moveVisit(tx: Tx, to: { visitId: string; patientId: string }): Promise<void> {
  await tx.query(sql`
    UPDATE visit SET patient_id = ${to.patientId}, access_hash = NULL, access_expires_at = NULL,
      version = version + 1
    WHERE facility_id = ${tx.facilityId} AND id = ${to.visitId}`)
}
