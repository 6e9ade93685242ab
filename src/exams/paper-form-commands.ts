import type { Actor } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { findPatient } from '../patients/repository.ts'
import { today } from '../platform/clock.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { personOf, placeOf } from './certificate-of-exam.ts'
import { type Exam, requireAction } from './exam.ts'
import { groupOf, type LicenceClass } from './licence-class.ts'
import { type PaperFormProps, paperLimits, paperSections } from './paper-form.ts'
import { paperFormPdf } from './paper-form-pdf.ts'
import { loadIssuer } from './print-repository.ts'
import { findExam } from './repository.ts'
import type { Standard } from './standard.ts'
import { standardInForce } from './standards/circular-36-2024.ts'
import { things } from './words.ts'

/** The exam on paper for anybody, to lie ready before the power fails. */
export async function printBlankForm(
  deps: Deps,
  actor: Actor,
  licenceClass?: LicenceClass,
): Promise<Uint8Array> {
  const standard = standardOf(deps)
  return paperFormPdf({
    ...(await headOf(deps, actor)),
    sections: paperSections(standard, licenceClass && { licenceClass }),
    ...(licenceClass
      ? { licenceClass, group: groupOf(licenceClass) }
      : { limits: paperLimits(standard) }),
  })
}

/** The paper of an exam that is already open, and a line in the log of copies. */
export async function printPaperForm(
  deps: Deps,
  actor: Actor,
  examId: string,
): Promise<Uint8Array> {
  const { database, env } = deps
  const exam = await findExam(database, actor.facilityId, examId)
  const patient = exam && (await findPatient(database, actor.facilityId, exam.patientId))
  if (!exam || !patient) throw notFound(things.exam)
  requireAction(exam, 'record')
  await recordView(deps, actor, {
    action: 'paper-form.printed',
    subjectType: 'exam',
    subjectId: exam.id,
    patientId: exam.patientId,
  })
  return paperFormPdf({
    ...(await headOf(deps, actor)),
    licenceClass: exam.licenceClass,
    group: exam.group,
    sections: paperSections(standardOf(deps), exam),
    exam: {
      person: personOf(patient),
      purpose: exam.purpose,
      heldLicence: exam.heldLicence,
      openedOn: calendarDateOf(exam.createdAt),
      url: `${env.publicUrl}/exams/${exam.id}`,
      code: shortCode(exam),
    },
  })
}

/** What a person reads out or compares; the QR code carries the whole. */
function shortCode({ id }: Exam): string {
  return id
    .replaceAll('-', '')
    .slice(-8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1-')
}

function standardOf({ clock }: Deps): Standard {
  const standard = standardInForce(today(clock))
  if (!standard) throw notFound(things.standard)
  return standard
}

async function headOf(
  deps: Deps,
  actor: Actor,
): Promise<Pick<PaperFormProps, 'createdAt' | 'facility'>> {
  const issuer = await loadIssuer(deps.database, actor.facilityId)
  return {
    createdAt: deps.clock.now(),
    facility: { ...issuer, place: placeOf(issuer.address) },
  }
}
