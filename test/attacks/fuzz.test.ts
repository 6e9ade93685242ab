import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { somebody } from '../contract/wire.ts'
import { withApp } from '../support/app.ts'
import { oddJson, oddQueries, oddTexts, spoilt } from './garbage.ts'
import { addressOf, furnish, type House, type Route, routesOf } from './house.ts'

// attacks.md 1, 4, 7: nothing that anyone sends makes the server fail.
const app = withApp()
let house: House
let routes: Route[] = []
beforeAll(async () => {
  house = await furnish(app())
  routes = routesOf(app())
})

/** Every name that a page or the contract reads from a query. */
async function queryNames(): Promise<string[]> {
  const document = await (await app().request('/openapi.json')).json()
  const stated = Object.values<Record<string, { parameters?: { in: string; name: string }[] }>>(
    document.paths,
  ).flatMap((path) => Object.values(path).flatMap(({ parameters = [] }) => parameters))
  const sources = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(projectPath('src'), name), 'utf8'))
  const read = sources.flatMap((text) => [...text.matchAll(/req\.query\('(\w+)'\)/g)])
  const names = [
    ...stated.filter((each) => each.in === 'query').map(({ name }) => name),
    ...read.map(([, name = '']) => name),
  ]
  return [...new Set([...names, 'sort', 'order'])]
}

/** Where the server says it failed, for the reader of a red test. */
const whyFailed = () =>
  app()
    .logged.filter((line) => line.includes('unexpected error'))
    .slice(-1)
    .join('')

async function failures(asked: [string, Promise<Response>][]): Promise<string[]> {
  const answers = await Promise.all(
    asked.map(async ([what, answer]) => [what, await answer] as const),
  )
  const failed = answers.filter(([, { status }]) => status >= 500)
  return failed.map(([what, { status }]) => `${what.slice(0, 200)}: ${status} ${whyFailed()}`)
}

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

describe('a query', () => {
  it('of any name and value is answered, never with a failure', async () => {
    const names = await queryNames()
    expect(names).toEqual(expect.arrayContaining(['q', 'limit', 'after', 'examId', 'before']))
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))
    for (const { path } of lists.filter((each) => each.path !== '/live')) {
      for (const name of names) {
        const queries = oddQueries.map((text) => `${name}=${encodeURIComponent(wellFormed(text))}`)
        queries.push(`${name}=a&${name}=b`, `${name}[]=a`, `${name}[x]=1`, `${name}=%ff%fe`, name)
        const asked = queries.map((query): [string, Promise<Response>] => [
          `${path}?${query}`,
          house.caller.get(`${path}?${query}`),
        ])
        expect(await failures(asked)).toEqual([])
      }
    }
  }, 120_000)

  it('beside an id is answered too', async () => {
    const names = await queryNames()
    const pages = routes.filter(({ method, path }) => method === 'GET' && path.includes('/:'))
    for (const route of pages.filter(({ path }) => !path.endsWith('.pdf'))) {
      for (const text of ["' OR 1=1 --", 'ab\0cd', 'x'.repeat(5_000)]) {
        const query = names.map((name) => `${name}=${encodeURIComponent(text)}`).join('&')
        const at = `${addressOf(route, house)}?${query}`
        expect(await failures([[at, house.caller.get(at)]])).toEqual([])
      }
    }
  }, 60_000)

  it('nobody wrote into the database by asking', async () => {
    const [left] = await app().deps.database.query<{ people: number }>(
      sql`SELECT count(*)::int AS people FROM patient`,
    )
    expect(left?.people).toBe(1)
  })
})

