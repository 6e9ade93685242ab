import { beforeAll, describe, expect, it } from 'vitest'
import { hasValidCheck } from '../../src/billing/bill-code.ts'
import { decodeQr } from '../../src/billing/vietqr-decode.ts'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'
import { arrivedExam, billOf, examFee, type IssuedBill, issueBill, ledgerOf } from './counter.ts'

const app = withApp()
let cashier: Caller

beforeAll(async () => {
  cashier = await app().as(['cashier'])
})

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

describe('issuing a bill', () => {
  it('answers the whole bill with a VietQR for all of it', async () => {
    const examId = await arrivedExam(app())
    const items = [...examFee, { code: 'XN-GLU', quantity: 2 }]
    const answer = await cashier.post('/api/v1/invoices', { examId, items })
    expect(answer.status).toBe(201)
    const bill = (await answer.json()) as IssuedBill & Record<string, unknown>
    expect(answer.headers.get('location')).toBe(`/api/v1/invoices/${bill.id}`)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(bill).toMatchObject({ examId, state: 'issued', total: 300_000, paid: 0 })
    expect(bill).toMatchObject({ remaining: 300_000, overpaid: 0, payments: [], version: 1 })
    expect(bill.lines).toEqual([
      expect.objectContaining({ code: 'KSKLX', quantity: 1, price: 250_000, amount: 250_000 }),
      expect.objectContaining({ code: 'XN-GLU', quantity: 2, price: 25_000, amount: 50_000 }),
    ])
    expect(bill.number).toMatch(/^HD\d\d-\d{6}$/)
    expect(bill.billCode).toMatch(/^LT[A-Z0-9]{9}$/)
    expect(hasValidCheck(bill.billCode)).toBe(true)
    const { env } = app().deps
    expect(bill.qr).toMatchObject({
      bank: { bin: env.BANK_BIN, name: 'Vietcombank' },
      account: env.BANK_ACCOUNT,
      name: env.BANK_ACCOUNT_NAME,
      amount: 300_000,
    })
    expect(decodeQr(bill.qr?.payload ?? '')).toMatchObject({
      scheme: 'vietqr',
      pointOfInitiation: '12',
      bin: env.BANK_BIN,
      account: env.BANK_ACCOUNT,
      amount: 300_000,
      billNumber: bill.billCode,
      purpose: bill.billCode,
    })
    expect(bill.qr?.payload).not.toMatch(/tran|an thi/i)
  })

  it('is read again as it was issued', async () => {
    const bill = await issueBill(app(), cashier)
    expect(await billOf(cashier, bill.id)).toEqual(bill)
  })

  it('answers the same bill again to the same key, and another to a new one', async () => {
    const body = { examId: await arrivedExam(app()), items: examFee }
    const key = { 'idempotency-key': 'bill-1' }
    const first = await cashier.post('/api/v1/invoices', body, key)
    const again = await cashier.post('/api/v1/invoices', body, key)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    const other = await cashier.post('/api/v1/invoices', { ...body, items: [] }, key)
    expect([other.status, await codeOf(other)]).toEqual([422, 'idempotency-key-reused'])
  })

  it('gives numbers without gap or repeat when 20 are issued at once', async () => {
    const bills = await Promise.all(Array.from({ length: 20 }, () => issueBill(app(), cashier)))
    const serials = bills.map(({ number }) => Number(number.slice(5))).sort((a, b) => a - b)
    expect(new Set(serials).size).toBe(20)
    expect((serials.at(-1) ?? 0) - (serials[0] ?? 0)).toBe(19)
    expect(new Set(bills.map(({ billCode }) => billCode)).size).toBe(20)
  })

  it.each([
    ['an unknown code', [{ code: 'NOPE', quantity: 1 }], '/items/0/code', 'unknown-price'],
    [
      'an unpublished price',
      [{ code: 'KSKLX-TN', quantity: 1 }],
      '/items/0/code',
      'price-unpublished',
    ],
    ['a quantity of zero', [{ code: 'KSKLX', quantity: 0 }], '/items/0/quantity', 'out-of-range'],
    ['a negative quantity', [{ code: 'KSKLX', quantity: -1 }], '/items/0/quantity', 'out-of-range'],
    ['half an exam', [{ code: 'KSKLX', quantity: 0.5 }], '/items/0/quantity', 'wrong-type'],
    [
      'an edited price',
      [{ code: 'KSKLX', quantity: 1, price: 1 }],
      '/items/0/price',
      'unknown-property',
    ],
    ['nothing', [], '/items', 'out-of-range'],
    ['a code with a NUL', [{ code: 'KSK\0', quantity: 1 }], '/items/0/code', 'malformed'],
  ])('refuses %s', async (_, items, pointer, code) => {
    const body = { examId: await arrivedExam(app()), items }
    const answer = await cashier.post('/api/v1/invoices', body)
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] }
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }))
  })

  it.each(['total', 'id', 'billCode', 'state'])('refuses a %s of the caller’s own', async (key) => {
    const body = { examId: await arrivedExam(app()), items: examFee, [key]: 1 }
    expect((await cashier.post('/api/v1/invoices', body)).status).toBe(422)
  })

  it('refuses an exam that was cancelled', async () => {
    const examId = await arrivedExam(app())
    await app().deps.database.query(sql`UPDATE exam SET state = 'cancelled' WHERE id = ${examId}`)
    const answer = await cashier.post('/api/v1/invoices', { examId, items: examFee })
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'exam-cancelled'])
  })

  it('says why a bill of 500,000,000 đ has no QR, and gives one just below', async () => {
    const items = (quantity: number) => [{ code: 'KSKLX', quantity }]
    const above = await issueBill(app(), cashier, items(2000))
    expect(above.total).toBe(500_000_000)
    expect(above.qr).toBeUndefined()
    expect(above.qrReason).toContain('500,000,000')
    const svg = await cashier.get(`/api/v1/invoices/${above.id}/qr.svg`)
    expect([svg.status, await codeOf(svg)]).toEqual([409, 'no-qr'])
    const below = await issueBill(app(), cashier, items(1999))
    expect(below.qr?.amount).toBe(499_750_000)
  })

  it('books a receivable and draws the QR as a picture', async () => {
    const before = await ledgerOf(app())
    const bill = await issueBill(app(), cashier)
    const after = await ledgerOf(app())
    expect((after.receivable ?? 0) - (before.receivable ?? 0)).toBe(250_000)
    expect((after.revenue ?? 0) - (before.revenue ?? 0)).toBe(-250_000)
    const svg = await cashier.get(`/api/v1/invoices/${bill.id}/qr.svg`)
    expect(svg.headers.get('content-type')).toBe('image/svg+xml')
    expect(await svg.text()).toMatch(/^<svg /)
  })
})

