import type { Actor } from '../core/actor.ts'
import { conflict } from '../core/errors.ts'
import { knownAreas } from '../patients/area-file.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { certificatePropsOf } from './certificate-document-props.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { loadCertificateHead } from './certificate-repository.ts'
import type { Exam } from './exam.ts'
import { words } from './words.ts'

/** The certificate on paper, and a line in the log of who took a copy. */
export async function printCertificate(deps: Deps, actor: Actor, exam: Exam): Promise<Uint8Array> {
  if (!exam.certificate) throw conflict('exam-not-concluded', words.notConcluded)
  const { env, database } = deps
  const head = await loadCertificateHead(database, actor.facilityId, exam)
  const props = certificatePropsOf(exam, head, {
    areas: knownAreas(),
    publicUrl: env.publicUrl,
    releasesUnpaid: env.RELEASE_CERTIFICATE_UNPAID,
  })
  await recordView(deps, actor, {
    action: 'certificate.printed',
    subjectType: 'exam',
    subjectId: exam.id,
    patientId: exam.patientId,
  })
  return certificatePdf(props)
}
