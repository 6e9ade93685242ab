import type { CalendarDate } from '../core/calendar-date.ts'
import { type Database, sql, type Tx } from '../platform/database.ts'
import type { PriceRow } from './price.ts'

type Reader = Pick<Database, 'query'>

/** The price list of a day: what may be billed and what is not yet published. */
export async function listPrices(
  db: Reader,
  facilityId: string,
  on: CalendarDate,
): Promise<PriceRow[]> {
  const rows = await db.query<PriceRow & { effectiveTo: CalendarDate | null }>(sql`
    SELECT DISTINCT ON (code, published) code, name, unit, amount, legal_source AS "legalSource",
           effective_from AS "effectiveFrom", effective_to AS "effectiveTo", published, illustrative
    FROM price
    WHERE facility_id = ${facilityId} AND withdrawn_at IS NULL AND effective_from <= ${on}
      AND (effective_to IS NULL OR effective_to >= ${on})
    ORDER BY code, published DESC, effective_from DESC`)
  return rows.map(({ effectiveTo, ...row }) => (effectiveTo ? { ...row, effectiveTo } : row))
}

/** Gives back the codes that were added: one price a code and first day. */
export async function insertPrices(tx: Tx, prices: readonly PriceRow[]): Promise<string[]> {
  const rows = prices.map((price) => ({ ...price, id: tx.deps.clock.id() }))
  const added = await tx.query<{ code: string }>(sql`
    INSERT INTO price (id, facility_id, code, name, unit, amount, legal_source, effective_from,
                       effective_to, published, illustrative)
    SELECT id, ${tx.facilityId}, code, name, unit, amount, "legalSource", "effectiveFrom",
           "effectiveTo", published, illustrative
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p(
      id uuid, code text, name text, unit text, amount bigint, "legalSource" text,
      "effectiveFrom" date, "effectiveTo" date, published boolean, illustrative boolean)
    ON CONFLICT (facility_id, code, effective_from) WHERE withdrawn_at IS NULL DO NOTHING
    RETURNING code`)
  return added.map(({ code }) => code)
}
