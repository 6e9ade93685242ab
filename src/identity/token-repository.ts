import { createHash } from 'node:crypto'
import type { Role, Specialty } from '../core/actor.ts'
import { type Database, sql, type Tx } from '../platform/database.ts'
import { specialtiesColumn } from './repository.ts'
import type { ApiToken } from './token.ts'

type Reader = Pick<Database, 'query'>

type TokenRow = Omit<ApiToken, 'specialties' | 'signsAs'> & {
  roles: Role[]
  specialties: Specialty[] | null
  doctorId: string | null
  doctorName: string
  doctorRegistration: string
}

const columns = sql`
  t.id, t.facility_id AS "facilityId", t.name, t.hint, t.roles, t.specialties,
  t.created_at AS "createdAt", t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt",
  d.id AS "doctorId", d.name AS "doctorName", d.doctor_registration AS "doctorRegistration"`

/** A disabled doctor's name is not signed any more. */
const doctor = sql`
  LEFT JOIN staff d ON d.id = t.signs_as AND d.disabled_at IS NULL
    AND d.doctor_registration IS NOT NULL`

function toToken(row: TokenRow): ApiToken {
  const { doctorId, doctorName, doctorRegistration, specialties, ...rest } = row
  const signsAs = doctorId
    ? { staffId: doctorId, name: doctorName, registration: doctorRegistration }
    : null
  return { ...rest, specialties: specialties ?? 'all', signsAs }
}

/** 256 random bits need no salt and no slow hash: the fast one keeps the hot path fast. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The living token with this hash, and the house it works for. */
export async function findTokenByHash(
  db: Reader,
  hash: Buffer,
): Promise<{ token: ApiToken; facilityName: string } | undefined> {
  const [row] = await db.query<TokenRow & { facilityName: string }>(sql`
    SELECT ${columns}, f.name AS "facilityName"
    FROM api_token t ${doctor} JOIN facility f ON f.id = t.facility_id
    WHERE t.token_hash = ${hash} AND t.revoked_at IS NULL`)
  if (!row) return undefined
  const { facilityName, ...token } = row
  return { token: toToken(token), facilityName }
}

export async function saveUsed(tx: Tx, tokenId: string): Promise<void> {
  await tx.query(sql`UPDATE api_token SET last_used_at = ${tx.now} WHERE id = ${tokenId}`)
}

export async function listTokens(db: Reader, facilityId: string): Promise<ApiToken[]> {
  const rows = await db.query<TokenRow>(sql`
    SELECT ${columns} FROM api_token t ${doctor} WHERE t.facility_id = ${facilityId}
    ORDER BY t.revoked_at IS NOT NULL, t.created_at DESC, t.id LIMIT 500`)
  return rows.map(toToken)
}

export async function findToken(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<ApiToken | undefined> {
  const [row] = await db.query<TokenRow>(sql`
    SELECT ${columns} FROM api_token t ${doctor}
    WHERE t.id = ${id} AND t.facility_id = ${facilityId} AND t.revoked_at IS NULL`)
  return row && toToken(row)
}

/** How many living tokens sign in a doctor's name. */
export async function countSigningFor(
  db: Reader,
  facilityId: string,
  staffId: string,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM api_token
    WHERE signs_as = ${staffId} AND facility_id = ${facilityId} AND revoked_at IS NULL`)
  return row?.count ?? 0
}

export async function insertToken(tx: Tx, token: ApiToken, hash: Buffer): Promise<void> {
  const createdBy = tx.actor.kind === 'staff' ? tx.actor.id : null
  await tx.query(sql`
    INSERT INTO api_token (id, facility_id, name, token_hash, hint, roles, specialties, signs_as,
                           created_by, created_at)
    VALUES (${token.id}, ${tx.facilityId}, ${token.name}, ${hash}, ${token.hint}, ${token.roles},
            ${specialtiesColumn(token)}, ${token.signsAs?.staffId ?? null}, ${createdBy},
            ${token.createdAt})`)
}

/** False when there is no living token with this id in the facility. */
export async function saveRevoked(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query(sql`
    UPDATE api_token SET revoked_at = ${tx.now}
    WHERE id = ${id} AND facility_id = ${tx.facilityId} AND revoked_at IS NULL RETURNING id`)
  return rows.length === 1
}

/** The tokens that sign in one doctor's name, revoked with the account. */
export async function saveRevokedFor(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    UPDATE api_token SET revoked_at = ${tx.now}
    WHERE signs_as = ${staffId} AND facility_id = ${tx.facilityId} AND revoked_at IS NULL
    RETURNING id`)
  return rows.map((row) => row.id)
}
