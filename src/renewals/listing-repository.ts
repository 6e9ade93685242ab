import { type Database, type Sql, sql } from '../platform/database.ts'
import { type CaseRow, caseColumns, caseOf } from './case-repository.ts'
import type { CaseState, RenewalCase } from './renewal-case.ts'
import type { TransmissionState } from './transmission.ts'

type Reader = Pick<Database, 'query'>

export type CaseStep = { state: CaseState; at: string; by: string; reason?: string | undefined }

export type CaseWithHistory = {
  case: RenewalCase
  history: CaseStep[]
  /** None when the certificate's kind of outcome is not sent. */
  transmission:
    | { id: string; state: TransmissionState; attempts: number; lastAnswer: string | null }
    | undefined
}

type Row = CaseRow & {
  history: (CaseStep & { reason: string | null })[]
  transmission: CaseWithHistory['transmission'] | null
}

/** Two steps of one instant stand in the order of the way. */
const stepRank = sql`array_position(ARRAY['draft', 'on-hold', 'ready', 'requested', 'accepted',
  'in-progress', 'completed', 'rejected', 'cancelled'], s.state)`

export async function examExists(db: Reader, facilityId: string, id: string): Promise<boolean> {
  const rows = await db.query(
    sql`SELECT 1 FROM exam WHERE facility_id = ${facilityId} AND id = ${id}`,
  )
  return rows.length > 0
}

export function listCasesOfExam(db: Reader, facilityId: string, examId: string) {
  return read(db, sql`c.facility_id = ${facilityId} AND c.exam_id = ${examId}`, 1)
}

/** The newest first, from behind `before`. */
export function listCases(
  db: Reader,
  facilityId: string,
  page: { state?: CaseState | undefined; before?: string | undefined; limit: number },
) {
  const state = page.state ? sql`AND c.state = ${page.state}` : sql``
  const before = page.before ? sql`AND c.id < ${page.before}` : sql``
  return read(db, sql`c.facility_id = ${facilityId} ${state} ${before}`, page.limit)
}

export async function findCaseWithHistory(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<CaseWithHistory | undefined> {
  const [found] = await read(db, sql`c.facility_id = ${facilityId} AND c.id = ${id}`, 1)
  return found
}

async function read(db: Reader, where: Sql, limit: number): Promise<CaseWithHistory[]> {
  const rows = await db.query<Row>(sql`
    SELECT ${caseColumns},
      (SELECT coalesce(json_agg(json_build_object('state', s.state, 'at', s.at, 'by', s.by_name,
          'reason', s.reason) ORDER BY s.at, ${stepRank}, s.id), '[]')
       FROM renewal_case_step s WHERE s.case_id = c.id) AS history,
      (SELECT json_build_object('id', t.id, 'state', t.state, 'attempts', t.attempts,
          'lastAnswer', t.last_answer)
       FROM transmission t WHERE t.exam_id = c.exam_id AND t.action = 'ADD')
        AS transmission
    FROM renewal_case c WHERE ${where} ORDER BY c.id DESC LIMIT ${limit}`)
  return rows.map((row) => ({
    case: caseOf(row),
    history: row.history.map((step) => ({
      state: step.state,
      at: new Date(step.at).toISOString(),
      by: step.by,
      ...(step.reason !== null && { reason: step.reason }),
    })),
    transmission: row.transmission ?? undefined,
  }))
}
