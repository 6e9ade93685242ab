import type { Connected } from '../platform/connection.ts'
import { type Database, sql } from '../platform/database.ts'

type Reader = Pick<Database, 'query'>

export type Stranded =
  | { what: 'sending' | 'queued'; facilityId: string; id: string }
  | { what: 'unsent-case' | 'silent-case'; facilityId: string; id: string }

/** A job that should have moved it by now is gone, or backs off for too long. */
const MAX_AT_ONCE = 200

/** What no job is going to move in time, over all facilities; only what has somewhere to go. */
export async function findStranded(
  db: Reader,
  now: Date,
  { gateway, authority }: Pick<Connected, 'gateway' | 'authority'>,
): Promise<Stranded[]> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  return db.query<Stranded>(sql`
    (SELECT CASE state WHEN 'sending' THEN 'sending' ELSE 'queued' END AS what,
            facility_id AS "facilityId", id
     FROM transmission
     WHERE (state = 'sending' AND updated_at < ${before(2)})
        OR (${gateway}::boolean AND state = 'queued' AND updated_at < ${before(2)})
        OR (${gateway}::boolean AND state = 'retrying' AND updated_at < ${before(15)})
     ORDER BY updated_at LIMIT ${MAX_AT_ONCE})
    UNION ALL
    (SELECT 'unsent-case', c.facility_id, c.id
     FROM renewal_case c JOIN transmission t ON t.exam_id = c.exam_id AND t.action = 'ADD' AND t.state = 'accepted'
     WHERE ${authority}::boolean AND c.dossier_code IS NULL
       AND ((c.state = 'ready' AND c.updated_at < ${before(2)} AND t.updated_at < ${before(2)})
         OR (c.state = 'requested' AND c.updated_at < ${before(15)}))
     ORDER BY c.updated_at LIMIT ${MAX_AT_ONCE})
    UNION ALL
    (SELECT 'silent-case', facility_id, id FROM renewal_case
     WHERE ${authority}::boolean AND dossier_code IS NOT NULL AND updated_at < ${before(24 * 60)}
       AND (state IN ('requested', 'accepted', 'in-progress') OR hold_reason = 'consent-withdrawn')
       AND state <> 'cancelled'
     ORDER BY updated_at LIMIT ${MAX_AT_ONCE})`)
}
