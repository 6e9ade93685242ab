import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { Exam } from './exam.ts'
import { type ExamRow, examOf, examSelect, renewalFrom } from './exam-row-repository.ts'
import type { Section } from './findings.ts'
import type { Assessment } from './fitness.ts'

export type Reader = Pick<Database, 'query'>

export async function findExam(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Exam | undefined> {
  const [row] = await db.query<ExamRow>(
    examSelect(sql`WHERE e.facility_id = ${facilityId} AND e.id = ${id}`),
  )
  return row && examOf(row)
}

/**
 * Locks the exam until the transaction ends and, where it is still open, moves it on; gives back
 * what it was. Whoever records or concludes takes turns here, and only then reads the content.
 */
export async function advanceExam(
  tx: Tx,
  id: string,
  state: 'in-progress' | 'finished',
): Promise<Pick<Exam, 'state' | 'version'> | undefined> {
  const [before] = await tx.query<Pick<Exam, 'state' | 'version'>>(sql`
    WITH before AS (
      SELECT id, state, version FROM exam
      WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE
    ), moved AS (
      UPDATE exam SET state = ${state}, version = exam.version + 1, updated_at = ${tx.now}
      FROM before
      WHERE exam.id = before.id AND before.state IN ('planned', 'arrived', 'in-progress')
    )
    SELECT state, version FROM before`)
  return before
}

/** The exam as it stands inside this transaction, the handlers' rows included. */
export async function renewalOf(tx: Tx, examId: string): Promise<Exam['renewal']> {
  const [row] = await tx.query<Pick<ExamRow, 'eligible' | 'renewal_reason' | 'case_id'>>(sql`
    SELECT eligible, reason AS renewal_reason, case_id FROM renewal_decision
    WHERE facility_id = ${tx.facilityId} AND exam_id = ${examId}`)
  return renewalFrom(row)
}

export type NewConsent = { id: string; scope: 'exam' | 'renewal'; given: boolean; wording: string }

export async function insertExam(
  tx: Tx,
  exam: Exam,
  standardId: string,
  consents: readonly NewConsent[],
): Promise<void> {
  const { heldLicence } = exam
  await tx.query(sql`
    WITH opened AS (
      INSERT INTO exam (id, facility_id, patient_id, visit_id, licence_class, standards_group,
        standard_id, purpose, held_licence, delivery, disabled_applicant, converted_from_a1, state,
        warnings, created_at, updated_at)
      VALUES (${exam.id}, ${tx.facilityId}, ${exam.patientId}, ${exam.visitId},
        ${exam.licenceClass}, ${exam.group}, ${standardId}, ${exam.purpose},
        ${heldLicence ? JSON.stringify(heldLicence) : null}::jsonb,
        ${JSON.stringify(exam.delivery)}::jsonb, ${exam.disabledApplicant},
        ${exam.convertedFromA1}, ${exam.state}, ${JSON.stringify(exam.warnings)}::jsonb, ${tx.now},
        ${tx.now})
    )
    INSERT INTO consent (id, facility_id, patient_id, exam_id, scope, wording, given, recorded_at)
    SELECT c.id, ${tx.facilityId}, ${exam.patientId}, ${exam.id}, c.scope, c.wording, c.given,
      ${tx.now}
    FROM jsonb_to_recordset(${JSON.stringify(consents)}::jsonb)
      AS c (id uuid, scope text, wording text, given boolean)`)
}

export type SectionToSave = {
  section: Section
  findings: object
  state: 'draft' | 'signed'
  by: string
  registration: string | null
}

/** Replaces whole sections, and forgets what this person had typed of them. */
export async function saveSections(
  tx: Tx,
  examId: string,
  saved: readonly SectionToSave[],
): Promise<void> {
  await tx.query(sql`
    WITH recorded AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(saved)}::jsonb)
        AS s (section text, findings jsonb, state text, by text, registration text)
    ), forgotten AS (
      ${forgetDrafts(tx, examId)}
    )
    INSERT INTO exam_section (exam_id, facility_id, section, state, findings, recorded_by, by_name,
      registration, recorded_at)
    SELECT ${examId}, ${tx.facilityId}, section, state, findings, ${tx.actor.id}, by, registration,
      ${tx.now}
    FROM recorded
    ON CONFLICT (exam_id, section) DO UPDATE SET state = excluded.state,
      findings = excluded.findings, recorded_by = excluded.recorded_by, by_name = excluded.by_name,
      registration = excluded.registration, recorded_at = excluded.recorded_at`)
}

const forgetDrafts = ({ actor }: Tx, examId: string): Sql => {
  if (actor.kind === 'patient') return sql`DELETE FROM declaration_draft WHERE exam_id = ${examId}`
  if (actor.kind !== 'staff') return sql`SELECT 1`
  return sql`DELETE FROM section_draft WHERE exam_id = ${examId} AND staff_id = ${actor.id}
    AND section IN (SELECT section FROM recorded)`
}

export type NewConclusion = {
  exam: Exam
  outcome: ExamOutcome
  reason: string | null
  reexamineOn: CalendarDate | null
  assessment: Assessment
  contentHash: string
  concludedOn: CalendarDate
  validUntil: CalendarDate
  verifyCode: string
  doctor: { staffId: string; name: string; registration: string }
}

/**
 * Freezes the exam, whose state has moved on before: afterwards the database refuses it. The row of
 * the certificate's counter is held from here to the commit.
 */
export async function saveConclusion(tx: Tx, concluded: NewConclusion): Promise<string> {
  const { exam, doctor, concludedOn } = concluded
  const [row] = await tx.query<{ number: string }>(sql`
    WITH concluded AS (
      INSERT INTO conclusion (exam_id, facility_id, outcome, state, reason, reexamine_on, assessment,
        content_hash, concluded_at, concluded_on, doctor_id, doctor_name, registration, person)
      SELECT ${exam.id}::uuid, p.facility_id, ${concluded.outcome}, 'final', ${concluded.reason},
        ${concluded.reexamineOn}::date, ${JSON.stringify(concluded.assessment)}::jsonb,
        ${concluded.contentHash}, ${tx.now}::timestamptz, ${concludedOn}::date, ${doctor.staffId}::uuid,
        ${doctor.name}, ${doctor.registration}, to_jsonb(p) - 'folded_name' - 'search_text'
      FROM patient p WHERE p.facility_id = ${tx.facilityId} AND p.id = ${exam.patientId}
    ), forgotten AS (
      DELETE FROM section_draft WHERE exam_id = ${exam.id}
    ), forgotten_on_phone AS (
      DELETE FROM declaration_draft WHERE exam_id = ${exam.id}
    ), counted AS (
      INSERT INTO counter (facility_id, kind, year, last)
      VALUES (${tx.facilityId}, 'certificate', ${Number(concludedOn.slice(0, 4))}, 1)
      ON CONFLICT (facility_id, kind, year) DO UPDATE SET last = counter.last + 1
      RETURNING last
    )
    INSERT INTO certificate (exam_id, facility_id, number, verify_code, issued_on, valid_until)
    SELECT ${exam.id}, f.id,
      lpad(counted.last::text, 5, '0') || '/GKSKLX/' || f.code || '/' || ${concludedOn.slice(2, 4)},
      ${concluded.verifyCode}, ${concludedOn}, ${concluded.validUntil}
    FROM counted, facility f WHERE f.id = ${tx.facilityId}
    RETURNING number`)
  if (!row) throw new Error('the certificate was not written')
  return row.number
}
