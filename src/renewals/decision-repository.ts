import type { CalendarDate } from '../core/calendar-date.ts'
import type { Delivery, HeldLicence, LicencePurpose } from '../exams/exam.ts'
import { type Sql, sql, type Tx } from '../platform/database.ts'
import { jobCall } from '../platform/jobs.ts'
import type { RenewalFacts } from './eligibility.ts'
import type { CertificateFacts, MissingDatum } from './gateway-record.ts'
import type { CaseState, HoldReason } from './renewal-case.ts'

export type PersonRow = {
  name: string
  sex: 'male' | 'female'
  birth_date: CalendarDate
  address_text: string | null
  ward_code: string | null
  province_code: string | null
  identity_number: string | null
  identity_issued_on: CalendarDate | null
  identity_issued_place: string | null
  passport: string | null
  facility_code: string
  facility_name: string
}

/** The columns of a `PersonRow`, from `patient p` and `facility f`. */
export const personColumns = sql`p.name, p.sex, p.birth_date, p.address_text, p.ward_code,
  p.province_code, p.identity_number, p.identity_issued_on, p.identity_issued_place, p.passport,
  f.code AS facility_code, f.name AS facility_name`

export function personOf(row: PersonRow): Pick<CertificateFacts, 'person' | 'facility'> {
  return {
    person: {
      name: row.name,
      sex: row.sex,
      birthDate: row.birth_date,
      address: row.address_text ?? undefined,
      provinceCode: row.province_code ?? undefined,
      wardCode: row.ward_code ?? undefined,
      identityNumber: row.identity_number ?? row.passport ?? undefined,
      identityIssuedOn: row.identity_issued_on ?? undefined,
      identityIssuedPlace: row.identity_issued_place ?? undefined,
    },
    facility: { code: row.facility_code, name: row.facility_name },
  }
}

type DecisionRow = PersonRow & {
  licence_class: string
  purpose: LicencePurpose
  held_licence: HeldLicence | null
  delivery: Delivery
  consent_given: boolean | null
  consent_withdrawn_at: Date | null
}

export type DecisionFacts = Pick<CertificateFacts, 'person' | 'facility'> &
  Omit<RenewalFacts, 'outcome'>

/** What the decision needs of exam, patient and consent, in one statement. */
export async function loadDecisionFacts(tx: Tx, examId: string): Promise<DecisionFacts> {
  const [row] = await tx.query<DecisionRow>(sql`
    SELECT e.licence_class, e.purpose, e.held_licence, e.delivery, ${personColumns},
           c.given AS consent_given, c.withdrawn_at AS consent_withdrawn_at
    FROM exam e
    JOIN patient p ON p.facility_id = e.facility_id AND p.id = e.patient_id
    JOIN facility f ON f.id = e.facility_id
    LEFT JOIN LATERAL (
      SELECT given, withdrawn_at FROM consent
      WHERE exam_id = e.id AND scope = 'renewal' ORDER BY recorded_at DESC, id DESC LIMIT 1
    ) c ON true
    WHERE e.facility_id = ${tx.facilityId} AND e.id = ${examId}`)
  if (!row) throw new Error('a conclusion without its exam')
  const who = personOf(row)
  return {
    ...who,
    licenceClass: row.licence_class,
    purpose: row.purpose,
    heldLicence: row.held_licence ?? undefined,
    delivery: row.delivery,
    identityNumber: who.person.identityNumber,
    consent: consentOf(row),
  }
}

function consentOf(row: DecisionRow): RenewalFacts['consent'] {
  if (!row.consent_given) return 'not-given'
  return row.consent_withdrawn_at ? 'withdrawn' : 'given'
}

export type NewTransmission = {
  id: string
  certificateNumber: string
  state: 'queued' | 'needs-data'
  missing: readonly MissingDatum[]
  dueAt: Date
}

export type NewCase = {
  id: string
  stepId: string
  licenceClass: string
  state: CaseState
  missing: readonly string[]
  holdReason?: HoldReason | undefined
}

export type Decision = {
  examId: string
  patientId: string
  /** Whose signature it follows from. */
  by: string
  reason?: string | undefined
  transmission?: NewTransmission | undefined
  case?: NewCase | undefined
}

/** The decision, the transmission with its job, and the case, in one statement. */
export async function saveDecision(tx: Tx, decision: Decision): Promise<void> {
  const opened = decision.case
  await tx.query(sql`
    WITH sent AS (${insertTransmission(tx, decision)}),
    opened AS (${insertCase(tx, decision)}),
    step AS (
      INSERT INTO renewal_case_step (id, facility_id, case_id, state, at, by_name, reason)
      SELECT ${opened?.stepId ?? null}::uuid, facility_id, id, state, ${tx.now}, ${decision.by}::text, hold_reason
      FROM opened),
    decided AS (
      INSERT INTO renewal_decision (exam_id, facility_id, eligible, reason, case_id, decided_at)
      VALUES (${decision.examId}, ${tx.facilityId}, ${opened !== undefined},
        ${decision.reason ?? null}, ${opened?.id ?? null}, ${tx.now}))
    SELECT ${transmitCall(tx, decision)} FROM sent WHERE state = 'queued'`)
}

function insertTransmission(tx: Tx, { examId, transmission }: Decision): Sql {
  return sql`
    INSERT INTO transmission (id, facility_id, exam_id, action, certificate_number, state, missing,
      due_at, created_at, updated_at)
    SELECT ${transmission?.id ?? null}::uuid, ${tx.facilityId}::uuid, ${examId}::uuid, 'ADD',
      ${transmission?.certificateNumber ?? null}::text, ${transmission?.state ?? null}::text,
      ${transmission?.missing ?? []}::text[], ${transmission?.dueAt ?? null}::timestamptz,
      ${tx.now}::timestamptz, ${tx.now}::timestamptz
    WHERE ${transmission !== undefined}::boolean
    RETURNING state`
}

function insertCase(tx: Tx, { examId, patientId, case: opened }: Decision): Sql {
  return sql`
    INSERT INTO renewal_case (id, facility_id, exam_id, patient_id, licence_class, state, missing,
      hold_reason, created_at, updated_at)
    SELECT ${opened?.id ?? null}::uuid, ${tx.facilityId}::uuid, ${examId}::uuid,
      ${patientId}::uuid, ${opened?.licenceClass ?? null}::text, ${opened?.state ?? null}::text,
      ${opened?.missing ?? []}::text[], ${opened?.holdReason ?? null}::text,
      ${tx.now}::timestamptz, ${tx.now}::timestamptz
    WHERE ${opened !== undefined}::boolean
    RETURNING id, facility_id, state, hold_reason`
}

function transmitCall(tx: Tx, { transmission }: Decision): Sql {
  const payload = { facilityId: tx.facilityId, transmissionId: transmission?.id }
  return jobCall('transmit-certificate', payload, { key: `transmit:${transmission?.id}` })
}
