import { sql } from '../platform/database.ts'
import { openedIn, type Reader } from './figure-repository.ts'
import type { ClassOutcome, ReasonCount } from './outcomes.ts'
import type { Period } from './period.ts'

/** What was concluded of those who came in the period; a conclusion taken back does not count. */
export function findClassOutcomes(
  db: Reader,
  facilityId: string,
  period: Period,
): Promise<ClassOutcome[]> {
  return db.query<ClassOutcome>(sql`
    SELECT e.licence_class AS "licenceClass",
      count(*) FILTER (WHERE k.outcome = 'fit')::int AS fit,
      count(*) FILTER (WHERE k.outcome = 'fit-subject-to-review')::int AS review,
      count(*) FILTER (WHERE k.outcome = 'unfit')::int AS unfit
    FROM exam e JOIN conclusion k ON k.exam_id = e.id AND k.state IN ('final', 'amended')
    WHERE ${openedIn(facilityId, period)}
    GROUP BY e.licence_class`)
}

/** What the frozen assessments of the unfit name; the rule alone, never what was measured. */
export async function findReasons(
  db: Reader,
  facilityId: string,
  period: Period,
): Promise<ReasonCount[]> {
  const rows = await db.query<{ rule: string | null; count: number }>(sql`
    SELECT d ->> 'rule' AS rule, count(*)::int AS count
    FROM exam e JOIN conclusion k ON k.exam_id = e.id AND k.state IN ('final', 'amended')
    LEFT JOIN LATERAL jsonb_array_elements(k.assessment -> 'disqualifications') d ON true
    WHERE ${openedIn(facilityId, period)} AND k.outcome = 'unfit'
    GROUP BY 1 ORDER BY count(*) DESC, 1`)
  return rows.map(({ rule, count }) => ({ rule: rule ?? undefined, count }))
}
