import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { migrate } from '../prisma/migrate.ts'
import { type SeedReport, seed } from '../prisma/seed.ts'
import { createApp, cron, handlers, jobsOf } from './app.tsx'
import { openOutside } from './outside.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database.ts'
import type { Deps } from './platform/deps.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { ConfigurationError, type Env } from './platform/env.ts'
import { startWorker, type Worker } from './platform/jobs.ts'
import { openLive } from './platform/live.ts'
import { type Logger, openLog } from './platform/log.ts'
import { words } from './platform/words.ts'

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
  configured: Env,
  log: Logger,
  stops: (() => Promise<void>)[],
): Promise<Omit<Running, 'stop'>> {
  const door = await openDoor(configured)
  stops.push(() => door.close())
  const env = { ...configured, PORT: door.port, publicUrl: publicUrlOf(configured, door.port) }
  const databaseUrl = await openPostgres(env, log, stops)
  await migrate(databaseUrl, plain(log))
  const deps = openDeps(env, databaseUrl, log)
  stops.push(() => deps.database.close(), () => deps.live.close()) // biome-ignore format: a pair

  let ready = false
  let worker: Worker | undefined
  const workerState = () => (worker?.healthy() ? 'running' : 'stopped')
  const app = createApp(deps, {
    migrated: () => true,
    seeded: () => ready,
    worker: () => (env.PROCESS === 'web' ? 'elsewhere' : workerState()),
  })
  const seeded = await seed(deps)
  door.lead(app.fetch)
  if (env.PROCESS !== 'web') {
    const outside = await openOutside(env, `http://127.0.0.1:${door.port}`, deps.clock.now())
    stops.push(() => outside.stop())
    worker = await startWorker(deps, databaseUrl, jobsOf(outside), cron)
    stops.push(() => worker?.stop() ?? Promise.resolve())
  }
  ready = true
  log.info({ port: door.port, mode: env.demo ? 'demonstration' : 'production' }, 'listening')
  return { url: env.publicUrl, databaseUrl, seeded }
}

/** With PORT=0 the port, and so our own address, is known only once we listen. */
function publicUrlOf(env: Env, port: number): string {
  return env.PUBLIC_URL ? env.publicUrl : `http://localhost:${port}`
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

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>

type Door = { port: number; lead(fetch: Fetch): void; close(): Promise<void> }

/** Listens from the first moment on; until the application stands behind it, it says so. */
function openDoor(env: Env): Promise<Door> {
  let behind: Fetch = starting
  const fetch = (request: Request, ...rest: never[]) => behind(request, ...rest)
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: fetch as never, port: env.PORT, hostname: env.HOST },
      ({ port }) =>
        resolve({
          port,
          lead: (application) => {
            behind = application
          },
          close: () => closeServer(server as Server),
        }),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      reject(new ConfigurationError([`port ${env.PORT} is in use; choose another with PORT`]))
    })
  })
}

function starting(request: Request): Response {
  if (new URL(request.url).pathname === '/healthz') return Response.json({ status: 'starting' })
  const headers = { 'Retry-After': '1', 'Cache-Control': 'no-store' }
  return new Response(`${words.starting.vi} ${words.starting.en}\n`, { status: 503, headers })
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
