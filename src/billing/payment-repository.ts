import type { Dong } from '../core/money.ts'
import { type Sql, sql, type Tx } from '../platform/database.ts'
import type { BankNotification } from './bank-notification.ts'
import type { InvoiceState } from './invoice.ts'
import type { JournalLine } from './ledger.ts'
import { bookEntry, nextNumber } from './ledger-repository.ts'
import type { Match } from './matching.ts'

/** One receipt and what it makes of its bill. */
export type Settlement = {
  paymentId: string
  invoiceId: string
  amount: Dong
  stateAfter: InvoiceState
}

type Receipt = (Settlement & { tendered: Dong }) | (Settlement & { bankTransactionId: string })

/**
 * The common tables `paid` and `settled`: a numbered receipt and the bill moved on by it, both only
 * when `whenever` gives a row. The bill's row is locked by the caller.
 */
function settle(tx: Tx, receipt: Receipt, whenever: Sql): Sql {
  const cash = 'tendered' in receipt
  return sql`
    ${nextNumber(tx, 'receipt', whenever)},
    paid AS (
      INSERT INTO payment (id, facility_id, invoice_id, receipt_number, method, amount, tendered,
                           bank_transaction_id, taken_by, taken_by_name, taken_at)
      SELECT ${receipt.paymentId}::uuid, ${tx.facilityId}::uuid, ${receipt.invoiceId}::uuid, number,
             ${cash ? 'cash' : 'transfer'}, ${receipt.amount}::bigint,
             ${cash ? receipt.tendered : null}::bigint,
             ${cash ? null : receipt.bankTransactionId}::uuid, ${tx.actor.id}, ${tx.actor.name},
             ${tx.now}::timestamptz
      FROM numbered
      RETURNING id, receipt_number),
    settled AS (
      UPDATE invoice SET paid = paid + ${receipt.amount}, version = version + 1,
             state = ${receipt.stateAfter},
             balanced_at = CASE WHEN ${receipt.stateAfter} = 'balanced'
                                THEN coalesce(balanced_at, ${tx.now}) END
      WHERE id = ${receipt.invoiceId} AND EXISTS (SELECT 1 FROM paid))`
}

export async function insertCashPayment(
  tx: Tx,
  receipt: Settlement & { tendered: Dong },
  lines: readonly JournalLine[],
): Promise<string> {
  const { paymentId, invoiceId } = receipt
  const [row] = await tx.query<{ receipt_number: string }>(sql`
    WITH ${settle(tx, receipt, sql`SELECT 1`)},
    ${bookEntry(tx, { kind: 'cash-received', lines, after: sql`paid`, invoiceId, paymentId })}
    SELECT receipt_number FROM paid`)
  if (!row) throw new Error('the payment was not written')
  return row.receipt_number
}

export type NewBankTransaction = {
  id: string
  notification: BankNotification
  account: string
  raw: string
  match: Match
  invoiceId: string | undefined
  /** Present when the money was credited to the bill. */
  settlement: Settlement | undefined
}

/**
 * Stores what the bank said, once, with everything that follows from it. False when this provider's
 * id is there already: then nothing at all was written.
 */
export async function insertBankTransaction(
  tx: Tx,
  row: NewBankTransaction,
  lines: readonly JournalLine[],
): Promise<boolean> {
  const { id, notification: said, settlement } = row
  const entry = {
    kind: 'bank-received' as const,
    lines,
    after: sql`received`,
    invoiceId: row.invoiceId,
    paymentId: settlement?.paymentId,
    bankTransactionId: id,
  }
  const receipt = settlement && { ...settlement, bankTransactionId: id }
  const stored = await tx.query(sql`
    WITH received AS (
      INSERT INTO bank_transaction (id, facility_id, provider, provider_id, account, amount, content,
                                    reference, occurred_at, received_at, raw, match, invoice_id)
      VALUES (${id}, ${tx.facilityId}, ${said.provider}, ${storable(said.providerId)},
              ${row.account}, ${said.amount}, ${storable(said.memo)},
              ${said.reference ? storable(said.reference) : null}, ${said.occurredAt ?? null},
              ${tx.now}, ${row.raw}, ${row.match}, ${row.invoiceId ?? null})
      ON CONFLICT (provider, provider_id) DO NOTHING
      RETURNING id),
    ${receipt ? sql`${settle(tx, receipt, sql`SELECT 1 FROM received`)},` : sql``}
    ${bookEntry(tx, entry)}
    SELECT id FROM received`)
  return stored.length > 0
}

/** JSON may carry NUL, PostgreSQL's text may not. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}

/** A person named the bill of money that stood in suspense. */
export async function applyManualMatch(
  tx: Tx,
  row: { bankTransactionId: string; match: Match; reason: string; settlement: Settlement },
  lines: readonly JournalLine[],
): Promise<void> {
  const { bankTransactionId, settlement } = row
  const { invoiceId, paymentId } = settlement
  await tx.query(sql`
    WITH named AS (
      UPDATE bank_transaction SET match = ${row.match}, invoice_id = ${invoiceId},
             matched_by = ${tx.actor.name}, match_reason = ${row.reason}, matched_at = ${tx.now}
      WHERE id = ${bankTransactionId} AND facility_id = ${tx.facilityId}
      RETURNING id),
    ${settle(tx, { ...settlement, bankTransactionId }, sql`SELECT 1 FROM named`)},
    ${bookEntry(tx, {
      kind: 'bank-matched',
      lines,
      after: sql`named`,
      invoiceId,
      paymentId,
      rebooks: bankTransactionId,
    })}
    SELECT id FROM named`)
}
