import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { cassoCanonical, payosCanonical } from '../../src/billing/bank-notification.ts'
import { decodeQr } from '../../src/billing/vietqr-decode.ts'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'
import {
  arrivedExam,
  billOf,
  examFee,
  issueBill,
  ledgerOf,
  matchesOf,
  sepayMessage,
  signedSepay,
  transfer,
} from './counter.ts'
import { givePayee } from './payee.ts'

const app = withApp()
let cashier: Caller

beforeAll(async () => {
  cashier = await app().as(['cashier'])
})

const rows = <T>(statement: ReturnType<typeof sql>) => app().deps.database.query<T>(statement)

async function difference(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await ledgerOf(app())
  await work()
  const after = await ledgerOf(app())
  const accounts = Object.keys(after).filter((name) => after[name] !== (before[name] ?? 0))
  return Object.fromEntries(
    accounts.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]),
  )
}

describe('a transfer that names a bill', () => {
  it('balances it, exactly', async () => {
    const bill = await issueBill(app(), cashier)
    const booked = await difference(async () => {
      const answer = await transfer(app(), { amount: 250_000, memo: `MBVCB.1.${bill.billCode}` })
      expect([answer.status, await answer.text()]).toEqual([200, '{"success":true}'])
    })
    const paid = await billOf(cashier, bill.id)
    expect(paid).toMatchObject({ state: 'balanced', paid: 250_000, remaining: 0, version: 2 })
    expect(paid.payments).toEqual([
      expect.objectContaining({ method: 'transfer', amount: 250_000, match: 'exact' }),
    ])
    expect(paid.qr).toBeUndefined()
    expect(paid.qrReason).toContain('paid in full')
    expect(booked).toEqual({ bank: 250_000, receivable: -250_000 })
  })

  it('balances it though its code makes a second valid one with the bank’s words', async () => {
    const { clock } = app()
    const { secret } = clock
    clock.secret = () => Buffer.from([199, 119, 16, 151, 128, 23, 41, 136]).toString('base64url')
    const bill = await issueBill(app(), cashier).finally(() => {
      clock.secret = secret
    })
    expect(bill.billCode).toBe('LT59LFLTHVV')
    await transfer(app(), { amount: 250_000, memo: `MBVCB.1.${bill.billCode}.CT tu 0123` })
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'balanced', paid: 250_000 })
  })

  it('in part leaves it issued, with a new QR for the rest', async () => {
    const bill = await issueBill(app(), cashier)
    await transfer(app(), { amount: 100_000, memo: bill.billCode })
    const partly = await billOf(cashier, bill.id)
    expect(partly).toMatchObject({ state: 'issued', paid: 100_000, remaining: 150_000 })
    expect(partly.qr?.amount).toBe(150_000)
    expect(decodeQr(partly.qr?.payload ?? '').amount).toBe(150_000)
    await transfer(app(), { amount: 150_000, memo: bill.billCode })
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'balanced', overpaid: 0 })
    expect(await matchesOf(app(), bill.billCode)).toEqual(['partial', 'exact'])
  })

  it('with too much balances it and owes the rest back', async () => {
    const bill = await issueBill(app(), cashier)
    const booked = await difference(() => transfer(app(), { amount: 300_000, memo: bill.billCode }))
    expect(await billOf(cashier, bill.id)).toMatchObject({
      state: 'balanced',
      paid: 300_000,
      overpaid: 50_000,
    })
    expect(booked).toEqual({ bank: 300_000, receivable: -250_000, 'patient-credit': -50_000 })
  })

  it('a second time is a duplicate to give back', async () => {
    const bill = await issueBill(app(), cashier)
    await transfer(app(), { amount: 250_000, memo: bill.billCode })
    const booked = await difference(() => transfer(app(), { amount: 250_000, memo: bill.billCode }))
    expect(await matchesOf(app(), bill.billCode)).toEqual(['exact', 'duplicate'])
    expect(await billOf(cashier, bill.id)).toMatchObject({
      state: 'balanced',
      paid: 500_000,
      overpaid: 250_000,
    })
    expect(booked).toEqual({ bank: 250_000, 'patient-credit': -250_000 })
  })

  it.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['separators', (code: string) => code.replace(/(.{3})/g, '$1-')],
    ['other words around it', (code: string) => `MBVCB.77.${code} CT tu 001 toi 002`],
    ['the code twice', (code: string) => `${code} ${code}`],
  ])('finds it in %s', async (_, write) => {
    const bill = await issueBill(app(), cashier)
    await transfer(app(), { amount: 250_000, memo: write(bill.billCode) })
    expect((await billOf(cashier, bill.id)).state).toBe('balanced')
  })
})

