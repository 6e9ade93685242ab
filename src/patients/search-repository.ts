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
  const { words, after } = search
  const beyondNamesakes = words.length === 0 || (after && !after.exact)
  const rows = await db.query<PatientRow & { exact: boolean }>(
    beyondNamesakes
      ? others(facilityId, search)
      : sql`SELECT * FROM ((${namesakes(facilityId, search)}) UNION ALL (${others(facilityId, search)})) f
            ORDER BY exact DESC, id DESC LIMIT ${search.limit + 1}`,
  )
  return rows.map((row) => ({ ...patientOf(row), exact: row.exact }))
}

function namesakes(facilityId: string, { words, after, limit }: PatientSearch): Sql {
  return sql`SELECT true AS exact, ${patientColumns} FROM patient
    WHERE facility_id = ${facilityId} AND folded_name = ${words.join(' ')}
      ${after?.exact ? sql`AND id < ${after.id}` : sql``}
    ORDER BY id DESC LIMIT ${limit + 1}`
}

function others(facilityId: string, { words, after, limit }: PatientSearch): Sql {
  const conditions = [
    sql`facility_id = ${facilityId}`,
    ...(words.length > 0 ? [sql`folded_name <> ${words.join(' ')}`] : []),
    ...words.map((word) => sql`search_text LIKE ${patternOf(word)}`),
    ...(after && !after.exact ? [sql`id < ${after.id}`] : []),
  ]
  return sql`SELECT false AS exact, ${patientColumns} FROM patient
    WHERE ${join(conditions, ' AND ')} ORDER BY id DESC LIMIT ${limit + 1}`
}

/** Letters are looked for at the beginning of a word, digits anywhere in a number. */
function patternOf(word: string): string {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  return /^\d{3,}$/.test(word) ? `%${literal}%` : `% ${literal}%`
}