describe('paying in cash', () => {
  const pay = (id: string, tendered: unknown, extra = {}) =>
    cashier.post(`/api/v1/invoices/${id}/payments`, { method: 'cash', tendered, ...extra })

  it('takes what remains and says the change', async () => {
    const bill = await issueBill(app(), cashier)
    const answer = await pay(bill.id, 500_000)
    expect(answer.status).toBe(201)
    const { payment, change } = (await answer.json()) as { payment: object; change: number }
    expect(payment).toMatchObject({ method: 'cash', amount: 250_000, tendered: 500_000 })
    expect(change).toBe(250_000)
    expect(await billOf(cashier, bill.id)).toMatchObject({
      state: 'balanced',
      paid: 250_000,
      remaining: 0,
      version: 2,
      payments: [{ method: 'cash', amount: 250_000, receiptNumber: expect.stringMatching(/^PT/) }],
    })
  })

  it('refuses a balanced bill', async () => {
    const bill = await issueBill(app(), cashier)
    await pay(bill.id, 250_000)
    const answer = await pay(bill.id, 250_000)
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'invoice-balanced'])
  })

  it.each([249_999, 1, 0, -250_000, 250_000.5, '250000', null])(
    'refuses %j for 250,000',
    async (tendered) => {
      const bill = await issueBill(app(), cashier)
      const answer = await pay(bill.id, tendered)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('/tendered')
      expect((await billOf(cashier, bill.id)).state).toBe('issued')
    },
  )

  it('refuses an amount of the caller’s own', async () => {
    const bill = await issueBill(app(), cashier)
    expect((await pay(bill.id, 250_000, { amount: 1 })).status).toBe(422)
  })

  it('refuses a stale version', async () => {
    const bill = await issueBill(app(), cashier)
    const path = `/api/v1/invoices/${bill.id}/payments`
    const body = { method: 'cash', tendered: 250_000 }
    const stale = await cashier.post(path, body, { 'if-match': '"9"' })
    expect([stale.status, await codeOf(stale)]).toEqual([409, 'stale-version'])
    expect((await cashier.post(path, body, { 'if-match': '"1"' })).status).toBe(201)
  })

  it('is taken once when ten cashiers press at once', async () => {
    const bill = await issueBill(app(), cashier)
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay(bill.id, 250_000)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect((await billOf(cashier, bill.id)).paid).toBe(250_000)
  })

  it('is taken once under one key', async () => {
    const bill = await issueBill(app(), cashier)
    const path = `/api/v1/invoices/${bill.id}/payments`
    const body = { method: 'cash', tendered: 300_000 }
    const key = { 'idempotency-key': `pay-${bill.id}` }
    const first = await cashier.post(path, body, key)
    const again = await cashier.post(path, body, key)
    expect(await again.json()).toEqual(await first.json())
    expect((await billOf(cashier, bill.id)).payments).toHaveLength(1)
  })
})

