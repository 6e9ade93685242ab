import { type CalendarDate, yearOf } from '../core/calendar-date.ts'
import { type Database, join, type Sql, sql, type Tx } from '../platform/database.ts'
import { phoneKey } from './contact.ts'
import { type Demographics, type Patient, searchKey } from './patient.ts'
import type { Sex } from './personal-id.ts'

export type Reader = Pick<Database, 'query'>

export type PatientRow = {
  id: string
  version: number
  name: string
  birth_date: CalendarDate
  sex: Sex
  identity_number: string | null
  identity_issued_on: CalendarDate | null
  identity_issued_place: string | null
  old_identity_number: string | null
  passport: string | null
  address_text: string | null
  ward_code: string | null
  province_code: string | null
  phone: string | null
  email: string | null
  portrait_sha256: string | null
}

export const patientColumns = sql`id, version, name, birth_date, sex, identity_number, identity_issued_on,
  identity_issued_place, old_identity_number, passport, address_text, ward_code, province_code,
  phone, email, portrait_sha256`

export async function findPatient(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Patient | undefined> {
  const [row] = await db.query<PatientRow>(sql`
    SELECT ${patientColumns} FROM patient WHERE facility_id = ${facilityId} AND id = ${id}`)
  return row && patientOf(row)
}

export async function findPatients(
  db: Reader,
  facilityId: string,
  ids: readonly string[],
): Promise<Patient[]> {
  const rows = await db.query<PatientRow>(sql`
    SELECT ${patientColumns} FROM patient
    WHERE facility_id = ${facilityId} AND id = ANY (${[...ids]}::uuid[]) ORDER BY id`)
  return rows.map(patientOf)
}

/** Holds the row until the transaction ends, so that an amendment sees no other's half. */
export async function lockPatient(tx: Tx, id: string): Promise<Patient | undefined> {
  const [row] = await tx.query<PatientRow>(sql`
    SELECT ${patientColumns} FROM patient WHERE facility_id = ${tx.facilityId} AND id = ${id} FOR UPDATE`)
  return row && patientOf(row)
}

/** Enough to look at; namesakes and families can be many. */
const MOST_ALIKE = 20

/** Everyone on record who shares a number, or name and birth date, or phone and birth year. */
export async function findAlike(
  db: Reader,
  facilityId: string,
  person: Demographics,
): Promise<Patient[]> {
  const { identityCard, passport, phone, birthDate } = person
  const likes: Sql[] = [sql`folded_name = ${searchKey(person.name)} AND birth_date = ${birthDate}`]
  if (identityCard) likes.push(sql`identity_number = ${identityCard.number}`)
  if (passport) likes.push(sql`passport = ${passport.number}`)
  if (identityCard?.oldNumber) likes.push(sql`old_identity_number = ${identityCard.oldNumber}`)
  if (phone) {
    const spellings = sql`${`0${phoneKey(phone)}`}, ${`+84${phoneKey(phone)}`}`
    likes.push(sql`phone IN (${spellings})
      AND birth_date BETWEEN ${`${yearOf(birthDate)}-01-01`} AND ${`${yearOf(birthDate)}-12-31`}`)
  }
  const parts = likes.map(
    (like) => sql`(SELECT ${patientColumns} FROM patient
      WHERE facility_id = ${facilityId} AND ${like} LIMIT ${MOST_ALIKE})`,
  )
  const rows = await db.query<PatientRow>(join(parts, ' UNION '))
  return rows.map(patientOf).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** False when someone of the same identity number or passport was there first. */
export async function insertPatient(tx: Tx, patient: Patient): Promise<boolean> {
  const row = rowOf(patient)
  const inserted = await tx.query<{ id: string }>(sql`
    INSERT INTO patient (id, facility_id, name, birth_date, sex, identity_number,
      identity_issued_on, identity_issued_place, old_identity_number, passport, address_text,
      ward_code, province_code, phone, email, folded_name, search_text, created_at, updated_at)
    VALUES (${patient.id}, ${tx.facilityId}, ${row.name}, ${row.birth_date}, ${row.sex},
      ${row.identity_number}, ${row.identity_issued_on}, ${row.identity_issued_place},
      ${row.old_identity_number}, ${row.passport}, ${row.address_text}, ${row.ward_code},
      ${row.province_code}, ${row.phone}, ${row.email}, ${searchKey(patient.name)},
      ${searchText(patient)}, ${tx.now}, ${tx.now})
    ON CONFLICT DO NOTHING RETURNING id`)
  return inserted.length === 1
}

export async function updatePatient(tx: Tx, patient: Patient): Promise<void> {
  const row = rowOf(patient)
  await tx.query(sql`
    UPDATE patient SET version = ${patient.version}, name = ${row.name},
      birth_date = ${row.birth_date}, sex = ${row.sex}, identity_number = ${row.identity_number},
      identity_issued_on = ${row.identity_issued_on},
      identity_issued_place = ${row.identity_issued_place},
      old_identity_number = ${row.old_identity_number}, passport = ${row.passport},
      address_text = ${row.address_text}, ward_code = ${row.ward_code},
      province_code = ${row.province_code}, phone = ${row.phone}, email = ${row.email},
      portrait_sha256 = ${row.portrait_sha256}, folded_name = ${searchKey(patient.name)},
      search_text = ${searchText(patient)}, updated_at = ${tx.now}
    WHERE facility_id = ${tx.facilityId} AND id = ${patient.id}`)
}

/** One registration at a time of this name and birth date, where no number keeps two apart. */
export async function takeTurn(tx: Tx, person: Demographics): Promise<void> {
  const key = `${tx.facilityId} ${searchKey(person.name)} ${person.birthDate}`
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 11))`)
}

/**
 * What search looks in: every word of the name behind a space, so that a pattern can ask for the
 * beginning of a word, then the numbers.
 */
function searchText(patient: Demographics): string {
  const { identityCard, passport, phone } = patient
  const numbers = [
    identityCard?.number,
    identityCard?.oldNumber,
    passport?.number.toLowerCase(),
    phone && `0${phoneKey(phone)}`,
  ]
  return ['', searchKey(patient.name), ...numbers.filter(Boolean)].join(' ')
}

function rowOf(patient: Patient): PatientRow {
  const { identityCard, passport, address } = patient
  const paper = identityCard ?? passport
  return {
    id: patient.id,
    version: patient.version,
    name: patient.name,
    birth_date: patient.birthDate,
    sex: patient.sex,
    identity_number: identityCard?.number ?? null,
    identity_issued_on: paper?.issuedOn ?? null,
    identity_issued_place: paper?.issuedPlace ?? null,
    old_identity_number: identityCard?.oldNumber ?? null,
    passport: passport?.number ?? null,
    address_text: address?.text ?? null,
    ward_code: address?.ward ?? null,
    province_code: address?.province ?? null,
    phone: patient.phone ?? null,
    email: patient.email ?? null,
    portrait_sha256: patient.portrait ?? null,
  }
}

/** The issue date and place belong to the card where there is one, else to the passport. */
export function patientOf(row: PatientRow): Patient {
  const issued = {
    ...(row.identity_issued_on && { issuedOn: row.identity_issued_on }),
    ...(row.identity_issued_place && { issuedPlace: row.identity_issued_place }),
  }
  const { identity_number: number, old_identity_number: oldNumber } = row
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    birthDate: row.birth_date,
    sex: row.sex,
    ...(number && { identityCard: { number, ...issued, ...(oldNumber && { oldNumber }) } }),
    ...(row.passport && { passport: { number: row.passport, ...(number ? {} : issued) } }),
    ...(row.address_text && {
      address: {
        text: row.address_text,
        ...(row.ward_code && { ward: row.ward_code }),
        ...(row.province_code && { province: row.province_code }),
      },
    }),
    ...(row.phone && { phone: row.phone }),
    ...(row.email && { email: row.email }),
    ...(row.portrait_sha256 && { portrait: row.portrait_sha256 }),
  }
}
