import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type Database, sql, type Tx } from '../platform/database.ts'
import { type PersonRow, personColumns, personOf } from './decision-repository.ts'
import type { AlcoholResult, CertificateFacts, RecordAction } from './gateway-record.ts'
import type { Transmission, TransmissionState } from './transmission.ts'

type Reader = Pick<Database, 'query'>

type TransmissionRow = {
  id: string
  facility_id: string
  exam_id: string
  version: number
  action: RecordAction
  certificate_number: string
  state: TransmissionState
  missing: string[]
  attempts: number
  last_answer: string | null
  last_attempt_at: Date | null
  due_at: Date
  created_at: Date
  updated_at: Date
}

const columns = sql`t.id, t.facility_id, t.exam_id, t.version, t.action, t.certificate_number,
  t.state, t.missing, t.attempts, t.last_answer, t.last_attempt_at, t.due_at, t.created_at,
  t.updated_at`

type SubstancesFindings = Record<string, unknown> & { alcohol?: AlcoholResult | null }

type FactsRow = TransmissionRow &
  PersonRow & {
    licence_class: string
    converted_from_a1: boolean
    outcome: ExamOutcome
    reason: string | null
    reexamine_on: CalendarDate | null
    concluded_on: CalendarDate
    doctor_name: string
    substances: SubstancesFindings | null
  }

const factsColumns = sql`${columns}, ${personColumns}, e.licence_class, e.converted_from_a1,
  k.outcome, k.reason, k.reexamine_on, k.concluded_on, k.doctor_name, s.findings AS substances`

const factsJoins = sql`
  JOIN exam e ON e.id = t.exam_id
  JOIN patient p ON p.facility_id = e.facility_id AND p.id = e.patient_id
  JOIN facility f ON f.id = e.facility_id
  JOIN conclusion k ON k.exam_id = e.id
  LEFT JOIN exam_section s ON s.exam_id = e.id AND s.section = 'substances'`

export type HeldTransmission = { transmission: Transmission; facts: CertificateFacts }

/** Marks a picked-up transmission; undefined when there is nothing to do for a job. */
export async function markPickedUp(tx: Tx, id: string): Promise<HeldTransmission | undefined> {
  const [row] = await tx.query<FactsRow>(sql`
    WITH held AS (
      SELECT id, state FROM transmission
      WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE),
    t AS (
      UPDATE transmission t SET
        state = CASE held.state WHEN 'sending' THEN 'unknown' ELSE 'sending' END,
        attempts = attempts + CASE held.state WHEN 'sending' THEN 0 ELSE 1 END,
        last_attempt_at = CASE held.state WHEN 'sending' THEN last_attempt_at ELSE ${tx.now} END,
        updated_at = ${tx.now}, version = version + 1
      FROM held WHERE t.id = held.id AND held.state IN ('queued', 'retrying', 'sending')
      RETURNING t.*)
    SELECT ${factsColumns} FROM t ${factsJoins}`)
  return row && { transmission: transmissionOf(row), facts: factsOf(row) }
}

/** The same facts without marking, for looking again whether anything is missing. */
export async function lockTransmission(tx: Tx, id: string): Promise<HeldTransmission | undefined> {
  const [row] = await tx.query<FactsRow>(sql`
    SELECT ${factsColumns} FROM transmission t ${factsJoins}
    WHERE t.facility_id = ${tx.facilityId} AND t.id = ${id} FOR UPDATE OF t`)
  return row && { transmission: transmissionOf(row), facts: factsOf(row) }
}

export type TransmissionMove = {
  state: TransmissionState
  answer?: string | undefined
  missing?: readonly string[] | undefined
  /** Why a person decided it. */
  resolveReason?: string | undefined
}

/**
 * Moves it from one of the given states; the ready case that was waiting for it comes back, when
 * there is one. Undefined: it was no longer in such a state.
 */
export async function moveTransmission(
  tx: Tx,
  id: string,
  from: readonly TransmissionState[],
  move: TransmissionMove,
): Promise<{ examId: string; readyCaseId: string | undefined } | undefined> {
  const resolved = move.resolveReason !== undefined
  const [row] = await tx.query<{ exam_id: string; ready_case_id: string | null }>(sql`
    WITH t AS (
      UPDATE transmission SET state = ${move.state}, missing = ${move.missing ?? []}::text[],
        last_answer = coalesce(${move.answer ?? null}::text, last_answer),
        resolved_by = ${resolved ? tx.actor.name : null}, resolve_reason = ${move.resolveReason ?? null},
        updated_at = ${tx.now}, version = version + 1
      WHERE facility_id = ${tx.facilityId} AND id = ${id} AND state = ANY (${from}::text[])
      RETURNING exam_id)
    SELECT t.exam_id, c.id AS ready_case_id
    FROM t LEFT JOIN renewal_case c ON c.exam_id = t.exam_id AND c.state = 'ready'`)
  return row && { examId: row.exam_id, readyCaseId: row.ready_case_id ?? undefined }
}

export async function findTransmission(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Transmission | undefined> {
  const [row] = await db.query<TransmissionRow>(sql`
    SELECT ${columns} FROM transmission t WHERE t.facility_id = ${facilityId} AND t.id = ${id}`)
  return row && transmissionOf(row)
}

function transmissionOf(row: TransmissionRow): Transmission {
  return {
    id: row.id,
    facilityId: row.facility_id,
    examId: row.exam_id,
    version: row.version,
    action: row.action,
    certificateNumber: row.certificate_number,
    state: row.state,
    missing: row.missing,
    attempts: row.attempts,
    lastAnswer: row.last_answer ?? undefined,
    lastAttemptAt: row.last_attempt_at ?? undefined,
    dueAt: row.due_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const drugs = ['amphetamin', 'marijuana', 'morphin', 'codein', 'heroin'] as const

function factsOf(row: FactsRow): CertificateFacts {
  const substances = row.substances ?? {}
  return {
    ...personOf(row),
    certificateNumber: row.certificate_number,
    licenceClass: row.licence_class,
    convertedFromA1: row.converted_from_a1,
    alcohol: substances.alcohol ?? null,
    drugsPositive: drugs.some((drug) => substances[drug] === 'positive'),
    concludedOn: row.concluded_on,
    concludedBy: row.doctor_name,
    outcome: row.outcome,
    reason: row.reason ?? undefined,
    reexamineOn: row.reexamine_on ?? undefined,
  }
}

/** The transmissions of a person that wait for data of theirs. */
export async function findWaitingForData(tx: Tx, patientId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    SELECT t.id FROM transmission t JOIN exam e ON e.id = t.exam_id
    WHERE e.facility_id = ${tx.facilityId} AND e.patient_id = ${patientId} AND t.action = 'ADD' AND t.state = 'needs-data'`)
  return rows.map(({ id }) => id)
}
