import { notFound } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import type { BankTransaction, BillCandidate, DayFigures, QueueFilter } from './bank-transaction.ts'
import { bankWords } from './bank-words.ts'
import type { InvoiceState } from './invoice.ts'
import type { Candidate, Match } from './matching.ts'

type Reader = Pick<Database, 'query'>

/** Every facility with whether the account is its own and which of its bills the codes name. */
export async function findCandidates(
  db: Reader,
  own: { BANK_ACCOUNT: string; FACILITY_CODE: string },
  accounts: readonly string[],
  codes: readonly string[],
): Promise<Candidate[]> {
  return db.query<Candidate>(sql`
    SELECT f.id AS "facilityId",
           (coalesce(f.bank_account, ${own.BANK_ACCOUNT}) = ANY(${accounts})
            -- Printed bills still lead to the accounts that were ours before.
            OR EXISTS (SELECT 1 FROM payee_change p WHERE p.facility_id = f.id
                       AND p.state = 'approved' AND p.former_account = ANY(${accounts}))) AS ours,
           f.code = ${own.FACILITY_CODE} AS home,
           ARRAY(SELECT i.id::text FROM invoice i
                 WHERE i.facility_id = f.id AND i.bill_code = ANY(${codes})) AS "invoiceIds"
    FROM facility f ORDER BY f.code`)
}

type Row = Omit<BankTransaction, 'bill'> & {
  billId: string | null
  billNumber: string | null
  billCode: string | null
  billState: InvoiceState | null
}

const columns = sql`
  b.id, b.provider, b.account, b.amount, b.content, b.reference, b.occurred_at AS "occurredAt",
  b.received_at AS "receivedAt", b.match, b.matched_by AS "matchedBy",
  b.match_reason AS "matchReason", b.matched_at AS "matchedAt", i.id AS "billId",
  i.number AS "billNumber", i.bill_code AS "billCode", i.state AS "billState"`

export async function loadBankTransaction(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<BankTransaction> {
  const [row] = await db.query<Row>(sql`
    SELECT ${columns} FROM bank_transaction b LEFT JOIN invoice i ON i.id = b.invoice_id
    WHERE b.id = ${id} AND b.facility_id = ${facilityId}`)
  if (!row) throw notFound(bankWords.aTransaction)
  return transactionOf(row)
}

export async function lockBankTransaction(
  tx: Tx,
  id: string,
): Promise<{ id: string; amount: Dong; match: Match; matchedAt: Date | undefined }> {
  const [row] = await tx.query<{ id: string; amount: Dong; match: Match; matchedAt: Date | null }>(
    sql`
    SELECT id, amount, match, matched_at AS "matchedAt" FROM bank_transaction
    WHERE id = ${id} AND facility_id = ${tx.facilityId}
    FOR UPDATE`,
  )
  if (!row) throw notFound(bankWords.aTransaction)
  return { ...row, matchedAt: row.matchedAt ?? undefined }
}

const stillOpen = sql`(
  (b.match IN ('unmatched', 'late') AND b.matched_at IS NULL)
  OR b.match IN ('over', 'duplicate')
  OR (b.match = 'partial' AND i.state = 'issued'))`

function filtered(filter: QueueFilter): Sql {
  if (filter === 'all') return sql`true`
  return filter === 'open' ? stillOpen : sql`b.match = ${filter}`
}

export const QUEUE_PAGE = 50

/** One page of transactions, youngest first; `before` is the receipt time of the page above. */
export async function listBankTransactions(
  db: Reader,
  facilityId: string,
  query: { filter: QueueFilter; before: Date | undefined },
): Promise<BankTransaction[]> {
  const rows = await db.query<Row>(sql`
    SELECT ${columns} FROM bank_transaction b LEFT JOIN invoice i ON i.id = b.invoice_id
    WHERE b.facility_id = ${facilityId} AND ${filtered(query.filter)}
      AND (${query.before ?? null}::timestamptz IS NULL OR b.received_at < ${query.before ?? null})
    ORDER BY b.received_at DESC, b.id DESC LIMIT ${QUEUE_PAGE}`)
  return rows.map(transactionOf)
}

/** How many of each outcome there are, and how many still need someone. */
export async function countBankTransactions(
  db: Reader,
  facilityId: string,
): Promise<Map<QueueFilter, number>> {
  const rows = await db.query<{ match: Match; count: number; open: number }>(sql`
    SELECT b.match, count(*) AS count, count(*) FILTER (WHERE ${stillOpen}) AS open
    FROM bank_transaction b LEFT JOIN invoice i ON i.id = b.invoice_id
    WHERE b.facility_id = ${facilityId} GROUP BY b.match`)
  const total = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + pick(row), 0)
  return new Map<QueueFilter, number>([
    ...rows.map(({ match, count }) => [match, count] as const),
    ['open', total(({ open }) => open)],
    ['all', total(({ count }) => count)],
  ])
}

/** Unpaid bills that the money may be for: the same amount first, then the nearest in time. */
export async function findBillCandidates(
  db: Reader,
  facilityId: string,
  money: { amount: Dong; receivedAt: Date },
): Promise<BillCandidate[]> {
  return db.query<BillCandidate>(sql`
    SELECT i.id, i.number, i.bill_code AS "billCode", p.name AS "patientName",
           i.total - i.paid AS remaining, i.issued_at AS "issuedAt"
    FROM invoice i JOIN patient p ON p.id = i.patient_id
    WHERE i.facility_id = ${facilityId} AND i.state = 'issued'
    ORDER BY (i.total - i.paid <> ${money.amount}::bigint),
             abs(extract(epoch FROM i.issued_at - ${money.receivedAt}::timestamptz))
    LIMIT 8`)
}

/** The bill that a person means by its code or number. */
export async function findInvoiceId(tx: Tx, text: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(sql`
    SELECT id FROM invoice
    WHERE facility_id = ${tx.facilityId} AND (bill_code = upper(${text}) OR number = upper(${text}))`)
  return row?.id
}

function transactionOf(row: Row): BankTransaction {
  const { billId, billNumber, billCode, billState, ...said } = row
  const present = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
  const bill =
    billId && billNumber && billCode && billState
      ? { bill: { id: billId, number: billNumber, billCode, state: billState } }
      : {}
  return { ...(present as Omit<BankTransaction, 'bill'>), ...bill }
}

/** Money that the bank reported since an instant: all of it, on bills, and still in the queues. */
export async function sumBankDay(db: Reader, facilityId: string, since: Date): Promise<DayFigures> {
  const [row] = await db.query<{ received: Dong | null; matched: Dong | null }>(sql`
    WITH first AS (
      SELECT id FROM journal_entry
      WHERE facility_id = ${facilityId} AND kind = 'bank-received' AND at >= ${since}),
    booked AS (
      SELECT id FROM first
      UNION ALL SELECT r.id FROM journal_entry r JOIN first ON r.rebooks_id = first.id)
    SELECT sum(l.debit) FILTER (WHERE l.account = 'bank') AS received,
           sum(l.credit) FILTER (WHERE l.account = 'receivable') AS matched
    FROM booked JOIN journal_line l ON l.entry_id = booked.id`)
  const received = row?.received ?? 0
  const matched = row?.matched ?? 0
  return { received, matched, queued: received - matched }
}
