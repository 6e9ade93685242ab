import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import type { Actor } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { keepClosing } from './closing.ts'
import type { Deps } from './deps.ts'
import { claimOnce, keptAnswer } from './once.ts'
import { prismaReader } from './prisma-reader.ts'
import type { PendingAudit } from './publish.ts'
import { words } from './words.ts'

export type { Sql } from 'sql-template-tag'
export { default as sql, empty, join, raw } from 'sql-template-tag'

const types = new pg.TypeOverrides()
types.setTypeParser(20, Number) // int8: money and counts stay far below 2^53
types.setTypeParser(1700, Number) // numeric
types.setTypeParser(1082, (text) => text) // date: a CalendarDate, not an instant

export type Database = {
  /** Typed reads of cold paths, outside a transaction. */
  readonly prisma: PrismaClient
  /** One statement in its own transaction, prepared once per connection. */
  query<T>(statement: Sql): Promise<T[]>
  readonly pool: pg.Pool
  close(): Promise<void>
}

declare const brand: unique symbol

/** An open transaction. Branded: a plain `Database` does not pass for one. */
export type Tx = {
  readonly [brand]: true
  query<T>(statement: Sql): Promise<T[]>
  readonly deps: Deps
  readonly actor: Actor
  /** The only facility that anything in this transaction may read or write. */
  readonly facilityId: string
  readonly now: Date
  /** Filled by publish, written just before the commit. */
  readonly audit: PendingAudit[]
  /** Live topics to announce once the commit is through. */
  readonly touched: Set<string>
}

export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 12,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'lienthong',
    // Statements whose answers nobody waits for go out with the next: see `attemptOnce`.
    pipeline: true,
    types,
  })
  // A connection that dies while idle is replaced by the pool; the request that needs one gets 503.
  pool.on('error', () => {})
  // One that dies while a request holds it fails that request's next statement.
  pool.on('connect', (client) => client.on('error', () => {}))
  const reader = prismaReader(url, translate)
  return {
    prisma: reader.prisma,
    pool,
    query: (statement) => translate(() => run(pool, statement)),
    async close() {
      await reader.close()
      await pool.end()
    },
  }
}

const MAX_TRIES = 4
/** serialization_failure, deadlock_detected: the same work tried again is correct. */
const retryable = new Set(['40001', '40P01'])

/**
 * The one place a transaction opens. Commits the work, its audit rows and, when the request carries
 * an idempotency key, its answer together; then announces the live topics.
 */
export async function transact<T>(
  deps: Deps,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await translate(() => attemptOnce(deps, actor, work))
    } catch (error) {
      if (attempt >= MAX_TRIES || !mayRetry(error)) throw error
    }
  }
}

async function attemptOnce<T>(deps: Deps, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await deps.database.pool.connect()
  let broken: Error | undefined
  try {
    const tx = openTx(client, deps, actor)
    const begun = client.query('BEGIN')
    await settled(begun, deps.once && claimOnce(tx, deps.once))
    const result = await work(tx)
    const closing = keepClosing(tx, deps.once && keptAnswer(deps.once, result))
    await settled(closing, commit(client))
    deps.live.touch(tx.touched)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Waits for both, which went out together, and fails with the first that failed. */
async function settled(...both: (Promise<unknown> | undefined)[]): Promise<void> {
  const results = await Promise.allSettled(both)
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

/** A transaction that a statement broke ends in ROLLBACK, however politely it is asked to commit. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`)
}

function openTx(client: pg.PoolClient, deps: Deps, actor: Actor): Tx {
  return {
    query: <T>(statement: Sql) => run<T>(client, statement),
    deps,
    actor,
    facilityId: actor.facilityId,
    now: deps.clock.now(),
    audit: [],
    touched: new Set<string>(),
  } as unknown as Tx
}

const names = new Map<string, string>()

async function run<T>(runner: pg.Pool | pg.PoolClient, statement: Sql): Promise<T[]> {
  const { text, values } = statement
  let name = names.get(text)
  if (!name) {
    name = `s${names.size}`
    names.set(text, name)
  }
  const result = await runner.query({ name, text, values })
  return result.rows as T[]
}

function mayRetry(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  if (retryable.has(error.code ?? '')) return true
  return error.code === '23505' && error.constraint === 'idempotent_answer_pkey'
}

/** True for a unique violation of that constraint or index. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.constraint === constraint
}

async function translate<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    throw isConnectionLoss(error) ? databaseUnavailable() : error
  }
}

const lostCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'ENOTFOUND',
])

/** The server is away, shutting down, starting or out of connections: the caller may try later. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (lostCodes.has(code)) return true
  if (/^(08|57P0|53300|P10(01|02|08|17)$|P2024$)/.test(code)) return true
  return /Connection terminated|timeout exceeded when trying to connect|not queryable/i.test(
    error.message,
  )
}

/** A text that PostgreSQL keeps in no column: a NUL in it, or broken UTF-8. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ['22021', '22P05'].includes(error.code ?? '')
}

export function databaseUnavailable(): DomainError {
  return new DomainError({
    kind: 'unavailable',
    code: 'database-unavailable',
    detail: words.databaseUnavailable,
  })
}
