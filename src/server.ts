import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { migrate } from '../prisma/migrate.ts'
import { type SeedReport, seed } from '../prisma/seed.ts'
import { createApp, cron, handlers, jobsOf } from './app.tsx'
import { systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import type { Deps } from './platform/deps.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import type { Env } from './platform/env.ts'
import { startWorker, type Worker } from './platform/jobs.ts'
import { openLive } from './platform/live.ts'
import { type Logger, openLog } from './platform/log.ts'

export type Running = {
  url: string
  databaseUrl: string
  /** What the seeds made that nobody can look up again: passwords, once. */
  seeded: SeedReport
  stop(): Promise<void>
}

/** Starts everything in its order; what was started is stopped again when a later step fails. */
export async function startServer(env: Env): Promise<Running> {
  const log = openLog(env.LOG_LEVEL)
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each().catch(() => undefined)
  }
  try {
    return { ...(await startParts(env, log, stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  env: Env,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<Omit<Running, 'stop'>> {
  const databaseUrl = await openPostgres(env, log, stops)
  await migrate(databaseUrl, plain(log))
  const deps = openDeps(env, databaseUrl, log)
  stops.push(
    () => deps.database.close(),
    () => deps.live.close(),
  )

  let seededDone = false
  let worker: Worker | undefined
  const app = createApp(deps, {
    migrated: () => true,
    seeded: () => seededDone,
    worker: () => (env.PROCESS === 'web' ? 'elsewhere' : worker?.healthy() ? 'running' : 'stopped'),
  })
  const { server, port } = await listen(app.fetch, env)
  stops.push(() => closeServer(server))
  const seeded = await seed(deps)
  seededDone = true
  if (env.PROCESS !== 'web') {
    worker = await startWorker(deps, databaseUrl, jobsOf(deps), cron)
    stops.push(() => worker?.stop() ?? Promise.resolve())
  }
  log.info({ port, mode: env.demo ? 'demonstration' : 'production' }, 'listening')
  return { url: `http://${shownHost(env.HOST)}:${port}`, databaseUrl, seeded }
}

async function openPostgres(
  env: Env,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<string> {
  if (env.DATABASE_URL) return env.DATABASE_URL
  const postgres = await startEmbeddedPostgres({ dataFolder: env.dataFolder, log: plain(log) })
  stops.push(() => postgres.stop())
  return postgres.url
}

export function openDeps(env: Env, databaseUrl: string, log: Logger): Deps {
  const database = openDatabase(databaseUrl)
  const live = openLive(database.pool, databaseUrl, log)
  return { env, clock: systemClock, database, log, live, handlers }
}

function listen(
  fetch: (request: Request, ...rest: never[]) => Response | Promise<Response>,
  env: Env,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: fetch as never, port: env.PORT, hostname: env.HOST }, (info) =>
      resolve({ server: server as Server, port: info.port }),
    )
    server.once('error', reject)
  })
}

const GRACE_MS = 5_000

/** Lets requests end; open live streams are cut, since their pages come back by themselves. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  })
}

function plain(log: Logger): { info(message: string): void } {
  return { info: (message) => log.info({}, message) }
}

function shownHost(host: string): string {
  return host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host
}
