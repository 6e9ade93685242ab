import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../src/core/actor.ts'
import { createCast } from '../../src/identity/commands.ts'
import { raw, sql } from '../../src/platform/database.ts'
import { opened } from '../contract/wire.ts'
import { type Browser, signedIn } from '../identity/browser.ts'
import { withApp } from '../support/app.ts'
import { addressOf, furnish, type House, type Route, routesOf } from './house.ts'

// attacks.md 18, and forms sent by another site: every form of every page.
const app = withApp()
let house: House
let everyone: Browser
let posts: Route[] = []

beforeAll(async () => {
  house = await furnish(app())
  const [home] = await app().deps.database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`,
  )
  const admin = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' } as const
  const person = { username: 'thu.tatca', name: 'Người Làm Mọi Việc', grants: [...roles] }
  const password = 'mật khẩu để thử 9'
  const doctor = { ...person, doctorRegistration: '0009009/DNA-CCHN' }
  await createCast(app().deps, admin, [doctor], password)
  everyone = await signedIn(app(), 'thu.tatca', password)
  posts = routesOf(app()).filter(
    ({ method, path }) => method !== 'GET' && !path.startsWith('/webhooks'),
  )
}, 60_000)

type Form = { actions: string[]; fields: Record<string, string> }

async function formsOn(path: string): Promise<Form[]> {
  const html = await (await everyone.get(path)).text()
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head = '']) => /method="post"/i.test(head))
    .map(([, head = '', body = '']) => ({
      actions: [
        / action="([^"]*)"/.exec(head)?.[1] ?? path,
        ...[...body.matchAll(/ formaction="([^"]*)"/g)].map(([, action = '']) => action),
      ],
      fields: Object.fromEntries(
        [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([input]) => {
          const name = / name="([^"]*)"/.exec(input)?.[1]
          return name ? [[name, / value="([^"]*)"/.exec(input)?.[1] ?? '']] : []
        }),
      ),
    }))
}

describe('a write from another site', () => {
  it('is refused at every door, though the cookie came along', async () => {
    for (const route of posts) {
      const method = route.method
      const at = addressOf(route, house)
      const cookie = [...everyone.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      for (const from of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site', origin: app().deps.env.publicUrl },
        { 'sec-fetch-site': 'same-site' },
        {},
      ]) {
        const headers = { cookie, accept: 'application/json', ...from } as Record<string, string>
        const answer = await app().request(at, {
          method,
          headers,
          body: new URLSearchParams({ a: '1' }),
        })
        expect(answer.status, `${method} ${at} ${JSON.stringify(from)}`).toBe(403)
      }
    }
  })
})

describe('every form of every page', () => {
  /** Once or twice is the same: who signs in or out, who may come in, a word of one's own, a link, a look. */
  const needNone =
    /^\/(sign-in|sign-out|language|password|staff|tokens|devices|pair|find|v\/|visits\/[^/]+\/slip)/

  it('carries a key of its own, so that a double submit is answered once', async () => {
    const without: string[] = []
    let seen = 0
    for (const route of routesOf(app()).filter(({ method }) => method === 'GET')) {
      if (/^\/(api|v|verify|live|assets|docs)/.test(route.path)) continue
      for (const { actions, fields } of await formsOn(addressOf(route, house))) {
        seen += 1
        if (!actions.some((each) => needNone.test(each)) && !fields._once)
          without.push(`${route.path} → ${actions}`)
      }
    }
    expect(seen).toBeGreaterThan(20)
    expect([...new Set(without)]).toEqual([])
  }, 60_000)
})

describe('sent twice at once', () => {
  const countOf = async (table: string): Promise<number> => {
    const [row] = await app().deps.database.query<{ n: number }>(
      raw(`SELECT count(*)::int AS n FROM ${table}`),
    )
    return row?.n ?? -1
  }

  async function twice(path: string, action: string, more: Record<string, string>) {
    const form = (await formsOn(path)).find((each) => each.actions.includes(action))
    if (!form) throw new Error(`no form to ${action} on ${path}`)
    const fields = { ...form.fields, ...more }
    const both = await Promise.all([everyone.post(action, fields), everyone.post(action, fields)])
    const third = await everyone.post(action, fields)
    return [...both, third]
  }

  const told = (answers: Response[]) => {
    const sent = answers.filter(({ status }) => status === 303)
    // One of two at the same moment may be asked to wait; what is answered is answered alike.
    expect([303, 409]).toEqual(expect.arrayContaining(answers.map(({ status }) => status)))
    expect(answers.at(-1)?.status).toBe(303)
    expect(new Set(sent.map(({ headers }) => headers.get('location'))).size).toBe(1)
  }

  it('a bill is issued once', async () => {
    const { id } = await opened(house.caller)
    const before = await countOf('invoice')
    told(await twice(`/bills/new?exam=${id}`, '/bills', { 'quantity-KSKLX': '1' }))
    expect(await countOf('invoice')).toBe(before + 1)
  })

  it('an exam is opened once', async () => {
    const before = await countOf('exam')
    const asked = {
      licenceClass: 'B',
      purpose: 'renewal',
      'heldLicence.number': '790123456789',
      'heldLicence.scheme': 'pre-2025',
      'heldLicence.class': 'B2',
      'heldLicence.expiresOn': '2099-01-01',
      'consents.exam': 'true',
      'delivery.method': 'collect',
    }
    told(await twice(`/exams/new?patient=${house.patientId}`, '/exams', asked))
    expect(await countOf('exam')).toBe(before + 1)
  })

  it('a case is released or withdrawn once', async () => {
    const path = `/renewals/${house.caseId}`
    const before = await countOf('renewal_case_step')
    told(await twice(path, `${path}/withdraw`, { reason: 'người bệnh đổi ý' }))
    expect(await countOf('renewal_case_step')).toBe(before + 1)
  })
})
