import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { transfer } from '../billing/counter.ts'
import { withClinic } from '../renewals/clinic.ts'
import type { Caller } from '../support/app.ts'
import {
  instant,
  jsonOf,
  nullsIn,
  opened,
  pointersOf,
  refused,
  type Wire,
  wholeHouse,
} from './wire.ts'

const clinic = withClinic()
let house: Caller
beforeAll(async () => {
  house = await wholeHouse(clinic().app)
})

const held = {
  number: '480112345678',
  class: 'B2',
  scheme: 'pre-2025',
  issuedOn: '2016-12-20',
  expiresOn: '2099-12-20',
}
const address = {
  text: '12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng',
  ward: '20285',
  province: '48',
}

/** The six requests of a visit, as one program after another makes them. */
async function visit(outcome: object = { outcome: 'fit' }, licence: object = held): Promise<Wire> {
  const on = calendarDateOf(clinic().app.clock.now())
  const person = await jsonOf(
    await house.post('/api/v1/patients', {
      identityCardQr: `04818599${String(++serial).padStart(4, '0')}||NGUYỄN THỊ AN ${letters()}|01061985|Nữ|${address.text}|15082021`,
      phone: '0905123456',
      confirmNew: true,
    }),
  )
  const exam = await jsonOf(
    await house.post('/api/v1/exams', {
      patientId: person.id,
      licenceClass: 'B',
      purpose: 'renewal',
      heldLicence: licence,
      consents: { exam: true, renewal: true },
    }),
  )
  const recorded = await house.put(`/api/v1/exams/${exam.id}/sections`, fitFindings(on))
  expect(recorded.status).toBe(200)
  const items = [{ code: 'KSKLX', quantity: 1 }]
  const bill = await jsonOf(await house.post('/api/v1/invoices', { examId: exam.id, items }))
  const told = { id: 880_000 + serial, amount: bill.total, memo: bill.billCode }
  expect((await transfer(clinic().app, told)).status).toBe(200)
  const answer = await house.post(`/api/v1/exams/${exam.id}/conclusion`, outcome)
  const concluded = await jsonOf(answer)
  expect(answer.status, JSON.stringify(concluded)).toBe(200)
  return { person, exam, bill, concluded }
}
let serial = 0
const letters = () => [...String(serial)].map((digit) => String.fromCharCode(65 + +digit)).join('')

async function caseOf(examId: string): Promise<Wire> {
  const answer = await house.get(`/api/v1/renewal-cases?examId=${examId}`)
  expect(answer.status).toBe(200)
  const { items } = await jsonOf(answer)
  expect(items).toHaveLength(1)
  return items[0]
}
const until = (examId: string, expected: object) =>
  expect.poll(() => caseOf(examId), { timeout: 15_000, interval: 50 }).toMatchObject(expected)

function report(body: Wire, { at = Date.now() / 1_000, secret = '' } = {}): Promise<Response> {
  const raw = JSON.stringify(body)
  const timestamp = String(Math.floor(at))
  const key = secret || clinic().app.deps.env.AUTHORITY_WEBHOOK_SECRET
  const signature = createHmac('sha256', key).update(`${timestamp}.${raw}`).digest('hex')
  return clinic().app.request('/webhooks/licence-authority', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-lienthong-timestamp': timestamp,
      'x-lienthong-signature': `sha256=${signature}`,
    },
    body: raw,
  })
}

