import { sql, type Tx } from '../platform/database.ts'
import type { ConsentScope, GivenConsent } from './consent.ts'
import type { Reader } from './repository.ts'

export async function consentsOf(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<GivenConsent[]> {
  return db.query<GivenConsent>(sql`
    SELECT scope, given, recorded_at AS "recordedAt", withdrawn_at AS "withdrawnAt" FROM consent
    WHERE facility_id = ${facilityId} AND exam_id = ${examId} ORDER BY scope`)
}

/** The person whose consent it was; undefined when there was none to withdraw. */
export async function markWithdrawn(
  tx: Tx,
  examId: string,
  scope: ConsentScope,
): Promise<{ patientId: string } | undefined> {
  const [row] = await tx.query<{ patientId: string }>(sql`
    UPDATE consent SET withdrawn_at = ${tx.now}
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${examId} AND scope = ${scope}
      AND given AND withdrawn_at IS NULL
    RETURNING patient_id AS "patientId"`)
  return row
}