describe('a transfer that settles nothing', () => {
  const booked = (work: () => Promise<unknown>) => difference(work)

  it('is held in suspense when it names no bill', async () => {
    const memo = 'tien kham NOCODE1'
    expect(await booked(() => transfer(app(), { amount: 70_000, memo }))).toEqual({
      bank: 70_000,
      suspense: -70_000,
    })
    expect(await matchesOf(app(), 'NOCODE1')).toEqual(['unmatched'])
  })

  it('is ambiguous when it names two bills', async () => {
    const [a, b] = [await issueBill(app(), cashier), await issueBill(app(), cashier)]
    await transfer(app(), { amount: 500_000, memo: `${a.billCode} va ${b.billCode}` })
    expect(await matchesOf(app(), a.billCode)).toEqual(['unmatched'])
    expect((await billOf(cashier, a.id)).state).toBe('issued')
    expect((await billOf(cashier, b.id)).state).toBe('issued')
  })

  it('is none of ours on a foreign account, whatever it names', async () => {
    const bill = await issueBill(app(), cashier)
    const sent = { amount: 250_000, memo: bill.billCode, account: '999999999' }
    expect(await booked(() => transfer(app(), sent))).toEqual({})
    expect(await matchesOf(app(), bill.billCode)).toEqual(['foreign-account'])
    expect((await billOf(cashier, bill.id)).state).toBe('issued')
  })

  it.each([
    ['outgoing', { amount: 250_000, type: 'out' as const }],
    ['of nothing', { amount: 0 }],
    ['of less than nothing', { amount: -250_000 }],
  ])('is kept and marked when it is %s', async (_, sent) => {
    const bill = await issueBill(app(), cashier)
    const work = () => transfer(app(), { ...sent, memo: bill.billCode })
    expect(await booked(work)).toEqual({})
    expect(await matchesOf(app(), bill.billCode)).toEqual(['outgoing'])
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'issued', paid: 0 })
  })
})

