import { type Database, sql, type Tx } from '../platform/database.ts'
import { getFile, type StoredFile } from '../platform/storage.ts'
import type { Facility, FacilityData } from './facility.ts'

type Reader = Pick<Database, 'query'>
type Row = Omit<Facility, 'taxCode' | 'phone'> & { taxCode: string | null; phone: string | null }

export async function loadFacility(db: Reader, facilityId: string): Promise<Facility> {
  const [row] = await db.query<Row>(sql`
    SELECT f.id, f.code, f.name, f.superior_body AS superior, f.address, f.tax_code AS "taxCode",
           f.phone, coalesce((SELECT max(version) FROM setting s
                              WHERE s.facility_id = f.id AND s.key = 'facility'), 0) AS version
    FROM facility f WHERE f.id = ${facilityId}`)
  if (!row) throw new Error('an actor without its facility')
  const { taxCode, phone, ...facility } = row
  return { ...facility, ...(taxCode && { taxCode }), ...(phone && { phone }) }
}

export async function saveFacility(tx: Tx, data: FacilityData): Promise<void> {
  await tx.query(sql`
    UPDATE facility SET name = ${data.name}, superior_body = ${data.superior},
           address = ${data.address}, tax_code = ${data.taxCode ?? null},
           phone = ${data.phone ?? null}
    WHERE id = ${tx.facilityId}`)
}

export async function findLogoHash(db: Reader, facilityId: string): Promise<string | undefined> {
  const [row] = await db.query<{ sha256: string }>(
    sql`SELECT sha256 FROM facility_logo WHERE facility_id = ${facilityId}`,
  )
  return row?.sha256
}

/** The picture at the head of bills, receipts and slips. */
export async function findLogo(db: Reader, facilityId: string): Promise<StoredFile | undefined> {
  const hash = await findLogoHash(db, facilityId)
  return hash ? getFile(db, facilityId, hash) : undefined
}

export async function saveLogo(tx: Tx, sha256: string | null): Promise<void> {
  if (sha256 === null) {
    await tx.query(sql`DELETE FROM facility_logo WHERE facility_id = ${tx.facilityId}`)
    return
  }
  await tx.query(sql`
    INSERT INTO facility_logo (facility_id, sha256) VALUES (${tx.facilityId}, ${sha256})
    ON CONFLICT (facility_id) DO UPDATE SET sha256 = excluded.sha256`)
}
