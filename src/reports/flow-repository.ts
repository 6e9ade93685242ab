import type { CalendarDate } from '../core/calendar-date.ts'
import { sql } from '../platform/database.ts'
import { boundsOf, columnOf, dayOf, type Reader } from './figure-repository.ts'
import type { SectionWait, Stay } from './flow.ts'
import type { Period } from './period.ts'
import type { Waits } from './waits.ts'

/** Who was in the house on a day, by times alone. */
export async function findStays(
  db: Reader,
  facilityId: string,
  day: CalendarDate,
): Promise<Stay[]> {
  const { since, until } = boundsOf({ from: day, to: day })
  const rows = await db.query<{
    arrivedAt: Date
    begunAt: Date | null
    endedAt: Date | null
  }>(sql`
    SELECT v.started_at AS "arrivedAt", v.ended_at AS "endedAt", (
      SELECT min(x.recorded_at) FROM exam e JOIN exam_section x ON x.exam_id = e.id
      WHERE e.visit_id = v.id) AS "begunAt"
    FROM visit v
    WHERE v.facility_id = ${facilityId} AND v.started_at >= ${since} AND v.started_at < ${until}
      AND v.state IN ('arrived', 'in-progress', 'finished')
    ORDER BY v.started_at, v.id`)
  return rows.map(({ arrivedAt, begunAt, endedAt }) => ({
    arrivedAt,
    begunAt: begunAt ?? undefined,
    endedAt: endedAt ?? undefined,
  }))
}

/** Minutes from arrival until each section was recorded, of those who came on a day. */
export async function findSectionWaits(
  db: Reader,
  facilityId: string,
  day: CalendarDate,
): Promise<SectionWait[]> {
  const { since, until } = boundsOf({ from: day, to: day })
  return db.query<SectionWait>(sql`
    SELECT section, count(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS middle,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) AS high
    FROM (
      SELECT x.section, extract(epoch FROM x.recorded_at - v.started_at)::float8 / 60 AS minutes
      FROM visit v JOIN exam e ON e.visit_id = v.id JOIN exam_section x ON x.exam_id = e.id
      WHERE v.facility_id = ${facilityId} AND v.started_at >= ${since} AND v.started_at < ${until}
        AND v.state IN ('arrived', 'in-progress', 'finished')) recorded
    GROUP BY section`)
}

type WaitRow = {
  from: CalendarDate | null
  arrived: number
  count: number
  middle: number | null
  high: number | null
}

/** Arrivals and waits of every column of the period, and of the whole of it. */
export async function findWaits(db: Reader, facilityId: string, period: Period): Promise<Waits> {
  const { since, until } = boundsOf(period)
  const rows = await db.query<WaitRow>(sql`
    SELECT began AS "from", count(*)::int AS arrived, count(minutes)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS middle,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) AS high
    FROM (
      SELECT ${columnOf(dayOf(sql`v.started_at`), period)} AS began,
        extract(epoch FROM v.ended_at - v.started_at)::float8 / 60 AS minutes
      FROM visit v
      WHERE v.facility_id = ${facilityId} AND v.started_at >= ${since} AND v.started_at < ${until}
        AND v.state IN ('arrived', 'in-progress', 'finished')) stays
    GROUP BY ROLLUP (began)`)
  const known = rows.map(({ middle, high, ...row }) => ({
    ...row,
    middle: middle ?? undefined,
    high: high ?? undefined,
  }))
  const whole = known.find(({ from }) => from === null) ?? { arrived: 0, count: 0 }
  return {
    whole,
    columns: known.flatMap(({ from, ...row }) => (from === null ? [] : [{ from, ...row }])),
  }
}
