import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { furnishCommand } from '../../bin/commands/furnish.ts'
import { furnish } from '../../fixtures/story/furnish.ts'
import type { Actor } from '../../src/core/actor.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'

const app = withApp({ OUTSIDE_TIMEOUT_MS: 3_000 })

beforeAll(async () => {
  const { deps, url } = app()
  const [home] = await deps.database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${deps.env.FACILITY_CODE}`,
  )
  const actor: Actor = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' }
  await furnish(deps, actor, url, 4)
}, 120_000)

afterEach(() => vi.unstubAllEnvs())

test('a furnished demonstration has days behind it, and its past went out in its own time', async () => {
  const [found] = await app().deps.database.query<Record<string, number>>(sql`
    SELECT count(DISTINCT started_at::date)::int AS days,
      count(*) FILTER (WHERE started_at > now())::int AS ahead,
      (SELECT count(*) FROM transmission WHERE state = 'accepted' AND updated_at > due_at)::int AS late,
      (SELECT count(*) FROM transmission WHERE state = 'accepted')::int AS sent,
      (SELECT count(*) FROM invoice WHERE state = 'balanced')::int AS paid,
      (SELECT count(*) FROM renewal_case WHERE dossier_code IS NOT NULL)::int AS cases
    FROM visit`)
  expect(found).toMatchObject({ ahead: 0, late: 0 })
  for (const key of ['days', 'sent', 'paid', 'cases']) {
    expect(found?.[key], key).toBeGreaterThan(0)
  }
})

test('leaves no token behind that still opens', async () => {
  const open = await app().deps.database.query(
    sql`SELECT id FROM api_token WHERE revoked_at IS NULL`,
  )
  expect(open).toEqual([])
})

test('the command leaves a database alone that has visits, unless it is told', async () => {
  vi.stubEnv('DATABASE_URL', app().url)
  vi.stubEnv('LIENTHONG_DATA', app().deps.env.dataFolder)
  await expect(furnishCommand([])).rejects.toThrow(/visits already/)
})

test('the command leaves a database alone on which a server runs', async () => {
  vi.stubEnv('DATABASE_URL', app().url)
  vi.stubEnv('LIENTHONG_DATA', app().deps.env.dataFolder)
  const worker = new pg.Client({
    connectionString: app().url,
    application_name: 'lienthong-worker',
  })
  await worker.connect()
  await expect(furnishCommand(['--more'])).rejects.toThrow(/a server runs/)
  await worker.end()
})

test('the command leaves production alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-production-'))
  for (const [name, value] of Object.entries({ ...production, LIENTHONG_DATA: folder })) {
    vi.stubEnv(name, value)
  }
  await expect(furnishCommand([])).rejects.toThrow(/never production/)
  rmSync(folder, { recursive: true })
})

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  PUBLIC_URL: 'https://clinic.example',
  AUTH_SECRET: 'a'.repeat(32),
  FACILITY_CODE: '48001',
  FACILITY_NAME: 'Trung tâm',
  FACILITY_SUPERIOR: 'Sở Y tế',
  FACILITY_ADDRESS: 'Đà Nẵng',
  BANK_BIN: '970436',
  BANK_ACCOUNT: '1012026048001',
  BANK_ACCOUNT_NAME: 'TRUNG TAM',
  SEPAY_API_KEY: 'b'.repeat(32),
  GATEWAY_URL: 'https://gateway.example',
  GATEWAY_USERNAME: 'u',
  GATEWAY_PASSWORD: 'p',
  SIGNING_KEY_FILE: '/k.pem',
  SIGNING_CERTIFICATE_FILE: '/c.pem',
  AUTHORITY_URL: 'https://authority.example',
  AUTHORITY_TOKEN: 'c'.repeat(16),
  AUTHORITY_WEBHOOK_SECRET: 'd'.repeat(32),
}
