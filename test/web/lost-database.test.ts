import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../support/app.ts'
import { type Interruptible, interruptible } from '../support/interruptible.ts'

describe('a lost database', () => {
  let way: Interruptible
  let app: TestApp
  beforeAll(async () => {
    app = await openTestApp({}, async (url) => {
      way = await interruptible(url)
      return way.url
    })
  })
  afterAll(async () => {
    await app.close()
    await way.close()
  })

  it('is answered 503, and works again without a restart', async () => {
    const desk = await app.as(['reception'])
    const person = { name: 'Trước Sau', birthDate: '1985-06-01', sex: 'female' }
    const key = { 'idempotency-key': 'the-same-request' }
    expect((await desk.get('/api/v1/patients?q=an')).status).toBe(200)

    way.cut()
    const refused = await desk.post('/api/v1/patients', person, key)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await refused.json()).toMatchObject({ code: 'database-unavailable' })
    expect((await app.request('/readyz')).status).toBe(503)
    expect((await app.request('/healthz')).status).toBe(200)
    const page = await app.request('/sign-in', {
      headers: { accept: 'text/html' },
    })
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('<html lang="vi">')

    way.restore()
    const taken = await desk.post('/api/v1/patients', person, key)
    expect(taken.status).toBe(201)
    expect(taken.headers.get('idempotency-replayed')).toBeNull()
    expect((await app.request('/readyz')).status).toBe(200)
  })
})
