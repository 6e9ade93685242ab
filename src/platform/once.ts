import sql from 'sql-template-tag'
import { DomainError } from '../core/errors.ts'
import type { Tx } from './database.ts'
import type { Deps } from './deps.ts'
import { words } from './words.ts'

/** An answer as it went out, kept to be given again. */
export type StoredAnswer = { status: number; headers: Record<string, string>; body: string }

/** One write that may be asked for twice and must happen once. */
export type Once = {
  /** Who, which method, which path: the same key elsewhere is another write. */
  readonly scope: string
  readonly key: string
  readonly requestHash: string
  /** The answer that belongs to the command's result; kept in the command's own commit. */
  answerOf(result: unknown): StoredAnswer
}

/** Thrown inside the transaction when the same request was answered before. */
export class Replayed extends Error {
  readonly answer: StoredAnswer
  constructor(answer: StoredAnswer) {
    super('replayed')
    this.answer = answer
  }
}

type Row = {
  locked: boolean
  hash: string | null
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * Takes the key for this transaction. The lock tells a first request that still runs in another
 * process; should both slip past it, the primary key lets only one commit.
 */
export async function claimOnce(tx: Tx, once: Once): Promise<void> {
  const [row] = await tx.query<Row>(sql`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${once.scope}\n${once.key}`}, 7)) AS locked,
           a.request_hash AS hash, a.status, a.headers, a.body
    FROM (SELECT 1) one
    LEFT JOIN idempotent_answer a ON a.scope = ${once.scope} AND a.key = ${once.key}`)
  if (row?.hash) {
    if (row.hash !== once.requestHash) throw keyReused()
    throw new Replayed({ status: row.status, headers: row.headers, body: row.body })
  }
  if (!row?.locked) throw inProgress()
}

/** The row that remembers the answer to `result`; written with the audit just before the commit. */
export type KeptAnswer = {
  scope: string
  key: string
  request_hash: string
  status: number
  headers: Record<string, string>
  body: string
}

export function keptAnswer(once: Once, result: unknown): KeptAnswer {
  const { scope, key, requestHash } = once
  return { scope, key, request_hash: requestHash, ...once.answerOf(result) }
}

/** Keeps a refusal (4xx), whose own transaction was rolled back; gives back the answer that counts. */
export async function keepRefusal(
  deps: Deps,
  once: Once,
  answer: StoredAnswer,
): Promise<StoredAnswer> {
  const [row] = await deps.database.query<Row>(sql`
    WITH kept AS (
      INSERT INTO idempotent_answer (scope, key, request_hash, status, headers, body, created_at)
      VALUES (${once.scope}, ${once.key}, ${once.requestHash}, ${answer.status},
              ${JSON.stringify(answer.headers)}::jsonb, ${answer.body}, ${deps.clock.now()})
      ON CONFLICT (scope, key) DO NOTHING
    )
    SELECT request_hash AS hash, status, headers, body FROM idempotent_answer
    WHERE scope = ${once.scope} AND key = ${once.key}`)
  if (!row?.hash) return answer
  if (row.hash !== once.requestHash) throw keyReused()
  throw new Replayed({ status: row.status, headers: row.headers, body: row.body })
}

const KEPT_HOURS = 24

export async function forgetOldAnswers(deps: Deps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - KEPT_HOURS * 3_600_000)
  await deps.database.query(sql`DELETE FROM idempotent_answer WHERE created_at < ${before}`)
}

export function keyReused(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'idempotency-key-reused',
    detail: words.keyReused,
  })
}

export function inProgress(): DomainError {
  return new DomainError({
    kind: 'conflict',
    code: 'request-in-progress',
    detail: words.inProgress,
  })
}
