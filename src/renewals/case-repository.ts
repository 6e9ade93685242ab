import type { Delivery, HeldLicence, LicencePurpose } from '../exams/exam.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { RenewalFacts } from './eligibility.ts'
import type { CaseMove, CaseState, HoldReason, RenewalCase } from './renewal-case.ts'

type Reader = Pick<Database, 'query'>

export type CaseRow = {
  id: string
  facility_id: string
  exam_id: string
  patient_id: string
  licence_class: string
  version: number
  state: CaseState
  missing: string[]
  hold_reason: HoldReason | null
  dossier_code: string | null
  attempts: number
  last_answer: string | null
  authority_at: Date | null
  created_at: Date
  updated_at: Date
}

export const caseColumns = sql`c.id, c.facility_id, c.exam_id, c.patient_id, c.licence_class,
  c.version, c.state, c.missing, c.hold_reason, c.dossier_code, c.attempts, c.last_answer,
  c.authority_at, c.created_at, c.updated_at`

export function caseOf(row: CaseRow): RenewalCase {
  return {
    id: row.id,
    facilityId: row.facility_id,
    examId: row.exam_id,
    patientId: row.patient_id,
    licenceClass: row.licence_class,
    version: row.version,
    state: row.state,
    missing: row.missing,
    holdReason: row.hold_reason ?? undefined,
    dossierCode: row.dossier_code ?? undefined,
    attempts: row.attempts,
    lastAnswer: row.last_answer ?? undefined,
    authorityAt: row.authority_at ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** Which facility a case belongs to; asked only for a call-back, which knows no facility. */
export async function facilityOfCase(db: Reader, id: string): Promise<string | undefined> {
  const [row] = await db.query<{ facility_id: string }>(
    sql`SELECT facility_id FROM renewal_case WHERE id = ${id}`,
  )
  return row?.facility_id
}

export async function lockCase(tx: Tx, id: string): Promise<RenewalCase | undefined> {
  return lock(tx, sql`c.id = ${id}`)
}

export async function lockCaseOfExam(tx: Tx, examId: string): Promise<RenewalCase | undefined> {
  return lock(tx, sql`c.exam_id = ${examId}`)
}

/** The cases of a person that wait for data. */
export async function lockDraftsOf(tx: Tx, patientId: string): Promise<RenewalCase[]> {
  const rows = await tx.query<CaseRow>(sql`
    SELECT ${caseColumns} FROM renewal_case c
    WHERE c.facility_id = ${tx.facilityId} AND c.patient_id = ${patientId} AND c.state = 'draft'
    FOR UPDATE`)
  return rows.map(caseOf)
}

async function lock(tx: Tx, where: Sql): Promise<RenewalCase | undefined> {
  const [row] = await tx.query<CaseRow>(sql`
    SELECT ${caseColumns} FROM renewal_case c
    WHERE c.facility_id = ${tx.facilityId} AND ${where} FOR UPDATE`)
  return row && caseOf(row)
}

export type CaseChange = {
  move?: CaseMove | undefined
  dossierCode?: string | undefined
  lastAnswer?: string | undefined
  authorityAt?: Date | undefined
  missing?: readonly string[] | undefined
  supplied?: Supplied | undefined
}

/**
 * Saves a case that is locked, or that still has the version it was read with; a move is also a step
 * of its history. False when it has another version by now.
 */
export async function saveCase(
  tx: Tx,
  held: RenewalCase,
  change: CaseChange,
  version?: number,
): Promise<boolean> {
  const { move } = change
  const saved = await tx.query(sql`
    WITH saved AS (
      UPDATE renewal_case SET
        state = ${move?.state ?? held.state},
        hold_reason = ${(move ? move.holdReason : held.holdReason) ?? null},
        missing = ${change.missing ?? held.missing}::text[],
        dossier_code = coalesce(dossier_code, ${change.dossierCode ?? null}::text),
        last_answer = coalesce(${change.lastAnswer ?? null}::text, last_answer),
        authority_at = greatest(authority_at, ${change.authorityAt ?? null}::timestamptz),
        supplied = supplied || ${JSON.stringify(change.supplied ?? {})}::jsonb,
        updated_at = ${tx.now}, version = version + 1
      WHERE facility_id = ${tx.facilityId} AND id = ${held.id}
        AND version = coalesce(${version ?? null}::integer, version)
      RETURNING id, facility_id, state),
    step AS (
      INSERT INTO renewal_case_step (id, facility_id, case_id, state, at, by_name, reason)
      SELECT ${tx.deps.clock.id()}::uuid, facility_id, id, state, ${tx.now}, ${tx.actor.name}::text,
        ${move?.reason ?? move?.holdReason ?? null}::text
      FROM saved WHERE ${move !== undefined}::boolean)
    SELECT 1 FROM saved`)
  return saved.length === 1
}

/** What the licence desk added after the exam was frozen. */
export type Supplied = { heldLicence?: HeldLicence | undefined; delivery?: Delivery | undefined }

type CompletenessRow = {
  purpose: LicencePurpose
  licence_class: string
  held_licence: HeldLicence | null
  delivery: Delivery
  identity_number: string | null
  supplied: Supplied
}

export type Completeness = Omit<RenewalFacts, 'outcome' | 'consent'>

/** What the case has of what the dossier needs, counting what was supplied later. */
export async function loadCompleteness(db: Reader, caseId: string): Promise<Completeness> {
  const [row] = await db.query<CompletenessRow>(sql`
    SELECT e.purpose, e.licence_class, e.held_licence, e.delivery, c.supplied,
           coalesce(p.identity_number, p.passport) AS identity_number
    FROM renewal_case c
    JOIN exam e ON e.id = c.exam_id
    JOIN patient p ON p.id = c.patient_id
    WHERE c.id = ${caseId}`)
  if (!row) throw new Error('a case without its exam')
  return {
    purpose: row.purpose,
    licenceClass: row.licence_class,
    heldLicence: row.supplied.heldLicence ?? row.held_licence ?? undefined,
    delivery: row.supplied.delivery ?? row.delivery,
    identityNumber: row.identity_number ?? undefined,
  }
}

/** Whether the certificate of the case's exam has reached the gateway. */
export async function certificateHasArrived(db: Reader, caseId: string): Promise<boolean> {
  const rows = await db.query(sql`
    SELECT 1 FROM renewal_case c JOIN transmission t ON t.exam_id = c.exam_id
    WHERE c.id = ${caseId} AND t.action = 'ADD' AND t.state = 'accepted'`)
  return rows.length > 0
}
