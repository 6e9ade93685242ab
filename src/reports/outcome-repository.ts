import { sql } from '../platform/database.ts'
import type { Reader } from './figure-repository.ts'
import type { ClassOutcome, ReasonCount } from './outcomes.ts'
import type { Period } from './period.ts'

/** What was concluded in the period, by class; a conclusion taken back does not count. */
export function findClassOutcomes(
  db: Reader,
  facilityId: string,
  { from, to }: Period,
): Promise<ClassOutcome[]> {
  return db.query<ClassOutcome>(sql`
    SELECT e.licence_class AS "licenceClass",
      count(*) FILTER (WHERE k.outcome = 'fit')::int AS fit,
      count(*) FILTER (WHERE k.outcome = 'fit-subject-to-review')::int AS review,
      count(*) FILTER (WHERE k.outcome = 'unfit')::int AS unfit
    FROM conclusion k JOIN exam e ON e.id = k.exam_id
    WHERE k.facility_id = ${facilityId} AND k.concluded_on BETWEEN ${from} AND ${to}
      AND k.state IN ('final', 'amended')
    GROUP BY e.licence_class`)
}

/** What the frozen assessments of the unfit name; the rule alone, never what was measured. */
export async function findReasons(
  db: Reader,
  facilityId: string,
  { from, to }: Period,
): Promise<ReasonCount[]> {
  const rows = await db.query<{ rule: string | null; count: number }>(sql`
    SELECT d ->> 'rule' AS rule, count(*)::int AS count
    FROM conclusion k
    LEFT JOIN LATERAL jsonb_array_elements(k.assessment -> 'disqualifications') d ON true
    WHERE k.facility_id = ${facilityId} AND k.concluded_on BETWEEN ${from} AND ${to}
      AND k.state IN ('final', 'amended') AND k.outcome = 'unfit'
    GROUP BY 1 ORDER BY count(*) DESC, 1`)
  return rows.map(({ rule, count }) => ({ rule: rule ?? undefined, count }))
}
