import { beforeAll, describe, expect, test } from 'vitest'
import { illustrativePrices } from '../../fixtures/reference/prices.ts'
import { actsOn, type SetPrice, sortedPrices } from '../../src/billing/price-setting.ts'
import { addDays, calendarDate, calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { type Browser, signedIn } from '../identity/browser.ts'
import { type Caller, withApp } from '../support/app.ts'
import { arrivedExam, billOf, examFee } from './counter.ts'

const app = withApp()
let admin: Browser
let cashier: Caller

beforeAll(async () => {
  admin = await signedIn(app(), 'quantri', app().castPassword)
  cashier = await app().as(['cashier'])
})

const today = () => calendarDateOf(app().clock.now())
const typed = {
  code: 'kskLX',
  name: 'Khám sức khỏe của người lái xe',
  unit: 'lần',
  amount: '310.000',
  legalSource: 'Nghị quyết 12/2026/NQ-HĐND',
  published: 'on',
}

async function issue() {
  const examId = await arrivedExam(app())
  const answer = await cashier.post('/api/v1/invoices', { examId, items: examFee })
  return (await answer.json()) as { id: string; total: number }
}

type Row = { id: string; version: number }
async function priceOf(amount: number): Promise<Row> {
  const [row] = await app().deps.database.query<Row>(sql`
    SELECT p.id, p.version FROM price p JOIN facility f ON f.id = p.facility_id
    WHERE f.code = '48001' AND p.code = 'KSKLX' AND p.amount = ${amount}
      AND p.withdrawn_at IS NULL`)
  if (!row) throw new Error(`no price of ${amount}`)
  return row
}

describe('a new price', () => {
  test('holds for bills from its first day on; a bill that was issued never changes', async () => {
    const before = await issue()
    const form = { ...typed, effectiveFrom: today() }
    expect((await admin.post('/settings/prices', form)).status).toBe(303)
    expect((await issue()).total).toBe(310_000)
    expect((await billOf(cashier, before.id)).total).toBe(250_000)
  })

  test('of tomorrow charges nobody today and can be taken back, and then asked for again', async () => {
    const form = { ...typed, amount: '500000', effectiveFrom: addDays(today(), 1) }
    expect((await admin.post('/settings/prices', form)).status).toBe(303)
    expect((await issue()).total).toBe(310_000)
    expect((await admin.post('/settings/prices', form)).status).toBe(422)
    const { id, version } = await priceOf(500_000)
    const at = `/settings/prices/${id}/withdraw`
    expect((await admin.post(at, { version: String(version) })).status).toBe(303)
    expect((await admin.get(`/settings/prices/${id}`)).status).toBe(404)
    expect((await admin.post('/settings/prices', form)).status).toBe(303)
  })

  test('of yesterday is refused, with every other fault, and what was typed is kept', async () => {
    const answer = await admin.post('/settings/prices', {
      ...typed,
      code: 'k x',
      amount: 'ba trăm',
      legalSource: '',
      effectiveFrom: addDays(today(), -1),
    })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('value="ba trăm"')
    expect(text.match(/class="field-error"/g)).toHaveLength(4)
  })

  test('that is not published charges nobody until it is', async () => {
    const { published: _, ...quiet } = typed
    const form = { ...quiet, code: 'KSKLX-VIP', amount: '900000', effectiveFrom: today() }
    expect((await admin.post('/settings/prices', form)).status).toBe(303)
    const order = async () => {
      const examId = await arrivedExam(app())
      const items = [{ code: 'KSKLX-VIP', quantity: 1 }]
      return (await cashier.post('/api/v1/invoices', { examId, items })).status
    }
    expect(await order()).toBe(422)
    const [row] = await app().deps.database.query<Row>(
      sql`SELECT id, version FROM price WHERE code = 'KSKLX-VIP'`,
    )
    const at = `/settings/prices/${row?.id}/publish`
    expect((await admin.post(at, { version: '1' })).status).toBe(303)
    expect(await order()).toBe(201)
  })
})

describe('a price that is there', () => {
  test('may end, but not be changed or taken back; the database says the same', async () => {
    const { id, version } = await priceOf(310_000)
    const withdraw = await admin.post(`/settings/prices/${id}/withdraw`, { version: `${version}` })
    expect(withdraw.status).toBe(409)
    const end = { version: `${version}`, effectiveTo: addDays(today(), -1) }
    expect((await admin.post(`/settings/prices/${id}/end`, end)).status).toBe(422)
    const { database } = app().deps
    await expect(database.query(sql`UPDATE price SET amount = 1 WHERE id = ${id}`)).rejects.toThrow(
      /frozen/,
    )
    await expect(database.query(sql`DELETE FROM price WHERE id = ${id}`)).rejects.toThrow(/frozen/)
    const last = { version: `${version}`, effectiveTo: addDays(today(), 30) }
    expect((await admin.post(`/settings/prices/${id}/end`, last)).status).toBe(303)
  })

  test('a change of an older version is refused and both are shown', async () => {
    const { id, version } = await priceOf(310_000)
    const end = { version: `${version - 1}`, effectiveTo: '01/01/2027' }
    const answer = await admin.post(`/settings/prices/${id}/end`, end)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('01/01/2027')
    expect((await priceOf(310_000)).version).toBe(version)
  })

  test('is another’s affair at another facility', async () => {
    const [row] = await app().deps.database.query<Row>(sql`
      SELECT p.id, p.version FROM price p JOIN facility f ON f.id = p.facility_id
      WHERE f.code = '48002' LIMIT 1`)
    expect((await admin.get(`/settings/prices/${row?.id}`)).status).toBe(404)
    const publish = { version: `${row?.version}` }
    expect((await admin.post(`/settings/prices/${row?.id}/publish`, publish)).status).toBe(404)
  })
})

describe('where prices stand', () => {
  const on = calendarDate('2026-11-24')
  const base = { ...illustrativePrices[0], version: 1 } as SetPrice
  const price = (id: string, from: string, extra: Partial<SetPrice> = {}): SetPrice => ({
    ...base,
    id,
    effectiveFrom: calendarDate(from),
    ...extra,
  })

  test('the youngest that has begun is in effect, those it replaced are past', () => {
    const all = [price('old', '2026-01-01'), price('now', '2026-06-01'), price('to', '2026-12-01')]
    const { now, coming, past } = sortedPrices(all, on)
    expect([now, coming, past].map((list) => list.map(({ id }) => id))).toEqual([
      ['now'],
      ['to'],
      ['old'],
    ])
  })

  test('an unpublished one replaces nothing', () => {
    const all = [price('old', '2026-01-01'), price('new', '2026-06-01', { published: false })]
    expect(sortedPrices(all, on).past).toEqual([])
  })

  test.each([
    ['2026-12-01', {}, ['withdraw', 'end']],
    ['2026-12-01', { published: false }, ['publish', 'withdraw', 'end']],
    ['2026-11-24', {}, ['end']],
    ['2026-01-01', { effectiveTo: calendarDate('2026-11-24') }, ['end']],
    ['2026-01-01', { effectiveTo: calendarDate('2026-11-23') }, []],
  ])('from %s, %j: %j', (from, extra, acts) => {
    expect(actsOn(price('one', from, extra), on)).toEqual(acts)
  })
})
