import type { CalendarDate } from '../core/calendar-date.ts'
import { type Database, sql } from '../platform/database.ts'
import { type BoardLine, stoodSince } from '../renewals/board.ts'
import { listBoard, listTransmissions } from '../renewals/board-repository.ts'
import {
  type AccountWorry,
  type AuditDay,
  type DayFigures,
  IDLE_TOKEN_DAYS,
  NEW_DAYS,
  type Stuck,
  type StuckPlaces,
  type TokenWorry,
} from './watch.ts'

type Reader = Pick<Database, 'query'>

/** One look at the day: who came, who waits, what was concluded, what was taken. */
export async function dayFigures(
  db: Reader,
  facilityId: string,
  day: { date: CalendarDate; from: Date },
): Promise<DayFigures> {
  const [row] = await db.query<DayFigures>(sql`
    SELECT
      (SELECT count(*) FROM visit
       WHERE facility_id = ${facilityId} AND started_at >= ${day.from}
         AND state <> 'entered-in-error') AS arrived,
      (SELECT count(*) FROM exam
       WHERE facility_id = ${facilityId} AND created_at >= ${day.from}
         AND state IN ('planned', 'arrived', 'in-progress')) AS waiting,
      k.fit, k.concluded,
      (SELECT coalesce(sum(amount), 0) FROM payment
       WHERE facility_id = ${facilityId} AND taken_at >= ${day.from}) AS taken
    FROM (SELECT count(*) AS concluded, count(*) FILTER (WHERE outcome <> 'unfit') AS fit
          FROM conclusion
          WHERE facility_id = ${facilityId} AND concluded_on = ${day.date}) k`)
  return row ?? { arrived: 0, waiting: 0, fit: 0, concluded: 0, taken: 0 }
}

/** Bank transfers that nobody has put on a bill. */
async function openTransfers(db: Reader, facilityId: string): Promise<Stuck> {
  const [row] = await db.query<{ count: number; since: Date | null }>(sql`
    SELECT count(*) AS count, min(b.received_at) AS since
    FROM bank_transaction b LEFT JOIN invoice i ON i.id = b.invoice_id
    WHERE b.facility_id = ${facilityId} AND b.match <> 'exact' AND (
      (b.match IN ('unmatched', 'late') AND b.matched_at IS NULL)
      OR b.match IN ('over', 'duplicate')
      OR (b.match = 'partial' AND i.state = 'issued'))`)
  return stuckOf(row)
}

/** Bills of earlier days that wait for money. */
async function oldUnpaid(db: Reader, facilityId: string, before: Date): Promise<Stuck> {
  const [row] = await db.query<{ count: number; since: Date | null }>(sql`
    SELECT count(*) AS count, min(issued_at) AS since FROM invoice
    WHERE facility_id = ${facilityId} AND state = 'issued' AND issued_at < ${before}`)
  return stuckOf(row)
}

/** What is stuck anywhere in the house. */
export async function loadStuck(
  db: Reader,
  facilityId: string,
  { now, from }: { now: Date; from: Date },
): Promise<StuckPlaces> {
  const [transfers, unpaid, { cases, transmissions }] = await Promise.all([
    openTransfers(db, facilityId),
    oldUnpaid(db, facilityId, from),
    stuckLines(db, facilityId, now),
  ])
  return { transfers, unpaid, transmissions: stuckIn(transmissions), cases: stuckIn(cases) }
}

/** Beyond this many it is no longer one list to work off. */
const MOST_STUCK = 100

/** The licence desk's two lists of what needs a hand, longest first. */
export async function stuckLines(
  db: Reader,
  facilityId: string,
  now: Date,
): Promise<{ cases: BoardLine[]; transmissions: BoardLine[] }> {
  const attention = { filter: 'attention', limit: MOST_STUCK } as const
  const [cases, transmissions] = await Promise.all([
    listBoard(db, facilityId, now, attention),
    listTransmissions(db, facilityId, now, attention),
  ])
  return { cases, transmissions }
}

function stuckIn(lines: readonly BoardLine[]): Stuck {
  const [oldest] = lines
  const since = oldest && stoodSince(oldest)
  return { count: lines.length, ...(since && { since }) }
}

/** How many cases lie with the authority, by state, and since when the oldest stands there. */
export async function withAuthority(
  db: Reader,
  facilityId: string,
): Promise<{ state: 'requested' | 'accepted' | 'in-progress'; count: number; since: Date }[]> {
  return db.query(sql`
    SELECT state, count(*) AS count, min(updated_at) AS since FROM renewal_case
    WHERE facility_id = ${facilityId} AND state IN ('requested', 'accepted', 'in-progress')
      AND dossier_code IS NOT NULL
    GROUP BY state ORDER BY array_position(ARRAY['requested', 'accepted', 'in-progress'], state)`)
}

