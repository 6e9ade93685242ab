import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Device } from './device.ts'

type Reader = Pick<Database, 'query'>

const columns = sql`
  d.id, d.facility_id AS "facilityId", d.name, d.kind, d.created_at AS "createdAt",
  d.code_expires_at AS "codeExpiresAt", d.paired_at AS "pairedAt", d.expires_at AS "expiresAt",
  d.last_seen_at AS "lastSeenAt", d.revoked_at AS "revokedAt"`

export async function listDevices(db: Reader, facilityId: string): Promise<Device[]> {
  return db.query<Device>(sql`
    SELECT ${columns} FROM device d WHERE d.facility_id = ${facilityId}
    ORDER BY d.revoked_at IS NOT NULL, d.created_at DESC, d.id LIMIT 500`)
}

/** One that is not revoked. */
export async function findDevice(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Device | undefined> {
  const [row] = await db.query<Device>(sql`
    SELECT ${columns} FROM device d
    WHERE d.id = ${id} AND d.facility_id = ${facilityId} AND d.revoked_at IS NULL`)
  return row
}

/** The device behind a cookie, while its pairing lasts. */
export async function findDeviceByToken(
  db: Reader,
  hash: Buffer,
  now: Date,
): Promise<(Device & { facilityName: string }) | undefined> {
  const [row] = await db.query<Device & { facilityName: string }>(sql`
    SELECT ${columns}, f.name AS "facilityName" FROM device d JOIN facility f ON f.id = d.facility_id
    WHERE d.token_hash = ${hash} AND d.revoked_at IS NULL AND d.expires_at > ${now}`)
  return row
}

/** Whose code this is, as long as it may be typed. */
export async function findDeviceByCode(
  db: Reader,
  hash: Buffer,
  now: Date,
): Promise<Device | undefined> {
  const [row] = await db.query<Device>(sql`
    SELECT ${columns} FROM device d
    WHERE d.code_hash = ${hash} AND d.revoked_at IS NULL AND d.code_expires_at > ${now}`)
  return row
}

export async function insertDevice(tx: Tx, device: Device, codeHash: Buffer): Promise<void> {
  const createdBy = tx.actor.kind === 'staff' ? tx.actor.id : null
  await tx.query(sql`
    INSERT INTO device (id, facility_id, name, kind, code_hash, code_expires_at, created_by, created_at)
    VALUES (${device.id}, ${tx.facilityId}, ${device.name}, ${device.kind}, ${codeHash},
            ${device.codeExpiresAt}, ${createdBy}, ${device.createdAt})`)
}

/** False when there is no such living device. */
export async function saveCode(
  tx: Tx,
  id: string,
  code: { hash: Buffer; expiresAt: Date },
): Promise<boolean> {
  const rows = await tx.query(sql`
    UPDATE device SET code_hash = ${code.hash}, code_expires_at = ${code.expiresAt}
    WHERE id = ${id} AND facility_id = ${tx.facilityId} AND revoked_at IS NULL RETURNING id`)
  return rows.length === 1
}

/** Spends the code; false when another browser was faster. */
export async function savePaired(
  tx: Tx,
  pairing: { id: string; codeHash: Buffer; tokenHash: Buffer; expiresAt: Date },
): Promise<boolean> {
  const rows = await tx.query(sql`
    UPDATE device SET code_hash = NULL, code_expires_at = NULL, token_hash = ${pairing.tokenHash},
      paired_at = ${tx.now}, expires_at = ${pairing.expiresAt}, last_seen_at = ${tx.now}
    WHERE id = ${pairing.id} AND facility_id = ${tx.facilityId} AND revoked_at IS NULL
      AND code_hash = ${pairing.codeHash} AND code_expires_at > ${tx.now} RETURNING id`)
  return rows.length === 1
}

export async function saveDeviceSeen(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`
    UPDATE device SET last_seen_at = ${tx.now} WHERE id = ${id} AND facility_id = ${tx.facilityId}`)
}

/** False when there is no such living device. */
export async function saveDeviceRevoked(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query(sql`
    UPDATE device SET revoked_at = ${tx.now}, token_hash = NULL, code_hash = NULL,
      code_expires_at = NULL
    WHERE id = ${id} AND facility_id = ${tx.facilityId} AND revoked_at IS NULL RETURNING id`)
  return rows.length === 1
}
