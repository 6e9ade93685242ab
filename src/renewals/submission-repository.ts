import type { CalendarDate } from '../core/calendar-date.ts'
import type { Delivery, HeldLicence } from '../exams/exam.ts'
import { sql, type Tx } from '../platform/database.ts'
import type { CaseFacts } from './authority-body.ts'
import { type CaseRow, caseColumns, caseOf, type Supplied } from './case-repository.ts'
import { type PersonRow, personColumns, personOf } from './decision-repository.ts'
import type { RenewalCase } from './renewal-case.ts'

type SubmissionRow = PersonRow &
  CaseRow & {
    was: 'ready' | 'requested'
    purpose: string
    phone: string | null
    email: string | null
    held_licence: HeldLicence | null
    delivery: Delivery
    supplied: Supplied
    certificate_number: string
    valid_until: CalendarDate
    outcome: string
    concluded_on: CalendarDate
    consent_id: string
    wording: string
    recorded_at: Date
    portrait_type: string | null
    portrait: Buffer | null
  }

export type Submission = { case: RenewalCase; firstTime: boolean; facts: CaseFacts }

/** A case by its own id, or by the transmission of its certificate. */
export type WhichCase = { caseId: string } | { transmissionId: string }

/**
 * Marks a case as requested before anything is sent, and reads what is sent. Undefined when there is
 * nothing to hand in: not ready, handed in already, or its certificate has not arrived.
 */
export async function markRequested(tx: Tx, which: WhichCase): Promise<Submission | undefined> {
  const named =
    'caseId' in which ? sql`c.id = ${which.caseId}` : sql`t.id = ${which.transmissionId}`
  const [row] = await tx.query<SubmissionRow>(sql`
    WITH held AS (
      SELECT c.id, c.state FROM renewal_case c
      JOIN transmission t ON t.exam_id = c.exam_id AND t.action = 'ADD' AND t.state = 'accepted'
      WHERE c.facility_id = ${tx.facilityId} AND ${named} AND c.dossier_code IS NULL
        AND c.state IN ('ready', 'requested')
      FOR UPDATE OF c),
    c AS (
      UPDATE renewal_case c SET state = 'requested', attempts = attempts + 1,
        updated_at = ${tx.now}, version = version + 1
      FROM held WHERE c.id = held.id RETURNING c.*, held.state AS was),
    step AS (
      INSERT INTO renewal_case_step (id, facility_id, case_id, state, at, by_name)
      SELECT ${tx.deps.clock.id()}::uuid, facility_id, id, 'requested', ${tx.now}, ${tx.actor.name}::text
      FROM c WHERE was = 'ready')
    SELECT ${caseColumns}, c.was, c.supplied, e.purpose,
      ${personColumns}, p.phone, p.email, e.held_licence, e.delivery,
      z.number AS certificate_number, z.valid_until, k.outcome, k.concluded_on,
      n.id AS consent_id, n.wording, n.recorded_at, i.content_type AS portrait_type,
      i.bytes AS portrait
    FROM c
    JOIN exam e ON e.id = c.exam_id
    JOIN patient p ON p.id = c.patient_id
    JOIN facility f ON f.id = c.facility_id
    JOIN conclusion k ON k.exam_id = e.id
    JOIN certificate z ON z.exam_id = e.id
    JOIN LATERAL (
      SELECT id, wording, recorded_at FROM consent
      WHERE exam_id = e.id AND scope = 'renewal' ORDER BY recorded_at DESC, id DESC LIMIT 1
    ) n ON true
    LEFT JOIN stored_file i ON i.facility_id = p.facility_id AND i.sha256 = p.portrait_sha256`)
  return row && submissionOf(row)
}

function submissionOf(row: SubmissionRow): Submission {
  const { person, facility } = personOf(row)
  const { supplied, portrait, portrait_type: mediaType } = row
  const facts: CaseFacts = {
    caseId: row.id,
    purpose: row.purpose,
    licenceClass: row.licence_class,
    facility,
    applicant: {
      ...person,
      identityNumber: row.identity_number ?? undefined,
      passport: row.passport ?? undefined,
      phone: row.phone ?? undefined,
      email: row.email ?? undefined,
    },
    heldLicence: supplied.heldLicence ?? row.held_licence ?? undefined,
    delivery: supplied.delivery ?? row.delivery,
    certificate: {
      number: row.certificate_number,
      conclusion: row.outcome,
      concludedOn: row.concluded_on,
      validUntil: row.valid_until,
    },
    consent: { reference: row.consent_id, wording: row.wording, givenAt: row.recorded_at },
    portrait:
      portrait && mediaType ? { mediaType, base64: portrait.toString('base64') } : undefined,
  }
  return { case: caseOf(row), firstTime: row.was === 'ready', facts }
}