describe('a visit of six requests', () => {
  it('ends with the certificate sent, the case handed in, and the authority’s code', async () => {
    const { exam, bill, concluded } = await visit()
    expect(concluded.renewal).toEqual({ eligible: true, caseId: expect.any(String) })
    await until(exam.id, { dossierCode: expect.any(String), transmission: { state: 'accepted' } })
    const found = await caseOf(exam.id)
    expect(found).toMatchObject({
      id: concluded.renewal.caseId,
      examId: exam.id,
      missing: [],
      transmission: { state: 'accepted', attempts: 1 },
    })
    expect(found).not.toHaveProperty('holdReason')
    for (const step of found.history) {
      expect(step).toMatchObject({ state: expect.any(String), by: expect.any(String) })
      expect(step.at).toMatch(instant)
    }
    expect(nullsIn(found)).toEqual([])
    const paid = await jsonOf(await house.get(`/api/v1/invoices/${bill.id}`))
    expect(paid).toMatchObject({ state: 'balanced', paid: bill.total })
  })

  it('with a review opens the case on hold, with an unfit person none', async () => {
    const review = {
      outcome: 'fit-subject-to-review',
      reason: 'Huyết áp',
      reexamineOn: '2099-01-01',
    }
    const { exam } = await visit(review)
    expect(await caseOf(exam.id)).toMatchObject({
      state: 'on-hold',
      holdReason: 'fit-subject-to-review',
    })
    const unfit = await visit({ outcome: 'unfit', reason: 'Lâm sàng' })
    expect(unfit.concluded.renewal).toEqual({ eligible: false, reason: expect.any(String) })
    const { items } = await jsonOf(await house.get(`/api/v1/renewal-cases?examId=${unfit.exam.id}`))
    expect(items).toEqual([])
  })

  it('on a licence overdue by thirty days waits for the test, by a day less it does not', async () => {
    const day = (ago: number) =>
      calendarDateOf(new Date(clinic().app.clock.now().getTime() - ago * 86_400_000))
    const late = await visit(undefined, { ...held, expiresOn: day(30) })
    expect(await caseOf(late.exam.id)).toMatchObject({
      state: 'on-hold',
      holdReason: 'retest-needed',
    })
    const inTime = await visit(undefined, { ...held, expiresOn: day(29) })
    expect((await caseOf(inTime.exam.id)).state).not.toBe('on-hold')
  })

  it('before its conclusion has no case and says so', async () => {
    const { id, renewal } = await opened(house)
    expect(renewal).toEqual({ eligible: false, reason: expect.any(String) })
    const body = await jsonOf(await house.get(`/api/v1/renewal-cases?examId=${id}`))
    expect(body).toEqual({ items: [] })
  })
})

describe('the authority’s call-back', () => {
  const event = (found: Wire, status: string, more: object = {}) => ({
    eventId: crypto.randomUUID(),
    caseId: found.id,
    dossierCode: found.dossierCode,
    status,
    at: new Date().toISOString(),
    ...more,
  })
  const handedIn = async () => {
    const { exam } = await visit()
    await until(exam.id, { dossierCode: expect.any(String) })
    return caseOf(exam.id)
  }

  it('moves the case once, by its label or its code, and is answered again', async () => {
    const found = await handedIn()
    const accepted = event(found, 'được tiếp nhận')
    for (let time = 0; time < 3; time++) expect((await report(accepted)).status).toBe(200)
    expect((await caseOf(found.examId)).state).toBe('accepted')
    expect((await report(event(found, 'dang-xu-ly'))).status).toBe(200)
    expect((await report(event(found, 'từ chối', { ground: 'Vi phạm chưa xử lý' }))).status).toBe(
      200,
    )
    const closed = await caseOf(found.examId)
    expect(closed.state).toBe('rejected')
    expect(closed.history.at(-1)).toMatchObject({ state: 'rejected', reason: 'Vi phạm chưa xử lý' })
    expect(closed.history.filter(({ state }: Wire) => state === 'accepted')).toHaveLength(1)
  })

  it('is refused when forged, late, about nobody or unreadable', async () => {
    const found = await handedIn()
    const good = event(found, 'da-co-ket-qua')
    const now = Date.now() / 1_000
    await refused(await report(good, { secret: 'x'.repeat(32) }), 401)
    await refused(await report(good, { at: now - 305 }), 401)
    await refused(await report(good, { at: now + 305 }), 401)
    await refused(await report({ ...good, caseId: crypto.randomUUID() }), 404)
    await refused(await report({ ...good, caseId: 'nobody' }), 404)
    for (const [name, value] of [
      ['status', 'banana'],
      ['status', undefined],
      ['at', 'today'],
      ['eventId', ''],
      ['eventId', 'a\u0000b'],
      ['dossierCode', undefined],
      ['ground', 5],
      ['ground', 'a\u0000b'],
    ] as const) {
      const problem = await refused(await report({ ...good, [name]: value }), 422)
      expect(pointersOf(problem)).toEqual([`/${name}`])
    }
    expect((await caseOf(found.examId)).state).toBe('requested')
    expect((await report(good, { at: now - 290 })).status).toBe(200)
  })
})
