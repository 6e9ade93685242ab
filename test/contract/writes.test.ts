import { beforeAll, describe, expect, it } from 'vitest'
import { type Caller, withApp } from '../support/app.ts'
import { jsonOf, opened, refused, registered, somebody, wholeHouse } from './wire.ts'

const app = withApp()
let house: Caller
beforeAll(async () => {
  house = await wholeHouse(app())
})

const section = (id: string, name = 'ent') => `/api/v1/exams/${id}/sections/${name}`

describe('an Idempotency-Key', () => {
  it('is asked of every POST that writes, before anything else of the request', async () => {
    const { id } = await opened(house)
    for (const path of [
      '/api/v1/patients',
      '/api/v1/exams',
      '/api/v1/invoices',
      `/api/v1/exams/${id}/conclusion`,
      `/api/v1/invoices/${id}/payments`,
    ]) {
      const headers = {
        authorization: `Bearer ${house.token}`,
        'content-type': 'application/json',
      }
      const answer = await app().request(path, { method: 'POST', headers, body: '{}' })
      await refused(answer, 400, 'idempotency-key-missing')
    }
  })

  it('is not asked where nothing is written, and ignored when it is there', async () => {
    const body = { licenceClass: 'B', on: '2026-11-24', findings: {} }
    const headers = { 'idempotency-key': 'read-only' }
    for (const licenceClass of ['B', 'C']) {
      const answer = await house.post('/api/v1/assessments', { ...body, licenceClass }, headers)
      expect(answer.status).toBe(200)
      expect(answer.headers.has('idempotency-replayed')).toBe(false)
    }
    for (const payload of ['a', 'b']) {
      await refused(await house.post('/api/v1/vietqr/decode', { payload }, headers), 422, 'crc')
    }
  })

  it('on a PUT replays the first answer, and does not put again', async () => {
    const { id } = await opened(house)
    const key = { 'idempotency-key': `put-${id}` }
    const first = await house.put(section(id), { hearingAid: true }, key)
    await house.put(section(id), { hearingAid: false })
    const again = await house.put(section(id), { hearingAid: true }, key)
    expect(again.status).toBe(200)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await again.text()).toBe(await first.text())
    const now = await jsonOf(await house.get(`/api/v1/exams/${id}`))
    expect(now.sections.ent.findings).toEqual({ hearingAid: false })
    const other = await house.put(section(id), { hearingAid: null }, key)
    await refused(other, 422, 'idempotency-key-reused')
  })

  it('is optional on a PUT, which then happens each time', async () => {
    const { id } = await opened(house)
    const headers = { authorization: `Bearer ${house.token}`, 'content-type': 'application/json' }
    for (const version of [2, 3]) {
      const answer = await app().request(section(id), { method: 'PUT', headers, body: '{}' })
      expect(answer.status).toBe(200)
      expect((await jsonOf(answer)).version).toBe(version)
    }
  })

  it('is one key for each path', async () => {
    const key = { 'idempotency-key': 'one-for-each-path' }
    const person = await house.post('/api/v1/patients', somebody(), key)
    const { id: patientId } = await jsonOf(person)
    const exam = { patientId, licenceClass: 'B', purpose: 'new', consents: { exam: true } }
    const answer = await house.post('/api/v1/exams', exam, key)
    expect(answer.status).toBe(201)
    const { id } = await jsonOf(answer)
    for (const name of ['ent', 'eyes']) {
      const put = await house.put(section(id, name), {}, key)
      expect(put.status).toBe(200)
      expect(put.headers.has('idempotency-replayed')).toBe(false)
    }
  })

  it('keeps a refusal, a conclusion and a cash payment as they were answered', async () => {
    const { id } = await opened(house)
    const key = (name: string) => ({ 'idempotency-key': `${name}-${id}` })
    const conclude = () =>
      house.post(`/api/v1/exams/${id}/conclusion`, { outcome: 'fit' }, key('conclude'))
    const [first, second] = [await conclude(), await conclude()]
    await refused(first, 409, 'exam-incomplete')
    await refused(second, 409, 'exam-incomplete')
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    const items = [{ code: 'KSKLX', quantity: 1 }]
    const bill = await jsonOf(await house.post('/api/v1/invoices', { examId: id, items }))
    const pay = () =>
      house.post(
        `/api/v1/invoices/${bill.id}/payments`,
        { method: 'cash', tendered: 300_000 },
        key('pay'),
      )
    const [paid, again] = [await pay(), await pay()]
    expect([paid.status, again.status]).toEqual([201, 201])
    expect(await again.text()).toBe(await paid.text())
  })

  it.each([
    ['of 255 characters', 'k'.repeat(255), 201],
    ['of signs and blanks', 'a b/c:{"d"}~!', 201],
    ['of 256 characters', 'k'.repeat(256), 400],
    ['of nothing', '', 400],
    ['with a letter beyond ASCII', 'khóa', 400],
  ])('%s', async (_, key, status) => {
    const answer = await house.post('/api/v1/patients', somebody(), { 'idempotency-key': key })
    expect(answer.status).toBe(status)
  })
})

describe('a version', () => {
  it('stands in the body and in the ETag, of what is made, read and put', async () => {
    const made = await house.post('/api/v1/patients', somebody())
    const { id } = await jsonOf(made)
    expect(made.headers.get('etag')).toBe('"1"')
    const read = await house.get(`/api/v1/patients/${id}`)
    expect(read.headers.get('etag')).toBe('"1"')
    const put = await house.put(`/api/v1/patients/${id}`, somebody())
    expect(put.headers.get('etag')).toBe('"2"')
    expect((await jsonOf(put)).version).toBe(2)
  })

  it.each([
    ['absent', undefined, 200],
    ['the present one', '"1"', 200],
    ['any', '*', 200],
    ['another', '"2"', 409],
    ['without quotes', '1', 409],
    ['nonsense', '"abc"', 409],
    ['far too large', '"99999999999999999999"', 409],
  ])('in If-Match that is %s', async (_, header, status) => {
    const exam = await opened(house)
    const headers: Record<string, string> = header === undefined ? {} : { 'if-match': header }
    const answer = await house.put(section(exam.id), { hearingAid: true }, headers)
    if (status === 409) await refused(answer, 409, 'stale-version')
    else expect(answer.status).toBe(200)
    const person = await registered(house)
    const amended = await house.put(`/api/v1/patients/${person.id}`, somebody(), headers)
    expect(amended.status).toBe(status)
  })

  it('that is stale holds back a conclusion and a payment too', async () => {
    const { id } = await opened(house)
    const stale = { 'if-match': '"9"' }
    const path = `/api/v1/exams/${id}/conclusion`
    await refused(await house.post(path, { outcome: 'fit' }, stale), 409, 'stale-version')
    const items = [{ code: 'KSKLX', quantity: 1 }]
    const bill = await jsonOf(await house.post('/api/v1/invoices', { examId: id, items }))
    const cash = { method: 'cash', tendered: 250_000 }
    const payment = await house.post(`/api/v1/invoices/${bill.id}/payments`, cash, stale)
    await refused(payment, 409, 'stale-version')
  })
})
