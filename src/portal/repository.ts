import { listVisitInvoices } from '../billing/invoice-repository.ts'
import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import {
  type Delivery,
  type ExamState,
  type LicencePurpose,
  requiredSections,
} from '../exams/exam.ts'
import type { Section } from '../exams/findings.ts'
import type { LicenceClass } from '../exams/licence-class.ts'
import { type Database, sql } from '../platform/database.ts'
import type { Env } from '../platform/env.ts'
import { listCasesOfExam } from '../renewals/listing-repository.ts'
import type { CaseFacts, ExamFacts, VisitFacts } from './visit-facts.ts'

type Reader = Pick<Database, 'query'>
type Whose = { facilityId: string; visitId: string }

type Row = {
  started_at: Date
  link_expires_at: Date
  name: string
  birth_date: CalendarDate
  facility: string
  address: string
  phone: string | null
  exam: ExamJson | null
}

type ExamJson = {
  id: string
  licenceClass: LicenceClass
  purpose: LicencePurpose
  state: ExamState
  disabledApplicant: boolean
  renewalConsent: boolean
  sections: Partial<Record<Section, 'draft' | 'signed'>>
  recordedAt: string | null
  deliveredBy: Delivery['method']
  conclusion: {
    outcome: ExamOutcome
    reason: string | null
    reexamineOn: CalendarDate | null
    concludedAt: string
  } | null
  certificate: {
    number: string
    verifyCode: string
    validUntil: CalendarDate
    revokedAt: string | null
  } | null
  noCaseReason: string | null
}

/** Undefined when the facility has no such visit. Which sections are done, never what was found. */
export async function loadVisitFacts(
  db: Reader,
  { facilityId, visitId }: Whose,
  env: Env,
): Promise<VisitFacts | undefined> {
  const [row] = await db.query<Row>(sql`
    SELECT v.started_at, v.access_expires_at AS link_expires_at, p.name, p.birth_date,
      f.name AS facility, f.address, f.phone,
      (SELECT ${examColumns} FROM exam e
       WHERE e.visit_id = v.id AND e.state <> 'entered-in-error'
       ORDER BY e.created_at DESC LIMIT 1) AS exam
    FROM visit v
    JOIN patient p ON p.id = v.patient_id
    JOIN facility f ON f.id = v.facility_id
    WHERE v.facility_id = ${facilityId} AND v.id = ${visitId}`)
  if (!row) return undefined
  const exam = row.exam ? examOf(row.exam) : undefined
  const [invoices, cases] = await Promise.all([
    listVisitInvoices(db, { facilityId, env }, visitId),
    exam ? listCasesOfExam(db, facilityId, exam.id) : [],
  ])
  const [held] = cases
  return {
    visitId,
    startedAt: row.started_at,
    linkExpiresAt: row.link_expires_at,
    patient: { name: row.name, birthDate: row.birth_date },
    facility: { name: row.facility, address: row.address, ...(row.phone && { phone: row.phone }) },
    ...(exam && { exam }),
    invoices,
    ...(held && row.exam && { renewalCase: caseOf(held, row.exam.deliveredBy) }),
    ...(env.BANK_LINKS_FILE && { bankLinks: env.BANK_LINKS_FILE }),
    releasesUnpaid: env.RELEASE_CERTIFICATE_UNPAID,
  }
}

