import { sql, type Tx } from '../platform/database.ts'
import type { Section } from './findings.ts'
import type { Reader } from './repository.ts'
import type { Typed } from './typed-section.ts'

/** No field has this name: under it lies what its writer has discarded and may bring back. */
const ASIDE = '_discarded'

type OwnDraft = { examId: string; section: Section; staffId: string }

export type Draft = { typed: Typed; savedAt: Date }

/** What this very person had typed of this very exam's section, and not saved. */
export async function findDraft(
  db: Reader,
  facilityId: string,
  of: OwnDraft,
): Promise<Draft | undefined> {
  const [draft] = await db.query<Draft>(sql`
    SELECT typed, saved_at AS "savedAt" FROM section_draft
    WHERE facility_id = ${facilityId} AND exam_id = ${of.examId} AND section = ${of.section}
      AND staff_id = ${of.staffId} AND NOT typed ? ${ASIDE}`)
  return draft
}

/** False when the exam is not there or takes no more findings. */
export async function saveDraft(tx: Tx, draft: OwnDraft & { typed: Typed }): Promise<boolean> {
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

export async function setDraftAside(tx: Tx, of: OwnDraft): Promise<void> {
  await tx.query(sql`
    UPDATE section_draft SET typed = jsonb_build_object(${ASIDE}::text, typed)
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${of.examId} AND section = ${of.section}
      AND staff_id = ${of.staffId} AND NOT typed ? ${ASIDE}`)
}

export async function bringDraftBack(tx: Tx, of: OwnDraft): Promise<void> {
  await tx.query(sql`
    UPDATE section_draft SET typed = typed -> ${ASIDE}
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${of.examId} AND section = ${of.section}
      AND staff_id = ${of.staffId} AND typed ? ${ASIDE}`)
}
