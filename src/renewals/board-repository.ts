import type { CalendarDate } from '../core/calendar-date.ts'
import { type Database, empty, type Sql, sql } from '../platform/database.ts'
import { type BoardFilter, type BoardLine, LATE_AFTER_MINUTES, newestFirst } from './board.ts'
import { type CaseState, type HoldReason, holdReasons } from './renewal-case.ts'
import type { TransmissionState } from './transmission.ts'

type Reader = Pick<Database, 'query'>

type Row = {
  exam_id: string
  name: string
  birth_date: CalendarDate
  licence_class: string
  certificate_number: string
  case_id: string | null
  case_state: CaseState
  case_missing: string[]
  hold_reason: HoldReason | null
  dossier_code: string | null
  case_answer: string | null
  case_note: string | null
  case_updated_at: Date
  transmission_id: string | null
  transmission_state: TransmissionState
  transmission_missing: string[]
  attempts: number
  transmission_answer: string | null
  due_at: Date
  transmission_updated_at: Date
}

const columns = sql`
  e.id AS exam_id, p.name, p.birth_date, e.licence_class, z.number AS certificate_number,
  c.id AS case_id, c.state AS case_state, c.missing AS case_missing, c.hold_reason, c.dossier_code,
  c.last_answer AS case_answer, c.updated_at AS case_updated_at,
  (SELECT s.reason FROM renewal_case_step s WHERE s.case_id = c.id
   ORDER BY s.at DESC, s.id DESC LIMIT 1) AS case_note,
  t.id AS transmission_id, t.state AS transmission_state, t.missing AS transmission_missing,
  t.attempts, t.last_answer AS transmission_answer, t.due_at, t.updated_at AS transmission_updated_at`

export type BoardPage = {
  filter: BoardFilter
  state?: CaseState | undefined
  /** The last line of the page before; only where the newest stand first. */
  before?: string | undefined
  limit: number
}

/** Cases with their certificates; those that need a hand stand longest first. */
export async function listBoard(
  db: Reader,
  facilityId: string,
  now: Date,
  { filter, state, before, limit }: BoardPage,
): Promise<BoardLine[]> {
  const narrowed = state ? sql`AND c.state = ${state}` : empty
  const rows = await db.query<Row>(sql`
    SELECT ${columns}
    FROM renewal_case c
    JOIN exam e ON e.id = c.exam_id
    JOIN patient p ON p.id = c.patient_id
    JOIN certificate z ON z.exam_id = c.exam_id
    LEFT JOIN transmission t ON t.exam_id = c.exam_id AND t.action = 'ADD'
    WHERE c.facility_id = ${facilityId} AND ${caseFilter(filter, now)} ${narrowed}
      ${before ? sql`AND c.id < ${before}` : empty}
    ORDER BY ${newestFirst(filter) ? sql`c.id DESC` : sql`c.updated_at`} LIMIT ${limit}`)
  return rows.map(lineOf)
}

/** Certificates on their way to the gateway, with or without a case behind them. */
export async function listTransmissions(
  db: Reader,
  facilityId: string,
  now: Date,
  { filter, before, limit }: BoardPage,
): Promise<BoardLine[]> {
  const rows = await db.query<Row>(sql`
    SELECT ${columns}
    FROM transmission t
    JOIN exam e ON e.id = t.exam_id
    JOIN patient p ON p.id = e.patient_id
    JOIN certificate z ON z.exam_id = t.exam_id
    LEFT JOIN renewal_case c ON c.exam_id = t.exam_id
    WHERE t.facility_id = ${facilityId} AND ${transmissionFilter(filter, now)}
      ${before ? sql`AND t.id < ${before}` : empty}
    ORDER BY ${newestFirst(filter) ? sql`t.id DESC` : sql`t.updated_at`} LIMIT ${limit}`)
  return rows.map(lineOf)
}

/** How many of each list need a hand. */
export async function countAttention(
  db: Reader,
  facilityId: string,
  now: Date,
): Promise<{ cases: number; transmissions: number }> {
  const [row] = await db.query<{ cases: number; transmissions: number }>(sql`
    SELECT ${countCases(facilityId, 'attention', now)} AS cases,
      ${countTransmissions(facilityId, 'attention', now)} AS transmissions`)
  return row ?? { cases: 0, transmissions: 0 }
}

/** How many are under way, and how many there ever were: counted no further than a person reads. */
export async function countBoard(
  db: Reader,
  facilityId: string,
  now: Date,
  list: 'cases' | 'transmissions',
): Promise<{ open: number; all: number | undefined }> {
  const count = list === 'cases' ? countCases : countTransmissions
  const table = list === 'cases' ? sql`renewal_case` : sql`transmission`
  const [row] = await db.query<{ open: number; all: number }>(sql`
    SELECT ${count(facilityId, 'open', now)} AS open,
      (SELECT count(*)::int FROM (SELECT 1 FROM ${table}
       WHERE facility_id = ${facilityId} LIMIT ${MOST_COUNTED}) counted) AS "all"`)
  const { open, all } = row ?? { open: 0, all: 0 }
  return { open, all: all < MOST_COUNTED ? all : undefined }
}

