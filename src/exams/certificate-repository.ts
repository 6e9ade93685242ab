import type { Patient } from '../patients/patient.ts'
import { findPatient } from '../patients/repository.ts'
import { sql } from '../platform/database.ts'
import { getFile } from '../platform/storage.ts'
import type { Exam } from './exam.ts'
import type { Reader } from './repository.ts'

/** What the certificate's head needs beside the exam. */
export type CertificateHead = {
  facility: {
    name: string
    superior: string
    address: string
    phone: string | null
    provinceCode: string | null
    /** A bill of this exam is issued and not settled, or there is none yet. */
    unpaid: boolean
  }
  patient: Patient
  portrait?: Uint8Array
}

export async function loadCertificateHead(
  db: Reader,
  facilityId: string,
  exam: Pick<Exam, 'id' | 'patientId'>,
): Promise<CertificateHead> {
  const [patient, [facility]] = await Promise.all([
    findPatient(db, facilityId, exam.patientId),
    db.query<CertificateHead['facility']>(sql`
      SELECT name, superior_body AS superior, address, phone, province_code AS "provinceCode",
        NOT EXISTS (SELECT 1 FROM invoice i WHERE i.exam_id = ${exam.id} AND i.state = 'balanced')
          AS unpaid
      FROM facility WHERE id = ${facilityId}`),
  ])
  if (!patient || !facility) throw new Error('an exam has its patient and its facility')
  const portrait = patient.portrait && (await getFile(db, facilityId, patient.portrait))
  return { facility, patient, ...(portrait && { portrait: portrait.bytes }) }
}
