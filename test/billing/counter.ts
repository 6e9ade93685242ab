import { createHmac } from 'node:crypto'
import { fold } from '../../src/core/text.ts'
import { sql } from '../../src/platform/database.ts'
import type { Caller, TestApp } from '../support/app.ts'

/** A patient's arrived exam, straight in the tables, so that billing's tests hang on nothing else. */
export async function arrivedExam(app: TestApp, facility = '48001', name = 'Trần Thị An') {
  const { database, clock } = app.deps
  const [patient, visit, exam] = [clock.id(), clock.id(), clock.id()]
  const folded = fold(name)
  await database.query(sql`
    WITH f AS (SELECT id FROM facility WHERE code = ${facility}),
    p AS (
      INSERT INTO patient (id, facility_id, name, birth_date, sex, folded_name, search_text,
                           created_at, updated_at)
      SELECT ${patient}::uuid, f.id, ${name}, '1985-04-12', 'female', ${folded}, ${folded},
             ${clock.now()}, ${clock.now()} FROM f),
    v AS (
      INSERT INTO visit (id, facility_id, patient_id, state, started_at)
      SELECT ${visit}::uuid, f.id, ${patient}::uuid, 'arrived', ${clock.now()} FROM f)
    INSERT INTO exam (id, facility_id, patient_id, visit_id, licence_class, standards_group,
                      standard_id, purpose, delivery, state, created_at, updated_at)
    SELECT ${exam}::uuid, f.id, ${patient}::uuid, ${visit}::uuid, 'B', 2, 'test', 'renewal',
           '{"method":"collect"}', 'arrived', ${clock.now()}, ${clock.now()} FROM f`)
  return exam
}

export type IssuedBill = {
  id: string
  version: number
  number: string
  billCode: string
  state: string
  total: number
  paid: number
  remaining: number
  overpaid: number
  qr?: { payload: string; amount: number; account: string; name: string }
  qrReason?: string
  payments: {
    id: string
    method: string
    amount: number
    match?: string
    receiptNumber: string
  }[]
}

export const examFee = [{ code: 'KSKLX', quantity: 1 }]

export async function issueBill(app: TestApp, cashier: Caller, items = examFee) {
  const examId = await arrivedExam(app)
  const answer = await cashier.post('/api/v1/invoices', { examId, items })
  if (answer.status !== 201) throw new Error(`not issued: ${await answer.text()}`)
  return (await answer.json()) as IssuedBill
}

export async function billOf(cashier: Caller, id: string): Promise<IssuedBill> {
  return (await (await cashier.get(`/api/v1/invoices/${id}`)).json()) as IssuedBill
}

let serial = 0

type Sent = {
  id?: number
  amount: number
  memo: string
  type?: 'in' | 'out'
  account?: string
}

/** A SePay notification as it comes over the wire, proved by the API key. */
export function sepayMessage(app: TestApp, sent: Sent): [string, RequestInit] {
  const body = JSON.stringify({
    id: sent.id ?? ++serial,
    gateway: 'Vietcombank',
    transactionDate: '2026-11-24 10:02:37',
    accountNumber: sent.account ?? app.deps.env.BANK_ACCOUNT,
    code: null,
    content: sent.memo,
    transferType: sent.type ?? 'in',
    transferAmount: sent.amount,
    accumulated: 0,
    subAccount: null,
    referenceCode: `FT${serial}`,
    description: '',
  })
  const headers = { authorization: `Apikey ${app.deps.env.SEPAY_API_KEY}` }
  return ['/webhooks/bank/sepay', { method: 'POST', body, headers }]
}

export function transfer(app: TestApp, sent: Sent): Promise<Response> {
  return app.request(...sepayMessage(app, sent))
}

export function signedSepay(app: TestApp, body: string, at: number): [string, RequestInit] {
  const timestamp = String(at)
  const hex = createHmac('sha256', app.deps.env.SEPAY_SECRET ?? '')
    .update(`${timestamp}.${body}`)
    .digest('hex')
  const headers = { 'x-sepay-timestamp': timestamp, 'x-sepay-signature': `sha256=${hex}` }
  return ['/webhooks/bank/sepay', { method: 'POST', body, headers }]
}

export async function matchesOf(app: TestApp, billCode: string): Promise<string[]> {
  const rows = await app.deps.database.query<{ match: string }>(sql`
    SELECT match FROM bank_transaction WHERE content ILIKE ${`%${billCode}%`} ORDER BY received_at`)
  return rows.map(({ match }) => match)
}

/** Every account's debit minus credit; all together must be nothing. */
export async function ledgerOf(app: TestApp): Promise<Record<string, number>> {
  const rows = await app.deps.database.query<{ account: string; balance: number }>(sql`
    SELECT account, sum(debit - credit)::bigint AS balance FROM journal_line GROUP BY account`)
  return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]))
}
