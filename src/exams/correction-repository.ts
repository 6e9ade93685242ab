import { sql, type Tx } from '../platform/database.ts'
import type { Exam, ExamWarning } from './exam.ts'
import { findExam } from './repository.ts'

/** Held until the transaction ends: whoever signs meanwhile waits, and then is refused or first. */
export async function lockExam(tx: Tx, id: string): Promise<Exam | undefined> {
  await tx.query(sql`
    SELECT id FROM exam WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE`)
  return findExam(tx, tx.facilityId, id)
}

/** The exam and what its person agreed to, under the right name. */
export async function moveExam(
  tx: Tx,
  to: { examId: string; patientId: string; warnings: readonly ExamWarning[] },
): Promise<void> {
  await tx.query(sql`
    UPDATE exam SET patient_id = ${to.patientId}, warnings = ${JSON.stringify(to.warnings)}::jsonb,
      version = version + 1, updated_at = ${tx.now}
    WHERE facility_id = ${tx.facilityId} AND id = ${to.examId}`)
  await tx.query(sql`
    UPDATE consent SET patient_id = ${to.patientId}
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${to.examId}`)
}
