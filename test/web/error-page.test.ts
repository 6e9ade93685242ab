import { describe, expect, it } from 'vitest'
import { DomainError, invalid, notFound } from '../../src/core/errors.ts'
import { errorPage } from '../../src/web/error-page.tsx'
import { requestWords } from '../../src/web/request-words.ts'
import { cashier, pageAt } from './page-at.ts'

const refused = new DomainError({
  kind: 'conflict',
  code: 'x',
  detail: { vi: 'Đã ký lúc 10:42.', en: 'Signed at 10:42.' },
})

async function shown(
  status: 401 | 403 | 404 | 409 | 422 | 500 | 503,
  lang: 'vi' | 'en',
  error = refused,
) {
  const app = pageAt((c) => errorPage(c, { status, error }), cashier)
  const response = await app.request('/here?a=1', { headers: { 'accept-language': lang } })
  return { status: response.status, html: await response.text() }
}

describe('an error page', () => {
  it.each([401, 403, 404, 409, 422, 500, 503] as const)(
    'says for %i what happened, what is safe and what to do, in either language',
    async (status) => {
      const vi = await shown(status, 'vi')
      expect(vi.status).toBe(status)
      for (const part of ['Đã ký lúc 10:42.', 'Dữ liệu', 'Nên làm gì'])
        expect(vi.html).toContain(part)
      const en = await shown(status, 'en')
      for (const part of ['Signed at 10:42.', 'What is safe', 'What to do']) {
        expect(en.html).toContain(part)
      }
    },
  )

  it('gives the request’s id where the operator will need it, and nowhere else', async () => {
    expect((await shown(500, 'vi')).html).toContain('request-7')
    expect((await shown(404, 'vi', notFound(requestWords.aPage))).html).not.toContain('request-7')
  })

  it('offers to try again what may work in a moment', async () => {
    expect((await shown(503, 'en')).html).toContain('href="/here?a=1"')
    expect((await shown(409, 'en')).html).not.toContain('href="/here?a=1"')
  })

  it('lists each fault of a form that has no page of its own', async () => {
    const message = { vi: 'Mạch phải từ 20 đến 250.', en: 'Pulse must be 20 to 250.' }
    const error = invalid([{ pointer: '/pulse', code: 'range', message }])
    expect((await shown(422, 'vi', error)).html).toContain('<li>Mạch phải từ 20 đến 250.</li>')
  })

  it('leads back to the page that a form was sent from, where it is ours', async () => {
    const app = pageAt((c) => errorPage(c, { status: 409, error: refused }), cashier)
    const sent = (referer: string) =>
      app.request('http://here/here', { method: 'POST', headers: { referer, host: 'here' } })
    expect(await (await sent('http://here/exams/7?a=1')).text()).toContain('href="/exams/7?a=1"')
    expect(await (await sent('http://elsewhere/exams/7')).text()).not.toContain('/exams/7')
  })

  it('leads nobody who is not signed in to pages of staff', async () => {
    const app = pageAt((c) => errorPage(c, { status: 404, error: refused }))
    const html = await (await app.request('/here')).text()
    expect(html).toContain('href="/sign-in"')
    expect(html).not.toContain('href="/find"')
  })
})
