import { type Runner, run, type Task, Logger as WorkerLogger } from 'graphile-worker'
import pg from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import type { Tx } from './database.ts'
import type { Deps } from './deps.ts'
import { type Logger, traceOf } from './log.ts'

export type JobHandler = (
  deps: Deps,
  payload: unknown,
  job: { id: string; attempt: number; maxAttempts: number },
) => Promise<void>

export type JobHandlers = Record<string, JobHandler>

export type JobOptions = {
  /** One waiting job per key: adding it again replaces what has not begun. */
  key?: string
  runAt?: Date
  /** Default 25, spread over about three days by the worker's back-off. */
  maxAttempts?: number
  /** Jobs of one queue run one after another. */
  queue?: string
}

/** Adds a job in the command's own transaction: rolled back with it, run only after its commit. */
export async function addJob(
  tx: Tx,
  name: string,
  payload: object,
  options: JobOptions = {},
): Promise<void> {
  await tx.query(sql`SELECT 1 FROM ${jobCall(name, payload, options)}`)
}

/** The call that adds a job, for a repository that adds it within a statement of its own. */
export function jobCall(name: string, payload: object, options: JobOptions = {}): Sql {
  return sql`graphile_worker.add_job(
    ${name}, ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
    run_at => ${options.runAt ?? null}, max_attempts => ${options.maxAttempts ?? 25},
    job_key => ${options.key ?? null})`
}

export type Worker = { stop(): Promise<void>; healthy(): boolean }

export async function startWorker(
  deps: Deps,
  url: string,
  handlers: JobHandlers,
  cron: string,
): Promise<Worker> {
  // Taking and ending a job may be repeated after a crash without harm, so those commits need not
  // wait for the disk; the commands that a job calls use the ordinary pool and do.
  const pool = new pg.Pool({
    connectionString: url,
    max: deps.env.WORKER_CONCURRENCY + 2,
    options: '-c synchronous_commit=off',
    application_name: 'lienthong-worker',
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await freeJobsOfTheDead(pool)
  let healthy = true
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: deps.env.WORKER_CONCURRENCY,
    noHandleSignals: true,
    // Fetched and ended in small batches, which takes fewer commits when many are waiting.
    preset: {
      worker: { localQueue: { size: 8 }, completeJobBatchDelay: 5, failJobBatchDelay: 5 },
    },
    pollInterval: 2_000,
    crontab: cron,
    taskList: Object.fromEntries(
      Object.entries(handlers).map(([name, handle]) => [name, taskOf(deps, name, handle)]),
    ),
    logger: quietLogger(deps.log),
  })
  void runner.promise
    .catch(() => undefined)
    .finally(() => {
      healthy = false
    })
  return {
    healthy: () => healthy,
    async stop() {
      await runner.stop().catch(() => undefined)
      await pool.end()
    },
  }
}

/**
 * A killed worker's jobs stay locked for four hours; when no worker is connected, whoever held them
 * is dead and they are free at once.
 */
async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(`
    SELECT graphile_worker.force_unlock_workers(
      ARRAY(SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL))
    WHERE NOT EXISTS (
      SELECT 1 FROM pg_stat_activity
      WHERE application_name = 'lienthong-worker' AND datname = current_database()
        AND pid <> pg_backend_pid())`)
}

function taskOf(deps: Deps, name: string, handle: JobHandler): Task {
  return async (payload, helpers) => {
    const { id, attempts, max_attempts } = helpers.job
    try {
      await handle(deps, payload, { id, attempt: attempts, maxAttempts: max_attempts })
    } catch (error) {
      deps.log.warn({ job: name, jobId: id, attempt: attempts, ...traceOf(error) }, 'job failed')
      // What the worker keeps as last_error must hold no personal data either.
      throw new Error(`${name} failed: ${traceOf(error).kind}`)
    }
  }
}

/** The worker's own lines name jobs, never payloads; only its warnings are of interest. */
function quietLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') {
      log.warn({ service: 'worker', reason: message.slice(0, 120) }, 'worker')
    }
  })
}
