import { join, type Sql, sql } from '../platform/database.ts'
import type { ExamListing, ListedExam } from './listing.ts'
import type { Reader } from './repository.ts'

/** Newest first, one more than the limit when there are more. Ids grow with time. */
export async function listExams(
  db: Reader,
  facilityId: string,
  { words, state, open, patientId, after, limit }: ExamListing,
): Promise<ListedExam[]> {
  const conditions: Sql[] = [
    sql`e.facility_id = ${facilityId}`,
    ...words.map((word) => sql`p.search_text LIKE ${`% ${escaped(word)}%`}`),
    ...(state ? [sql`e.state = ${state}`] : []),
    ...(open ? [sql`e.state IN ('planned', 'arrived', 'in-progress')`] : []),
    ...(patientId ? [sql`e.patient_id = ${patientId}`] : []),
    ...(after ? [sql`e.id < ${after}`] : []),
  ]
  return db.query<ListedExam>(sql`
    SELECT e.id, e.version, e.patient_id AS "patientId", e.visit_id AS "visitId",
      e.licence_class AS "licenceClass", e.purpose, e.state, e.created_at AS "createdAt",
      p.name AS "patientName", p.birth_date AS "birthDate",
      coalesce((SELECT jsonb_object_agg(s.section, s.state) FROM exam_section s
                WHERE s.exam_id = e.id), '{}') AS sections
    FROM exam e JOIN patient p ON p.id = e.patient_id
    WHERE ${join(conditions, ' AND ')}
    ORDER BY e.id DESC LIMIT ${limit + 1}`)
}

/** For a centre that hands out certificates only once the bill is settled. */
export async function isPaid(db: Reader, examId: string): Promise<boolean> {
  const [row] = await db.query<{ paid: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM invoice WHERE exam_id = ${examId} AND state = 'balanced') AS paid`)
  return row?.paid === true
}

const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')
