import { type Database, sql, type Tx } from '../platform/database.ts'
import { type StaffRow, staffColumns, toStaff } from './repository.ts'
import type { Staff } from './staff.ts'

/** The person behind a session that is neither idle for too long nor disabled. */
export async function findSessionStaff(
  db: Pick<Database, 'query'>,
  session: { id: string; now: Date; idleSince: Date },
): Promise<{ staff: Staff; lastSeenAt: Date; facilityName: string } | undefined> {
  const [row] = await db.query<StaffRow & { lastSeenAt: Date; facilityName: string }>(sql`
    SELECT ${staffColumns}, a.last_seen_at AS "lastSeenAt", f.name AS "facilityName"
    FROM auth_session a JOIN staff s ON s.id = a.user_id JOIN facility f ON f.id = s.facility_id
    WHERE a.id = ${session.id} AND a.last_seen_at > ${session.idleSince}
      AND a.expires_at > ${session.now} AND s.disabled_at IS NULL`)
  if (!row) return undefined
  const { lastSeenAt, facilityName, ...staff } = row
  return { staff: toStaff(staff), lastSeenAt, facilityName }
}

/** Whose session it is, however long nobody has worked in it. */
export async function findSessionUser(
  db: Pick<Database, 'query'>,
  id: string,
): Promise<{ username: string; disabled: boolean } | undefined> {
  const [row] = await db.query<{ username: string; disabled: boolean }>(sql`
    SELECT s.username, s.disabled_at IS NOT NULL AS disabled
    FROM auth_session a JOIN staff s ON s.id = a.user_id WHERE a.id = ${id}`)
  return row
}

export async function saveSeen(tx: Tx, sessionId: string): Promise<void> {
  await tx.query(sql`UPDATE auth_session SET last_seen_at = ${tx.now} WHERE id = ${sessionId}`)
}

export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.query(sql`DELETE FROM auth_session WHERE token = ${token}`)
}

/** Ends the sessions of one account, all of them or all but the one at hand. */
export async function deleteSessions(tx: Tx, staffId: string, exceptId?: string): Promise<void> {
  await tx.query(sql`
    DELETE FROM auth_session WHERE user_id = ${staffId}
      AND id IS DISTINCT FROM ${exceptId ?? null}::uuid`)
}

/** Sessions that nobody can use any more. */
export async function deleteOldSessions(tx: Tx, idleSince: Date): Promise<void> {
  await tx.query(
    sql`DELETE FROM auth_session WHERE expires_at < ${tx.now} OR last_seen_at < ${idleSince}`,
  )
}
