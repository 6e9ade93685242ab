import { beforeAll, describe, expect, it } from 'vitest'
import { withApp } from '../support/app.ts'
import { addressOf, furnish, type House, type Route, routesOf } from './house.ts'

// attacks.md 9: whatever was typed is shown as text, and a page could run nothing else anyway.
const app = withApp()
const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>'`
let house: House
const pages: { route: Route; answer: Response; html: string }[] = []

beforeAll(async () => {
  house = await furnish(app(), hostile, {
    name: `An ${hostile}`,
    address: { text: hostile },
    email: 'x@"><img.vn',
    confirmNew: true,
  })
  for (const route of routesOf(app()).filter(({ method }) => method === 'GET')) {
    const answer = await visit(addressOf(route, house))
    if (!isPage(answer)) continue
    pages.push({ route, answer: answer.clone(), html: await answer.text() })
  }
}, 60_000)

const visit = (path: string): Promise<Response> =>
  path.startsWith('/v/') || path.startsWith('/verify') || path.startsWith('/sign-in')
    ? app().request(path)
    : house.caller.get(path, { accept: 'text/html' })

const isPage = (answer: Response) => answer.headers.get('content-type')?.includes('html') ?? false

/** What a browser would run or load against the policy, or what escaped its quotes. */
function dangersIn(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]* src="\/assets\/)[^>]*>/gi)].map(([tag]) => tag)
  const handlers = [...html.matchAll(/<[a-z][^<>]*?\son\w+\s*=/gi)]
    .map(([tag]) => tag)
    // Inside quotes it is a value.
    .filter((tag) => (tag.match(/"/g) ?? []).length % 2 === 0)
  const styles = [...html.matchAll(/<style|<[a-z][^<>"]*\sstyle=|javascript:/gi)].map(
    ([tag]) => tag,
  )
  const raw = ['<img src=x', '<script>alert', '<img.vn'].filter((part) => html.includes(part))
  return [...scripts, ...handlers, ...styles, ...raw]
}

describe('every page that shows what was typed', () => {
  it('is looked at', () => {
    expect(pages.length).toBeGreaterThan(30)
    const shown = pages.filter(({ html }) => html.includes('&lt;img src=x'))
    expect(shown.length).toBeGreaterThan(10)
  })

  it('shows it as text, and holds no script, style or handler of its own', () => {
    const broken = pages.flatMap(({ route, html }) =>
      dangersIn(html).map((danger) => `${route.path}: ${danger.slice(0, 120)}`),
    )
    expect(broken).toEqual([])
  })

  it('comes on paper too', async () => {
    for (const path of [
      `/api/v1/exams/${house.examId}/certificate.pdf`,
      `/api/v1/invoices/${house.invoiceId}/bill.pdf`,
      `${house.link}/certificate.pdf`,
    ]) {
      const answer = await visit(path)
      expect(answer.status, path).toBe(200)
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
  })
})

describe('every page', () => {
  const failed = ['/nowhere', '/patients/x', '/v/nothing', '/verify/nothing']

  const everyAnswer = async () => {
    const extra = await Promise.all(
      failed.map(async (path) => ({ path, answer: await visit(path) })),
    )
    return [...pages.map(({ route, answer }) => ({ path: route.path, answer })), ...extra]
  }

  it('is under a policy that lets it load and send only to ourselves', async () => {
    for (const { path, answer } of await everyAnswer()) {
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'self'")
      for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy, path).toContain(rule)
      expect(policy, path).toContain("form-action 'self'")
      expect(policy, path).not.toMatch(/unsafe|\*/)
    }
  })

  it('is taken for what it says it is, framed by nobody and kept by nobody', async () => {
    for (const { path, answer } of await everyAnswer()) {
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(answer.headers.get('x-frame-options'), path).toBe('DENY')
      expect(answer.headers.get('cache-control'), path).toBe('no-store')
    }
  })

  it('asks search engines to stay away', async () => {
    for (const { path, answer } of await everyAnswer()) {
      const html = await answer.clone().text()
      const asked = html.includes('<meta name="robots" content="noindex"')
      expect(asked || answer.headers.get('x-robots-tag')?.includes('noindex'), path).toBe(true)
    }
  })
})

describe('what holds personal data and is no page', () => {
  it('is kept by nobody either, and taken for nothing else', async () => {
    const paths = [
      `/api/v1/patients/${house.patientId}`,
      `/api/v1/exams/${house.examId}`,
      `/api/v1/exams/${house.examId}/certificate.pdf`,
      `/api/v1/invoices/${house.invoiceId}/bill.pdf`,
      `/patients/${house.patientId}/portrait`,
      `${house.link}/certificate.pdf`,
      `${house.link}/bill.pdf`,
    ]
    for (const path of paths) {
      const { headers, status } = await visit(path)
      expect(status, path).toBe(200)
      expect(headers.get('cache-control'), path).toContain('no-store')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })

  it('under a patient’s link tells no other site where it came from', async () => {
    for (const path of ['', '/bill.pdf', '/certificate.pdf', '/qr.png', '/x']) {
      const { headers } = await app().request(`${house.link}${path}`)
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })
})

// Last, since a form may print a new link in place of the old.
describe('a form that comes back', () => {
  it('shows what was typed as text', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    const names = [
      'name',
      'birthDate',
      'phone',
      'reason',
      'tendered',
      'licenceClass',
      'note',
      'username',
    ]
    const more = ['identityCardQr', 'address', 'email', 'heldNumber', 'billCode', 'outcome', 'ward']
    const fields = [...names, ...more].map((name): [string, string] => [name, hostile])
    const body = new URLSearchParams(fields).toString()
    for (const route of routesOf(app()).filter(({ method }) => method === 'POST')) {
      if (/^\/(api|webhooks|v\/)/.test(route.path)) continue
      const answer = await house.caller.post(addressOf(route, house), body, headers)
      if (isPage(answer)) expect(dangersIn(await answer.text()), route.path).toEqual([])
    }
  })
})
