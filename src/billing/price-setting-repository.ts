import type { CalendarDate } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { PriceChange, SetPrice } from './price-setting.ts'
import { priceWords } from './price-words.ts'

type Reader = Pick<Database, 'query'>
type Row = SetPrice & { effectiveTo: CalendarDate | null }

/** Every price of a facility that was not taken back. */
export async function listAllPrices(db: Reader, facilityId: string): Promise<SetPrice[]> {
  const rows = await select(db, sql`facility_id = ${facilityId}`)
  return rows.map(priceOf)
}

export async function loadPrice(db: Reader, facilityId: string, id: string): Promise<SetPrice> {
  const [row] = await select(db, sql`id = ${id} AND facility_id = ${facilityId}`)
  if (!row) throw notFound(priceWords.aPrice)
  return priceOf(row)
}

/** Locked, so that two who change it take turns. */
export async function lockPrice(tx: Tx, id: string): Promise<SetPrice> {
  const [row] = await select(
    tx,
    sql`id = ${id} AND facility_id = ${tx.facilityId}`,
    sql`FOR UPDATE`,
  )
  if (!row) throw notFound(priceWords.aPrice)
  return priceOf(row)
}

function select(db: Reader, which: Sql, tail: Sql = sql``): Promise<Row[]> {
  return db.query<Row>(sql`
    SELECT id, version, code, name, unit, amount, legal_source AS "legalSource",
           effective_from AS "effectiveFrom", effective_to AS "effectiveTo", published, illustrative
    FROM price WHERE ${which} AND withdrawn_at IS NULL
    ORDER BY code, effective_from DESC LIMIT 1000 ${tail}`)
}

function priceOf({ effectiveTo, ...price }: Row): SetPrice {
  return { ...price, ...(effectiveTo && { effectiveTo }) }
}

export async function savePriceChange(tx: Tx, id: string, change: PriceChange): Promise<void> {
  const what = {
    publish: sql`published = true`,
    withdraw: sql`withdrawn_at = ${tx.now}`,
    end: sql`effective_to = ${change.act === 'end' ? (change.effectiveTo ?? null) : null}`,
  }[change.act]
  await tx.query(sql`
    UPDATE price SET ${what}, version = version + 1
    WHERE id = ${id} AND facility_id = ${tx.facilityId}`)
}
