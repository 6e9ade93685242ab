import type { Role, Specialty } from '../core/actor.ts'
import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Grants } from './grant.ts'
import type { Staff } from './staff.ts'

type Reader = Pick<Database, 'query'>

export type StaffRow = Omit<Staff, 'specialties'> & {
  roles: Role[]
  specialties: Specialty[] | null
}

export const staffColumns = sql`
  s.id, s.facility_id AS "facilityId", s.username, s.name, s.roles, s.specialties,
  s.doctor_registration AS "doctorRegistration",
  s.must_change_password AS "mustChangePassword", s.disabled_at AS "disabledAt"`

export function toStaff(row: StaffRow): Staff {
  return { ...row, specialties: row.specialties ?? 'all' }
}

export function specialtiesColumn(grants: Grants): Specialty[] | null {
  return grants.specialties === 'all' ? null : grants.specialties
}

export async function findStaff(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Staff | undefined> {
  const [row] = await db.query<StaffRow>(sql`
    SELECT ${staffColumns} FROM staff s WHERE s.id = ${id} AND s.facility_id = ${facilityId}`)
  return row && toStaff(row)
}

/** A username is unique in the installation, so signing in needs no facility. */
export async function findStaffByUsername(
  db: Reader,
  username: string,
): Promise<Staff | undefined> {
  const [row] = await db.query<StaffRow>(
    sql`SELECT ${staffColumns} FROM staff s WHERE s.username = ${username}`,
  )
  return row && toStaff(row)
}

export async function listStaff(db: Reader, facilityId: string): Promise<Staff[]> {
  const rows = await db.query<StaffRow>(sql`
    SELECT ${staffColumns} FROM staff s WHERE s.facility_id = ${facilityId}
    ORDER BY s.disabled_at IS NOT NULL, s.username LIMIT 500`)
  return rows.map(toStaff)
}

/** The accounts that the seeds made, in one commit and before any other: the demonstration's cast. */
export async function listCast(db: Reader, facilityId: string): Promise<Staff[]> {
  const rows = await db.query<StaffRow>(sql`
    SELECT ${staffColumns} FROM staff s
    WHERE s.facility_id = ${facilityId} AND s.disabled_at IS NULL
      AND s.created_at = (SELECT min(created_at) FROM staff WHERE facility_id = ${facilityId})
    ORDER BY s.id LIMIT 50`)
  return rows.map(toStaff)
}

/** Which of these usernames are there, at whatever facility. */
export async function findUsernames(
  db: Reader,
  people: readonly { username: string }[],
): Promise<Set<string>> {
  const names = people.map(({ username }) => username)
  const rows = await db.query<{ username: string }>(
    sql`SELECT username FROM staff WHERE username = ANY (${names}::text[])`,
  )
  return new Set(rows.map(({ username }) => username))
}

/** A registered doctor who may conclude: whom a signing token signs as in demonstration mode. */
export async function findConcludingDoctor(
  db: Reader,
  facilityId: string,
): Promise<Staff | undefined> {
  const [row] = await db.query<StaffRow>(sql`
    SELECT ${staffColumns} FROM staff s
    WHERE s.facility_id = ${facilityId} AND 'concluder' = ANY (s.roles)
      AND s.doctor_registration IS NOT NULL AND s.disabled_at IS NULL
    ORDER BY s.created_at, s.id LIMIT 1`)
  return row && toStaff(row)
}

export async function findFacilityId(db: Reader, code: string): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(sql`SELECT id FROM facility WHERE code = ${code}`)
  return row?.id
}

/** The house, where the installation has only one: whoever is not signed in has chosen none. */
export async function findOnlyFacility(
  db: Reader,
): Promise<{ name: string; phone?: string } | undefined> {
  const rows = await db.query<{ name: string; phone: string | null }>(
    sql`SELECT name, phone FROM facility LIMIT 2`,
  )
  const [only] = rows
  if (!only || rows.length > 1) return undefined
  return { name: only.name, ...(only.phone && { phone: only.phone }) }
}

/** The account, its credential and the staff row are one statement. */
export async function insertStaff(tx: Tx, staff: Staff, passwordHash: string): Promise<void> {
  await tx.query(sql`
    WITH account AS (
      INSERT INTO auth_account
        (id, account_id, provider_id, user_id, password, created_at, updated_at)
      VALUES (${tx.deps.clock.id()}, ${staff.id}::text, 'credential', ${staff.id}::text::uuid,
              ${passwordHash}, ${tx.now}, ${tx.now})
    ), person AS (
      INSERT INTO auth_user (id, name, email, username, created_at, updated_at)
      VALUES (${staff.id}, ${staff.name}, ${`${staff.id}@staff.invalid`}, ${staff.username},
              ${tx.now}, ${tx.now})
    )
    INSERT INTO staff (id, facility_id, username, name, roles, specialties, doctor_registration,
                       must_change_password, created_at, updated_at)
    VALUES (${staff.id}, ${tx.facilityId}, ${staff.username}, ${staff.name}, ${staff.roles},
            ${specialtiesColumn(staff)}, ${staff.doctorRegistration}, ${staff.mustChangePassword},
            ${tx.now}, ${tx.now})`)
}

export async function saveDisabled(tx: Tx, id: string, disabledAt: Date | null): Promise<void> {
  await tx.query(sql`
    UPDATE staff SET disabled_at = ${disabledAt}, updated_at = ${tx.now}
    WHERE id = ${id} AND facility_id = ${tx.facilityId}`)
}

export async function savePassword(
  tx: Tx,
  id: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await tx.query(sql`
    WITH changed AS (
      UPDATE staff SET must_change_password = ${mustChange}, updated_at = ${tx.now}
      WHERE id = ${id} AND facility_id = ${tx.facilityId} RETURNING id
    )
    UPDATE auth_account a SET password = ${passwordHash}, updated_at = ${tx.now}
    FROM changed WHERE a.user_id = changed.id AND a.provider_id = 'credential'`)
}

export type Credential = { username: string; passwordHash: string }

export async function findCredential(db: Reader, staffId: string): Promise<Credential | undefined> {
  const [row] = await db.query<Credential>(sql`
    SELECT s.username, a.password AS "passwordHash"
    FROM staff s JOIN auth_account a ON a.user_id = s.id AND a.provider_id = 'credential'
    WHERE s.id = ${staffId} AND s.disabled_at IS NULL AND a.password IS NOT NULL`)
  return row
}
