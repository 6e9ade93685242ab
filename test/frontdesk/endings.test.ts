import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { listRefundsDue } from '../../src/billing/refund-repository.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { takeStation } from '../../src/frontdesk/duty-commands.ts'
import { listDuties } from '../../src/frontdesk/duty-repository.ts'
import { endDay, giveUpVisit } from '../../src/frontdesk/ending-commands.ts'
import { bringBack } from '../../src/frontdesk/ticket-commands.ts'
import { sql } from '../../src/platform/database.ts'
import { type Body, bodyOf, concluded, type Desks, openDesks, openExam } from '../exams/desk.ts'
import type { Caller } from '../support/app.ts'
import { withApp } from '../support/app.ts'
import { type Floor, openFloor } from './floor.ts'

const app = withApp()
let desks: Desks
let cashier: Caller
let floor: Floor
beforeAll(async () => {
  desks = await openDesks(app())
  cashier = await app().as(['cashier', 'cashier-manager'])
  floor = await openFloor(app())
})
afterEach(() => app().clock.hold(undefined))

const deps = () => app().deps
const front = () => floor.person('front', 'reception')

/** The small hours of the day after. */
async function nightPasses(): Promise<void> {
  app().clock.hold(new Date(Date.now() + 86_400_000).toISOString())
  await endDay(deps())
}

async function billFor(exam: Body): Promise<Body> {
  const items = [{ code: 'KSKLX', quantity: 1 }]
  return bodyOf(await cashier.post('/api/v1/invoices', { examId: exam.id, items }))
}

const pay = (bill: Body) =>
  cashier.post(`/api/v1/invoices/${bill.id}/payments`, { method: 'cash', tendered: bill.total })

async function states(exam: Body) {
  const [row] = await deps().database.query<Record<'exam' | 'visit' | 'ticket', string>>(sql`
    SELECT e.state AS exam, v.state AS visit, t.state AS ticket
    FROM exam e JOIN visit v ON v.id = e.visit_id JOIN ticket t ON t.visit_id = v.id
    WHERE e.id = ${exam.id}`)
  return row
}

const billState = async (bill: Body) =>
  (await bodyOf(await cashier.get(`/api/v1/invoices/${bill.id}`))).state

const sign = (exam: Body) => {
  const { eyes } = fitFindings(desks.today) as Record<string, unknown>
  return desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, { eyes })
}

describe('the night ends what the day left open', () => {
  test('nothing signed, nothing paid: exam, visit and bill are cancelled', async () => {
    const exam = await openExam(desks)
    const bill = await billFor(exam)
    await nightPasses()
    expect(await states(exam)).toEqual({
      exam: 'cancelled',
      visit: 'cancelled',
      ticket: 'abandoned',
    })
    expect(await billState(bill)).toBe('cancelled')
  })

  test('paid: the money is named as to be refunded, and stays in the books', async () => {
    const exam = await openExam(desks)
    const bill = await billFor(exam)
    await pay(bill)
    await nightPasses()
    expect(await states(exam)).toMatchObject({ exam: 'cancelled' })
    expect(await billState(bill)).toBe('balanced')
    const due = await listRefundsDue(deps().database, floor.facilityId)
    expect(due).toContainEqual(expect.objectContaining({ invoiceId: bill.id, paid: bill.total }))
    app().clock.hold(undefined)
    const counter = await (await cashier.get('/bills')).text()
    expect(counter).toContain('To be refunded')
    expect(counter).toContain(`/bills/${bill.id}`)
    const till = await app().as(['cashier'])
    expect(await (await till.get('/bills')).text()).not.toContain('To be refunded')
  })

  test('something signed: it is kept, and goes on another day under that day’s number', async () => {
    const exam = await openExam(desks)
    await sign(exam)
    await nightPasses()
    expect(await states(exam)).toEqual({
      exam: 'in-progress',
      visit: 'in-progress',
      ticket: 'abandoned',
    })
    const back = await bringBack(deps(), front(), { visitId: exam.visitId })
    expect(back).toMatchObject({ state: 'waiting', day: calendarDateOf(app().clock.now()) })
  })

  test('concluded: nothing of it changes', async () => {
    const exam = await concluded(desks)
    const before = await states(exam)
    await nightPasses()
    expect(await states(exam)).toMatchObject({ exam: before?.exam, visit: before?.visit })
    expect((await states(exam))?.ticket).toBe('done')
  })

  test('a second time it finds nothing to do', async () => {
    const exam = await openExam(desks)
    await nightPasses()
    await endDay(deps())
    const given = await deps().database.query(sql`
      SELECT 1 FROM audit_entry WHERE subject_id = ${exam.visitId} AND action = 'visit.given-up'`)
    expect(given).toHaveLength(1)
  })

  test('nobody sits at a station over night', async () => {
    await takeStation(deps(), front(), { stationId: floor.station('Tiếp đón 1').id })
    expect(await listDuties(deps().database, floor.facilityId)).toHaveLength(1)
    await nightPasses()
    expect(await listDuties(deps().database, floor.facilityId)).toEqual([])
  })

  test('who is here today stays', async () => {
    const exam = await openExam(desks)
    await endDay(deps())
    expect(await states(exam)).toMatchObject({ ticket: 'waiting', visit: 'arrived' })
  })
})

describe('the desk ends a visit', () => {
  test('exam, visit, ticket and unpaid bill go together; asked twice it is once', async () => {
    const exam = await openExam(desks)
    const bill = await billFor(exam)
    await giveUpVisit(deps(), front(), { visitId: exam.visitId })
    await giveUpVisit(deps(), front(), { visitId: exam.visitId })
    expect(await states(exam)).toEqual({
      exam: 'cancelled',
      visit: 'cancelled',
      ticket: 'cancelled',
    })
    expect(await billState(bill)).toBe('cancelled')
    const late = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, {
      eyes: (fitFindings(desks.today) as Record<string, unknown>).eyes,
    })
    expect(late.status).toBe(409)
  })

  test('not once something is signed', async () => {
    const exam = await openExam(desks)
    await sign(exam)
    await expect(giveUpVisit(deps(), front(), { visitId: exam.visitId })).rejects.toMatchObject({
      code: 'exam-signed',
    })
    expect(await states(exam)).toMatchObject({ exam: 'in-progress', ticket: 'waiting' })
  })

  test('a doctor who signs at that moment is not overrun', async () => {
    for (let time = 0; time < 5; time++) {
      const exam = await openExam(desks)
      const [, ended] = await Promise.all([
        sign(exam),
        giveUpVisit(deps(), front(), { visitId: exam.visitId }).then(
          () => true,
          () => false,
        ),
      ])
      const [row] = await deps().database.query<{ signed: number }>(sql`
        SELECT count(*)::int AS signed FROM exam_section
        WHERE exam_id = ${exam.id} AND state = 'signed'`)
      expect(row?.signed).toBe(ended ? 0 : 1)
      expect((await states(exam))?.exam === 'cancelled').toBe(ended)
    }
  })
})
