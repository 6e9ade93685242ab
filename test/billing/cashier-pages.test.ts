import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'
import { arrivedExam, billOf, issueBill, ledgerOf, matchesOf, transfer } from './counter.ts'

const app = withApp()
let cashier: Caller
let manager: Caller

beforeAll(async () => {
  cashier = await app().as(['cashier'])
  manager = await app().as(['cashier-manager'])
})

const form = (caller: Caller, path: string, fields: Record<string, string>) =>
  caller.post(path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  })

const html = async (caller: Caller, path: string) => (await caller.get(path)).text()

async function suspended(memo: string, amount = 250_000): Promise<string> {
  await transfer(app(), { amount, memo })
  const [row] = await app().deps.database.query<{ id: string }>(
    sql`SELECT id FROM bank_transaction WHERE content = ${memo}`,
  )
  return row?.id ?? ''
}

describe('the counter', () => {
  it('shows who waits for a bill, what waits for money, and what came in', async () => {
    const exam = await arrivedExam(app(), '48001', 'Lê Văn Chờ')
    const waiting = await issueBill(app(), cashier)
    const paid = await issueBill(app(), cashier)
    await transfer(app(), { amount: 250_000, memo: paid.billCode })
    const page = await html(cashier, '/bills')
    expect(page).toContain(`/bills/new?exam=${exam}`)
    expect(page).toContain('Lê Văn Chờ')
    expect(page).toContain(`/bills/${waiting.id}`)
    expect(page).toContain(`/bills/${paid.id}`)
    expect(page).toMatch(/Transfer: [\d,]+ đ/)
  })

  it('finds a bill by its code, and nothing by a wildcard', async () => {
    const bill = await issueBill(app(), cashier)
    const named = await cashier.get(`/bills?q=${bill.billCode.toLowerCase()}`)
    expect(named.headers.get('location')).toBe(`/bills/${bill.id}`)
    expect(await html(cashier, `/bills?q=${'%25'.repeat(3)}`)).not.toContain(bill.number)
  })

  it('leads Enter to the one person meant, and to the next one for nothing typed', async () => {
    const exam = await arrivedExam(app(), '48001', 'Ngụy Như Kon Tum')
    const leads = async (caller: Caller, path: string) => (await caller.get(path)).headers
    const to = `/bills/new?exam=${exam}`
    expect((await leads(cashier, '/bills?q=nguy+nhu+kon')).get('location')).toBe(to)
    expect((await leads(cashier, '/bills?q=')).get('location')).toMatch(/^\/bills\/new\?exam=/)
    expect((await cashier.get('/bills')).status).toBe(200)
    const reception = await app().as(['reception'])
    expect((await reception.get('/bills?q=nguy+nhu+kon')).status).toBe(200)
    const renewed = { 'sec-fetch-dest': 'empty' }
    expect((await cashier.get('/bills?q=nguy+nhu+kon', renewed)).status).toBe(200)
  })

  it.each(["'", '"; drop table invoice', '\\', '\0', 'a'.repeat(500)])(
    'survives a search for %j',
    async (text) => {
      const answer = await cashier.get(`/bills?q=${encodeURIComponent(text)}`)
      expect(answer.status).toBe(200)
    },
  )

  it('leads a reader without the right to issue nowhere', async () => {
    const exam = await arrivedExam(app())
    const reception = await app().as(['reception'])
    expect(await html(reception, '/bills')).not.toContain(`/bills/new?exam=${exam}`)
    expect((await reception.get(`/bills/new?exam=${exam}`)).status).toBe(403)
  })
})

describe('issuing on the page', () => {
  it('proposes the driver exam and goes to the bill', async () => {
    const exam = await arrivedExam(app())
    const page = await html(cashier, `/bills/new?exam=${exam}`)
    expect(page).toMatch(/name="quantity-KSKLX"[^>]*value="1"/)
    expect(page).not.toContain('KSKLX-TN')
    const answer = await form(cashier, '/bills', {
      exam,
      'quantity-KSKLX': '1',
      'quantity-XN-GLU': '',
      _once: 'issue-1',
    })
    expect(answer.status).toBe(303)
    const again = await form(cashier, '/bills', {
      exam,
      'quantity-KSKLX': '1',
      'quantity-XN-GLU': '',
      _once: 'issue-1',
    })
    expect(again.headers.get('location')).toBe(answer.headers.get('location'))
    const bill = await html(cashier, answer.headers.get('location') ?? '')
    expect(bill).toContain('250,000 đ')
    expect(await html(cashier, `/bills/new?exam=${exam}`)).toContain('has a bill already')
  })

  it.each([
    [{ 'quantity-KSKLX': '' }, 'at least one service'],
    [{ 'quantity-KSKLX': '-1' }, 'whole number'],
    [{ 'quantity-KSKLX': '1.5' }, 'whole number'],
    [{ 'quantity-KSKLX': 'x"><b>' }, 'x&quot;&gt;&lt;b&gt;'],
  ])('keeps %j and says what is wrong', async (fields, said) => {
    const exam = await arrivedExam(app())
    const answer = await form(cashier, '/bills', { exam, ...fields } as Record<string, string>)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })
})