describe('an address', () => {
  it('with anything in place of what it names is 404 or sent elsewhere, never a failure', async () => {
    const odd = [
      ...['%00', '%ff', 'a%00b', '..%2f..%2fetc%2fpasswd', '....//', "'--", '%F0%9F%98%80', '%'],
      'x'.repeat(3_000),
    ]
    for (const route of routes.filter(({ path }) => path.includes(':'))) {
      for (const text of odd) {
        const at = route.path.replace(/:\w+(\{[^}]*\})?/g, text)
        const answer =
          route.method === 'GET'
            ? await house.caller.get(at)
            : route.method === 'PUT'
              ? await house.caller.put(at, {})
              : await house.caller.post(at, {})
        expect(answer.status, `${route.method} ${at.slice(0, 120)}`).toBeLessThan(500)
        expect(answer.status, `${route.method} ${at.slice(0, 120)}`).not.toBe(201)
      }
    }
  }, 60_000)
})

describe('a body', () => {
  const good = (path: string): unknown => {
    const findings = fitFindings(calendarDateOf(app().clock.now()))
    const section = /sections\/(\w+)$/.exec(path)?.[1] as keyof typeof findings | undefined
    if (section) return findings[section] ?? {}
    if (path.endsWith('/sections')) return findings
    if (path.endsWith('/assessments'))
      return { licenceClass: 'B', birthDate: '1985-01-01', on: '2026-11-24', findings }
    if (path.endsWith('/conclusion'))
      return { outcome: 'fit', reason: 'x', reexamineOn: '2099-01-01', password: 'x' }
    if (path.endsWith('/invoices'))
      return { examId: house.openExamId, items: [{ code: 'KSKLX', quantity: 1 }] }
    if (path.endsWith('/payments')) return { method: 'cash', tendered: 1 }
    if (path.endsWith('/decode')) return { payload: '00020101021138' }
    if (path.endsWith('/exams'))
      return {
        patientId: house.patientId,
        licenceClass: 'B',
        purpose: 'renewal',
        heldLicence: { number: '1', class: 'B2', scheme: 'pre-2025', expiresOn: '2027-01-01' },
        consents: { exam: true, renewal: true },
        delivery: { method: 'post', address: 'x' },
      }
    return somebody({
      address: { text: 'x', ward: '20285', province: '48' },
      phone: '0905123456',
      email: 'a@b.vn',
    })
  }

  const send = (route: Route, body: unknown) => {
    const at = addressOf(route, house)
    const text = JSON.stringify(body) ?? ''
    return route.method === 'PUT' ? house.caller.put(at, text) : house.caller.post(at, text)
  }

  it('of any JSON is answered by every write of the program, never with a failure', async () => {
    const writes = routes.filter(
      ({ method, path }) => /POST|PUT/.test(method) && /^\/(api|webhooks)/.test(path),
    )
    expect(writes.length).toBeGreaterThan(20)
    for (const route of writes) {
      await fc.assert(
        fc.asyncProperty(fc.oneof(oddJson, spoilt(good(route.path))), async (body) => {
          const answer = await send(route, body)
          const text = answer.status >= 500 ? await answer.text() : ''
          expect(answer.status, `${route.method} ${route.path} ${text}`).toBeLessThan(500)
        }),
        { numRuns: 40 },
      )
    }
  }, 120_000)

  it('that is no JSON, nor of its stated kind, is refused as malformed', async () => {
    const bytes = ['', '{', '{"a":', '\0', '\xff\xfe', '[1,2', '{"a":1}}', '"\\ud800"', 'null']
    for (const route of routes.filter(
      ({ method, path }) => method !== 'GET' && /^\/api/.test(path),
    )) {
      for (const body of bytes) {
        const at = addressOf(route, house)
        const answer =
          route.method === 'PUT'
            ? await house.caller.put(at, body)
            : await house.caller.post(at, body)
        expect(answer.status, `${route.method} ${route.path} ${body}`).toBeLessThan(500)
        expect(answer.status, `${route.method} ${route.path} ${body}`).toBeGreaterThanOrEqual(400)
      }
    }
  }, 60_000)

  it('of a webhook that is proved but says nonsense is answered, never with a failure', async () => {
    const authorization = `Apikey ${app().deps.env.SEPAY_API_KEY}`
    const message = {
      ...{ id: 1, gateway: 'V', transactionDate: '2026-11-24 10:02:37', code: null, content: 'x' },
      ...{ accountNumber: app().deps.env.BANK_ACCOUNT, transferType: 'in', transferAmount: 5 },
      ...{ accumulated: 0, subAccount: null, referenceCode: 'F', description: '' },
    }
    await fc.assert(
      fc.asyncProperty(fc.oneof(oddJson, spoilt(message)), async (body) => {
        const answer = await app().request('/webhooks/bank/sepay', {
          method: 'POST',
          headers: { authorization },
          body: JSON.stringify(body) ?? '',
        })
        expect(answer.status).toBeLessThan(500)
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe('a page’s form', () => {
  /** The fields of the forms that the pages show, by the address that each is sent to. */
  async function formsShown(): Promise<Map<string, Set<string>>> {
    const forms = new Map<string, Set<string>>()
    for (const route of routes.filter(
      ({ method, path }) => method === 'GET' && !/pdf|\/v\//.test(path),
    )) {
      const html = await (
        await house.caller.get(addressOf(route, house), { accept: 'text/html' })
      ).text()
      for (const [, head = '', body = ''] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
        const action = /action="([^"]*)"/.exec(head)?.[1] ?? ''
        const names = [...body.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name)
        const known = forms.get(action) ?? new Set()
        for (const name of names) known.add(name)
        forms.set(action, known)
      }
    }
    return forms
  }

  const other = [
    'version',
    'reason',
    'identityCardQr',
    'typed',
    'seen',
    'sign',
    'confirmNew',
    'portrait',
  ]

  it('with anything in its fields is answered, never with a failure', async () => {
    const forms = await formsShown()
    const writes = routes.filter(
      ({ method, path }) => method === 'POST' && !/^\/(api|webhooks|sign-out)/.test(path),
    )
    for (const route of writes) {
      const at = addressOf(route, house)
      const names = [...(forms.get(at) ?? []), ...other].filter((name) => name !== '_once')
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...oddTexts)), {
            minLength: 0,
            maxLength: 12,
          }),
          async (fields) => {
            const headers = {
              'content-type': 'application/x-www-form-urlencoded',
              accept: 'text/html',
            }
            const pairs = fields.map(([name, text]): [string, string] => [name, wellFormed(text)])
            const answer = await house.caller.post(
              at,
              new URLSearchParams(pairs).toString(),
              headers,
            )
            expect(
              answer.status,
              `${route.path} ${JSON.stringify(pairs).slice(0, 400)} ${whyFailed()}`,
            ).toBeLessThan(500)
          },
        ),
        { numRuns: 40 },
      )
    }
  }, 180_000)

  it('that is a file where text is asked for, or no form at all, is answered too', async () => {
    for (const route of routes.filter(
      ({ method, path }) => method === 'POST' && !/^\/(api|webhooks)/.test(path),
    )) {
      const form = new FormData()
      for (const name of [
        'name',
        'version',
        'reason',
        'phone',
        'identityCardQr',
        'password',
        '_once',
      ])
        form.set(name, new File(['x'], 'x'))
      const authorization = `Bearer ${house.caller.token}`
      const at = addressOf(route, house)
      const sent = (headers: Record<string, string>, body: FormData | string) =>
        app().request(at, { method: 'POST', headers: { authorization, ...headers }, body })
      const asked: [string, Promise<Response>][] = [
        [`${at} files`, sent({}, form)],
        [`${at} json`, sent({ 'content-type': 'application/json' }, '{')],
        [`${at} broken`, sent({ 'content-type': 'multipart/form-data; boundary=x' }, '--y\r\n')],
        [`${at} none`, sent({ 'content-type': 'text/plain' }, '')],
      ]
      expect(await failures(asked)).toEqual([])
    }
  }, 60_000)
})
