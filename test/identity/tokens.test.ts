import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { createAdminCommand } from '../../bin/commands/create-admin.ts'
import { secretsCommand } from '../../bin/commands/secrets.ts'
import { tokenCommand } from '../../bin/commands/token.ts'
import { sql } from '../../src/platform/database.ts'
import { projectFolder } from '../../src/platform/paths.ts'
import { withApp } from '../support/app.ts'
import { createEmptyDatabase } from '../support/database.ts'
import { auditOf, openBrowser } from './browser.ts'

const app = withApp()

const ask = (token: string, path = '/tokens') =>
  app().request(path, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  })

/** Runs a command as the terminal would, against the running application's database. */
async function run(
  command: typeof tokenCommand,
  argv: string[],
  env: Record<string, string> = {},
): Promise<string[]> {
  const settings = {
    DATABASE_URL: app().url,
    LIENTHONG_DATA: app().deps.env.dataFolder,
    NODE_ENV: 'test',
    ...env,
  }
  vi.unstubAllEnvs()
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const lines: string[] = []
  await command(argv, (line) => lines.push(line))
  return lines
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('a bearer token', () => {
  it('lets its roles in and no other', async () => {
    const admin = await app().as(['admin'])
    const cashier = await app().as(['cashier'])
    expect((await admin.get('/staff')).status).toBe(200)
    expect((await cashier.get('/staff')).status).toBe(403)
  })

  it.each([
    '',
    ' x',
    ` lt_${'a'.repeat(43)}`,
    ' lt_',
    ` LT_${'a'.repeat(43)}`,
    ` ${'é'.repeat(9)}`,
  ])('that is not ours is refused: Bearer%j', async (rest) => {
    const headers = { authorization: `Bearer${rest}`, accept: 'application/json' }
    const answer = await app().request('/staff', { headers })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  it('that is missing: a program gets 401, a browser the sign-in page', async () => {
    const program = await app().request('/staff', { headers: { accept: 'application/json' } })
    expect(program.status).toBe(401)
    expect(program.headers.get('www-authenticate')).toBe('Bearer')
    const browser = await app().request('/staff?q=1', { headers: { accept: 'text/html' } })
    expect(browser.status).toBe(303)
    expect(browser.headers.get('location')).toBe('/sign-in?return=%2Fstaff%3Fq%3D1')
  })

  it('costs no query while it is remembered', async () => {
    const admin = await app().as(['admin'])
    expect((await admin.get('/staff/new')).status).toBe(200)
    let queries = 0
    const count = () => {
      queries += 1
    }
    const { pool } = app().deps.database
    pool.on('acquire', count)
    for (let n = 0; n < 5; n++) await admin.get('/staff/new')
    pool.off('acquire', count)
    expect(queries).toBe(0)
  })

  it('is asked for once however many requests arrive together', async () => {
    const admin = await app().as(['admin'])
    await app().deps.database.query(sql`UPDATE api_token SET last_used_at = now()`)
    let queries = 0
    const count = () => {
      queries += 1
    }
    const { pool } = app().deps.database
    pool.on('acquire', count)
    await Promise.all(Array.from({ length: 20 }, () => admin.get('/staff/new')))
    pool.off('acquire', count)
    expect(queries).toBe(1)
  })
})

describe('lienthong token', () => {
  it('prints a token that works at once on the running server', async () => {
    const [token = '', ...others] = await run(tokenCommand, ['--role', 'admin', '--name', 'bench'])
    expect(others).toEqual([])
    expect(token).toMatch(/^lt_[\w-]{43}$/)
    expect((await ask(token)).status).toBe(200)
    expect((await ask(token, '/patients')).status).not.toBe(401)
  })

  it('prints it alone on the last line, as a process of its own', async () => {
    const script = `import('./bin/main.ts').then((m) => m.main(['token','--role','admin','--name','p']))`
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '-e', script],
      {
        cwd: projectFolder,
        env: {
          ...process.env,
          DATABASE_URL: app().url,
          LIENTHONG_DATA: app().deps.env.dataFolder,
          NODE_ENV: 'test',
        },
      },
    )
    const token = stdout.trimEnd().split('\n').at(-1) ?? ''
    expect(token).toMatch(/^lt_[\w-]{43}$/)
    expect((await ask(token)).status).toBe(200)
  })

  it('does the first start’s work when there was none', async () => {
    const empty = await createEmptyDatabase()
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-early-'))
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
    try {
      const settings = { DATABASE_URL: empty.url, LIENTHONG_DATA: folder }
      const argv = ['--role', 'concluder', '--name', 'early', '--sign']
      const [first, second] = await Promise.all([
        run(tokenCommand, argv, settings),
        run(tokenCommand, argv, settings),
      ])
      expect([...first, ...second].every((line) => /^lt_[\w-]{43}$/.test(line))).toBe(true)
      const people = printed.mock.calls.map(([line]) => String(line).split(' ')[0])
      expect(people.filter((name) => name === 'ketluan')).toHaveLength(1)
    } finally {
      printed.mockRestore()
      await empty.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('keeps its hash, and the token itself nowhere', async () => {
    const [token = ''] = await run(tokenCommand, ['--role', 'admin', '--name', 'canary'])
    await ask(token)
    const tables = await app().deps.database.query<{ name: string }>(sql`
      SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name
      FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const { rows } = await app().deps.database.pool.query(`SELECT t::text AS line FROM ${name} t`)
      expect(rows.some(({ line }) => line.includes(token.slice(3)))).toBe(false)
    }
    expect(app().logged.some((line) => line.includes(token.slice(3)))).toBe(false)
  })

  it.each([
    [['--name', 'x'], /usage/],
    [['--role', 'admin'], /usage/],
    [['--role', 'root', '--name', 'x'], /no role "root"/],
    [['--role', 'cashier:eyes', '--name', 'x'], /no role/],
    [['--role', 'admin', '--name', 'x', '--facility', '99999'], /no facility/],
    [['--role', 'admin', '--name', 'x', '--rolle', 'y'], /rolle/],
    [['--role', 'concluder', '--name', 'x', '--sign', '--user', 'thungan'], /not a registered/],
    [['--role', 'concluder', '--name', 'x', '--sign', '--user', 'ketluan.sontra'], /not a regis/],
  ])('refuses %j', async (argv, message) => {
    await expect(run(tokenCommand, argv)).rejects.toThrow(message)
  })

  it('signs as the doctor of its own facility', async () => {
    const doctorOf = async (argv: string[]) => {
      await run(tokenCommand, ['--role', 'concluder', '--name', 'signing', '--sign', ...argv])
      const [row] = await app().deps.database.query<{ username: string }>(sql`
        SELECT s.username FROM api_token t JOIN staff s ON s.id = t.signs_as
        ORDER BY t.created_at DESC LIMIT 1`)
      return row?.username
    }
    expect(await doctorOf([])).toBe('ketluan')
    expect(await doctorOf(['--facility', '48002'])).toBe('ketluan.sontra')
    expect(await doctorOf(['--user', 'bacsimat'])).toBe('bacsimat')
  })

  it('is noted, and so is its end', async () => {
    const [token = ''] = await run(tokenCommand, ['--role', 'admin', '--name', 'to revoke'])
    const admin = await app().as(['admin'])
    const [row] = await app().deps.database.query<{ id: string }>(
      sql`SELECT id FROM api_token WHERE name = 'to revoke'`,
    )
    const id = row?.id ?? ''
    expect((await ask(token)).status).toBe(200)
    expect((await admin.post(`/tokens/${id}/revoke`, {})).status).toBe(303)
    expect((await ask(token)).status).toBe(401)
    expect((await admin.post(`/tokens/${id}/revoke`, {})).status).toBe(404)
    expect(await auditOf(app(), id)).toEqual(['token.created', 'token.revoked'])
  })

  it('of another facility cannot be revoked', async () => {
    await run(tokenCommand, ['--role', 'lab', '--name', 'theirs', '--facility', '48002'])
    const [row] = await app().deps.database.query<{ id: string }>(
      sql`SELECT id FROM api_token WHERE name = 'theirs'`,
    )
    const admin = await app().as(['admin'])
    expect((await admin.post(`/tokens/${row?.id}/revoke`, {})).status).toBe(404)
    expect(await (await admin.get('/tokens')).text()).not.toContain('theirs')
  })
})

describe('in production', () => {
  const configured = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://kham.example',
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
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-production-'))
  const inProduction = (argv: string[], more: Record<string, string> = {}) =>
    run(tokenCommand, argv, { ...configured, LIENTHONG_DATA: folder, ...more })
  const signing = ['--role', 'concluder', '--name', 'signing', '--sign']

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('a token signs only for a doctor who was named, where that is allowed', async () => {
    const named = [...signing, '--user', 'ketluan']
    const allowed = { ALLOW_SIGNING_TOKENS: '1' }
    await expect(inProduction(signing)).rejects.toThrow(/--user/)
    await expect(inProduction(signing, allowed)).rejects.toThrow(/--user/)
    await expect(inProduction(named)).rejects.toThrow(/ALLOW_SIGNING_TOKENS/)
    expect(await inProduction(named, allowed)).toHaveLength(1)
  })

  it('a token that does not sign needs neither', async () => {
    expect(await inProduction(['--role', 'reception', '--name', 'kiosk'])).toHaveLength(1)
  })

  it('no secret is printed', async () => {
    const settings = { ...configured, LIENTHONG_DATA: folder }
    await expect(run(secretsCommand, [], settings)).rejects.toThrow(/not shown/)
  })
})

describe('lienthong create-admin', () => {
  it('prints a password once, which must be changed at the first sign-in', async () => {
    const [password = ''] = await run(createAdminCommand, ['--username', 'chu'])
    const answer = await openBrowser(app()).post('/sign-in', { username: 'chu', password })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/password'])
  })

  it('refuses a username that is there', async () => {
    await run(createAdminCommand, ['--username', 'chu.hai'])
    await expect(run(createAdminCommand, ['--username', 'chu.hai'])).rejects.toThrow(/taken/)
  })
})

describe('lienthong secrets', () => {
  it('prints NAME=value lines of the running demonstration', async () => {
    const lines = await run(secretsCommand, [])
    const { SEPAY_API_KEY, CASSO_CHECKSUM_KEY } = app().deps.env
    expect(lines).toContain(`SEPAY_API_KEY=${SEPAY_API_KEY}`)
    expect(lines).toContain(`CASSO_CHECKSUM_KEY=${CASSO_CHECKSUM_KEY}`)
    for (const line of lines) expect(line).toMatch(/^[A-Z_]+=\S/)
  })
})
