import type { Patient } from '../patients/patient.ts'
import { type PatientRow, patientOf } from '../patients/repository.ts'
import { type Database, sql } from '../platform/database.ts'
import type { CertificateHead } from './certificate-of-exam.ts'

type Row = { name: string; superior: string; address: string; phone: string | null }

export async function loadIssuer(
  db: Pick<Database, 'query'>,
  facilityId: string,
): Promise<CertificateHead['facility']> {
  const [row] = await db.query<Row>(sql`
    SELECT name, superior_body AS superior, address, phone FROM facility WHERE id = ${facilityId}`)
  if (!row) throw new Error('an actor without its facility')
  const { phone, ...issuer } = row
  return { ...issuer, ...(phone && { phone }) }
}

/** The person as they were when the conclusion was signed; undefined before it is. */
export async function loadSealedPerson(
  db: Pick<Database, 'query'>,
  facilityId: string,
  examId: string,
): Promise<Patient | undefined> {
  const [row] = await db.query<{ person: PatientRow }>(sql`
    SELECT person FROM conclusion WHERE facility_id = ${facilityId} AND exam_id = ${examId}`)
  return row && patientOf(row.person)
}
