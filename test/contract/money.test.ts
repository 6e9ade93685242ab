import { beforeAll, describe, expect, it } from 'vitest'
import { crc16 } from '../../src/billing/emv-tlv.ts'
import { billOf, matchesOf, transfer } from '../billing/counter.ts'
import { type Caller, withApp } from '../support/app.ts'
import {
  instant,
  jsonOf,
  nowhere,
  nullsIn,
  opened,
  pointersOf,
  refused,
  type Wire,
  wholeHouse,
} from './wire.ts'

const app = withApp()
let house: Caller
beforeAll(async () => {
  house = await wholeHouse(app())
})

const fee = [{ code: 'KSKLX', quantity: 1 }]
async function billed(items: object[] = fee): Promise<Wire> {
  const { id: examId } = await opened(house)
  const answer = await house.post('/api/v1/invoices', { examId, items })
  const body = await jsonOf(answer)
  expect(answer.status, JSON.stringify(body)).toBe(201)
  return body
}
const pay = (id: string, tendered: unknown, more: object = {}) =>
  house.post(`/api/v1/invoices/${id}/payments`, { method: 'cash', tendered, ...more })

describe('prices', () => {
  it('are a list of integers of đồng, the driver exam among them', async () => {
    const body = await jsonOf(await house.get('/api/v1/prices'))
    const exam = body.items.find(({ code }: Wire) => code === 'KSKLX')
    expect(exam).toMatchObject({ code: 'KSKLX', name: expect.any(String), price: 250_000 })
    for (const { price } of body.items) expect(Number.isSafeInteger(price) && price > 0).toBe(true)
    expect(nullsIn(body)).toEqual([])
  })
})

