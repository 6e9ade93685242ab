import type { CalendarDate } from '../core/calendar-date.ts'
import { sql } from '../platform/database.ts'
import { columnOf, dayOf, type Reader } from './figure-repository.ts'
import type { Period } from './period.ts'
import type { CaseGroup, SentGroup } from './timeliness.ts'

/** The cases of a period's conclusions, those that went the same way counted together. */
export async function findCaseGroups(
  db: Reader,
  facilityId: string,
  period: Period,
): Promise<CaseGroup[]> {
  const rows = await db.query<{
    from: CalendarDate
    handedIn: number | null
    completed: number | null
    ended: boolean
    count: number
  }>(sql`
    SELECT ${columnOf(sql`k.concluded_on`, period, 'week')} AS "from",
      ${dayOf(sql`s.requested_at`)} - k.concluded_on AS "handedIn",
      ${dayOf(sql`s.completed_at`)} - k.concluded_on AS completed,
      c.state IN ('rejected', 'cancelled') AS ended, count(*)::int AS count
    FROM conclusion k JOIN renewal_case c ON c.exam_id = k.exam_id
    LEFT JOIN LATERAL (
      SELECT min(at) FILTER (WHERE state = 'requested') AS requested_at,
        min(at) FILTER (WHERE state = 'completed') AS completed_at
      FROM renewal_case_step WHERE case_id = c.id) s ON true
    WHERE k.facility_id = ${facilityId} AND k.concluded_on BETWEEN ${period.from} AND ${period.to}
    GROUP BY 1, 2, 3, 4`)
  return rows.map(({ handedIn, completed, ...row }) => ({
    ...row,
    handedIn: handedIn ?? undefined,
    completed: completed ?? undefined,
  }))
}

/** Certificates on their way to the gateway, against the deadline that each was given. */
export function findSentGroups(
  db: Reader,
  facilityId: string,
  period: Period,
  now: Date,
): Promise<SentGroup[]> {
  return db.query<SentGroup>(sql`
    SELECT ${columnOf(sql`k.concluded_on`, period, 'week')} AS "from",
      count(*) FILTER (WHERE t.state = 'accepted' AND t.updated_at <= t.due_at)::int AS "inTime",
      count(*) FILTER (WHERE CASE t.state WHEN 'accepted' THEN t.updated_at ELSE ${now} END
        > t.due_at)::int AS late,
      count(*) FILTER (WHERE t.state <> 'accepted' AND t.due_at >= ${now})::int AS "underWay"
    FROM conclusion k JOIN transmission t ON t.exam_id = k.exam_id AND t.action = 'ADD'
    WHERE k.facility_id = ${facilityId} AND k.concluded_on BETWEEN ${period.from} AND ${period.to}
      AND t.state <> 'cancelled'
    GROUP BY 1 ORDER BY 1`)
}
