import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Saved, SettingKey } from './setting.ts'

type Reader = Pick<Database, 'query'>

/** The version that holds; undefined while nobody has saved one. */
export async function findSetting<T>(
  db: Reader,
  facilityId: string,
  key: SettingKey,
): Promise<Saved<T> | undefined> {
  const [saved] = await listVersions<T>(db, facilityId, key, 1)
  return saved
}

/** The youngest versions first. */
export function listVersions<T>(
  db: Reader,
  facilityId: string,
  key: SettingKey,
  limit: number,
): Promise<Saved<T>[]> {
  return db.query<Saved<T>>(sql`
    SELECT version, value, saved_at AS at, saved_by_name AS by FROM setting
    WHERE facility_id = ${facilityId} AND key = ${key}
    ORDER BY version DESC LIMIT ${limit}`)
}

/** False when somebody else has saved this version already. */
export async function insertVersion(
  tx: Tx,
  key: SettingKey,
  saved: { version: number; value: object },
): Promise<boolean> {
  const rows = await tx.query(sql`
    INSERT INTO setting (facility_id, key, version, value, saved_at, saved_by, saved_by_name)
    SELECT ${tx.facilityId}, ${key}, ${saved.version}, ${JSON.stringify(saved.value)}::jsonb,
           ${tx.now}, ${tx.actor.id}, ${tx.actor.name}
    WHERE ${saved.version} = 1 + coalesce(
      (SELECT max(version) FROM setting WHERE facility_id = ${tx.facilityId} AND key = ${key}), 0)
    ON CONFLICT DO NOTHING RETURNING version`)
  return rows.length === 1
}