describe('an invoice', () => {
  it('is issued at once, whole, at its Location, and read again the same', async () => {
    const { id: examId } = await opened(house)
    const answer = await house.post('/api/v1/invoices', { examId, items: fee })
    expect(answer.status).toBe(201)
    const bill = await jsonOf(answer)
    expect(answer.headers.get('location')).toBe(`/api/v1/invoices/${bill.id}`)
    expect(answer.headers.get('etag')).toBe(`"${bill.version}"`)
    const { env } = app().deps
    expect(bill).toMatchObject({
      id: expect.any(String),
      version: 1,
      number: expect.any(String),
      examId,
      billCode: expect.stringMatching(/^[A-Z0-9]{1,15}$/),
      state: 'issued',
      lines: [
        { code: 'KSKLX', name: expect.any(String), quantity: 1, price: 250_000, amount: 250_000 },
      ],
      total: 250_000,
      paid: 0,
      remaining: 250_000,
      overpaid: 0,
      qr: {
        payload: expect.any(String),
        bank: { bin: env.BANK_BIN, name: expect.any(String) },
        account: env.BANK_ACCOUNT,
        name: env.BANK_ACCOUNT_NAME,
        amount: 250_000,
      },
      payments: [],
    })
    expect(bill).not.toHaveProperty('qrReason')
    expect(nullsIn(bill)).toEqual([])
    expect(await jsonOf(await house.get(`/api/v1/invoices/${bill.id}`))).toEqual(bill)
  })

  it('has a QR that reads as what the bill says, and tells nothing of the patient', async () => {
    const bill = await billed()
    const { payload } = bill.qr
    expect(payload).toMatch(/^[ -~]+$/)
    expect(payload.slice(-4)).toBe(crc16(payload.slice(0, -4)))
    const decoded = await jsonOf(await house.post('/api/v1/vietqr/decode', { payload }))
    expect(decoded).toMatchObject({
      scheme: 'vietqr',
      pointOfInitiation: '12',
      bank: { bin: bill.qr.bank.bin },
      account: bill.qr.account,
      service: 'account',
      amount: 250_000,
      billNumber: bill.billCode,
      purpose: bill.billCode,
    })
    expect(payload).not.toMatch(/hoang/i)
  })

  it('is drawn as a picture and printed as a PDF', async () => {
    const { id } = await billed()
    const svg = await house.get(`/api/v1/invoices/${id}/qr.svg`)
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(await svg.text()).toMatch(/^<svg|^<\?xml/)
    const pdf = await house.get(`/api/v1/invoices/${id}/bill.pdf`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  it('adds up its lines, and takes one code twice', async () => {
    const twice = [...fee, { code: 'XN-GLU', quantity: 3 }, { code: 'KSKLX', quantity: 2 }]
    const bill = await billed(twice)
    expect(bill.lines.map(({ amount }: Wire) => amount)).toEqual([250_000, 75_000, 500_000])
    expect(bill.total).toBe(825_000)
  })

  it('of 500,000,000 đ has no QR and says why; one below has', async () => {
    const above = await billed([{ code: 'KSKLX', quantity: 2_000 }])
    expect(above).toMatchObject({ total: 500_000_000, qrReason: expect.any(String) })
    expect(above).not.toHaveProperty('qr')
    await refused(await house.get(`/api/v1/invoices/${above.id}/qr.svg`), 409)
    expect((await house.get(`/api/v1/invoices/${above.id}/bill.pdf`)).status).toBe(200)
    expect((await pay(above.id, 500_000_000)).status).toBe(201)
    const below = await billed([{ code: 'KSKLX', quantity: 1_999 }])
    expect(below.qr.amount).toBe(499_750_000)
  })

  it('of more than that is asked for once a part has come in', async () => {
    const bill = await billed([{ code: 'KSKLX', quantity: 2_001 }])
    await transfer(app(), { amount: 1_000_000, memo: bill.billCode })
    const { qr, remaining } = (await billOf(house, bill.id)) as Wire
    expect([remaining, qr.amount]).toEqual([499_250_000, 499_250_000])
  })

  it('is issued for a concluded exam too', async () => {
    const { fitFindings } = await import('../../fixtures/cast/findings.ts')
    const { calendarDateOf } = await import('../../src/core/calendar-date.ts')
    const { id } = await opened(house)
    const on = calendarDateOf(app().clock.now())
    await house.put(`/api/v1/exams/${id}/sections`, fitFindings(on))
    const concluded = await house.post(`/api/v1/exams/${id}/conclusion`, { outcome: 'fit' })
    expect(concluded.status).toBe(200)
    expect((await house.post('/api/v1/invoices', { examId: id, items: fee })).status).toBe(201)
  })

  it.each<[object, string]>([
    [{ items: [] }, '/items'],
    [{ items: undefined }, '/items'],
    [{ items: {} }, '/items'],
    [{ items: [null] }, '/items/0'],
    [{ items: [{ code: 'KSKLX' }] }, '/items/0/quantity'],
    [{ items: [{ quantity: 1 }] }, '/items/0/code'],
    [{ items: [...fee, { code: 'XYZ', quantity: 1 }] }, '/items/1/code'],
    [{ items: [{ code: 'KSKLX-TN', quantity: 1 }] }, '/items/0/code'],
    [{ items: [{ code: 'KSKLX', quantity: 0 }] }, '/items/0/quantity'],
    [{ items: [{ code: 'KSKLX', quantity: -1 }] }, '/items/0/quantity'],
    [{ items: [{ code: 'KSKLX', quantity: 1.5 }] }, '/items/0/quantity'],
    [{ items: [{ code: 'KSKLX', quantity: '1' }] }, '/items/0/quantity'],
    [{ items: [{ code: 'KSKLX', quantity: 1e15 }] }, '/items/0/quantity'],
    [{ items: [{ code: 'KSKLX', quantity: 1, price: 1 }] }, '/items/0/price'],
    [{ examId: undefined }, '/examId'],
    [{ examId: 7 }, '/examId'],
    [{ total: 1 }, '/total'],
  ])('%j is 422 at %s', async (changes, pointer) => {
    const { id: examId } = await opened(house)
    const body = { examId, items: fee, ...changes }
    const problem = await refused(await house.post('/api/v1/invoices', body), 422)
    expect([...new Set(pointersOf(problem))]).toEqual([pointer])
  })

  it('for no exam is 404', async () => {
    for (const examId of [nowhere, 'x']) {
      await refused(await house.post('/api/v1/invoices', { examId, items: fee }), 404)
    }
  })
})

describe('cash', () => {
  it('pays what remains and gives the change', async () => {
    const bill = await billed()
    const answer = await pay(bill.id, 500_000)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1/invoices/${bill.id}`)
    const { payment, change, ...rest } = await jsonOf(answer)
    expect([change, rest]).toEqual([250_000, {}])
    expect(payment).toMatchObject({
      id: expect.any(String),
      method: 'cash',
      amount: 250_000,
      takenAt: expect.stringMatching(instant),
    })
    const after = await billOf(house, bill.id)
    expect(after).toMatchObject({ state: 'balanced', paid: 250_000, remaining: 0, overpaid: 0 })
    expect(after.version).toBeGreaterThan(bill.version)
    expect(after.payments).toHaveLength(1)
    expect(after.qr).toBeUndefined()
    await refused(await pay(bill.id, 250_000), 409)
  })

  it('pays the rest after a part came by bank', async () => {
    const bill = await billed()
    await transfer(app(), { amount: 100_000, memo: bill.billCode })
    expect(pointersOf(await refused(await pay(bill.id, 149_999), 422))).toEqual(['/tendered'])
    const { payment, change } = await jsonOf(await pay(bill.id, 150_000))
    expect([payment.amount, change]).toEqual([150_000, 0])
  })

  it.each<[unknown, object, string]>([
    [249_999, {}, '/tendered'],
    [0, {}, '/tendered'],
    [-250_000, {}, '/tendered'],
    [250_000.5, {}, '/tendered'],
    ['250000', {}, '/tendered'],
    [null, {}, '/tendered'],
    [undefined, {}, '/tendered'],
    [1e18, {}, '/tendered'],
    [250_000, { method: 'card' }, '/method'],
    [250_000, { method: undefined }, '/method'],
    [250_000, { amount: 1 }, '/amount'],
  ])('of %j %j is 422 at %s', async (tendered, more, pointer) => {
    const bill = await billed()
    const problem = await refused(await pay(bill.id, tendered, more), 422)
    expect([...new Set(pointersOf(problem))]).toEqual([pointer])
    expect((await billOf(house, bill.id)).state).toBe('issued')
  })
})

describe('a bank notification', () => {
  let id = 770_000
  const told = async (sent: { amount: number; memo: string; type?: 'in' | 'out'; id?: number }) => {
    const answer = await transfer(app(), { id: ++id, ...sent })
    expect([answer.status, await jsonOf(answer)]).toEqual([200, { success: true }])
  }

  it.each([
    ['exact', 250_000, { state: 'balanced', paid: 250_000, remaining: 0, overpaid: 0 }],
    ['partial', 100_000, { state: 'issued', paid: 100_000, remaining: 150_000, overpaid: 0 }],
    ['over', 300_000, { state: 'balanced', paid: 300_000, remaining: 0, overpaid: 50_000 }],
  ])('%s', async (match, amount, expected) => {
    const bill = await billed()
    await told({ amount, memo: `MBVCB.123.${bill.billCode.toLowerCase()}.CT tu 0123` })
    const after = (await billOf(house, bill.id)) as Wire
    expect(after).toMatchObject(expected)
    expect(after.payments).toMatchObject([{ method: 'transfer', amount }])
    expect(after.payments[0].takenAt).toMatch(instant)
    expect(await matchesOf(app(), bill.billCode)).toEqual([match])
    if (match === 'partial') expect(after.qr.amount).toBe(150_000)
  })

  it('repeated, even with other content under its id, changes nothing', async () => {
    const [one, two] = [await billed(), await billed()]
    id += 1
    const first = { id, amount: 250_000, memo: one.billCode }
    await told(first)
    await told(first)
    await told({ ...first, amount: 999_000, memo: two.billCode })
    expect(await billOf(house, one.id)).toMatchObject({ state: 'balanced', paid: 250_000 })
    expect(await billOf(house, two.id)).toMatchObject({ state: 'issued', paid: 0 })
  })

  it('is answered 200 when it fits nothing', async () => {
    await told({ amount: 1_000, memo: 'chuyen tien mua iphone' })
    await told({ amount: 1_000, memo: '' })
    await told({ amount: -5, memo: 'x' })
    await told({ amount: 0, memo: 'x' })
    const bill = await billed()
    await told({ amount: 250_000, memo: bill.billCode, type: 'out' })
    expect((await billOf(house, bill.id)).state).toBe('issued')
  })

  it('with one character of the code wrong is no payment of the bill', async () => {
    const bill = await billed()
    const last = bill.billCode.at(-1) === 'A' ? 'B' : 'A'
    await told({ amount: 250_000, memo: `${bill.billCode.slice(0, -1)}${last}` })
    expect((await billOf(house, bill.id)).paid).toBe(0)
  })
})