describe('the bill page', () => {
  it('names the payee in words beside the code', async () => {
    const bill = await issueBill(app(), cashier)
    const page = await html(cashier, `/bills/${bill.id}`)
    const { env } = app().deps
    for (const said of [env.BANK_ACCOUNT, env.BANK_ACCOUNT_NAME, 'Vietcombank', bill.billCode]) {
      expect(page).toContain(said)
    }
    expect(page).toContain('<svg')
    expect(page).toContain('Hai trăm năm mươi nghìn đồng')
    expect(page).toMatch(/data-live="\/live\?topics=invoice/)
  })

  it('shows the change after cash', async () => {
    const bill = await issueBill(app(), cashier)
    const answer = await form(cashier, `/bills/${bill.id}/payments`, { tendered: '500.000' })
    expect(answer.status).toBe(303)
    const page = await html(cashier, `/bills/${bill.id}`)
    expect(page).toContain('Paid in full')
    expect(page).toMatch(/Change.*250,000 đ/s)
    expect(page).toContain(`/bills/${bill.id}/receipt.pdf`)
    expect(page).not.toContain('name="tendered"')
  })

  it.each(['249.999', '', 'abc', '-250000'])('keeps %j and refuses it', async (tendered) => {
    const bill = await issueBill(app(), cashier)
    const answer = await form(cashier, `/bills/${bill.id}/payments`, { tendered })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('error-summary')
    if (tendered !== '') expect(page).toContain(`value="${tendered}"`)
    expect((await billOf(cashier, bill.id)).state).toBe('issued')
  })

  it('says why 500,000,000 đ has no code', async () => {
    const bill = await issueBill(app(), cashier, [{ code: 'KSKLX', quantity: 2000 }])
    expect(await html(cashier, `/bills/${bill.id}`)).toContain('cannot be sent by VietQR')
  })

  it('is not shown to other roles or facilities', async () => {
    const bill = await issueBill(app(), cashier)
    const path = `/bills/${bill.id}`
    expect((await (await app().as(['examiner'])).get(path)).status).toBe(403)
    const neighbour = await app().as(['cashier-manager'], { facility: '48002' })
    expect((await neighbour.get(path)).status).toBe(404)
    const tries = [
      form(neighbour, `${path}/payments`, { tendered: '250000' }),
      form(neighbour, `${path}/cancellation`, { reason: 'not ours at all' }),
    ]
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404])
  })
})

describe('cancelling', () => {
  const cancel = (caller: Caller, id: string, reason = 'issued for the wrong exam') =>
    form(caller, `/bills/${id}/cancellation`, { reason })

  it('is the manager’s, with a reason, and takes the revenue back', async () => {
    const bill = await issueBill(app(), cashier)
    const before = await ledgerOf(app())
    expect((await cancel(cashier, bill.id)).status).toBe(403)
    expect((await cancel(manager, bill.id, '   ')).status).toBe(422)
    expect((await cancel(manager, bill.id)).status).toBe(303)
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'cancelled', version: 2 })
    const after = await ledgerOf(app())
    expect((after.receivable ?? 0) - (before.receivable ?? 0)).toBe(-250_000)
    expect((await cancel(manager, bill.id)).status).toBe(409)
  })

  it('is refused once money has come in', async () => {
    const bill = await issueBill(app(), cashier)
    await transfer(app(), { amount: 1_000, memo: bill.billCode })
    expect((await cancel(manager, bill.id)).status).toBe(409)
  })

  it('sends money that comes afterwards to the queue and never revives the bill', async () => {
    const bill = await issueBill(app(), cashier)
    await cancel(manager, bill.id)
    const before = await ledgerOf(app())
    await transfer(app(), { amount: 250_000, memo: bill.billCode })
    expect(await matchesOf(app(), bill.billCode)).toEqual(['late'])
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'cancelled', paid: 0 })
    const after = await ledgerOf(app())
    expect((after.suspense ?? 0) - (before.suspense ?? 0)).toBe(-250_000)
    const body = { method: 'cash', tendered: 250_000 }
    const pay = await cashier.post(`/api/v1/invoices/${bill.id}/payments`, body)
    expect(pay.status).toBe(409)
  })
})

