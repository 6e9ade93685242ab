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
