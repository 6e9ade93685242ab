import type { CalendarDate } from '../core/calendar-date.ts'
import { sql } from '../platform/database.ts'
import { columnOf, dayOf, openedIn, type Reader } from './figure-repository.ts'
import type { Period } from './period.ts'
import type { CaseGroup, SentGroup } from './timeliness.ts'

/** The cases of those who came in the period; those that went the same way are counted together. */
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
    SELECT ${columnOf(dayOf(sql`e.created_at`), period, 'week')} AS "from",
      ${dayOf(sql`s.requested_at`)} - k.concluded_on AS "handedIn",
      ${dayOf(sql`s.completed_at`)} - k.concluded_on AS completed,
      c.state IN ('rejected', 'cancelled') AS ended, count(*)::int AS count
    FROM exam e JOIN conclusion k ON k.exam_id = e.id
    JOIN renewal_case c ON c.exam_id = e.id
    LEFT JOIN LATERAL (
      SELECT min(at) FILTER (WHERE state = 'requested') AS requested_at,
        min(at) FILTER (WHERE state = 'completed') AS completed_at
      FROM renewal_case_step WHERE case_id = c.id) s ON true
    WHERE ${openedIn(facilityId, period)}
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
    SELECT ${columnOf(dayOf(sql`e.created_at`), period, 'week')} AS "from",
      count(*) FILTER (WHERE t.state = 'accepted' AND t.updated_at <= t.due_at)::int AS "inTime",
      count(*) FILTER (WHERE CASE t.state WHEN 'accepted' THEN t.updated_at ELSE ${now} END
        > t.due_at)::int AS late,
      count(*) FILTER (WHERE t.state <> 'accepted' AND t.due_at >= ${now})::int AS "underWay"
    FROM exam e CROSS JOIN LATERAL (
      -- The one of each exam, looked up by it: joined freely, all are read for every exam while
      -- PostgreSQL has not yet counted a new table.
      SELECT state, updated_at, due_at FROM transmission
      WHERE exam_id = e.id AND action = 'ADD' LIMIT 1) t
    WHERE ${openedIn(facilityId, period)}
      AND t.state <> 'cancelled'
    GROUP BY 1 ORDER BY 1`)
}
