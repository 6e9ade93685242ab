import { sql, type Tx } from '../platform/database.ts'
import type { StatusReport } from './status-report.ts'

/** False when this event was taken before. */
export async function insertReport(
  tx: Tx,
  report: StatusReport,
  raw: string,
  applied: boolean,
): Promise<boolean> {
  const inserted = await tx.query(sql`
    INSERT INTO authority_event (event_id, facility_id, case_id, status, at, received_at, applied, raw)
    VALUES (${report.eventId}, ${tx.facilityId}, ${report.caseId}, ${report.status}, ${report.at},
      ${tx.now}, ${applied}, ${raw})
    ON CONFLICT (event_id) DO NOTHING RETURNING 1`)
  return inserted.length === 1
}
