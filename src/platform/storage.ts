import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Database, Tx } from './database.ts'

export type StoredFile = { contentType: string; bytes: Buffer }

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps bytes by their content; the same bytes are kept once. Gives back their SHA-256. */
export async function putFile(tx: Tx, file: StoredFile): Promise<string> {
  const hash = sha256(file.bytes)
  await tx.query(sql`
    INSERT INTO stored_file (facility_id, sha256, content_type, bytes, created_at)
    VALUES (${tx.facilityId}, ${hash}, ${file.contentType}, ${file.bytes}, ${tx.now})
    ON CONFLICT DO NOTHING`)
  return hash
}

export async function getFile(
  db: Pick<Database, 'query'>,
  facilityId: string,
  hash: string,
): Promise<StoredFile | undefined> {
  const [file] = await db.query<StoredFile>(sql`
    SELECT content_type AS "contentType", bytes FROM stored_file
    WHERE facility_id = ${facilityId} AND sha256 = ${hash}`)
  return file
}