describe('proof', () => {
  const sepay = (id: number) => sepayMessage(app(), { id, amount: 1_000, memo: 'x' })
  const stored = async (id: string) => {
    const found = await rows<{ count: number }>(
      sql`SELECT count(*) AS count FROM bank_transaction WHERE provider_id = ${id}`,
    )
    return found[0]?.count
  }

  it('a forged key is refused and nothing is stored', async () => {
    const [path, init] = sepay(910_001)
    const answer = await app().request(path, { ...init, headers: { authorization: 'Apikey no' } })
    expect(answer.status).toBe(401)
    expect(await stored('910001')).toBe(0)
  })

  it('a signature is believed within five minutes, not after', async () => {
    const now = Math.floor(app().clock.now().getTime() / 1000)
    const [, { body }] = sepay(910_002)
    const inTime = await app().request(...signedSepay(app(), String(body), now - 290))
    expect(inTime.status).toBe(200)
    const [, later] = sepay(910_003)
    const late = await app().request(...signedSepay(app(), String(later.body), now - 310))
    expect(late.status).toBe(401)
    expect([await stored('910002'), await stored('910003')]).toEqual([1, 0])
  })

  it('a signed body that was edited is refused', async () => {
    const now = Math.floor(app().clock.now().getTime() / 1000)
    const [, { body }] = sepay(910_004)
    const [path, init] = signedSepay(app(), String(body), now)
    const edited = String(body).replace('1000', '9000')
    expect((await app().request(path, { ...init, body: edited })).status).toBe(401)
  })

  it('payOS is settled by its signature over data', async () => {
    const bill = await issueBill(app(), cashier)
    const { env } = app().deps
    const data = {
      orderCode: 7,
      amount: 250_000,
      description: bill.billCode,
      accountNumber: env.BANK_ACCOUNT,
      reference: 'TF1',
      transactionDateTime: '2026-11-24 10:00:00',
      currency: 'VND',
      paymentLinkId: 'link-1',
      code: '00',
      desc: 'Thành công',
      counterAccountName: null,
    }
    const signature = createHmac('sha256', env.PAYOS_CHECKSUM_KEY ?? '')
      .update(payosCanonical(data))
      .digest('hex')
    const send = (body: object) =>
      app().request('/webhooks/bank/payos', { method: 'POST', body: JSON.stringify(body) })
    const forged = await send({ code: '00', data: { ...data, amount: 250_001 }, signature })
    expect(forged.status).toBe(401)
    for (let time = 0; time < 3; time++) {
      const answer = await send({ code: '00', data, signature })
      expect([answer.status, await answer.json()]).toEqual([200, { success: true }])
    }
    expect(await billOf(cashier, bill.id)).toMatchObject({ state: 'balanced', paid: 250_000 })
    expect(await matchesOf(app(), bill.billCode)).toEqual(['exact'])
  })

  it('Casso is settled by its signature over the sorted body, in time only', async () => {
    const bill = await issueBill(app(), cashier)
    const { env } = app().deps
    const send = (id: number, at: number) => {
      const body = {
        error: 0,
        data: {
          id,
          reference: 'FT1',
          description: `x ${bill.billCode}`,
          amount: 250_000,
          transactionDateTime: '2026-11-24 10:00:00',
          accountNumber: env.BANK_ACCOUNT,
          bankName: 'Vietcombank',
        },
      }
      const hex = createHmac('sha512', env.CASSO_CHECKSUM_KEY ?? '')
        .update(cassoCanonical(String(at), body))
        .digest('hex')
      const headers = { 'x-casso-signature': `t=${at},v1=${hex}` }
      return app().request('/webhooks/bank/casso', {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      })
    }
    const now = app().clock.now().getTime()
    expect((await send(31, now - 301_000)).status).toBe(401)
    expect((await send(0, now)).status).toBe(200)
    expect(await matchesOf(app(), bill.billCode)).toEqual([])
    expect((await send(31, now)).status).toBe(200)
    expect((await send(31, now)).status).toBe(200)
    expect(await matchesOf(app(), bill.billCode)).toEqual(['exact'])
  })

  it.each(['momo', 'SEPAY', 'sepay2'])('the unknown provider %s is not found', async (name) => {
    const [, init] = sepay(910_005)
    expect((await app().request(`/webhooks/bank/${name}`, init)).status).toBe(404)
  })

  it.each(['payos', 'casso', 'sepay'])('%s without any proof is refused', async (name) => {
    const answer = await app().request(`/webhooks/bank/${name}`, { method: 'POST', body: '{"a":' })
    expect(answer.status).toBe(401)
  })

  it('a genuine message that says no transaction is refused with its reason', async () => {
    const [path, init] = sepay(910_006)
    const answer = await app().request(path, { ...init, body: '{"id":1}' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('notification-unreadable')
  })

  it('a NUL in the memo is no reason to fail', async () => {
    const answer = await transfer(app(), { amount: 5_000, memo: 'a\0b NULMEMO' })
    expect(answer.status).toBe(200)
    expect(await matchesOf(app(), 'NULMEMO')).toEqual(['unmatched'])
  })

  it('leaves nothing of the payer in the log', async () => {
    await transfer(app(), { amount: 5_000, memo: 'CANARYNGUYENVANB' })
    expect(app().logged.join('\n')).not.toContain('CANARY')
  })
})

describe('many at once', () => {
  it('the same notification fifty times is one transaction', async () => {
    const bill = await issueBill(app(), cashier)
    const sent = { id: 920_001, amount: 250_000, memo: bill.billCode }
    const answers = await Promise.all(Array.from({ length: 50 }, () => transfer(app(), sent)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await matchesOf(app(), bill.billCode)).toEqual(['exact'])
    expect(await billOf(cashier, bill.id)).toMatchObject({ paid: 250_000, version: 2 })
  })

  it('fifty notifications for one bill settle it once, each with one journal entry', async () => {
    const bill = await issueBill(app(), cashier)
    const booked = await difference(async () => {
      const send = () => transfer(app(), { amount: 250_000, memo: bill.billCode })
      await Promise.all(Array.from({ length: 50 }, send))
    })
    const matches = await matchesOf(app(), bill.billCode)
    expect(matches.filter((match) => match === 'exact')).toHaveLength(1)
    expect(matches.filter((match) => match === 'duplicate')).toHaveLength(49)
    expect(booked).toEqual({
      bank: 50 * 250_000,
      receivable: -250_000,
      'patient-credit': -49 * 250_000,
    })
    const entries = await rows<{ entries: number }>(sql`
      SELECT count(*) AS entries FROM journal_entry e
      JOIN bank_transaction b ON b.id = e.bank_transaction_id WHERE b.invoice_id = ${bill.id}`)
    expect(entries[0]?.entries).toBe(50)
    const receipts = (await billOf(cashier, bill.id)).payments.map((p) => p.receiptNumber)
    expect(new Set(receipts).size).toBe(50)
  })

  it('cash and transfer at once are paid once and owed once, or refused', async () => {
    for (let round = 0; round < 5; round++) {
      const bill = await issueBill(app(), cashier)
      const [cash] = await Promise.all([
        cashier.post(`/api/v1/invoices/${bill.id}/payments`, { method: 'cash', tendered: 250_000 }),
        transfer(app(), { amount: 250_000, memo: bill.billCode }),
      ])
      const after = await billOf(cashier, bill.id)
      expect(after.state).toBe('balanced')
      if (cash.status === 201) {
        expect(after).toMatchObject({ paid: 500_000, overpaid: 250_000 })
        expect(await matchesOf(app(), bill.billCode)).toEqual(['duplicate'])
      } else {
        expect([cash.status, after.paid]).toEqual([409, 250_000])
      }
    }
  })
})

describe('whatever arrives, in whatever order', () => {
  it('every đồng is on a bill or in a queue, and every bill says what it received', async () => {
    const bills = await Promise.all([1, 2, 3, 4].map(() => issueBill(app(), cashier)))
    const codes = [...bills.map(({ billCode }) => billCode), 'khong co ma']
    const arrival = fc.record({
      amount: fc.constantFrom(1, 50_000, 125_000, 250_000, 250_001, 900_000),
      memo: fc.constantFrom(...codes),
      type: fc.constantFrom('in' as const, 'in' as const, 'in' as const, 'out' as const),
      foreign: fc.boolean(),
      repeated: fc.boolean(),
    })
    const many = fc.array(arrival, { minLength: 60, maxLength: 60 })
    const [arrivals = []] = fc.sample(many, { numRuns: 1, seed: 20_261_124 })
    const counted = arrivals.filter(({ type, foreign }) => type === 'in' && !foreign)
    const total = counted.reduce((sum, { amount }) => sum + amount, 0)
    const booked = await difference(() =>
      Promise.all(
        arrivals.flatMap(({ amount, memo, type, foreign, repeated }, index) => {
          const account = foreign ? { account: '1' } : {}
          const sent = { id: 930_000 + index, amount, memo, type, ...account }
          return repeated ? [transfer(app(), sent), transfer(app(), sent)] : [transfer(app(), sent)]
        }),
      ),
    )
    const { bank = 0, receivable = 0, suspense = 0, 'patient-credit': credit = 0 } = booked
    expect(bank).toBe(total)
    expect(bank + receivable + suspense + credit).toBe(0)
    for (const { id, billCode } of bills) {
      const after = await billOf(cashier, id)
      const sent = counted.filter(({ memo }) => memo === billCode)
      expect(after.paid).toBe(sent.reduce((sum, { amount }) => sum + amount, 0))
      expect(after.paid).toBe(after.payments.reduce((sum, { amount }) => sum + amount, 0))
      expect(after.state).toBe(after.paid >= after.total ? 'balanced' : 'issued')
      expect(after.version).toBe(1 + sent.length)
    }
  })
})

describe('several facilities', () => {
  it('one account for both: the bill decides whose money it is', async () => {
    const neighbour = await app().as(['cashier'], { facility: '48002' })
    const examId = await arrivedExam(app(), '48002')
    const answer = await neighbour.post('/api/v1/invoices', { examId, items: examFee })
    const bill = (await answer.json()) as { id: string; billCode: string }
    await transfer(app(), { amount: 250_000, memo: bill.billCode })
    expect((await billOf(neighbour, bill.id)).state).toBe('balanced')
  })

  it('an account of its own receives for its own bills only', async () => {
    const own = { bin: '970422', account: '0480020001', name: 'TTYT SON TRA' }
    await givePayee(app(), '48002', own)
    const neighbour = await app().as(['cashier'], { facility: '48002' })
    const examId = await arrivedExam(app(), '48002')
    const answer = await neighbour.post('/api/v1/invoices', { examId, items: examFee })
    const theirs = (await answer.json()) as { id: string; billCode: string; qr: object }
    expect(theirs.qr).toMatchObject({ account: '0480020001', name: 'TTYT SON TRA' })
    await transfer(app(), { amount: 250_000, memo: theirs.billCode })
    expect(await matchesOf(app(), theirs.billCode)).toEqual(['unmatched'])
    const account = '0480020001'
    await transfer(app(), { amount: 250_000, memo: theirs.billCode, account })
    expect((await billOf(neighbour, theirs.id)).state).toBe('balanced')
  })
})

it('says in the audit what happened and who did it', async () => {
  const bill = await issueBill(app(), cashier)
  await transfer(app(), { amount: 250_000, memo: bill.billCode })
  const entries = await rows<{ action: string; actor_kind: string; actor_id: string }>(sql`
    SELECT action, actor_kind, actor_id FROM audit_entry
    WHERE detail->>'invoiceId' = ${bill.id} ORDER BY at, action`)
  expect(entries).toEqual([
    expect.objectContaining({ action: 'invoice.issued', actor_kind: 'service' }),
    { action: 'bank-transaction.received', actor_kind: 'system', actor_id: 'bank:sepay' },
    { action: 'invoice.balanced', actor_kind: 'system', actor_id: 'bank:sepay' },
  ])
})

it('makes the same bank transaction twice impossible in the database itself', async () => {
  const bill = await issueBill(app(), cashier)
  await transfer(app(), { amount: 250_000, memo: bill.billCode })
  const again = rows(sql`
    INSERT INTO journal_entry (id, facility_id, kind, at, bank_transaction_id)
    SELECT ${app().deps.clock.id()}::uuid, facility_id, 'bank-received', received_at, id
    FROM bank_transaction WHERE invoice_id = ${bill.id}`)
  await expect(again).rejects.toMatchObject({
    constraint: 'journal_entry_bank_transaction_id_key',
  })
})
