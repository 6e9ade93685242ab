import { beforeAll, describe, expect, it } from 'vitest'
import { raw } from '../../src/platform/database.ts'
import { somebody } from '../contract/wire.ts'
import { type Caller, withApp } from '../support/app.ts'
import { addressOf, everyRole, furnish, type House, type Route, routesOf } from './house.ts'

// attacks.md 2, 12: every declared route whose address names something.
const app = withApp()
let house: House
let neighbour: Caller
let named: Route[] = []
beforeAll(async () => {
  house = await furnish(app())
  neighbour = await everyRole(app(), '48002')
  named = routesOf(app()).filter(({ path }) => /:(id|patientId)\b/.test(path))
})

/** A body that the route takes, so that only whose it is can be the reason to refuse. */
const bodies: [RegExp, object][] = [
  [/\/api\/v1\/patients\/:id$/, somebody()],
  [/sections$/, { ent: {} }],
  [/api.*sections\/[:\w]+$/, {}],
  [/conclusion$/, { outcome: 'unfit', reason: 'x', password: 'x' }],
  [/api.*payments$/, { method: 'cash', tendered: 250_000 }],
  [/payments$/, { tendered: '250000' }],
  [/match$/, { billCode: 'LT0000', invoice: 'x', reason: 'x' }],
  [/edit$/, { name: 'Trần Văn A', birthDate: '1985-06-01', sex: 'female', version: '1' }],
  [/card$/, { identityCardQr: '048185001234|200123456|Trần Thị An|12041985|Nữ|Đà Nẵng|01052021' }],
  [/phone$/, { phone: '0905123456', version: '1' }],
]

const bodyFor = (path: string) =>
  bodies.find(([pattern]) => pattern.test(path))?.[1] ?? { reason: 'x' }

async function knock(caller: Caller, route: Route): Promise<Response> {
  const at = addressOf(route, house)
  if (route.method === 'GET') return caller.get(at)
  if (route.path.endsWith('/portrait')) return portray(caller, route, at)
  const body = bodyFor(route.path)
  if (route.path.startsWith('/api/')) {
    return route.method === 'PUT' ? caller.put(at, body) : caller.post(at, body)
  }
  const form = new URLSearchParams(Object.entries(body).map(([k, v]) => [k, String(v)]))
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
  return caller.post(at, form.toString(), headers)
}

function portray({ token }: Caller, { method, path }: Route, at: string): Promise<Response> {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const authorization = `Bearer ${token}`
  const file = new File([png], 'x.png', { type: 'image/png' })
  const form = new FormData()
  form.set('portrait', file)
  return path.startsWith('/api/')
    ? app().request(at, {
        method,
        headers: { authorization, 'content-type': 'image/png' },
        body: png,
      })
    : app().request(at, { method, headers: { authorization }, body: form })
}

/** Every row of the home facility, but for what tells that someone came by. */
async function rows(): Promise<string> {
  const { database, env } = app().deps
  const tables = await database.query<{ name: string }>(
    raw(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'facility_id' AND table_name <> 'audit_entry'`),
  )
  const sums = tables.map(
    ({ name }) => `
    SELECT '${name}' AS name, md5(string_agg((to_jsonb(t) - 'last_used_at')::text, ',' ORDER BY
      (to_jsonb(t) - 'last_used_at')::text)) AS sum
    FROM ${name} t JOIN facility f ON f.id = t.facility_id WHERE f.code = '${env.FACILITY_CODE}'`,
  )
  return JSON.stringify(await database.query(raw(`${sums.join(' UNION ALL ')} ORDER BY name`)))
}

/** A GET that only leads to its page, and drafts, which no program keeps. */
function leadsOn({ method, path }: Route, { status }: Response): boolean {
  if (method === 'GET' && path === '/visits/:id/slip.pdf') return status === 303
  return /\/draft/.test(path) && status === 403
}

describe('what belongs to another health centre', () => {
  it('opens at home by the very addresses that are tried', async () => {
    const shut: string[] = []
    for (const route of named.filter(({ method }) => method === 'GET')) {
      const { status } = await knock(house.caller, route)
      // A bill that is paid has no code to pay it by.
      if (status >= 400 && !(status === 409 && route.path.endsWith('qr.svg')))
        shut.push(`${route.path}: ${status}`)
    }
    expect(named.length).toBeGreaterThan(45)
    expect(shut).toEqual([])
  })

  it('is not there, at any door of the program or of the pages, and nothing of it changes', async () => {
    const before = await rows()
    const open: string[] = []
    for (const route of named) {
      const answer = await knock(neighbour, route)
      if (leadsOn(route, answer)) continue
      if (answer.status !== 404)
        open.push(
          `${route.method} ${route.path}: ${answer.status} ${(await answer.text()).slice(0, 200)}`,
        )
    }
    expect(open).toEqual([])
    expect(await rows()).toBe(before)
  })

  it('is in no list of theirs, whatever they ask for', async () => {
    const lists = routesOf(app()).filter(
      ({ method, path, permission }) =>
        method === 'GET' && !path.includes(':') && !permission?.startsWith('everyone'),
    )
    for (const { path } of lists) {
      const q = encodeURIComponent('048185')
      for (const query of ['', `?q=${q}`, `?exam=${house.examId}`, `?patient=${house.patientId}`]) {
        const text = await (await neighbour.get(`${path}${query}`)).text()
        const asked = query.includes('=') ? query.split('=')[1] : ''
        for (const id of Object.values(house).filter((each) => typeof each === 'string')) {
          if (id !== asked) expect(text, `${path}${query}`).not.toContain(id)
        }
      }
    }
  })

  it('is not referred to by what they make of their own', async () => {
    const consents = { exam: true }
    const exam = { patientId: house.patientId, licenceClass: 'B', purpose: 'new', consents }
    expect((await neighbour.post('/api/v1/exams', exam)).status).toBe(404)
    const invoice = { examId: house.examId, items: [{ code: 'KSKLX', quantity: 1 }] }
    expect((await neighbour.post('/api/v1/invoices', invoice)).status).toBe(404)
    expect((await neighbour.get(`/api/v1/renewal-cases?examId=${house.examId}`)).status).toBe(404)
  })
})

describe('a patient’s link', () => {
  it('shows its own visit only, and its seal listens to nothing else', async () => {
    const other = await furnish(app(), 'không', { name: 'Lâm Thị Người Khác' })
    const html = await (await app().request(house.link)).text()
    expect(html).not.toContain('Người Khác')
    for (const id of [other.visitId, other.examId, other.invoiceId, other.caseId]) {
      expect(html).not.toContain(id)
    }
    const [, stream = ''] = /(\/live\?topics=[^"]*)"/.exec(html) ?? []
    const url = new URL(stream.replaceAll('&amp;', '&'), 'http://x')
    url.searchParams.set('topics', `visit:${other.visitId}`)
    expect((await app().request(`${url.pathname}${url.search}`)).status).toBe(404)
  })

  it('opens no page of the staff and no door of the program', async () => {
    const secret = house.link.split('/').at(-1) ?? ''
    const headers = { authorization: `Bearer ${secret}`, accept: 'application/json' }
    for (const route of named.filter(({ method }) => method === 'GET')) {
      const answer = await app().request(addressOf(route, house), { headers })
      expect(answer.status, route.path).toBe(401)
    }
  })
})
