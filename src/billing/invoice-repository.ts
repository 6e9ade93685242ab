import { notFound } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import { billWords } from './bill-words.ts'
import type { Invoice, InvoiceLine, Payment } from './invoice.ts'
import type { JournalLine } from './ledger.ts'
import { bookEntry, nextNumber } from './ledger-repository.ts'
import { type OwnAccount, type PayeeRow, payeeOf } from './payee-repository.ts'

type Reader = Pick<Database, 'query'>

type NewInvoice = Omit<Invoice, 'version' | 'number' | 'paid' | 'payments'>

/** The bill, its lines, its number and its journal entry, in one statement. */
export async function insertInvoice(
  tx: Tx,
  invoice: NewInvoice,
  booked: readonly JournalLine[],
): Promise<Invoice> {
  const { id, examId, visitId, patientId, billCode, state, total } = invoice
  const [row] = await tx.query<{ number: string }>(sql`
    WITH ${nextNumber(tx, 'invoice')},
    bill AS (
      INSERT INTO invoice (id, facility_id, number, exam_id, visit_id, patient_id, bill_code, state,
                           total, issued_by, issued_by_name, issued_at)
      SELECT ${id}, ${tx.facilityId}, number, ${examId}, ${visitId}, ${patientId}, ${billCode},
             ${state}, ${total}, ${tx.actor.id}, ${invoice.issuedBy}, ${tx.now}
      FROM numbered
      RETURNING id, number),
    items AS (
      INSERT INTO charge_item (invoice_id, facility_id, position, code, name, unit, quantity, price,
                               amount)
      SELECT bill.id, ${tx.facilityId}, l.position, l.code, l.name, l.unit, l.quantity, l.price,
             l.amount
      FROM bill, jsonb_to_recordset(${numbered(invoice.lines)}::jsonb) AS l(
        position int, code text, name text, unit text, quantity int, price bigint, amount bigint)),
    ${bookEntry(tx, { kind: 'invoice-issued', lines: booked, after: sql`bill`, invoiceId: id })}
    SELECT number FROM bill`)
  if (!row) throw new Error('the invoice was not written')
  return { ...invoice, version: 1, number: row.number, paid: 0, payments: [] }
}

function numbered(lines: readonly object[]): string {
  return JSON.stringify(lines.map((line, position) => ({ position, ...line })))
}

type InvoiceRow = Omit<Invoice, 'payee' | 'payments' | 'cancelReason'> &
  PayeeRow & { payments: PaymentJson[] | null; cancelReason: string | null }

type PaymentJson = Omit<Payment, 'takenAt' | 'tendered' | 'reference' | 'match'> & {
  takenAt: string
  tendered: Dong | null
  reference: string | null
  match: Payment['match'] | null
}

const lineColumns = sql`
  SELECT jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'unit', c.unit,
           'quantity', c.quantity, 'price', c.price, 'amount', c.amount) ORDER BY c.position)
  FROM charge_item c WHERE c.invoice_id = i.id`

const paymentColumns = sql`
  SELECT jsonb_agg(jsonb_build_object('id', p.id, 'receiptNumber', p.receipt_number,
           'method', p.method, 'amount', p.amount, 'tendered', p.tendered,
           'reference', b.reference, 'match', b.match, 'takenAt', p.taken_at,
           'takenBy', p.taken_by_name) ORDER BY p.taken_at, p.receipt_number)
  FROM payment p LEFT JOIN bank_transaction b ON b.id = p.bank_transaction_id
  WHERE p.invoice_id = i.id`

export type Whose = { facilityId: string; env: OwnAccount }

/** The whole bill of this facility; another's answers as if it were not there. */
export async function loadInvoice(db: Reader, where: Whose, id: string): Promise<Invoice> {
  const [invoice] = await selectInvoices(db, where, sql`i.id = ${id}`)
  if (!invoice) throw notFound(billWords.aBill)
  return invoice
}

/** Every bill of a visit, oldest first. */
export function listVisitInvoices(db: Reader, where: Whose, visitId: string): Promise<Invoice[]> {
  return selectInvoices(db, where, sql`i.visit_id = ${visitId}`)
}

async function selectInvoices(db: Reader, where: Whose, which: Sql): Promise<Invoice[]> {
  const rows = await db.query<InvoiceRow & { lines: InvoiceLine[] }>(sql`
    SELECT i.id, i.version, i.number, i.exam_id AS "examId", i.visit_id AS "visitId",
           i.patient_id AS "patientId", i.bill_code AS "billCode", i.state, i.total, i.paid,
           i.issued_at AS "issuedAt", i.issued_by_name AS "issuedBy",
           i.cancel_reason AS "cancelReason", f.bank_bin AS "bankBin",
           f.bank_account AS "bankAccount", f.bank_account_name AS "bankName",
           (${lineColumns}) AS lines, (${paymentColumns}) AS payments
    FROM invoice i JOIN facility f ON f.id = i.facility_id
    WHERE ${which} AND i.facility_id = ${where.facilityId}
    ORDER BY i.issued_at, i.number`)
  return rows.map((row) => invoiceOf(row, where.env))
}

function invoiceOf(row: InvoiceRow & { lines: InvoiceLine[] }, env: OwnAccount): Invoice {
  const { bankBin, bankAccount, bankName: name, cancelReason, payments, ...invoice } = row
  return {
    ...invoice,
    payments: (payments ?? []).map(paymentOfJson),
    payee: payeeOf({ bankBin, bankAccount, bankName: name }, env),
    ...(cancelReason ? { cancelReason } : {}),
  }
}

function paymentOfJson({ takenAt, tendered, reference, match, ...payment }: PaymentJson): Payment {
  return {
    ...payment,
    takenAt: new Date(takenAt),
    ...(tendered === null ? {} : { tendered }),
    ...(reference === null ? {} : { reference }),
    ...(match ? { match } : {}),
  }
}

/** What a payment or a cancellation decides by, locked until the transaction ends. */
export type LockedInvoice = Pick<
  Invoice,
  'id' | 'version' | 'examId' | 'state' | 'total' | 'paid' | 'billCode'
>

export async function lockInvoice(tx: Tx, id: string): Promise<LockedInvoice> {
  const [row] = await tx.query<LockedInvoice>(sql`
    SELECT id, version, exam_id AS "examId", state, total, paid, bill_code AS "billCode"
    FROM invoice WHERE id = ${id} AND facility_id = ${tx.facilityId}
    FOR UPDATE`)
  if (!row) throw notFound(billWords.aBill)
  return row
}

/** The bill stays readable, its revenue is taken back by an entry of its own. */
export async function cancelInvoiceRow(
  tx: Tx,
  invoice: { id: string; reason: string },
  booked: readonly JournalLine[],
): Promise<void> {
  await tx.query(sql`
    WITH bill AS (
      UPDATE invoice SET state = 'cancelled', cancelled_at = ${tx.now},
             cancel_reason = ${invoice.reason}, version = version + 1
      WHERE id = ${invoice.id} AND facility_id = ${tx.facilityId}
      RETURNING id),
    ${bookEntry(tx, { kind: 'invoice-cancelled', lines: booked, after: sql`bill`, invoiceId: invoice.id })}
    SELECT id FROM bill`)
}
