import { join, type Sql, sql } from '../platform/database.ts'
import { type Section, sections } from './findings.ts'
import type { ExamListing, ListedExam, Waiting } from './listing.ts'
import type { Reader } from './repository.ts'

/** One more than the limit when there are more. */
export async function listExams(
  db: Reader,
  facilityId: string,
  listing: ExamListing,
): Promise<ListedExam[]> {
  const { words, state, open, waitingFor, complete, oldestFirst, patientId, after, limit } = listing
  const conditions: Sql[] = [
    sql`e.facility_id = ${facilityId}`,
    ...words.map((word) => sql`p.search_text LIKE ${`% ${escaped(word)}%`}`),
    ...(state ? [sql`e.state = ${state}`] : []),
    ...(open ? [sql`e.state IN ('planned', 'arrived', 'in-progress')`] : []),
    ...(waitingFor
      ? [sql`${recorded(waitingFor)} < ${waitingFor.length} - ${skipped(waitingFor)}`]
      : []),
    ...(complete ? [sql`${recorded(sections)} >= ${sections.length} - ${skipped(sections)}`] : []),
    ...(patientId ? [sql`e.patient_id = ${patientId}`] : []),
    ...(after ? [beyond(after, oldestFirst === true)] : []),
  ]
  return db.query<ListedExam>(sql`
    SELECT e.id, e.version, e.patient_id AS "patientId", e.visit_id AS "visitId",
      e.licence_class AS "licenceClass", e.purpose, e.state, e.created_at AS "createdAt",
      e.disabled_applicant AS "disabledApplicant",
      p.name AS "patientName", p.birth_date AS "birthDate",
      coalesce((SELECT jsonb_object_agg(s.section, s.state) FROM exam_section s
                WHERE s.exam_id = e.id), '{}') AS sections
    FROM exam e JOIN patient p ON p.id = e.patient_id
    WHERE ${join(conditions, ' AND ')}
    ORDER BY ${oldestFirst ? sql`e.created_at, e.id` : sql`e.created_at DESC, e.id DESC`}
    LIMIT ${limit + 1}`)
}

/** How many open exams wait: for one of these sections, for a conclusion, at all. */
export async function countWaiting(
  db: Reader,
  facilityId: string,
  own: readonly Section[],
): Promise<Waiting> {
  const [row] = await db.query<Waiting>(sql`
    SELECT count(*)::int AS open,
      count(*) FILTER (WHERE ${recorded(own)} < ${own.length} - ${skipped(own)})::int AS mine,
      count(*) FILTER (WHERE ${recorded(sections)} >= ${sections.length} - ${skipped(sections)})::int
        AS conclude
    FROM exam e
    WHERE e.facility_id = ${facilityId} AND e.state IN ('planned', 'arrived', 'in-progress')`)
  return row ?? { mine: 0, conclude: 0, open: 0 }
}

/** For a centre that hands out certificates only once the bill is settled. */
export async function isPaid(db: Reader, examId: string): Promise<boolean> {
  const [row] = await db.query<{ paid: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM invoice WHERE exam_id = ${examId} AND state = 'balanced') AS paid`)
  return row?.paid === true
}

const beyond = (after: string, oldestFirst: boolean) => {
  const mark = sql`(SELECT created_at, id FROM exam WHERE id = ${after})`
  return oldestFirst ? sql`(e.created_at, e.id) > ${mark}` : sql`(e.created_at, e.id) < ${mark}`
}

/** How many of these sections an exam has recorded. */
const recorded = (of: readonly Section[]) => sql`
  (SELECT count(*) FROM exam_section s WHERE s.exam_id = e.id AND s.section = ANY (${of}::text[]))`

/** A disabled applicant for A1 or B has no musculoskeletal section. */
const skipped = (of: readonly Section[]) =>
  of.includes('musculoskeletal')
    ? sql`(e.disabled_applicant AND e.licence_class IN ('A1', 'B'))::int`
    : sql`0`

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')
