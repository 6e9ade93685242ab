import { sql, type Tx } from '../platform/database.ts'

/** The encounter carries the hash that the concluding doctor signed. */
export async function insertEncounter(tx: Tx, examId: string): Promise<void> {
  await tx.query(sql`
    INSERT INTO encounter (id, facility_id, patient_id, exam_id, started_at, ended_at, kind,
      content_hash)
    SELECT ${tx.deps.clock.id()}, e.facility_id, e.patient_id, e.id, v.started_at, c.concluded_at,
      'driver-exam', c.content_hash
    FROM exam e JOIN visit v ON v.id = e.visit_id JOIN conclusion c ON c.exam_id = e.id
    WHERE e.facility_id = ${tx.facilityId} AND e.id = ${examId}`)
}
