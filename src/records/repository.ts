import { findExam } from '../exams/repository.ts'
import { type Database, join, sql, type Tx } from '../platform/database.ts'
import { sha256 } from '../platform/storage.ts'
import {
  type Encounter,
  type EncounterWithExam,
  MOST_RECORDS,
  type RecordEntry,
  sealedAgain,
  type Views,
} from './record.ts'

type Reader = Pick<Database, 'query'>
type TypedReader = Pick<Database, 'prisma'>

/** The encounter carries the hash that the concluding doctor signed. */
export async function insertEncounter(tx: Tx, examId: string): Promise<void> {
  await tx.query(sql`
    INSERT INTO encounter (id, facility_id, patient_id, exam_id, started_at, ended_at, kind,
      content_hash)
    SELECT ${tx.deps.clock.id()}, e.facility_id, e.patient_id, e.id, v.started_at, c.concluded_at,
      'driver-exam', c.content_hash
    FROM exam e JOIN visit v ON v.id = e.visit_id JOIN conclusion c ON c.exam_id = e.id
    WHERE e.facility_id = ${tx.facilityId} AND e.id = ${examId}`)
}

/** Everything on record of a person, the newest first, each checked against what was signed. */
export async function encountersOf(
  db: Reader & TypedReader,
  facilityId: string,
  patientId: string,
): Promise<EncounterWithExam[]> {
  const encounters = await db.prisma.encounter.findMany({
    where: { facilityId, patientId },
    select: {
      id: true,
      examId: true,
      kind: true,
      startedAt: true,
      endedAt: true,
      contentHash: true,
    },
    orderBy: { startedAt: 'desc' },
    take: 100,
  })
  const checked = (encounters as Encounter[]).map(async (encounter) => {
    const exam = await findExam(db, facilityId, encounter.examId)
    if (!exam) throw new Error('an encounter has its exam')
    const content = sealedAgain(exam)
    const intact = content !== undefined && sha256(content) === encounter.contentHash
    return { encounter, exam, intact }
  })
  return Promise.all(checked)
}

/** Who looked at this person's data or took a copy (Luật KCB 15/2023, Điều 69), the last first. */
export async function viewsOf(db: Reader, facilityId: string, patientId: string): Promise<Views[]> {
  return db.query<Views>(sql`
    SELECT actor_name AS by, action, count(*)::int AS count, max(at) AS "lastAt"
    FROM audit_entry
    WHERE facility_id = ${facilityId} AND patient_id = ${patientId}
      AND (action LIKE '%.viewed' OR action LIKE '%.printed')
    GROUP BY actor_id, actor_name, action ORDER BY max(at) DESC, action LIMIT 200`)
}

/** Those who have a record, whoever was here last first. */
export async function listRecords(
  db: Reader,
  facilityId: string,
  words: readonly string[],
): Promise<RecordEntry[]> {
  const conditions = [
    sql`n.facility_id = ${facilityId}`,
    ...words.map((word) => sql`p.search_text LIKE ${`% ${word.replace(/[\\%_]/g, '\\$&')}%`}`),
  ]
  return db.query<RecordEntry>(sql`
    SELECT p.id AS "patientId", p.name, p.birth_date AS "birthDate",
      count(*)::int AS encounters, max(n.ended_at) AS "lastAt",
      (array_agg(c.outcome ORDER BY n.ended_at DESC))[1] AS "lastOutcome"
    FROM encounter n JOIN patient p ON p.id = n.patient_id
    JOIN conclusion c ON c.exam_id = n.exam_id
    WHERE ${join(conditions, ' AND ')}
    GROUP BY p.id ORDER BY max(n.ended_at) DESC LIMIT ${MOST_RECORDS}`)
}
