import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { seed } from '../../prisma/seed.ts'
import { createApp, handlers } from '../../src/app.tsx'
import { parseGrants } from '../../src/identity/grant.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { openDatabase, sql } from '../../src/platform/database.ts'
import type { Deps } from '../../src/platform/deps.ts'
import { type Env, readEnv } from '../../src/platform/env.ts'
import { openLive } from '../../src/platform/live.ts'
import { openLog } from '../../src/platform/log.ts'
import { sha256 } from '../../src/platform/storage.ts'
import { type TestClock, testClock } from './clock.ts'
import { createTestDatabase } from './database.ts'

export type Caller = {
  token: string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
}

type CallerOptions = {
  facility?: string
  signsAs?: boolean
  /** As pages show who did it. */
  name?: string
}

export type TestApp = {
  app: ReturnType<typeof createApp>
  deps: Deps
  clock: TestClock
  /** Every line the application logged, for the canary tests. */
  logged: string[]
  url: string
  /** Of every account of the demonstration's cast. */
  castPassword: string
  request(path: string, init?: RequestInit): Promise<Response>
  /** A program with these roles (`examiner:eyes` too), at the home facility or another. */
  as(grants: string[], options?: CallerOptions): Promise<Caller>
  close(): Promise<void>
}

/** The application over a PostgreSQL database of its own, seeded as the demonstration is. */
export async function openTestApp(
  overrides: Partial<Env> = {},
  wayTo: (url: string) => Promise<string> = async (url) => url,
  clock: TestClock = testClock(),
): Promise<TestApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lienthong-app-'))
  const created = await createTestDatabase()
  const env = { ...readEnv({ LIENTHONG_DATA: dataFolder, LOG_LEVEL: 'debug' }), ...overrides }
  const logged: string[] = []
  const log = openLog('debug', { write: (line) => logged.push(line) })
  const url = await wayTo(created.url)
  const database = openDatabase(url, { connections: 12 })
  const live = openLive(database.pool, url, log)
  const deps: Deps = { env, clock, database, log, live, handlers }
  const { passwords } = await seed(deps)
  const app = createApp(deps, {
    migrated: () => true,
    seeded: () => true,
    worker: () => 'elsewhere',
  })
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  return {
    app,
    deps,
    clock,
    logged,
    url: created.url,
    castPassword: passwords[0]?.password ?? '',
    request,
    as: (grants, options) => caller(deps, request, grants, options),
    async close() {
      await live.close()
      await database.close()
      await created.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** One application for a test file. */
export function withApp(overrides: Partial<Env> = {}): () => TestApp {
  let app: TestApp | undefined
  beforeAll(async () => {
    app = await openTestApp(overrides)
  })
  afterAll(() => app?.close())
  return () => {
    if (!app) throw new Error('the application opens in beforeAll')
    return app
  }
}

type Send = TestApp['request']

async function caller(
  deps: Deps,
  request: Send,
  grants: string[],
  options: CallerOptions = {},
): Promise<Caller> {
  const token = await issueTestToken(deps, grants, options)
  const send = (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ) =>
    request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': systemClock.id(),
        'accept-language': 'en',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    token,
    get: (path, headers = {}) =>
      request(path, {
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...headers },
      }),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
  }
}

/** A token straight in the tables, so that no test of another feature hangs on the token command. */
async function issueTestToken(
  deps: Deps,
  grants: string[],
  { facility = deps.env.FACILITY_CODE, signsAs = false, name = 'test' }: CallerOptions,
): Promise<string> {
  const parsed = parseGrants(grants)
  if ('unknown' in parsed) throw new Error(`unknown grant ${parsed.unknown}`)
  const token = `lt_${deps.clock.secret(32)}`
  const hash = Buffer.from(sha256(token), 'hex')
  const specialties = parsed.specialties === 'all' ? null : parsed.specialties
  const doctor = signsAs
    ? sql`(SELECT id FROM staff WHERE facility_id = f.id AND doctor_registration IS NOT NULL
           AND 'concluder' = ANY (roles) ORDER BY username LIMIT 1)`
    : sql`NULL::uuid`
  const made = await deps.database.query(sql`
    INSERT INTO api_token (id, facility_id, name, token_hash, hint, roles, specialties, signs_as,
                           created_at)
    SELECT ${deps.clock.id()}, f.id, ${name}, ${hash}, ${token.slice(-4)}, ${parsed.roles}::text[],
           ${specialties}::text[], ${doctor}, ${deps.clock.now()}
    FROM facility f WHERE f.code = ${facility} RETURNING id`)
  if (made.length !== 1) throw new Error(`no facility ${facility}`)
  return token
}
