import type { CalendarDate } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { sql, type Tx } from '../platform/database.ts'
import { billWords } from './bill-words.ts'
import type { Payee } from './invoice.ts'
import { type PayeeRow, payeeOf } from './payee-repository.ts'
import type { Price } from './price.ts'

/** What a bill is made of: whose exam it is for, who is paid, and every price row of its codes. */
export type Order = {
  examId: string
  visitId: string
  patientId: string
  examState: string
  payee: Payee
  prices: Price[]
  /** The newest bill that stands and charges one of the codes already. */
  billed: { id: string; number: string } | null
  /** The newest that stands, whatever it charges. */
  lastBillId: string | null
}

/**
 * Held until the transaction ends, in one order for everybody. Whoever bills the same exams at the same
 * moment waits, and then reads the bills of the first.
 */
export async function lockExams(tx: Tx, examIds: readonly string[]): Promise<void> {
  await tx.query(sql`
    SELECT id FROM exam WHERE facility_id = ${tx.facilityId} AND id = ANY(${examIds}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`)
}

/** In two statements that go out together: the second reads what was there once the lock was had. */
export async function loadOrder(tx: Tx, examId: string, codes: readonly string[]): Promise<Order> {
  type Row = Omit<Order, 'payee' | 'prices'> & PayeeRow & { prices: PriceJson[] | null }
  const [, [row]] = await Promise.all([
    lockExams(tx, [examId]),
    tx.query<Row>(sql`
      SELECT e.id AS "examId", e.visit_id AS "visitId", e.patient_id AS "patientId",
             e.state AS "examState", f.bank_bin AS "bankBin", f.bank_account AS "bankAccount",
             f.bank_account_name AS "bankName",
             (SELECT jsonb_agg(to_jsonb(p)) FROM price p
              WHERE p.facility_id = e.facility_id AND p.code = ANY(${codes})
                AND p.withdrawn_at IS NULL) AS prices,
             (SELECT jsonb_build_object('id', i.id, 'number', i.number) FROM invoice i
              WHERE i.exam_id = e.id AND i.state IN ('draft', 'issued', 'balanced')
                AND EXISTS (SELECT 1 FROM charge_item c
                            WHERE c.invoice_id = i.id AND c.code = ANY(${codes}))
              ORDER BY i.issued_at DESC, i.id DESC LIMIT 1) AS billed,
             (SELECT i.id FROM invoice i
              WHERE i.exam_id = e.id AND i.state IN ('draft', 'issued', 'balanced')
              ORDER BY i.issued_at DESC, i.id DESC LIMIT 1) AS "lastBillId"
      FROM exam e JOIN facility f ON f.id = e.facility_id
      WHERE e.id = ${examId} AND e.facility_id = ${tx.facilityId}`),
  ])
  if (!row) throw notFound(billWords.anExam)
  const { prices, bankBin, bankAccount, bankName: name, ...exam } = row
  const payee = payeeOf({ bankBin, bankAccount, bankName: name }, tx.deps.env)
  return { ...exam, payee, prices: (prices ?? []).map(priceOfJson) }
}

type PriceJson = {
  code: string
  name: string
  unit: string
  amount: Dong
  legal_source: string
  effective_from: CalendarDate
  effective_to: CalendarDate | null
  published: boolean
}

function priceOfJson(row: PriceJson): Price {
  const { code, name, unit, amount, published } = row
  return {
    code,
    name,
    unit,
    amount,
    published,
    legalSource: row.legal_source,
    effectiveFrom: row.effective_from,
    ...(row.effective_to ? { effectiveTo: row.effective_to } : {}),
  }
}
