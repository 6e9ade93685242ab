import { listBankTransactions } from '../billing/bank-repository.ts'
import { listUnbilledExams, sumTakings } from '../billing/counter-repository.ts'
import { type Database, empty, sql } from '../platform/database.ts'
import type { TillDay, Unpaid, UnpaidBill } from './till.ts'

type Reader = Pick<Database, 'query'>

const MOST_ROWS = 12

/** The till's day; `manages`: with the transfers that need a hand and what earlier days left. */
export async function loadTill(
  db: Reader,
  facilityId: string,
  { from, manages }: { from: Date; manages: boolean },
): Promise<TillDay> {
  const [unbilled, unpaid, takings, transfers, earlier] = await Promise.all([
    listUnbilledExams(db, facilityId, { since: from, text: '' }),
    unpaidBills(db, facilityId, { from }),
    sumTakings(db, facilityId, from),
    manages && listBankTransactions(db, facilityId, { filter: 'open', before: undefined }),
    manages && unpaidBills(db, facilityId, { before: from }),
  ])
  const manager = transfers && earlier ? { manager: { transfers, earlier } } : {}
  return { unbilled, unpaid, takings, ...manager }
}

async function unpaidBills(
  db: Reader,
  facilityId: string,
  issued: { from?: Date; before?: Date },
): Promise<Unpaid> {
  const rows = await db.query<UnpaidBill & { count: number; owed: number }>(sql`
    SELECT i.id, i.number, p.name AS "patientName", i.total - i.paid AS remaining,
      i.issued_at AS "issuedAt", i.count, i.owed
    FROM (SELECT *, count(*) OVER () AS count, sum(total - paid) OVER () AS owed
          FROM invoice
          WHERE facility_id = ${facilityId} AND state = 'issued'
            ${issued.from ? sql`AND issued_at >= ${issued.from}` : empty}
            ${issued.before ? sql`AND issued_at < ${issued.before}` : empty}
          ORDER BY issued_at LIMIT ${MOST_ROWS}) i
    JOIN patient p ON p.id = i.patient_id ORDER BY i.issued_at`)
  const bills = rows.map(({ count: _, owed: __, ...bill }) => bill)
  return { bills, count: rows[0]?.count ?? 0, owed: rows[0]?.owed ?? 0 }
}
