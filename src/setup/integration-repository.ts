import { type Database, sql, type Tx } from '../platform/database.ts'
import type { ConnectionTest, Finding, Integration } from './integration.ts'

type Reader = Pick<Database, 'query'>

export async function insertTest(
  tx: Tx,
  test: { integration: Integration; outcome: Finding; fine: boolean },
): Promise<void> {
  await tx.query(sql`
    INSERT INTO connection_test (id, facility_id, integration, outcome, fine, tested_at,
                                 tested_by_name)
    VALUES (${tx.deps.clock.id()}, ${tx.facilityId}, ${test.integration}, ${test.outcome},
            ${test.fine}, ${tx.now}, ${tx.actor.name})`)
}

/** The last test of each connection. */
export function listLastTests(db: Reader, facilityId: string): Promise<ConnectionTest[]> {
  return db.query<ConnectionTest>(sql`
    SELECT DISTINCT ON (integration) integration, outcome, fine, tested_at AS "testedAt",
           tested_by_name AS "testedBy"
    FROM connection_test WHERE facility_id = ${facilityId}
    ORDER BY integration, tested_at DESC`)
}

/** When each notifier's last genuine message came. */
export function listLastNotifications(
  db: Reader,
  facilityId: string,
): Promise<{ provider: string; at: Date }[]> {
  return db.query<{ provider: string; at: Date }>(sql`
    SELECT provider, max(received_at) AS at FROM bank_transaction
    WHERE facility_id = ${facilityId} GROUP BY provider`)
}
