import { beforeAll, describe, expect, test } from 'vitest'
import { grantField } from '../../src/identity/grant-fields.tsx'
import { sql } from '../../src/platform/database.ts'
import { auditOf, type Browser, signedIn, staffIdOf } from '../identity/browser.ts'
import { type Caller, withApp } from '../support/app.ts'
import { arrivedExam, billOf, examFee, matchesOf, transfer } from './counter.ts'

const app = withApp()
let admin: Browser
let director: Browser
let cashier: Caller
/** A director whom the requester made, but days ago. */
let second: Browser

const OWN_PASSWORD = 'mat-khau-rieng-1'

beforeAll(async () => {
  admin = await signedIn(app(), 'quantri', app().castPassword)
  director = await signedIn(app(), 'giamdoc', app().castPassword)
  cashier = await app().as(['cashier'])
})

const asked = {
  bin: '970422',
  account: '0480 0200-01',
  name: 'Trung tâm y tế Hải Châu',
  reason: 'Tài khoản cũ đóng ngày 30/11',
}

async function openRequest(): Promise<string> {
  const [row] = await app().deps.database.query<{ id: string }>(
    sql`SELECT id FROM payee_change WHERE state = 'requested'`,
  )
  if (!row) throw new Error('nothing waits')
  return row.id
}

async function ask(form: Record<string, string> = asked): Promise<string> {
  expect((await admin.post('/settings/payee', form)).status).toBe(303)
  return openRequest()
}

async function newBill() {
  const examId = await arrivedExam(app())
  const answer = await cashier.post('/api/v1/invoices', { examId, items: examFee })
  return (await answer.json()) as { id: string; billCode: string; qr: { account: string } }
}

/** A director made by the administrator who asks, signed in with a password of their own. */
async function appointed(username: string): Promise<Browser> {
  const made = await admin.post('/staff', {
    username,
    name: 'Giám đốc mới',
    [grantField('director')]: 'on',
  })
  const shown = /one-time-password">(?:<[^>]*>)*([a-z2-9-]+)/.exec(await made.text())
  const current = shown?.[1] ?? ''
  const browser = await signedIn(app(), username, current)
  const next = { current, next: OWN_PASSWORD, repeated: OWN_PASSWORD }
  expect((await browser.post('/password', next)).status).toBe(303)
  return browser
}

const approve = (browser: Browser, id: string, password = app().castPassword) =>
  browser.post(`/settings/payee/${id}/approval`, { password })

describe('another payee', () => {
  test('is asked for with every fault named and what was typed kept', async () => {
    const form = { bin: '000000', account: '12 3!', name: 'x', reason: '' }
    const answer = await admin.post('/settings/payee', form)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('value="12 3!"')
    expect(text.match(/class="field-error"/g)).toHaveLength(4)
  })

  test('changes nothing until somebody else approves it; every home says so', async () => {
    const before = await newBill()
    const id = await ask()
    expect((await billOf(cashier, before.id)).qr?.account).toBe(before.qr.account)
    expect((await newBill()).qr.account).toBe(before.qr.account)
    const desk = await signedIn(app(), 'thungan', app().castPassword)
    const text = await (await desk.get('/')).text()
    expect(text).toContain('0480020001')
    expect(text).toContain(before.qr.account)
    expect(await auditOf(app(), id)).toEqual(['payee.requested'])
  })

  test('a second request waits for the first to be decided', async () => {
    const answer = await admin.post('/settings/payee', { ...asked, account: '999' })
    expect(answer.status).toBe(409)
  })

  test('cannot be approved by whoever asked, nor by others, nor with a wrong password', async () => {
    const id = await openRequest()
    expect((await approve(admin, id)).status).toBe(409)
    const desk = await signedIn(app(), 'truongthungan', app().castPassword)
    expect((await approve(desk, id)).status).toBe(403)
    expect((await approve(director, id, 'wrong')).status).toBe(422)
    expect((await newBill()).qr.account).not.toBe('0480020001')
  })

  test('the database refuses one person alone, and any way round the request', async () => {
    const { database } = app().deps
    const id = await openRequest()
    const own = sql`
      UPDATE payee_change SET state = 'approved', decided_by = requested_by, decided_at = now()
      WHERE id = ${id}`
    await expect(database.query(own)).rejects.toThrow(/payee_change_two_people/)
    const other = await staffIdOf(app(), 'giamdoc')
    const elsewhere = sql`
      UPDATE payee_change SET bank_account = '666', state = 'approved', decided_by = ${other},
             decided_at = now() WHERE id = ${id}`
    await expect(database.query(elsewhere)).rejects.toThrow(/frozen/)
    const straight = sql`UPDATE facility SET bank_account = '666'`
    await expect(database.query(straight)).rejects.toThrow(/two people/)
  })

  test('an account that the requester has just made cannot approve for them', async () => {
    const id = await openRequest()
    const puppet = await appointed('giamdoc.moi')
    const answer = await approve(puppet, id, OWN_PASSWORD)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('72')
    expect(await auditOf(app(), id)).toEqual(['payee.requested'])
  })

  test('one that has been there for three days can', async () => {
    const id = await openRequest()
    const fourDays = app().clock.now().getTime() - 96 * 3_600_000
    app().clock.hold(new Date(fourDays).toISOString())
    await appointed('giamdoc.hai')
    app().clock.hold(undefined)
    second = await signedIn(app(), 'giamdoc.hai', OWN_PASSWORD)
    expect((await approve(second, id, OWN_PASSWORD)).headers.get('location')).toContain('approve')
    expect(await auditOf(app(), id)).toEqual(['payee.requested', 'payee.approved'])
  })

  test('once approved every QR leads there, and money on the former account still settles bills', async () => {
    const bill = await newBill()
    expect(bill.qr.account).toBe('0480020001')
    await transfer(app(), { amount: 250_000, memo: bill.billCode })
    expect(await matchesOf(app(), bill.billCode)).toEqual(['exact'])
    expect((await billOf(cashier, bill.id)).state).toBe('balanced')
    const text = await (await admin.get('/')).text()
    expect(text).toContain('0480020001')
  })

  test('is decided once, however many decide at the same time', async () => {
    const id = await ask({ ...asked, account: '777' })
    const refusal = { refuseReason: 'Không đúng sao kê' }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => second.post(`/settings/payee/${id}/refusal`, refusal)),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect((await newBill()).qr.account).toBe('0480020001')
  })

  test('whoever asked may take it back, nobody else', async () => {
    const id = await ask({ ...asked, account: '888' })
    const { status } = await admin.post(`/settings/payee/${id}/withdrawal`)
    expect(status).toBe(303)
    expect((await admin.post(`/settings/payee/${id}/withdrawal`)).status).toBe(409)
  })
})
