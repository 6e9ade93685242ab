import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type Sql, sql } from '../platform/database.ts'
import type {
  Conclusion,
  Delivery,
  Exam,
  ExamState,
  ExamWarning,
  HeldLicence,
  LicencePurpose,
  RecordedSection,
} from './exam.ts'
import type { Section } from './findings.ts'
import type { Assessment } from './fitness.ts'
import type { Group, LicenceClass } from './licence-class.ts'

export type ExamRow = {
  id: string
  version: number
  patient_id: string
  visit_id: string
  licence_class: LicenceClass
  standards_group: Group
  purpose: LicencePurpose
  held_licence: HeldLicence | null
  delivery: Delivery
  disabled_applicant: boolean
  converted_from_a1: boolean
  state: ExamState
  warnings: ExamWarning[]
  created_at: Date
  sections: Partial<Record<Section, RecordedSection & { at: string }>> | null
  outcome: ExamOutcome | null
  conclusion_state: Conclusion['state']
  reason: string | null
  reexamine_on: CalendarDate | null
  assessment: Assessment | null
  content_hash: string
  concluded_at: Date
  concluded_on: CalendarDate
  doctor_name: string
  registration: string
  number: string | null
  verify_code: string
  issued_on: CalendarDate
  valid_until: CalendarDate
  revoked_at: Date | null
  eligible: boolean | null
  renewal_reason: string | null
  case_id: string | null
}

/** The exam with everything that hangs on it, in one statement. */
export const examSelect = (tail: Sql) => sql`
  SELECT e.id, e.version, e.patient_id, e.visit_id, e.licence_class, e.standards_group, e.purpose,
    e.held_licence, e.delivery, e.disabled_applicant, e.converted_from_a1, e.state, e.warnings,
    e.created_at,
    (SELECT jsonb_object_agg(s.section, jsonb_build_object('state', s.state, 'findings', s.findings,
        'by', s.by_name, 'registration', s.registration, 'at', s.recorded_at,
        'byPatient', s.recorded_by = e.patient_id::text))
     FROM exam_section s WHERE s.exam_id = e.id) AS sections,
    c.outcome, c.state AS conclusion_state, c.reason, c.reexamine_on, c.assessment, c.content_hash,
    c.concluded_at, c.concluded_on, c.doctor_name, c.registration,
    t.number, t.verify_code, t.issued_on, t.valid_until, t.revoked_at,
    r.eligible, r.reason AS renewal_reason, r.case_id
  FROM exam e
  LEFT JOIN conclusion c ON c.exam_id = e.id
  LEFT JOIN certificate t ON t.exam_id = e.id
  LEFT JOIN renewal_decision r ON r.exam_id = e.id
  ${tail}`

export function examOf(row: ExamRow): Exam {
  return {
    id: row.id,
    version: row.version,
    patientId: row.patient_id,
    visitId: row.visit_id,
    licenceClass: row.licence_class,
    group: row.standards_group,
    purpose: row.purpose,
    ...(row.held_licence && { heldLicence: row.held_licence }),
    delivery: row.delivery,
    disabledApplicant: row.disabled_applicant,
    convertedFromA1: row.converted_from_a1,
    state: row.state,
    warnings: row.warnings,
    createdAt: row.created_at,
    sections: sectionsOf(row.sections),
    ...concludedPart(row),
    renewal: renewalFrom(row),
  }
}

function sectionsOf(sections: ExamRow['sections']): Exam['sections'] {
  const entries = Object.entries(sections ?? {}).map(
    ([name, { registration, at, byPatient, ...rest }]) => [
      name,
      {
        ...rest,
        ...(registration && { registration }),
        ...(byPatient && { byPatient }),
        at: new Date(at),
      },
    ],
  )
  return Object.fromEntries(entries)
}

function concludedPart(
  row: ExamRow,
): Pick<Exam, 'conclusion' | 'frozenAssessment' | 'certificate'> {
  if (!row.outcome || !row.assessment) return {}
  return {
    conclusion: {
      outcome: row.outcome,
      state: row.conclusion_state,
      ...(row.reason && { reason: row.reason }),
      ...(row.reexamine_on && { reexamineOn: row.reexamine_on }),
      concludedAt: row.concluded_at,
      concludedOn: row.concluded_on,
      by: row.doctor_name,
      registration: row.registration,
      contentHash: row.content_hash,
    },
    frozenAssessment: row.assessment,
    ...(row.number && {
      certificate: {
        number: row.number,
        verifyCode: row.verify_code,
        issuedOn: row.issued_on,
        validUntil: row.valid_until,
        ...(row.revoked_at && { revokedAt: row.revoked_at }),
      },
    }),
  }
}

export function renewalFrom(
  row: Pick<ExamRow, 'eligible' | 'renewal_reason' | 'case_id'> | undefined,
): Exam['renewal'] {
  if (row?.eligible == null) return { eligible: false, reason: 'not-concluded' }
  return {
    eligible: row.eligible,
    ...(row.renewal_reason && { reason: row.renewal_reason }),
    ...(row.case_id && { caseId: row.case_id }),
  }
}