const examColumns = sql`json_build_object(
  'id', e.id, 'licenceClass', e.licence_class, 'purpose', e.purpose, 'state', e.state,
  'disabledApplicant', e.disabled_applicant,
  'renewalConsent', EXISTS (SELECT 1 FROM consent c WHERE c.exam_id = e.id AND c.scope = 'renewal'
    AND c.given AND c.withdrawn_at IS NULL),
  'sections', (SELECT coalesce(json_object_agg(s.section, s.state), '{}')
    FROM exam_section s WHERE s.exam_id = e.id),
  'recordedAt', (SELECT max(s.recorded_at) FROM exam_section s WHERE s.exam_id = e.id),
  'deliveredBy', coalesce((SELECT r.supplied -> 'delivery' FROM renewal_case r
    WHERE r.exam_id = e.id), e.delivery) ->> 'method',
  'conclusion', (SELECT json_build_object('outcome', k.outcome, 'reason', k.reason,
      'reexamineOn', k.reexamine_on, 'concludedAt', k.concluded_at)
    FROM conclusion k WHERE k.exam_id = e.id AND k.state IN ('final', 'amended')),
  'certificate', (SELECT json_build_object('number', t.number, 'verifyCode', t.verify_code,
      'validUntil', t.valid_until, 'revokedAt', t.revoked_at)
    FROM certificate t WHERE t.exam_id = e.id),
  'noCaseReason', (SELECT d.reason FROM renewal_decision d
    WHERE d.exam_id = e.id AND NOT d.eligible))`

function examOf(exam: ExamJson): ExamFacts {
  const { conclusion, certificate, noCaseReason, recordedAt, ...rest } = exam
  const { disabledApplicant, sections, deliveredBy: _, ...plain } = rest
  return {
    ...plain,
    ...(recordedAt && { recordedAt: new Date(recordedAt) }),
    sections: requiredSections({ licenceClass: exam.licenceClass, disabledApplicant }).map(
      (section) => ({ section, state: sections[section] ?? 'empty' }),
    ),
    ...(conclusion && { conclusion: conclusionOf(conclusion) }),
    ...(certificate && { certificate: certificateOf(certificate) }),
    ...(noCaseReason && { noCaseReason }),
  }
}

function conclusionOf(conclusion: NonNullable<ExamJson['conclusion']>) {
  const { outcome, reason, reexamineOn, concludedAt } = conclusion
  return {
    outcome,
    concludedAt: new Date(concludedAt),
    ...(reason && { reason }),
    ...(reexamineOn && { reexamineOn }),
  }
}

function certificateOf(certificate: NonNullable<ExamJson['certificate']>) {
  const { revokedAt, ...issued } = certificate
  return { ...issued, ...(revokedAt && { revokedOn: calendarDateOf(new Date(revokedAt)) }) }
}

type Listed = Awaited<ReturnType<typeof listCasesOfExam>>[number]

function caseOf({ case: held, history }: Listed, deliveredBy: Delivery['method']): CaseFacts {
  const { id, state, missing, dossierCode, holdReason } = held
  return {
    id,
    state,
    missing,
    deliveredBy,
    ...(dossierCode && { dossierCode }),
    ...(holdReason && { holdReason }),
    history: history.map(({ state: to, at, reason }) => ({
      state: to,
      at: new Date(at),
      ...(reason && { reason }),
    })),
  }
}

/** Whom a slip is for, and whether one was printed before. */
export type SlipFacts = Pick<VisitFacts, 'patient' | 'facility'> & {
  licenceClass?: string
  linked: boolean
}

export async function loadSlipFacts(
  db: Reader,
  facilityId: string,
  visitId: string,
): Promise<SlipFacts | undefined> {
  const [row] = await db.query<
    Pick<Row, 'name' | 'birth_date' | 'facility' | 'address' | 'phone'> & {
      licence_class: string | null
      linked: boolean
    }
  >(sql`
    SELECT p.name, p.birth_date, f.name AS facility, f.address, f.phone,
      v.access_hash IS NOT NULL AS linked,
      (SELECT e.licence_class FROM exam e WHERE e.visit_id = v.id
       ORDER BY e.created_at DESC LIMIT 1) AS licence_class
    FROM visit v
    JOIN patient p ON p.id = v.patient_id
    JOIN facility f ON f.id = v.facility_id
    WHERE v.facility_id = ${facilityId} AND v.id = ${visitId}`)
  if (!row) return undefined
  return {
    patient: { name: row.name, birthDate: row.birth_date },
    facility: { name: row.facility, address: row.address, ...(row.phone && { phone: row.phone }) },
    ...(row.licence_class && { licenceClass: row.licence_class }),
    linked: row.linked,
  }
}
