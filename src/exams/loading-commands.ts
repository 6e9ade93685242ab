import type { Actor } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { isVisitUnverified } from '../frontdesk/identity-repository.ts'
import type { Patient } from '../patients/patient.ts'
import { findPatient } from '../patients/repository.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { alcoholLimits } from './alcohol-limits.ts'
import { assessmentOf, type Exam, mayDo } from './exam.ts'
import type { Section } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { findExam } from './repository.ts'
import { visibleAssessment, visibleSections } from './visibility.ts'
import { things } from './words.ts'

/** The exam as this reader may see it on a page. */
export type SeenExam = {
  exam: Exam
  person: Patient
  assessment: Assessment
  visible: ReadonlySet<Section>
  /** Came by a kiosk, and the desk has not seen their card yet: nothing can be concluded before. */
  unverified: boolean
}

/**
 * Reads an exam for a page; whoever is shown findings is noted in the log of views. A section's own
 * form shows it to whoever may write it: reception its declaration.
 */
export async function seeExam(
  deps: Deps,
  actor: Actor,
  examId: string,
  form?: Section,
): Promise<SeenExam> {
  const seen = await readExam(deps, actor, examId)
  const shows = seen.visible.size > 0 || (form !== undefined && seen.exam.sections[form])
  if (shows) await noteView(deps, actor, seen.exam)
  return seen
}

/** The same for a page that was already shown: a form that comes back, a panel renewed. */
export async function readExam(deps: Deps, actor: Actor, examId: string): Promise<SeenExam> {
  const { database } = deps
  const exam = await findExam(database, actor.facilityId, examId)
  if (!exam) throw notFound(things.exam)
  const { facilityId } = actor
  const [person, unverified] = await Promise.all([
    findPatient(database, facilityId, exam.patientId),
    mayDo(exam, 'conclude') && isVisitUnverified(database, facilityId, exam.visitId),
  ])
  if (!person) throw notFound(things.exam)
  const visible = visibleSections(actor)
  const assessment = visibleAssessment(assessed(deps, exam), visible)
  return { exam, person, visible, assessment, unverified }
}

export function assessed({ env, clock }: Deps, exam: Exam): Assessment {
  return assessmentOf(exam, calendarDateOf(clock.now()), alcoholLimits(env))
}

function noteView(deps: Deps, actor: Actor, { id, patientId }: Exam): Promise<void> {
  return recordView(deps, actor, {
    action: 'exam.viewed',
    subjectType: 'exam',
    subjectId: id,
    patientId,
  })
}
