import { type Patient, searchKey } from '../patients/patient.ts'
import { type PatientRow, patientColumns, patientOf } from '../patients/repository.ts'
import { type Database, sql, type Tx } from '../platform/database.ts'
import type { ListEntry, ListHead, StoredList } from './group-list.ts'

type Reader = Pick<Database, 'query'>

type NewList = Pick<StoredList, 'id' | 'groupId' | 'rows' | 'otherSheets'> & { sha256: string }

/** The same file in the same group is the same list: its id, whichever it has. */
export async function keepList(tx: Tx, list: NewList): Promise<string> {
  const content = JSON.stringify({ rows: list.rows, otherSheets: list.otherSheets })
  const [row] = await tx.query<{ id: string }>(sql`
    WITH kept AS (
      INSERT INTO group_list (id, facility_id, group_id, sha256, content, uploaded_at,
        uploaded_by_name)
      VALUES (${list.id}, ${tx.facilityId}, ${list.groupId}, ${list.sha256}, ${content}::jsonb,
        ${tx.now}, ${tx.actor.name})
      ON CONFLICT (group_id, sha256) DO NOTHING RETURNING id
    )
    SELECT id FROM kept
    UNION ALL
    SELECT id FROM group_list WHERE group_id = ${list.groupId} AND sha256 = ${list.sha256}
    LIMIT 1`)
  if (!row) throw new Error('the list was not kept')
  return row.id
}

type Row = Omit<StoredList, 'rows' | 'otherSheets'> & {
  content: Pick<StoredList, 'rows' | 'otherSheets'>
}

export async function findList(
  db: Reader,
  facilityId: string,
  where: { groupId: string; listId: string },
): Promise<StoredList | undefined> {
  const [row] = await db.query<Row>(sql`
    SELECT id, group_id AS "groupId", content, uploaded_at AS "uploadedAt",
      uploaded_by_name AS "uploadedBy", registered_at AS "registeredAt"
    FROM group_list
    WHERE facility_id = ${facilityId} AND group_id = ${where.groupId} AND id = ${where.listId}`)
  if (!row) return undefined
  const { content, ...list } = row
  return { ...list, ...content }
}

export async function findLists(
  db: Reader,
  facilityId: string,
  groupId: string,
): Promise<ListHead[]> {
  return db.query<ListHead>(sql`
    SELECT id, uploaded_at AS "uploadedAt", uploaded_by_name AS "uploadedBy",
      registered_at AS "registeredAt"
    FROM group_list WHERE facility_id = ${facilityId} AND group_id = ${groupId}
    ORDER BY uploaded_at DESC LIMIT 20`)
}

export async function markRegistered(tx: Tx, listId: string): Promise<void> {
  await tx.query(sql`
    UPDATE group_list SET registered_at = coalesce(registered_at, ${tx.now})
    WHERE facility_id = ${tx.facilityId} AND id = ${listId}`)
}

/** Days after which what a company wrote of people is of no more use. */
const KEPT_DAYS = 60

export async function deleteOldLists(tx: Tx): Promise<void> {
  const before = new Date(tx.now.getTime() - KEPT_DAYS * 86_400_000)
  await tx.query(sql`
    DELETE FROM group_list WHERE facility_id = ${tx.facilityId} AND uploaded_at < ${before}`)
}

/** Everyone on record who shares a number, or a name and birth date, with somebody of the list. */
export async function findAlikeAll(
  db: Reader,
  facilityId: string,
  entries: readonly ListEntry[],
): Promise<Patient[]> {
  const numbers = entries.flatMap(({ person }) => person.identityCard?.number ?? [])
  const names = entries.map(({ person }) => searchKey(person.name))
  const births = entries.map(({ person }) => person.birthDate)
  const rows = await db.query<PatientRow>(sql`
    SELECT ${patientColumns} FROM patient
    WHERE facility_id = ${facilityId} AND identity_number = ANY (${numbers}::text[])
    UNION
    SELECT ${patientColumns} FROM patient
    WHERE facility_id = ${facilityId} AND (folded_name, birth_date) IN (
      SELECT * FROM unnest(${names}::text[], ${births}::date[]))
    ORDER BY id`)
  return rows.map(patientOf)
}
