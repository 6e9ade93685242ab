import { sql, type Tx } from '../platform/database.ts'

export async function moveBills(tx: Tx, to: { examId: string; patientId: string }): Promise<void> {
  const moved = await tx.query<{ id: string }>(sql`
    UPDATE invoice SET patient_id = ${to.patientId}, version = version + 1
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${to.examId}
      AND state IN ('draft', 'issued', 'balanced')
    RETURNING id`)
  for (const { id } of moved) tx.touched.add(`invoice:${id}`)
}
