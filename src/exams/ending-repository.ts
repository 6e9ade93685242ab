import { sql, type Tx } from '../platform/database.ts'

export type CancelledExam = { examId: string; patientId: string }

/**
 * Cancels the exam of a visit when nobody has signed anything of it. Locked first and read after:
 * whoever signs at this moment is seen.
 */
export async function cancelUnsignedExam(
  tx: Tx,
  visitId: string,
): Promise<CancelledExam | undefined> {
  const [, [cancelled]] = await Promise.all([
    tx.query(sql`
      SELECT 1 FROM exam WHERE facility_id = ${tx.facilityId} AND visit_id = ${visitId} FOR UPDATE`),
    tx.query<CancelledExam>(sql`
      UPDATE exam SET state = 'cancelled', version = version + 1, updated_at = ${tx.now}
      WHERE facility_id = ${tx.facilityId} AND visit_id = ${visitId}
        AND state IN ('planned', 'arrived', 'in-progress')
        AND NOT EXISTS (SELECT 1 FROM exam_section s WHERE s.exam_id = exam.id AND s.state = 'signed')
      RETURNING id AS "examId", patient_id AS "patientId"`),
  ])
  return cancelled
}
