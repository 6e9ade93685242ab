import { join, type Sql, sql } from '../platform/database.ts'
import { type PatientRow, patientColumns, patientOf, type Reader } from './repository.ts'
import type { FoundPatient, PatientSearch } from './search.ts'

/**
 * Those who bear exactly the name first, then whoever matches every word; newest first in both.
 * Gives one more than the limit when there are more.
 */
export async function searchPatients(
  db: Reader,
  facilityId: string,
  search: PatientSearch,
): Promise<FoundPatient[]> {
  const { words, after, limit } = search
  const query = async (part: Sql) => {
    const rows = await db.query<PatientRow & { exact: boolean }>(part)
    return rows.map((row) => ({ ...patientOf(row), exact: row.exact }))
  }
  const beyondNamesakes = words.length === 0 || (after && !after.exact)
  const found = beyondNamesakes ? [] : await query(namesakes(facilityId, search))
  if (found.length > limit) return found
  const recent = await query(amongRecent(facilityId, search))
  if (found.length + recent.length > limit) return [...found, ...recent].slice(0, limit + 1)
  if (words.length === 0) return recent
  return [...found, ...(await query(amongAll(facilityId, search)))].slice(0, limit + 1)
}

function namesakes(facilityId: string, { words, after, limit }: PatientSearch): Sql {
  return sql`SELECT true AS exact, ${patientColumns} FROM patient
    WHERE facility_id = ${facilityId} AND folded_name = ${words.join(' ')}
      ${after?.exact ? sql`AND id < ${after.id}` : sql``}
    ORDER BY id DESC LIMIT ${limit + 1}`
}

/** A common name has its page full among the newest; gathering all its bearers to sort them is slow. */
const RECENT = 2_000

function amongRecent(facilityId: string, search: PatientSearch): Sql {
  const newest = [sql`facility_id = ${facilityId}`, ...beyondMark(search)]
  return sql`SELECT false AS exact, ${patientColumns}
    FROM (SELECT * FROM patient WHERE ${join(newest, ' AND ')} ORDER BY id DESC LIMIT ${RECENT}) p
    WHERE ${join([otherName(search), ...matches(search)], ' AND ')} ORDER BY id DESC LIMIT ${search.limit + 1}`
}

/** MATERIALIZED: by the index of the words first, whatever the planner thinks of the order asked for. */
function amongAll(facilityId: string, search: PatientSearch): Sql {
  const conditions = [
    sql`facility_id = ${facilityId}`,
    otherName(search),
    ...matches(search),
    ...beyondMark(search),
  ]
  return sql`WITH matched AS MATERIALIZED (
      SELECT id FROM patient WHERE ${join(conditions, ' AND ')}
    )
    SELECT false AS exact, ${patientColumns} FROM patient
    WHERE id IN (SELECT id FROM matched ORDER BY id DESC LIMIT ${search.limit + 1})
    ORDER BY id DESC`
}

function otherName({ words }: PatientSearch): Sql {
  return words.length > 0 ? sql`folded_name <> ${words.join(' ')}` : sql`true`
}

function beyondMark({ after }: PatientSearch): Sql[] {
  return after && !after.exact ? [sql`id < ${after.id}`] : []
}

function matches({ words }: PatientSearch): Sql[] {
  return words.map((word) => sql`search_text LIKE ${patternOf(word)}`)
}

/** Letters are looked for at the beginning of a word, digits anywhere in a number. */
function patternOf(word: string): string {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  return /^\d{3,}$/.test(word) ? `%${literal}%` : `% ${literal}%`
}
