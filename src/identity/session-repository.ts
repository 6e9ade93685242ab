import type { Role, Specialty } from '../core/actor.ts'
import { type Database, sql } from '../platform/database.ts'
import type { Staff } from './staff.ts'

export type SessionRow = Omit<Staff, 'specialties'> & {
  roles: Role[]
  specialties: Specialty[] | null
}

/**
 * The person behind a session that is neither idle for too long nor disabled. Seen again within the
 * minute it stays as it is, so that a busy page does not write at every request.
 */
export async function findSessionStaff(
  db: Pick<Database, 'query'>,
  session: { id: string; now: Date; idleSince: Date; active: boolean },
): Promise<Staff | undefined> {
  const minuteAgo = new Date(session.now.getTime() - 60_000)
  const [row] = await db.query<SessionRow>(sql`
    WITH seen AS (
      UPDATE auth_session SET last_seen_at = ${session.now}
      WHERE id = ${session.id} AND ${session.active} AND last_seen_at < ${minuteAgo}
        AND last_seen_at > ${session.idleSince}
    )
    SELECT s.id, s.facility_id AS "facilityId", s.username, s.name, s.roles, s.specialties,
           s.doctor_registration AS "doctorRegistration",
           s.must_change_password AS "mustChangePassword", s.disabled_at AS "disabledAt"
    FROM auth_session a JOIN staff s ON s.id = a.user_id
    WHERE a.id = ${session.id} AND a.last_seen_at > ${session.idleSince}
      AND a.expires_at > ${session.now} AND s.disabled_at IS NULL`)
  return row && { ...row, specialties: row.specialties ?? 'all' }
}

export async function deleteSession(db: Pick<Database, 'query'>, token: string): Promise<void> {
  await db.query(sql`DELETE FROM auth_session WHERE token = ${token}`)
}

/** Keeps the table small; called at a sign-in. */
export async function forgetOldSessions(
  db: Pick<Database, 'query'>,
  now: Date,
  idleSince: Date,
): Promise<void> {
  await db.query(
    sql`DELETE FROM auth_session WHERE expires_at < ${now} OR last_seen_at < ${idleSince}`,
  )
}
