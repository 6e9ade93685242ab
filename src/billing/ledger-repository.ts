import { calendarDateOf, yearOf } from '../core/calendar-date.ts'
import { type Sql, sql, type Tx } from '../platform/database.ts'
import type { JournalLine } from './ledger.ts'

type Numbered = 'invoice' | 'receipt'

const prefixes: Record<Numbered, string> = { invoice: 'HD', receipt: 'PT' }

/**
 * The common table `numbered` with the facility's next `number` of the year, taken only when
 * `whenever` holds; rolled back with everything else, so no number is ever missing.
 */
export function nextNumber(tx: Tx, kind: Numbered, whenever: Sql = sql`SELECT 1`): Sql {
  const year = yearOf(calendarDateOf(tx.now))
  const prefix = `${prefixes[kind]}${String(year).slice(2)}-`
  return sql`
    counted AS (
      INSERT INTO counter AS c (facility_id, kind, year, last)
      SELECT ${tx.facilityId}::uuid, ${kind}, ${year}, 1 WHERE EXISTS (${whenever})
      ON CONFLICT (facility_id, kind, year) DO UPDATE SET last = c.last + 1
      RETURNING last),
    numbered AS (SELECT ${prefix}::text || lpad(last::text, 6, '0') AS number FROM counted)`
}

type Entry = {
  kind: 'invoice-issued' | 'invoice-cancelled' | 'cash-received' | 'bank-received' | 'bank-matched'
  lines: readonly JournalLine[]
  /** The common table without whose row nothing is booked. */
  after: Sql
  invoiceId?: string | undefined
  paymentId?: string | undefined
  bankTransactionId?: string | undefined
  /** The entry of this bank transaction is booked anew (once, by a unique key). */
  rebooks?: string | undefined
}

/** The common tables that write one journal entry; without lines there is nothing to book. */
export function bookEntry(tx: Tx, entry: Entry): Sql {
  const lines = entry.lines.map((line, position) => ({ position, ...line }))
  return sql`
    entry AS (
      INSERT INTO journal_entry (id, facility_id, kind, at, invoice_id, payment_id,
                                 bank_transaction_id, rebooks_id)
      SELECT ${tx.deps.clock.id()}::uuid, ${tx.facilityId}::uuid, ${entry.kind}, ${tx.now}::timestamptz,
             ${entry.invoiceId ?? null}::uuid, ${entry.paymentId ?? null}::uuid,
             ${entry.bankTransactionId ?? null}::uuid,
             (SELECT id FROM journal_entry WHERE bank_transaction_id = ${entry.rebooks ?? null}::uuid)
      WHERE EXISTS (SELECT 1 FROM ${entry.after}) AND ${lines.length > 0}
      RETURNING id),
    booked AS (
      INSERT INTO journal_line (entry_id, facility_id, position, account, debit, credit)
      SELECT entry.id, ${tx.facilityId}::uuid, l.position, l.account, l.debit, l.credit
      FROM entry, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l(
        position int, account text, debit bigint, credit bigint))`
}