describe('who may do what', () => {
  const roles = ['reception', 'examiner', 'lab', 'concluder', 'licence-desk', 'records'] as const

  it.each([...roles, 'director', 'admin', 'auditor'])(
    '%s issues and takes nothing',
    async (role) => {
      const caller = await app().as([role])
      const bill = await issueBill(app(), cashier)
      const examId = await arrivedExam(app())
      const issue = await caller.post('/api/v1/invoices', { examId, items: examFee })
      const body = { method: 'cash', tendered: 250_000 }
      const pay = await caller.post(`/api/v1/invoices/${bill.id}/payments`, body)
      expect([issue.status, pay.status]).toEqual([403, 403])
    },
  )

  it.each([
    ['cashier', 200],
    ['cashier-manager', 200],
    ['reception', 200],
    ['examiner', 403],
    ['concluder', 403],
    ['admin', 403],
    ['auditor', 403],
  ])('%s reading a bill: %i', async (role, status) => {
    const bill = await issueBill(app(), cashier)
    const caller = await app().as([role])
    expect((await caller.get(`/api/v1/invoices/${bill.id}`)).status).toBe(status)
    expect((await caller.get(`/api/v1/invoices/${bill.id}/qr.svg`)).status).toBe(status)
  })

  it('nobody without a token', async () => {
    const answer = await app().request('/api/v1/prices')
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })

  it('another facility finds nothing there', async () => {
    const neighbour = await app().as(['cashier'], { facility: '48002' })
    const bill = await issueBill(app(), cashier)
    const body = { method: 'cash', tendered: 250_000 }
    const tries = [
      neighbour.get(`/api/v1/invoices/${bill.id}`),
      neighbour.get(`/api/v1/invoices/${bill.id}/qr.svg`),
      neighbour.post(`/api/v1/invoices/${bill.id}/payments`, body),
      neighbour.post('/api/v1/invoices', { examId: await arrivedExam(app()), items: examFee }),
    ]
    const answers = await Promise.all(tries)
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  it.each(['nonsense', '00000000-0000-7000-8000-000000000000'])('%s is no bill', async (id) => {
    expect((await cashier.get(`/api/v1/invoices/${id}`)).status).toBe(404)
  })
})

it('lists the prices of today with what they rest on', async () => {
  const answer = await cashier.get('/api/v1/prices')
  const { items, ...rest } = (await answer.json()) as { items: object[] }
  expect(rest).toEqual({})
  expect(items).toContainEqual({
    code: 'KSKLX',
    name: 'Khám sức khỏe của người lái xe',
    unit: 'lần',
    price: 250_000,
    legalSource: expect.stringContaining('minh họa'),
    effectiveFrom: '2026-01-01',
    published: true,
    illustrative: true,
  })
})

describe('decoding over the API', () => {
  const valid =
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E'

  it('answers what the code says', async () => {
    const answer = await cashier.post('/api/v1/vietqr/decode', { payload: valid })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      scheme: 'vietqr',
      pointOfInitiation: '12',
      bank: { bin: '970403', name: 'Sacombank' },
      account: '0011012345678',
      service: 'account',
      amount: 180_000,
      billNumber: 'NPS6869',
      purpose: 'thanh toan don hang',
      tlv: expect.arrayContaining([{ id: '00', value: '01' }]),
    })
  })

  it('names what is broken', async () => {
    const answer = await cashier.post('/api/v1/vietqr/decode', { payload: `${valid}0` })
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'crc'])
  })
})

describe('the ledger in the database', () => {
  it('refuses an entry that does not balance', async () => {
    const { database, clock } = app().deps
    const entry = clock.id()
    const write = database.query(sql`
      WITH e AS (
        INSERT INTO journal_entry (id, facility_id, kind, at)
        SELECT ${entry}::uuid, id, 'cash-received', ${clock.now()} FROM facility LIMIT 1
        RETURNING id, facility_id)
      INSERT INTO journal_line (entry_id, facility_id, position, account, debit)
      SELECT id, facility_id, 0, 'cash', 1 FROM e`)
    await expect(write).rejects.toThrow(/does not balance/)
  })

  it('refuses to change what is booked', async () => {
    await issueBill(app(), cashier)
    const change = app().deps.database.query(sql`UPDATE journal_line SET debit = debit + 1`)
    await expect(change).rejects.toThrow(/append-only/)
  })

  it('adds up to nothing over everything that was booked', async () => {
    const balances = Object.values(await ledgerOf(app()))
    expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(0)
  })
})
