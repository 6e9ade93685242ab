import type pg from 'pg'
import { searchKey } from '../../src/patients/patient.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Hoàng', 'Phan', 'Vũ', 'Võ', 'Đặng']
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh', 'Quốc', 'Thanh', 'Đức', 'Kim', 'Xuân']
const syllables = [
  'An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Hòa', 'Hùng', 'Khánh', 'Lan',
  'Linh', 'Mai', 'Nam', 'Ngân', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Vy',
] // biome-ignore format: one list

const pick = <T>(list: readonly T[], at: number) => list[at % list.length] as T

/** No two serials share a name, so that nobody is taken for somebody else. */
export function nameOf(serial: number): string {
  const given = [
    serial,
    Math.floor(serial / 20),
    Math.floor(serial / 400),
    Math.floor(serial / 8_000),
  ]
  const words = given.map((at) => pick(syllables, at))
  return [pick(families, serial * 7), pick(middles, serial * 3), ...words].join(' ')
}

/** A card's QR text of a woman born in 1985: 10⁶ serials per province, four provinces. */
export function cardOf(serial: number): string {
  const province = pick(['048', '049', '046', '051'], Math.floor(serial / 1_000_000))
  const number = `${province}185${String(serial % 1_000_000).padStart(6, '0')}`
  const day = String((serial % 28) + 1).padStart(2, '0')
  return `${number}||${nameOf(serial)}|${day}061985|Nữ|12 Non Nước, Phường Ngũ Hành Sơn, Thành phố Đà Nẵng|10052022`
}

/** Fills the register straight in the tables: what is measured is the search, not the filling. */
export async function seedPatients(
  pool: pg.Pool,
  facilityId: string,
  count: number,
): Promise<void> {
  const batch = 10_000
  for (let from = 0; from < count; from += batch) {
    const serials = Array.from(
      { length: Math.min(batch, count - from) },
      (_, at) => 5_000_000 + from + at,
    )
    const names = serials.map(nameOf)
    const numbers = serials.map((serial) => `0012${String(serial).padStart(8, '0')}`)
    const phones = serials.map((serial) => `09${String(serial).padStart(8, '0').slice(-8)}`)
    const folded = names.map(searchKey)
    const search = folded.map((name, at) => ` ${name} ${numbers[at]} ${phones[at]}`)
    await pool.query(
      `INSERT INTO patient (id, facility_id, name, birth_date, sex, identity_number, phone,
                            folded_name, search_text, created_at, updated_at)
       SELECT gen_random_uuid(), $1, name, '1980-01-01'::date + (ord % 9000)::int, 'female', number,
              phone, folded, search, now(), now()
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            WITH ORDINALITY AS t (name, number, phone, folded, search, ord)`,
      [facilityId, names, numbers, phones, folded, search],
    )
  }
  await pool.query('ANALYZE patient')
}