const MOST_COUNTED = 1_000

function countCases(facilityId: string, filter: BoardFilter, now: Date): Sql {
  const joined =
    filter === 'attention'
      ? sql`LEFT JOIN transmission t ON t.exam_id = c.exam_id AND t.action = 'ADD'`
      : empty
  return sql`(SELECT count(*)::int FROM renewal_case c ${joined}
    WHERE c.facility_id = ${facilityId} AND ${caseFilter(filter, now)})`
}

function countTransmissions(facilityId: string, filter: BoardFilter, now: Date): Sql {
  return sql`(SELECT count(*)::int FROM transmission t
    WHERE t.facility_id = ${facilityId} AND ${transmissionFilter(filter, now)})`
}

function transmissionFilter(filter: BoardFilter, now: Date): Sql {
  if (filter === 'all') return sql`true`
  if (filter === 'open') return sql`t.state NOT IN ('accepted', 'cancelled')`
  return sql`t.state NOT IN ('accepted', 'cancelled') AND (t.state IN ('unknown', 'rejected', 'needs-data') OR (
    t.state IN ('queued', 'sending', 'retrying')
    AND (t.due_at < ${now} OR t.created_at < ${late(now)})))`
}

function caseFilter(filter: BoardFilter, now: Date): Sql {
  if (filter === 'all') return sql`true`
  if (filter === 'open') return sql`c.state NOT IN ('completed', 'rejected', 'cancelled')`
  // Said first for the indexes: of all cases ever only those that may need a hand are read.
  return sql`(c.state NOT IN ('completed', 'rejected', 'cancelled')
    OR (c.state = 'rejected' AND c.dossier_code IS NULL)) AND (c.state IN ('draft', 'on-hold')
    OR (c.state = 'rejected' AND c.dossier_code IS NULL)
    OR (c.state = 'requested' AND c.dossier_code IS NULL AND c.updated_at < ${late(now)})
    OR (c.state = 'ready' AND t.id IS NOT NULL AND ${transmissionFilter('attention', now)}))`
}

function late(now: Date): Date {
  return new Date(now.getTime() - LATE_AFTER_MINUTES * 60_000)
}

function lineOf(row: Row): BoardLine {
  return {
    examId: row.exam_id,
    personName: row.name,
    birthDate: row.birth_date,
    licenceClass: row.licence_class,
    certificateNumber: row.certificate_number,
    ...(row.transmission_id !== null && {
      transmission: {
        id: row.transmission_id,
        state: row.transmission_state,
        missing: row.transmission_missing,
        attempts: row.attempts,
        lastAnswer: row.transmission_answer ?? undefined,
        dueAt: row.due_at,
        updatedAt: row.transmission_updated_at,
      },
    }),
    ...(row.case_id !== null && {
      case: {
        id: row.case_id,
        state: row.case_state,
        missing: row.case_missing,
        holdReason: row.hold_reason ?? undefined,
        dossierCode: row.dossier_code ?? undefined,
        lastAnswer: row.case_answer ?? undefined,
        note: noteOf(row.case_note),
        updatedAt: row.case_updated_at,
      },
    }),
  }
}

/** A step's reason is a code of ours, or what somebody wrote. */
function noteOf(reason: string | null): string | undefined {
  if (reason === null || holdReasons.some((known) => known === reason)) return undefined
  return reason
}

export type FoundLine = BoardLine & { patientId: string }

/** One line by its transmission. */
export function findTransmissionLine(db: Reader, facilityId: string, id: string) {
  return findLine(db, sql`t.facility_id = ${facilityId} AND t.id = ${id}`)
}

/** One line by its case. */
export function findCaseLine(db: Reader, facilityId: string, id: string) {
  return findLine(db, sql`c.facility_id = ${facilityId} AND c.id = ${id}`)
}

async function findLine(db: Reader, where: Sql): Promise<FoundLine | undefined> {
  const [row] = await db.query<Row & { patient_id: string }>(sql`
    SELECT ${columns}, e.patient_id
    FROM exam e
    JOIN patient p ON p.id = e.patient_id
    JOIN certificate z ON z.exam_id = e.id
    LEFT JOIN transmission t ON t.exam_id = e.id AND t.action = 'ADD'
    LEFT JOIN renewal_case c ON c.exam_id = e.id
    WHERE ${where}`)
  return row && { ...lineOf(row), patientId: row.patient_id }
}