const stuckOf = (row: { count: number; since: Date | null } | undefined): Stuck => ({
  count: row?.count ?? 0,
  ...(row?.since && { since: row.since }),
})

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** Accounts that are locked, were never used, or still have the password somebody else chose. */
export async function accountWorries(
  db: Reader,
  facilityId: string,
  now: Date,
): Promise<AccountWorry[]> {
  return db.query<AccountWorry>(sql`
    SELECT s.id AS "staffId", s.name, s.username, w.why, w.since
    FROM staff s
    -- The lock-out keeps names as identity/attempt-commands hashes them.
    LEFT JOIN sign_in_attempt a ON a.locked_until > ${now}
      AND a.key = 'user:' || encode(sha256(convert_to(s.username, 'UTF8')), 'hex')
    CROSS JOIN LATERAL (
      SELECT 'locked' AS why, a.updated_at AS since WHERE a.key IS NOT NULL
      UNION ALL
      SELECT 'never-signed-in', s.created_at
      WHERE s.created_at < ${daysAgo(now, NEW_DAYS)} AND NOT EXISTS (
        SELECT 1 FROM audit_entry e WHERE e.subject_type = 'staff' AND e.subject_id = s.id::text
          AND e.action = 'staff.signed-in')
      UNION ALL
      SELECT 'must-change-password', s.updated_at
      WHERE s.must_change_password AND s.updated_at < ${daysAgo(now, NEW_DAYS)}
      LIMIT 1) w
    WHERE s.facility_id = ${facilityId} AND s.disabled_at IS NULL
    ORDER BY w.why <> 'locked', w.since LIMIT 30`)
}

/** Living tokens that were never used, or not for a long time. */
export async function tokenWorries(
  db: Reader,
  facilityId: string,
  now: Date,
): Promise<TokenWorry[]> {
  const rows = await db.query<Omit<TokenWorry, 'lastUsedAt'> & { lastUsedAt: Date | null }>(sql`
    SELECT id AS "tokenId", name, hint, last_used_at AS "lastUsedAt", created_at AS "createdAt"
    FROM api_token
    WHERE facility_id = ${facilityId} AND revoked_at IS NULL AND (
      (last_used_at IS NULL AND created_at < ${daysAgo(now, NEW_DAYS)})
      OR last_used_at < ${daysAgo(now, IDLE_TOKEN_DAYS)})
    ORDER BY coalesce(last_used_at, created_at) LIMIT 30`)
  return rows.map(({ lastUsedAt, ...row }) => ({ ...row, ...(lastUsedAt && { lastUsedAt }) }))
}

type AuditRow = {
  kinds: AuditDay['kinds'] | null
  refusals: (Omit<AuditDay['refusals'][number], 'lastAt'> & { lastAt: string })[] | null
  mostViewed: AuditDay['mostViewed'] | null
}

/** What the log holds of this day: the day's entries are read once. */
export async function auditDay(db: Reader, facilityId: string, from: Date): Promise<AuditDay> {
  const [row] = await db.query<AuditRow>(sql`
    WITH day AS MATERIALIZED (
      SELECT at, action, actor_kind, actor_id, subject_id, patient_id FROM audit_entry
      WHERE facility_id = ${facilityId} AND at >= ${from}
    )
    SELECT
      (SELECT json_agg(k ORDER BY k.count DESC, k.action) FROM (
         SELECT action, count(*) AS count FROM day GROUP BY action) k) AS kinds,
      (SELECT json_agg(r ORDER BY r.count DESC) FROM (
         SELECT d.subject_id AS "staffId", s.name, bool_or(d.action = 'staff.locked-out') AS locked,
           count(*) FILTER (WHERE d.action = 'staff.sign-in-refused') AS count,
           max(d.at) AS "lastAt"
         FROM day d JOIN staff s ON s.id::text = d.subject_id
         WHERE d.action IN ('staff.sign-in-refused', 'staff.locked-out')
         GROUP BY d.subject_id, s.name ORDER BY 4 DESC LIMIT 10) r) AS refusals,
      (SELECT json_agg(v ORDER BY v.views DESC) FROM (
         SELECT patient_id AS "patientId", count(*) AS views,
           count(DISTINCT (actor_kind, actor_id)) AS viewers
         FROM day WHERE patient_id IS NOT NULL AND action LIKE '%.viewed'
         GROUP BY patient_id ORDER BY 2 DESC, max(at) DESC LIMIT 8) v) AS "mostViewed"`)
  const refusals = (row?.refusals ?? []).map((each) => ({ ...each, lastAt: new Date(each.lastAt) }))
  return { kinds: row?.kinds ?? [], refusals, mostViewed: row?.mostViewed ?? [] }
}
