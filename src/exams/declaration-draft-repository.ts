import { sql, type Tx } from '../platform/database.ts'
import type { Draft } from './draft-repository.ts'
import type { Reader } from './repository.ts'
import type { Typed } from './typed-section.ts'

/** What the applicant has typed of this exam's declaration, and not sent. */
export async function findDeclarationDraft(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<Draft | undefined> {
  const [draft] = await db.query<Draft>(sql`
    SELECT typed, saved_at AS "savedAt" FROM declaration_draft
    WHERE facility_id = ${facilityId} AND exam_id = ${examId}`)
  return draft
}

/** False when it is no open exam of that visit, or a doctor has signed the declaration. */
export async function saveDeclarationDraft(
  tx: Tx,
  draft: { examId: string; visitId: string; typed: Typed },
): Promise<boolean> {
  const saved = await tx.query(sql`
    INSERT INTO declaration_draft (exam_id, facility_id, typed, saved_at)
    SELECT e.id, e.facility_id, ${JSON.stringify(draft.typed)}::jsonb, ${tx.now}
    FROM exam e
    WHERE e.facility_id = ${tx.facilityId} AND e.id = ${draft.examId}
      AND e.visit_id = ${draft.visitId} AND e.state IN ('planned', 'arrived', 'in-progress')
      AND NOT EXISTS (SELECT 1 FROM exam_section s WHERE s.exam_id = e.id
        AND s.section = 'declaration' AND s.state = 'signed')
    ON CONFLICT (exam_id) DO UPDATE SET typed = excluded.typed, saved_at = excluded.saved_at
    RETURNING 1`)
  return saved.length === 1
}
