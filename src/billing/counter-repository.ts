import type { CalendarDate } from '../core/calendar-date.ts'
import { notFound } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { fold } from '../core/text.ts'
import { type Database, type Sql, sql } from '../platform/database.ts'
import { billWords } from './bill-words.ts'
import type { BillHead, BillRow, UnbilledExam } from './invoice.ts'

type Reader = Pick<Database, 'query'>

export async function loadBillHead(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<BillHead> {
  type Row = {
    name: string
    birthDate: CalendarDate
    licenceClass: string
    facility: string
    address: string
    taxCode: string | null
    phone: string | null
  }
  const [row] = await db.query<Row>(sql`
    SELECT p.name, p.birth_date AS "birthDate", e.licence_class AS "licenceClass",
           f.name AS facility, f.address, f.tax_code AS "taxCode", f.phone
    FROM exam e JOIN patient p ON p.id = e.patient_id JOIN facility f ON f.id = e.facility_id
    WHERE e.id = ${examId} AND e.facility_id = ${facilityId}`)
  if (!row) throw notFound(billWords.anExam)
  return {
    patient: { name: row.name, birthDate: row.birthDate },
    licenceClass: row.licenceClass,
    facility: {
      name: row.facility,
      address: row.address,
      ...(row.taxCode ? { taxCode: row.taxCode } : {}),
      ...(row.phone ? { phone: row.phone } : {}),
    },
  }
}

/** How often a payment's receipt was handed out before: the next one is a copy with this number. */
export async function countReceiptPrints(db: Reader, paymentId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    SELECT count(*) AS count FROM audit_entry
    WHERE subject_type = 'payment' AND subject_id = ${paymentId} AND action = 'receipt.printed'`)
  return row?.count ?? 0
}

/** Exams since this instant that no living bill was issued for; the longest waiting first. */
export async function listUnbilledExams(
  db: Reader,
  facilityId: string,
  query: { since: Date; text: string },
): Promise<UnbilledExam[]> {
  return db.query<UnbilledExam>(sql`
    SELECT e.id AS "examId", p.name AS "patientName", p.birth_date AS "birthDate",
           e.licence_class AS "licenceClass", e.created_at AS since
    FROM exam e JOIN patient p ON p.id = e.patient_id
    WHERE e.facility_id = ${facilityId} AND e.created_at >= ${query.since}
      AND e.state IN ('planned', 'arrived', 'in-progress', 'finished') AND ${naming(query.text)}
      AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.exam_id = e.id
                      AND i.state IN ('draft', 'issued', 'balanced'))
    ORDER BY e.created_at LIMIT 40`)
}

/** The patient, by name without diacritics, number or phone. */
function naming(text: string): Sql {
  if (text === '') return sql`true`
  return sql`p.search_text LIKE ${`%${fold(text).replace(/[\\%_]/g, '\\$&')}%`}`
}

/** Bills of one kind: those that wait for money, or those settled since an instant. */
export async function listBills(
  db: Reader,
  facilityId: string,
  query: { which: 'waiting'; text: string } | { which: 'settled'; text: string; since: Date },
): Promise<BillRow[]> {
  const { text } = query
  const which =
    query.which === 'waiting'
      ? sql`i.state = 'issued'`
      : sql`i.state = 'balanced' AND i.balanced_at >= ${query.since}`
  const named = text === '' ? sql`true` : sql`(${naming(text)} OR ${numbered(text)})`
  const rows = await db.query<BillRow & { balancedAt: Date | null }>(sql`
    SELECT i.id, i.number, i.bill_code AS "billCode", i.total, i.paid, i.state,
           p.name AS "patientName", i.issued_at AS "issuedAt", i.balanced_at AS "balancedAt"
    FROM invoice i JOIN patient p ON p.id = i.patient_id
    WHERE i.facility_id = ${facilityId} AND ${which} AND ${named}
    ORDER BY coalesce(i.balanced_at, i.issued_at) DESC LIMIT 40`)
  return rows.map(({ balancedAt, ...row }) => (balancedAt ? { ...row, balancedAt } : row))
}

/** A bill by its own number or code, as a scanner or a person types it. */
function numbered(text: string): Sql {
  return sql`i.bill_code = ${text.toUpperCase()} OR i.number = ${text.toUpperCase()}`
}

/** Money received since an instant, by the way it came. */
export async function sumTakings(
  db: Reader,
  facilityId: string,
  since: Date,
): Promise<{ cash: Dong; transfer: Dong }> {
  const [row] = await db.query<{ cash: Dong | null; transfer: Dong | null }>(sql`
    SELECT sum(amount) FILTER (WHERE method = 'cash') AS cash,
           sum(amount) FILTER (WHERE method = 'transfer') AS transfer
    FROM payment WHERE facility_id = ${facilityId} AND taken_at >= ${since}`)
  return { cash: row?.cash ?? 0, transfer: row?.transfer ?? 0 }
}

/** Bills of the exam that still count. */
export async function findBillOf(
  db: Reader,
  facilityId: string,
  examId: string,
): Promise<{ id: string; number: string } | undefined> {
  const [row] = await db.query<{ id: string; number: string }>(sql`
    SELECT id, number FROM invoice
    WHERE exam_id = ${examId} AND facility_id = ${facilityId}
      AND state IN ('draft', 'issued', 'balanced')
    ORDER BY issued_at DESC, id DESC LIMIT 1`)
  return row
}

/** The bill that a scanner or a person names by its number or code, whatever its state and day. */
export async function findBillNamed(
  db: Reader,
  facilityId: string,
  text: string,
): Promise<{ id: string } | undefined> {
  const [row] = await db.query<{ id: string }>(sql`
    SELECT i.id FROM invoice i WHERE i.facility_id = ${facilityId} AND (${numbered(text)})`)
  return row
}
