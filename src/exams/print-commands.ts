import type { Actor } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { findPatient } from '../patients/repository.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { getFile } from '../platform/storage.ts'
import { alcoholLimits } from './alcohol-limits.ts'
import { type CertificateHead, certificateOf } from './certificate-of-exam.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { assessmentOf, type Exam } from './exam.ts'
import { loadIssuer, loadSealedPerson } from './print-repository.ts'
import { findExam } from './repository.ts'
import { things } from './words.ts'

/**
 * The certificate as PDF, and a line in the log of copies (Luật KCB 15/2023, Điều 69). The caller's
 * right to this exam is the caller's route's affair.
 */
export async function printCertificate(
  deps: Deps,
  actor: Actor,
  examId: string,
  hold?: 'unpaid',
): Promise<Uint8Array> {
  const { database, clock, env } = deps
  const exam = await findExam(database, actor.facilityId, examId)
  if (!exam) throw notFound(things.exam)
  const head = await loadHead(deps, actor, exam)
  await recordView(deps, actor, {
    action: 'certificate.printed',
    subjectType: 'exam',
    subjectId: exam.id,
    patientId: exam.patientId,
  })
  const at = clock.now()
  const assessment = assessmentOf(exam, calendarDateOf(at), alcoholLimits(env))
  const { publicUrl } = env
  return certificatePdf(certificateOf({ exam, head, assessment, at, publicUrl, hold }))
}

async function loadHead(deps: Deps, actor: Actor, exam: Exam): Promise<CertificateHead> {
  const { database } = deps
  const { facilityId } = actor
  const [patient, facility] = await Promise.all([
    exam.conclusion
      ? loadSealedPerson(database, facilityId, exam.id)
      : findPatient(database, facilityId, exam.patientId),
    loadIssuer(database, facilityId),
  ])
  if (!patient) throw new Error('an exam without its patient')
  const portrait = patient.portrait && (await getFile(database, facilityId, patient.portrait))
  return { patient, facility, ...(portrait && { portrait: portrait.bytes }) }
}
