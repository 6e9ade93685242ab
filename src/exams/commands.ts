import {
  type Actor,
  authorise,
  type Doctor,
  forbidden,
  mayRecord,
  signatory,
} from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { conflict, invalid, notFound, staleVersion } from '../core/errors.ts'
import { openVisit } from '../frontdesk/commands.ts'
import { issueTicket } from '../frontdesk/ticket-commands.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { consentWording } from './consent-words.ts'
import { type Exam, requireAction, requiredSections } from './exam.ts'
import { datesAfter, type Findings, type Section } from './findings.ts'
import { type Intake, intakeWarnings, isConversion } from './intake.ts'
import { groupOf } from './licence-class.ts'
import {
  advanceExam,
  findExam,
  insertExam,
  type NewConsent,
  type SectionToSave,
  saveSections,
} from './repository.ts'
import { standardInForce } from './standards/circular-36-2024.ts'
import { things, words } from './words.ts'

/** Opens the visit and the exam it is for, with the applicant's consents. */
export async function openExam(deps: Deps, actor: Actor, intake: Intake): Promise<Exam> {
  authorise(actor, 'exam:open')
  return transact(deps, actor, (tx) => openExamIn(tx, intake))
}

/** The same within what the caller does, who has asked for the right to it. */
export async function openExamIn(tx: Tx, intake: Intake): Promise<Exam> {
  const on = calendarDateOf(tx.now)
  const arrival = await openVisit(tx, intake.patientId)
  const warnings = intakeWarnings(intake, arrival, on)
  const convertedFromA1 = isConversion(intake)
  const exam: Exam = {
    id: tx.deps.clock.id(),
    version: 1,
    patientId: intake.patientId,
    visitId: arrival.visitId,
    licenceClass: intake.licenceClass,
    group: groupOf(intake.licenceClass, convertedFromA1),
    purpose: intake.purpose,
    heldLicence: intake.heldLicence,
    delivery: intake.delivery ?? { method: 'collect' },
    disabledApplicant: intake.disabledApplicant ?? false,
    convertedFromA1,
    state: 'arrived',
    warnings,
    createdAt: tx.now,
    sections: {},
    renewal: { eligible: false, reason: 'not-concluded' },
  }
  await insertExam(tx, exam, standardInForce(on)?.id ?? 'none', consentsOf(tx.deps, intake))
  await issueTicket(tx, arrival, [...requiredSections(exam), 'payment', 'conclusion'])
  const { id: examId, patientId, visitId } = exam
  await publish(tx, { type: 'exam.opened', examId, patientId, visitId })
  return exam
}

/** Two consents apart: to the exam, and to sending the result on (Luật 91/2025/QH15). */
function consentsOf(deps: Deps, { consents }: Intake): NewConsent[] {
  const consent = (scope: 'exam' | 'renewal', given: boolean): NewConsent => ({
    id: deps.clock.id(),
    scope,
    given,
    wording: consentWording[scope].version,
  })
  const { renewal } = consents
  return [
    consent('exam', consents.exam),
    ...(renewal === undefined ? [] : [consent('renewal', renewal)]),
  ]
}

export type RecordSections = {
  examId: string
  findings: Findings
  /** Set when the request is this one section, and not an object of sections. */
  section?: string
  /** False keeps a doctor's entry unsigned; a doctor's entry is signed unless told otherwise. */
  sign?: boolean
  version?: number | undefined
  /** When each section was recorded as the writer had it before them; '' where it was not. */
  seen?: Partial<Record<Section, string>>
}

/**
 * One section or several, all or nothing; each replaces what was there. A patient writes the
 * declaration of their own visit; a doctor reads it with them and signs.
 */
export async function recordSections(
  deps: Deps,
  actor: Actor,
  input: RecordSections,
): Promise<Exam> {
  if (actor.kind !== 'patient') authorise(actor, 'exam:examine')
  const named = Object.keys(input.findings) as Section[]
  if (!named.every((section) => mayRecord(actor, section))) throw forbidden()
  const doctor = input.sign === false ? undefined : signatory(actor)
  return transact(deps, actor, (tx) => recordSectionsIn(tx, input, doctor))
}

/** The same within what the caller does, who has asked for the right to it. */
export async function recordSectionsIn(
  tx: Tx,
  input: RecordSections,
  doctor: Doctor | undefined,
): Promise<Exam> {
  const named = Object.keys(input.findings) as Section[]
  const { exam, before } = await takeExam(tx, input, 'in-progress')
  refuseAnothersVisit(tx.actor, exam)
  requireAction(before, 'record')
  const late = datesAfter(input.findings, calendarDateOf(tx.now), { within: input.section })
  if (late.length > 0) throw invalid(late)
  refuseUnseen(exam, input.seen ?? {})
  if (!doctor) refuseOverSignature(exam, named)
  const saved = toSave(tx.actor, doctor, input.findings)
  await saveSections(tx, exam.id, saved)
  await publish(tx, {
    type: 'exam.sections-recorded',
    examId: exam.id,
    sections: named,
    signed: doctor !== undefined,
  })
  return withSections(exam, saved, tx.now)
}

function refuseAnothersVisit(actor: Actor, exam: Exam): void {
  if (actor.kind === 'patient' && exam.visitId !== actor.visitId) throw notFound(things.exam)
}

/** What a doctor signed, only a doctor's new signature replaces. */
function refuseOverSignature(exam: Exam, named: readonly Section[]): void {
  if (named.some((section) => exam.sections[section]?.state === 'signed')) {
    throw conflict('section-signed', words.sectionSigned)
  }
}

/** Someone else recorded the section while this writer was typing. */
function refuseUnseen(exam: Exam, seen: Partial<Record<Section, string>>): void {
  const changed = Object.entries(seen).some(
    ([section, at]) => (exam.sections[section as Section]?.at.toISOString() ?? '') !== at,
  )
  if (changed) throw conflict('section-changed', words.sectionChanged)
}

function toSave(actor: Actor, doctor: Doctor | undefined, findings: Findings): SectionToSave[] {
  const { name, registration } = doctor ?? { name: actor.name, registration: null }
  return Object.entries(findings).map(([section, found]) => ({
    section: section as Section,
    findings: found as object,
    state: doctor ? 'signed' : 'draft',
    by: name,
    registration,
  }))
}

function withSections(exam: Exam, saved: readonly SectionToSave[], at: Date): Exam {
  const sections = saved.map(({ section, findings, state, by, registration }) => [
    section,
    { state, findings, by, ...(registration && { registration }), at },
  ])
  return {
    ...exam,
    sections: { ...exam.sections, ...Object.fromEntries(sections) },
  }
}

/** The exam locked and moved on, with what it was before; refused when the caller read an older one. */
export async function takeExam(
  tx: Tx,
  input: { examId: string; version?: number | undefined },
  state: 'in-progress' | 'finished',
): Promise<{ exam: Exam; before: Pick<Exam, 'state' | 'version'> }> {
  const before = await advanceExam(tx, input.examId, state)
  const exam = before && (await findExam(tx, tx.facilityId, input.examId))
  if (!exam) throw notFound(things.exam)
  if (input.version !== undefined && input.version !== before.version) {
    throw staleVersion()
  }
  return { exam, before }
}
