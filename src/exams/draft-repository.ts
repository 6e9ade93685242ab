import { sql, type Tx } from '../platform/database.ts'
import type { Section } from './findings.ts'
import type { Reader } from './repository.ts'
import type { Typed } from './typed-section.ts'

export type Draft = { typed: Typed; savedAt: Date }

/** What this very person had typed of this very exam's section, and not saved. */
export async function findDraft(
  db: Reader,
  facilityId: string,
  of: { examId: string; section: Section; staffId: string },
): Promise<Draft | undefined> {
  const [draft] = await db.query<Draft>(sql`
    SELECT typed, saved_at AS "savedAt" FROM section_draft
    WHERE facility_id = ${facilityId} AND exam_id = ${of.examId} AND section = ${of.section}
      AND staff_id = ${of.staffId}`)
  return draft
}

/** False when the exam is not there or takes no more findings. */
export async function saveDraft(
  tx: Tx,
  draft: { examId: string; section: Section; staffId: string; typed: Typed },
): Promise<boolean> {
  const saved = await tx.query(sql`
    INSERT INTO section_draft (exam_id, facility_id, section, staff_id, typed, saved_at)
    SELECT id, facility_id, ${draft.section}, ${draft.staffId}, ${JSON.stringify(draft.typed)}::jsonb,
      ${tx.now}
    FROM exam
    WHERE facility_id = ${tx.facilityId} AND id = ${draft.examId}
      AND state IN ('planned', 'arrived', 'in-progress')
    ON CONFLICT (exam_id, section, staff_id)
      DO UPDATE SET typed = excluded.typed, saved_at = excluded.saved_at
    RETURNING 1`)
  return saved.length === 1
}

export async function deleteDraft(
  tx: Tx,
  of: { examId: string; section: Section; staffId: string },
): Promise<void> {
  await tx.query(sql`
    DELETE FROM section_draft
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${of.examId} AND section = ${of.section}
      AND staff_id = ${of.staffId}`)
}