describe('the bank queue', () => {
  const match = (caller: Caller, id: string, fields: Record<string, string>) =>
    form(caller, `/bank-transactions/${id}/match`, fields)

  it('gives suspended money to the bill a manager names, with a reason and an audit entry', async () => {
    const bill = await issueBill(app(), cashier)
    const id = await suspended('tien kham khong ma A1')
    expect(await html(manager, '/bank-transactions')).toContain('tien kham khong ma A1')
    const page = await html(manager, `/bank-transactions/${id}`)
    expect(page).toContain(`value="${bill.billCode}"`)
    const before = await ledgerOf(app())
    const reason = 'người trả đưa ảnh chụp'
    const answer = await match(manager, id, { candidate: bill.billCode, bill: '', reason })
    expect(answer.status).toBe(303)
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'balanced', paid: 250_000 })
    const after = await ledgerOf(app())
    expect((after.suspense ?? 0) - (before.suspense ?? 0)).toBe(250_000)
    expect((after.receivable ?? 0) - (before.receivable ?? 0)).toBe(-250_000)
    const [entry] = await app().deps.database.query<{ detail: object }>(sql`
      SELECT detail FROM audit_entry
      WHERE action = 'bank-transaction.matched' AND subject_id = ${id}`)
    expect(entry?.detail).toMatchObject({ invoiceId: bill.id, match: 'exact', reason })
    expect((await match(manager, id, { bill: bill.billCode, reason })).status).toBe(409)
    expect(await html(manager, '/bank-transactions')).not.toContain('tien kham khong ma A1')
  })

  it.each([
    ['no reason', { bill: 'LT1', reason: '' }],
    ['no bill', { bill: '', reason: 'some reason' }],
    ['an unknown bill', { bill: 'LT999', reason: 'some reason' }],
  ])('refuses %s and keeps what was typed', async (what, fields) => {
    const id = await suspended(`khong ma ${what}`)
    const answer = await match(manager, id, fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('error-summary')
  })

  it('refuses a balanced bill and transactions that are settled', async () => {
    const bill = await issueBill(app(), cashier)
    await transfer(app(), { amount: 250_000, memo: bill.billCode })
    const id = await suspended('khong ma B1')
    const reason = 'some reason'
    expect((await match(manager, id, { bill: bill.number, reason })).status).toBe(409)
    const [settled] = await app().deps.database.query<{ id: string }>(
      sql`SELECT id FROM bank_transaction WHERE invoice_id = ${bill.id}`,
    )
    const other = await issueBill(app(), cashier)
    const again = await match(manager, settled?.id ?? '', { bill: other.billCode, reason })
    expect(again.status).toBe(409)
  })

  it('is given once when five managers press at once', async () => {
    const bills = await Promise.all(Array.from({ length: 5 }, () => issueBill(app(), cashier)))
    const id = await suspended('khong ma C1')
    const presses = bills.map(({ billCode }) =>
      match(manager, id, { bill: billCode, reason: 'at the same time' }),
    )
    const statuses = (await Promise.all(presses)).map(({ status }) => status).sort()
    expect(statuses).toEqual([303, 409, 409, 409, 409])
  })

  it('shows each outcome with its next step', async () => {
    const bill = await issueBill(app(), cashier)
    for (const amount of [50_000, 300_000, 10_000]) {
      await transfer(app(), { amount, memo: bill.billCode })
    }
    await transfer(app(), { amount: 1_000, memo: 'la NUOC', account: '55555' })
    await transfer(app(), { amount: 1_000, memo: 'di RA', type: 'out' })
    for (const filter of ['partial', 'over', 'duplicate']) {
      expect(await html(manager, `/bank-transactions?match=${filter}`)).toContain(bill.number)
    }
    const foreign = await html(manager, '/bank-transactions?match=foreign-account')
    expect(foreign).toContain('la NUOC')
    expect(await html(manager, '/bank-transactions?match=outgoing')).toContain('di RA')
    const open = await html(manager, '/bank-transactions')
    expect(open).not.toContain('di RA')
  })

  it('is the manager’s and the director’s to read, and only the manager’s to match', async () => {
    const id = await suspended('khong ma D1')
    const director = await app().as(['director'])
    const statusFor = async (caller: Caller) => [
      (await caller.get('/bank-transactions')).status,
      (await caller.get(`/bank-transactions/${id}`)).status,
      (await match(caller, id, { bill: 'LT1', reason: 'some reason' })).status,
    ]
    expect(await statusFor(cashier)).toEqual([403, 403, 403])
    expect(await statusFor(director)).toEqual([200, 200, 403])
    const neighbour = await app().as(['cashier-manager'], { facility: '48002' })
    expect(await statusFor(neighbour)).toEqual([200, 404, 404])
  })

  it.each(['nonsense', "exact' or 1=1", '__proto__'])('takes %j for no filter', async (filter) => {
    const answer = await manager.get(`/bank-transactions?match=${encodeURIComponent(filter)}`)
    expect(answer.status).toBe(200)
  })

  it('accounts for every đồng of the day: reported = on bills + queued', async () => {
    const page = await html(manager, '/bank-transactions')
    const balances = await ledgerOf(app())
    const bank = new Intl.NumberFormat('en-GB').format(balances.bank ?? 0)
    expect(page).toContain(`${bank} đ`)
    const queued = -((balances.suspense ?? 0) + (balances['patient-credit'] ?? 0))
    expect(page).toContain(`${new Intl.NumberFormat('en-GB').format(queued)} đ`)
  })
})
