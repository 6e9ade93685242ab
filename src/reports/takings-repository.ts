import { sql } from '../platform/database.ts'
import { boundsOf, columnOf, dayOf, type Reader } from './figure-repository.ts'
import type { Period } from './period.ts'
import type { TakenColumn } from './takings.ts'

/** Read from the ledger itself, so that it cannot differ from it. */
export function findTakings(
  db: Reader,
  facilityId: string,
  period: Period,
): Promise<TakenColumn[]> {
  const { since, until } = boundsOf(period)
  return db.query<TakenColumn>(sql`
    SELECT ${columnOf(dayOf(sql`j.at`), period)} AS "from",
      coalesce(sum(l.credit - l.debit) FILTER (
        WHERE l.account = 'receivable' AND j.kind = 'cash-received'), 0) AS cash,
      coalesce(sum(l.credit - l.debit) FILTER (
        WHERE l.account = 'receivable' AND j.kind IN ('bank-received', 'bank-matched')), 0)
        AS transfer,
      coalesce(sum(l.credit - l.debit) FILTER (WHERE l.account = 'patient-credit'), 0) AS overpaid,
      coalesce(sum(l.credit - l.debit) FILTER (WHERE l.account = 'suspense'), 0) AS unnamed,
      coalesce(sum(l.credit - l.debit) FILTER (WHERE l.account = 'revenue'), 0) AS billed
    FROM journal_entry j JOIN journal_line l ON l.entry_id = j.id
    WHERE j.facility_id = ${facilityId} AND j.at >= ${since} AND j.at < ${until}
    GROUP BY 1 ORDER BY 1`)
}
