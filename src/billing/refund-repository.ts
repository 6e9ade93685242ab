import { type Database, sql } from '../platform/database.ts'
import type { RefundDue } from './refund.ts'

type Reader = Pick<Database, 'query'>

/** The bills of an exam that were issued and not taken back. */
export async function findStandingBills(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    SELECT id FROM invoice
    WHERE facility_id = ${facilityId} AND exam_id = ${examId} AND state IN ('issued', 'balanced')
    ORDER BY id`)
  return rows.map(({ id }) => id)
}

export function listRefundsDue(db: Reader, facilityId: string): Promise<RefundDue[]> {
  return db.query<RefundDue>(sql`
    SELECT i.id AS "invoiceId", p.name AS "patientName", i.paid,
      (e.updated_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "cancelledOn"
    FROM exam e
    JOIN invoice i ON i.exam_id = e.id AND i.paid > 0
    JOIN patient p ON p.id = i.patient_id
    WHERE e.facility_id = ${facilityId} AND e.state = 'cancelled'
    ORDER BY e.updated_at LIMIT 200`)
}
