import { sql, type Tx } from '../platform/database.ts'

export type AttemptLimit = { key: string; failures: number; minutes: number }

export type Counted = { allowed: boolean; lockedUntil: Date | null }

/**
 * Counts an attempt before the password is looked at, so that guesses sent side by side cannot pass
 * together. Answers until when the key is locked by this attempt or was locked before it.
 */
export async function countAttempt(tx: Tx, limit: AttemptLimit): Promise<Counted> {
  const span = limit.minutes * 60_000
  const until = new Date(tx.now.getTime() + span)
  const stale = new Date(tx.now.getTime() - span)
  const [row] = await tx.query<{ lockedUntil: Date | null }>(sql`
    INSERT INTO sign_in_attempt AS a (key, failures, locked_until, updated_at)
    VALUES (${limit.key}, 1, CASE WHEN ${limit.failures}::int <= 1 THEN ${until}::timestamptz END,
            ${tx.now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN a.locked_until IS NULL AND a.updated_at > ${stale}
                      THEN a.failures + 1 ELSE 1 END,
      locked_until = CASE WHEN ${limit.failures}::int <= CASE
                        WHEN a.locked_until IS NULL AND a.updated_at > ${stale}
                        THEN a.failures + 1 ELSE 1 END
                      THEN ${until}::timestamptz END,
      updated_at = ${tx.now}
    WHERE a.locked_until IS NULL OR a.locked_until <= ${tx.now}
    RETURNING a.locked_until AS "lockedUntil"`)
  if (row) return { allowed: true, lockedUntil: row.lockedUntil }
  const [locked] = await tx.query<{ lockedUntil: Date }>(sql`
    SELECT locked_until AS "lockedUntil" FROM sign_in_attempt WHERE key = ${limit.key}`)
  return { allowed: false, lockedUntil: locked?.lockedUntil ?? tx.now }
}

/** A right password wipes the account's count and takes one off the address's. */
export async function forgiveAttempt(
  tx: Tx,
  keys: { account: string; address?: string | undefined },
): Promise<void> {
  await tx.query(sql`
    WITH account AS (DELETE FROM sign_in_attempt WHERE key = ${keys.account})
    UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0), locked_until = NULL
    WHERE key = ${keys.address ?? null}`)
}

/** Counts that no longer say anything. */
export async function deleteOldAttempts(tx: Tx, before: Date): Promise<void> {
  await tx.query(sql`DELETE FROM sign_in_attempt WHERE updated_at < ${before}`)
}
