import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { type Caller, withApp } from '../support/app.ts'
import {
  jsonOf,
  nowhere,
  opened,
  pointersOf,
  refused,
  registered,
  somebody,
  wholeHouse,
} from './wire.ts'

const app = withApp()
let house: Caller
beforeAll(async () => {
  house = await wholeHouse(app())
})

const people = '/api/v1/patients'

describe('whoever asks', () => {
  it.each([
    ['nothing', undefined],
    ['an unknown token', 'Bearer lt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['no token of ours', 'Bearer x'],
    ['an empty token', 'Bearer '],
    ['another scheme', 'Basic YTpi'],
  ])('with %s hears 401 and how to come in', async (_, authorization) => {
    for (const path of [`${people}?q=an`, `/api/v1/exams/${nowhere}`, '/api/v1/prices']) {
      const answer = await app().request(path, { headers: authorization ? { authorization } : {} })
      await refused(answer, 401)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  it('writes the scheme in whatever case', async () => {
    const answer = await app().request('/api/v1/prices', {
      headers: { authorization: `bearer ${house.token}` },
    })
    expect(answer.status).toBe(200)
  })

  it('is refused by role before the body, the key or the object is looked at', async () => {
    const auditor = await app().as(['auditor'])
    for (const path of [people, '/api/v1/exams', '/api/v1/invoices', '/api/v1/assessments']) {
      await refused(await auditor.post(path, '{', { 'idempotency-key': '' }), 403)
    }
    await refused(await auditor.get(`/api/v1/exams/${nowhere}`), 403)
  })

  it('holds the rights of all roles of one token, and of no other', async () => {
    const both = await app().as(['reception', 'cashier'])
    const { id } = await opened(both)
    const items = [{ code: 'KSKLX', quantity: 1 }]
    expect((await both.post('/api/v1/invoices', { examId: id, items })).status).toBe(201)
    await refused(await both.post(`/api/v1/exams/${id}/conclusion`, { outcome: 'fit' }), 403)
    await refused(await both.put(`/api/v1/exams/${id}/sections/ent`, {}), 403)
  })

  it('holds two specialties of one token, and no third', async () => {
    const { id } = await opened(house)
    const two = await app().as(['examiner:eyes', 'examiner:ent'])
    expect((await two.put(`/api/v1/exams/${id}/sections`, { eyes: {}, ent: {} })).status).toBe(200)
    await refused(await two.put(`/api/v1/exams/${id}/sections/endocrine`, {}), 403)
  })
})

describe("another facility's objects", () => {
  it('are not there, to read or to write, nor to refer to', async () => {
    const exam = await opened(house)
    const items = [{ code: 'KSKLX', quantity: 1 }]
    const bill = await jsonOf(await house.post('/api/v1/invoices', { examId: exam.id, items }))
    const roles = ['reception', 'examiner', 'concluder', 'cashier', 'licence-desk']
    const other = await app().as(roles, { facility: '48002', signsAs: true })
    for (const path of [
      `${people}/${exam.patientId}`,
      `/api/v1/exams/${exam.id}`,
      `/api/v1/exams/${exam.id}/assessment`,
      `/api/v1/exams/${exam.id}/certificate.pdf`,
      `/api/v1/invoices/${bill.id}`,
      `/api/v1/invoices/${bill.id}/qr.svg`,
      `/api/v1/invoices/${bill.id}/bill.pdf`,
      `/api/v1/renewal-cases?examId=${exam.id}`,
    ]) {
      await refused(await other.get(path), 404)
    }
    await refused(await other.put(`${people}/${exam.patientId}`, somebody()), 404)
    await refused(await other.post('/api/v1/invoices', { examId: exam.id, items }), 404)
    const cash = { method: 'cash', tendered: 250_000 }
    await refused(await other.post(`/api/v1/invoices/${bill.id}/payments`, cash), 404)
  })
})

describe('an id that is none', () => {
  it.each(['1', nowhere, nowhere.toUpperCase(), '%00', '%ff', "'%20OR%201=1", '..%2f..', 'ệ'])(
    '%s is 404 at every door',
    async (id) => {
      for (const path of [
        `${people}/${id}`,
        `/api/v1/exams/${id}`,
        `/api/v1/exams/${id}/assessment`,
        `/api/v1/exams/${id}/certificate.pdf`,
        `/api/v1/invoices/${id}`,
        `/api/v1/invoices/${id}/qr.svg`,
        `/api/v1/invoices/${id}/bill.pdf`,
      ]) {
        await refused(await house.get(path), 404)
      }
      await refused(await house.put(`/api/v1/exams/${id}/sections/ent`, {}), 404)
      await refused(await house.post(`/api/v1/exams/${id}/conclusion`, { outcome: 'fit' }), 404)
    },
  )
})

describe('what there is not', () => {
  it.each([
    ['GET', '/api/v1'],
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/v1/prices/'],
    ['DELETE', `/api/v1/exams/${nowhere}`],
    ['PATCH', `/api/v1/exams/${nowhere}`],
    ['GET', '/webhooks/bank/sepay'],
    ['POST', '/webhooks/bank/'],
    ['POST', '/webhooks/bank/vnpay'],
  ])('%s %s is a 404 problem', async (method, path) => {
    const headers = { authorization: `Bearer ${house.token}` }
    await refused(await app().request(path, { method, headers }), 404)
  })

  it('a HEAD answers as its GET, without the body', async () => {
    const headers = { authorization: `Bearer ${house.token}` }
    const answer = await app().request('/api/v1/prices', { method: 'HEAD', headers })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })
})

describe('readiness', () => {
  const ready = { migrated: () => true, seeded: () => true, worker: () => 'running' as const }

  it.each([
    ['everything is there', {}, 200],
    ['migrations are pending', { migrated: () => false }, 503],
    ['seeds are pending', { seeded: () => false }, 503],
    ['the worker has stopped', { worker: () => 'stopped' as const }, 503],
  ])('when %s', async (_, changes, status) => {
    const other = createApp(app().deps, { ...ready, ...changes })
    const answer = await other.request('/readyz')
    expect(answer.status).toBe(status)
    expect(Object.keys(await jsonOf(answer)).sort()).toEqual(['database', 'migrations', 'worker'])
    expect((await other.request('/healthz')).status).toBe(200)
  })
})

describe('a refusal', () => {
  const wrong = { name: '', sex: 'female', birthDate: '1990-01-01' }

  it('speaks the reader’s language, Vietnamese where none is asked for', async () => {
    const said = async (language: string) => {
      const headers = { 'accept-language': language }
      const problem = await refused(await house.post(people, wrong, headers), 422)
      return problem.detail as string
    }
    const [vi, en] = [await said('vi'), await said('en')]
    expect(vi).not.toBe(en)
    expect(await said('fr')).toBe(vi)
    expect(await said('en-GB,en;q=0.9,vi;q=0.5')).toBe(en)
    expect(await said('en;q=0.2,vi;q=0.7')).toBe(vi)
  })

  it('names every fault by a pointer into what was sent', async () => {
    const sent = { sex: 'x', birthDate: 5, identityCard: { number: 'a' }, 'a/b~c': 1 }
    const problem = await refused(await house.post(people, sent), 422)
    expect(pointersOf(problem).sort()).toEqual([
      '/a~1b~0c',
      '/birthDate',
      '/identityCard/number',
      '/sex',
    ])
  })

  it.each(['', '{', '[1,', 'nonsense', '{"a":1}}'])('of the body %j is 400', async (body) => {
    await refused(await house.post(people, body), 400)
    await refused(await house.post('/api/v1/assessments', body), 400)
    await refused(await house.put(`/api/v1/exams/${nowhere}/sections/ent`, body), 400)
  })

  it.each(['null', '[]', '"x"', '1', 'true'])('of the JSON %s is 422', async (body) => {
    await refused(await house.post(people, body), 422)
    await refused(await house.post('/api/v1/exams', body), 422)
    await refused(await house.post('/api/v1/invoices', body), 422)
    await refused(await house.post('/api/v1/assessments', body), 422)
    await refused(await house.post('/api/v1/vietqr/decode', body), 422)
  })

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'json'])(
    'of the content type %s is 415',
    async (type) => {
      const headers = { 'content-type': type }
      await refused(await house.post(people, somebody(), headers), 415)
      await refused(await house.post('/api/v1/assessments', {}, headers), 415)
      await refused(await house.post('/api/v1/vietqr/decode', { payload: '' }, headers), 415)
    },
  )

  it('takes JSON by its name in any case and with a charset', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON']) {
      const answer = await house.post(people, somebody(), { 'content-type': type })
      expect(answer.status, type).toBe(201)
    }
  })

  it('of a property with a dangerous name is a refusal like any other', async () => {
    const body = JSON.stringify(somebody()).replace('{', '{"__proto__":{"x":1},')
    await refused(await house.post(people, body), 422)
  })
})

