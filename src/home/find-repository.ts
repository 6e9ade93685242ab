import { calendarDateOf, yearOf } from '../core/calendar-date.ts'
import { searchPatients } from '../patients/search-repository.ts'
import { type Database, type Sql, sql } from '../platform/database.ts'
import type { FindGroup, Found, FoundBill, FoundCase, FoundExam, Query } from './find.ts'

type Reader = Pick<Database, 'query'>

const PER_GROUP = 5

/**
 * What a person may find, by who is meant and by the code itself. Bills, cases and exams are reached
 * from people through their exams, so each has an index to go by.
 */
export async function findThings(
  db: Reader,
  facilityId: string,
  asked: { query: Query; groups: ReadonlySet<FindGroup>; today: Date },
): Promise<Found> {
  const { query, groups, today } = asked
  const found = await searchPatients(db, facilityId, { words: query.words, limit: PER_GROUP })
  const people = found.slice(0, PER_GROUP)
  const ids = people.map(({ id }) => id)
  const none = Promise.resolve([])
  const [exams, bills, cases] = await Promise.all([
    groups.has('exams') && ids.length > 0 ? examsOf(db, facilityId, { ids, today }) : none,
    groups.has('bills') ? findBills(db, facilityId, { ids, query, today }) : none,
    groups.has('cases') ? findCases(db, facilityId, { ids, query, today }) : none,
  ])
  return {
    people: groups.has('people')
      ? people.map(({ id, name, birthDate, identityCard, passport }) => {
          const idEnd = (identityCard?.number ?? passport?.number)?.slice(-4)
          return { id, name, birthDate, ...(idEnd && { idEnd }) }
        })
      : [],
    exams,
    bills,
    cases,
  }
}

function examsOf(
  db: Reader,
  facilityId: string,
  { ids, today }: { ids: readonly string[]; today: Date },
): Promise<FoundExam[]> {
  return db.query<FoundExam>(sql`
    SELECT e.id, p.name, p.birth_date AS "birthDate", e.licence_class AS "licenceClass", e.state
    FROM exam e JOIN patient p ON p.id = e.patient_id
    WHERE e.patient_id = ANY (${ids}::uuid[]) AND e.facility_id = ${facilityId}
      AND e.created_at >= ${today} AND e.state <> 'entered-in-error'
    ORDER BY array_position(${ids}::uuid[], e.patient_id), e.created_at DESC LIMIT ${PER_GROUP}`)
}

type Meant = { ids: readonly string[]; query: Query; today: Date }

/** By number or code, or the newest of the people meant. */
async function findBills(db: Reader, facilityId: string, meant: Meant): Promise<FoundBill[]> {
  const columns = sql`i.id, i.number, p.name, i.state, greatest(i.total - i.paid, 0) AS remaining`
  return both(
    meant,
    (code) =>
      db.query<FoundBill>(sql`
        SELECT ${columns} FROM invoice i JOIN patient p ON p.id = i.patient_id
        WHERE i.facility_id = ${facilityId}
          AND (i.bill_code = ${code} OR i.number = ANY (${numbersMeant(code, meant.today)}::text[]))
        ORDER BY i.issued_at DESC LIMIT ${PER_GROUP}`),
    (ids) =>
      db.query<FoundBill>(sql`
        SELECT ${columns}
        FROM exam e JOIN invoice i ON i.exam_id = e.id JOIN patient p ON p.id = e.patient_id
        WHERE e.patient_id = ANY (${ids}::uuid[]) AND i.facility_id = ${facilityId}
        ORDER BY i.issued_at DESC LIMIT ${PER_GROUP}`),
  )
}

/** `HD26-000123` as printed, or its last digits as people say them, of this year and the last. */
function numbersMeant(code: string, today: Date): string[] {
  const [, year, number] = /^HD(\d\d)-?(\d{1,6})$/.exec(code) ?? []
  if (year && number) return [`HD${year}-${number.padStart(6, '0')}`]
  const [, tail] = /^(?:HD)?(\d{1,6})$/.exec(code) ?? []
  if (!tail) return [code]
  const thisYear = yearOf(calendarDateOf(today)) % 100
  return [thisYear, thisYear - 1].map((each) => `HD${each}-${tail.padStart(6, '0')}`)
}

/** By dossier code or certificate number, or the newest of the people meant. */
async function findCases(db: Reader, facilityId: string, meant: Meant): Promise<FoundCase[]> {
  const read = async (from: Sql): Promise<FoundCase[]> => {
    const rows = await db.query<FoundCase & { dossierCode: string | null }>(sql`
      SELECT c.id, p.name, c.licence_class AS "licenceClass", c.state,
        c.dossier_code AS "dossierCode"
      FROM ${from} JOIN patient p ON p.id = c.patient_id
      WHERE c.facility_id = ${facilityId} ORDER BY c.created_at DESC LIMIT ${PER_GROUP}`)
    return rows.map(({ dossierCode, ...row }) => ({ ...row, ...(dossierCode && { dossierCode }) }))
  }
  return both(
    meant,
    (code) =>
      read(sql`(
        SELECT * FROM renewal_case WHERE facility_id = ${facilityId} AND dossier_code = ${code}
        UNION ALL
        SELECT r.* FROM certificate z JOIN renewal_case r ON r.exam_id = z.exam_id
        WHERE z.number = ${code}) c`),
    (ids) =>
      read(sql`(
        SELECT r.* FROM exam e JOIN renewal_case r ON r.exam_id = e.id
        WHERE e.patient_id = ANY (${ids}::uuid[])) c`),
  )
}

/** The code's own first, then those of the people; each once. */
async function both<T extends { id: string }>(
  { ids, query }: Meant,
  byCode: (code: string) => Promise<T[]>,
  byPeople: (ids: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const [coded, theirs] = await Promise.all([
    query.code ? byCode(query.code) : [],
    ids.length > 0 ? byPeople(ids) : [],
  ])
  const all = new Map([...coded, ...theirs].map((each) => [each.id, each]))
  return [...all.values()].slice(0, PER_GROUP)
}
