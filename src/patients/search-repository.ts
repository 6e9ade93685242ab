import { join, type Sql, sql } from '../platform/database.ts'
import { type PatientRow, patientColumns, patientOf, type Reader } from './repository.ts'
import type { FoundPatient, Match, PatientSearch } from './search.ts'

/**
 * Those who bear exactly the name first, then whoever has all its words; where there is nobody, who
 * has words that begin like these. Newest first in each. One more than the limit when there are more.
 */
export async function searchPatients(
  db: Reader,
  facilityId: string,
  search: PatientSearch,
): Promise<FoundPatient[]> {
  const { words, after, limit } = search
  const find = (part: Part) => findPart(db, facilityId, search, part)
  if (words.length === 0 || after?.match === 'beginnings') return find(beginnings(words))
  const found = after?.match === 'words' ? [] : await find(namesakes(words))
  if (found.length > limit) return found
  const others = isWholeName(words) ? await find(wholeWords(words)) : []
  const all = [...found, ...others].slice(0, limit + 1)
  if (all.length > 0 && isWholeName(words)) return all
  return [...all, ...(await find(beginnings(words)))].slice(0, limit + 1)
}

/** Several plain words are a name typed out; one word, or a number, may be the beginning of one. */
function isWholeName(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word) => /^[a-z]+$/.test(word))
}

type Part = { match: Match; conditions: Sql[]; few?: boolean }

function namesakes(words: readonly string[]): Part {
  return { match: 'namesake', conditions: [sql`folded_name = ${words.join(' ')}`], few: true }
}

function wholeWords(words: readonly string[]): Part {
  const has = sql`string_to_array(folded_name, ' ') @> ${[...words]}::text[]`
  return { match: 'words', conditions: [otherName(words), has] }
}

function beginnings(words: readonly string[]): Part {
  const patterns = words.map((word) => sql`search_text LIKE ${patternOf(word)}`)
  return {
    match: 'beginnings',
    conditions: words.length > 0 ? [otherName(words), ...patterns] : [],
  }
}

function otherName(words: readonly string[]): Sql {
  return sql`folded_name <> ${words.join(' ')}`
}

/** Letters are looked for at the beginning of a word, digits anywhere in a number. */
function patternOf(word: string): string {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  return /^\d{3,}$/.test(word) ? `%${literal}%` : `% ${literal}%`
}

/** A common name has its page full among the newest; gathering all its bearers to sort them is slow. */
const RECENT = 300

async function findPart(
  db: Reader,
  facilityId: string,
  search: PatientSearch,
  part: Part,
): Promise<FoundPatient[]> {
  const { after, limit } = search
  const here = [
    sql`facility_id = ${facilityId}`,
    ...(after?.match === part.match ? [sql`id < ${after.id}`] : []),
  ]
  const query = async (statement: Sql): Promise<FoundPatient[]> => {
    const rows = await db.query<PatientRow>(statement)
    return rows.map((row) => ({ ...patientOf(row), match: part.match }))
  }
  if (!part.few) {
    const recent = await query(amongRecent(here, part, limit))
    if (recent.length > limit || part.conditions.length === 0) return recent
  }
  return query(amongAll(here, part, limit))
}

function amongRecent(here: Sql[], { conditions }: Part, limit: number): Sql {
  return sql`SELECT ${patientColumns}
    FROM (SELECT * FROM patient WHERE ${join(here, ' AND ')} ORDER BY id DESC LIMIT ${RECENT}) p
    WHERE ${join([sql`true`, ...conditions], ' AND ')} ORDER BY id DESC LIMIT ${limit + 1}`
}

/** MATERIALIZED: by the index of the words first, whatever the planner thinks of the order asked for. */
function amongAll(here: Sql[], { conditions }: Part, limit: number): Sql {
  return sql`WITH matched AS MATERIALIZED (
      SELECT id FROM patient WHERE ${join([...here, ...conditions], ' AND ')}
    )
    SELECT ${patientColumns} FROM patient
    WHERE id IN (SELECT id FROM matched ORDER BY id DESC LIMIT ${limit + 1})
    ORDER BY id DESC`
}