describe('a list', () => {
  it.each(['/api/v1/patients', '/api/v1/exams', '/api/v1/renewal-cases'])(
    '%s has items, takes limit 1–100 and omits next on the last page',
    async (path) => {
      await registered(house)
      for (const limit of [1, 100]) {
        const answer = await house.get(`${path}?limit=${limit}`)
        expect(answer.status).toBe(200)
        const body = await jsonOf(answer)
        expect(body.items.length).toBeLessThanOrEqual(limit)
        expect(body.next === undefined || typeof body.next === 'string').toBe(true)
      }
      for (const limit of ['0', '101', '-1', '1.5', 'x', '', '1e1', '99999999999999999999']) {
        const problem = await refused(await house.get(`${path}?limit=${limit}`), 422)
        expect(pointersOf(problem)).toEqual(['/limit'])
      }
    },
  )

  it.each(['/api/v1/patients', '/api/v1/exams'])(
    '%s takes a NUL for no reason to fail',
    async (path) => {
      expect([200, 422]).toContain((await house.get(`${path}?q=an%00b`)).status)
    },
  )

  it.each(['/api/v1/patients', '/api/v1/exams'])('%s asks for two characters', async (path) => {
    for (const q of ['', 'a', '%20', '%20a%20', '%C4%91', '%CC%81%CC%81']) {
      const problem = await refused(await house.get(`${path}?q=${q}`), 422)
      expect(pointersOf(problem)).toEqual(['/q'])
    }
    for (const q of ['an', '%C4%91%C3%A0', "'%20--", '%25%25', '__', 'a%ffb', '%F0%9F%98%80x']) {
      expect((await house.get(`${path}?q=${q}`)).status, q).toBe(200)
    }
  })
})
