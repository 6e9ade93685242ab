import { sql, type Tx } from '../platform/database.ts'
import type { ConsentScope, GivenConsent } from './consent.ts'
import type { Reader } from './repository.ts'

/** Of each kind the youngest, which is the one that counts. */
export async function consentsOf(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<GivenConsent[]> {
  return db.query<GivenConsent>(sql`
    SELECT DISTINCT ON (scope) scope, given, recorded_at AS "recordedAt",
      withdrawn_at AS "withdrawnAt"
    FROM consent WHERE facility_id = ${facilityId} AND exam_id = ${examId}
    ORDER BY scope, recorded_at DESC, id DESC`)
}

/** False when it stands already, or the exam takes nothing any more. What was said before stays. */
export async function markGiven(
  tx: Tx,
  consent: { id: string; examId: string; scope: ConsentScope; wording: string },
): Promise<boolean> {
  const given = await tx.query(sql`
    WITH open AS (
      SELECT id, facility_id, patient_id FROM exam
      WHERE facility_id = ${tx.facilityId} AND id = ${consent.examId}
        AND state IN ('planned', 'arrived', 'in-progress') FOR UPDATE
    )
    INSERT INTO consent (id, facility_id, patient_id, exam_id, scope, wording, given, recorded_at)
    SELECT ${consent.id}::uuid, facility_id, patient_id, id, ${consent.scope}, ${consent.wording},
      true, ${tx.now}::timestamptz
    FROM open
    ON CONFLICT (exam_id, scope) WHERE given AND withdrawn_at IS NULL DO NOTHING
    RETURNING 1`)
  return given.length === 1
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
