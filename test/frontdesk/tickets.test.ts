import { beforeAll, describe, expect, test } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { findBoard } from '../../src/frontdesk/board-repository.ts'
import { callNext } from '../../src/frontdesk/call-commands.ts'
import { takeStation } from '../../src/frontdesk/duty-commands.ts'
import { findRoute } from '../../src/frontdesk/route-repository.ts'
import { finish, recall, serve, skip, transfer } from '../../src/frontdesk/stop-commands.ts'
import { bringBack, setPriority } from '../../src/frontdesk/ticket-commands.ts'
import { sql } from '../../src/platform/database.ts'
import {
  type Body,
  bodyOf,
  type Desks,
  openDesks,
  openExam,
  registerPerson,
} from '../exams/desk.ts'
import { withApp } from '../support/app.ts'
import { type Floor, openFloor } from './floor.ts'

const app = withApp()
let desks: Desks
let floor: Floor
beforeAll(async () => {
  desks = await openDesks(app())
  floor = await openFloor(app())
})

const deps = () => app().deps

/** A morning of its own: nobody of the tests before stands in the queues. */
async function emptyHouse(): Promise<void> {
  await deps().database.query(sql`
    UPDATE ticket SET state = 'done', station_id = NULL, called_at = NULL, served_at = NULL,
      ended_at = now() WHERE ended_at IS NULL`)
  await deps().database.query(sql`UPDATE station_duty SET ended_at = now() WHERE ended_at IS NULL`)
}

const record = (exam: Body, ...sections: string[]) => {
  const all: Record<string, unknown> = fitFindings(desks.today)
  const some = Object.fromEntries(sections.map((section) => [section, all[section]]))
  return desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, some)
}

/** Sends somebody to a station's queue, wherever the route had them wait. */
async function waitingAt(name: string): Promise<Body> {
  const exam = await openExam(desks)
  const ticket = await floor.ticket(exam.visitId)
  const station = floor.station(name)
  if (ticket.stationId !== station.id) {
    await transfer(deps(), floor.person('front', 'reception'), {
      stationId: ticket.stationId ?? '',
      visitId: exam.visitId,
      toStationId: station.id,
    })
  }
  return exam
}

const oculist = () => floor.person('oculist', 'examiner')
const at = (name: string, exam: Body) => ({
  stationId: floor.station(name).id,
  visitId: exam.visitId as string,
})

describe('the ticket', () => {
  test('comes with the visit, in its commit, with the day’s next number', async () => {
    const first = await floor.ticket((await openExam(desks)).visitId)
    const second = await floor.ticket((await openExam(desks)).visitId)
    expect(second.number).toBe(first.number + 1)
    expect(second).toMatchObject({ state: 'waiting', day: desks.today })
  })

  test('has a number of its own, however many arrive at once', async () => {
    const exams = await Promise.all(Array.from({ length: 30 }, () => openExam(desks)))
    const tickets = await Promise.all(exams.map(({ visitId }) => floor.ticket(visitId)))
    const numbers = tickets.map(({ number }) => number).sort((a, b) => a - b)
    expect(new Set(numbers).size).toBe(30)
    expect((numbers[29] ?? 0) - (numbers[0] ?? 0)).toBe(29)
  })

  test('is not given out when the visit does not come to be', async () => {
    const before = await floor.ticket((await openExam(desks)).visitId)
    const patientId = await registerPerson(desks.reception)
    const refused = await desks.reception.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'new',
      consents: { exam: false },
    })
    expect(refused.status).toBe(422)
    const after = await floor.ticket((await openExam(desks)).visitId)
    expect(after.number).toBe(before.number + 1)
  })

  test('cannot be deleted, nor its history changed', async () => {
    await emptyHouse()
    const exam = await openExam(desks)
    await record(exam, ...Object.keys(fitFindings(desks.today)))
    expect(await floor.stops(exam.visitId)).toHaveLength(1)
    await expect(
      deps().database.query(sql`DELETE FROM ticket WHERE visit_id = ${exam.visitId}`),
    ).rejects.toThrow('a ticket that was given out stays')
    await expect(deps().database.query(sql`UPDATE ticket_stop SET calls = 7`)).rejects.toThrow(
      'append-only',
    )
  })

  test('of an old person goes before others by itself', async () => {
    await emptyHouse()
    const patientId = await registerPerson(desks.reception, '1945-03-01')
    const exam = await bodyOf(
      await desks.reception.post('/api/v1/exams', {
        patientId,
        licenceClass: 'B',
        purpose: 'new',
        consents: { exam: true },
      }),
    )
    expect((await floor.ticket(exam.visitId)).priority).toBe('elderly')
  })
})

describe('the way through the house', () => {
  test('sends each to the shortest wait, so that many spread over all stations', async () => {
    await emptyHouse()
    for (let person = 0; person < 9; person++) await openExam(desks)
    const board = await findBoard(deps().database, floor.facilityId, app().clock.now())
    const waiting = Object.fromEntries(board.stations.map((each) => [each.name, each.waiting]))
    expect(waiting).toMatchObject({ 'Tiếp đón 1': 1, 'Mắt 1': 1, 'Mắt 2': 1, 'Kết luận': 0 })
  })

  test('goes on by itself when the sections, the payment, the conclusion are there', async () => {
    await emptyHouse()
    const exam = await openExam(desks)
    await record(exam, ...Object.keys(fitFindings(desks.today)))
    expect((await floor.ticket(exam.visitId)).stationId).toBe(floor.station('Thu ngân').id)

    const cashier = await app().as(['cashier'])
    const items = [{ code: 'KSKLX', quantity: 1 }]
    const bill = await bodyOf(await cashier.post('/api/v1/invoices', { examId: exam.id, items }))
    await cashier.post(`/api/v1/invoices/${bill.id}/payments`, {
      method: 'cash',
      tendered: bill.total,
    })
    expect((await floor.ticket(exam.visitId)).stationId).toBe(floor.station('Kết luận').id)

    await desks.concluder.post(`/api/v1/exams/${exam.id}/conclusion`, { outcome: 'fit' })
    expect(await floor.ticket(exam.visitId)).toMatchObject({ state: 'done' })
  })

  test('stays where something is still to be done', async () => {
    await emptyHouse()
    const exam = await waitingAt('Tâm thần, thần kinh')
    await record(exam, 'psychiatry')
    expect((await floor.ticket(exam.visitId)).stationId).toBe(
      floor.station('Tâm thần, thần kinh').id,
    )
    await record(exam, 'neurology')
    expect((await floor.ticket(exam.visitId)).stationId).not.toBe(
      floor.station('Tâm thần, thần kinh').id,
    )
  })

  test('tells where one is, how many are before one, and what comes after', async () => {
    await emptyHouse()
    await waitingAt('Xét nghiệm')
    const exam = await waitingAt('Xét nghiệm')
    const route = await findRoute(
      deps().database,
      floor.facilityId,
      exam.visitId,
      app().clock.now(),
    )
    expect(route?.here).toMatchObject({ name: 'Xét nghiệm', ahead: 1 })
    expect(route?.here?.waitSeconds).toBeGreaterThan(0)
    expect(route?.next.at(-1)).toMatchObject({ name: 'Kết luận', tasks: ['conclusion'] })
    expect(route?.unserved).toEqual([])
    expect(route?.next.map(({ name }) => name)).not.toContain('Xét nghiệm')
  })
})

describe('calling', () => {
  test('takes the first of the queue; called again it is the same person', async () => {
    await emptyHouse()
    const exam = await waitingAt('Mắt 1')
    await waitingAt('Mắt 1')
    const stationId = floor.station('Mắt 1').id
    const first = await callNext(deps(), oculist(), { stationId })
    const again = await callNext(deps(), oculist(), { stationId })
    expect(first).toMatchObject({ visitId: exam.visitId, state: 'called', calls: 1 })
    expect(again).toMatchObject({ visitId: exam.visitId, calls: 1 })
  })

  test('never serves two stations the same person, however many call at once', async () => {
    await emptyHouse()
    for (let person = 0; person < 6; person++) await waitingAt(`Mắt ${1 + (person % 2)}`)
    const called: (string | undefined)[] = []
    for (let round = 0; round < 3; round++) {
      const pair = await Promise.all(
        ['Mắt 1', 'Mắt 2'].flatMap((name) =>
          [1, 2, 3].map(async () => {
            const stationId = floor.station(name).id
            const ticket = await callNext(deps(), floor.person(name, 'examiner'), { stationId })
            return { name, visitId: ticket?.visitId }
          }),
        ),
      )
      for (const name of ['Mắt 1', 'Mắt 2']) {
        const seen = new Set(pair.filter((each) => each.name === name).map((each) => each.visitId))
        expect(seen.size).toBe(1)
        const [visitId] = [...seen]
        called.push(visitId)
        const stationId = floor.station(name).id
        await finish(deps(), floor.person(name, 'examiner'), { stationId, visitId: visitId ?? '' })
      }
    }
    expect(new Set(called).size).toBe(6)
  })

  test('fetches from a longer queue when nobody waits here', async () => {
    await emptyHouse()
    const exam = await waitingAt('Mắt 2')
    const stationId = floor.station('Mắt 1').id
    const ticket = await callNext(deps(), oculist(), { stationId })
    expect(ticket?.visitId).toBe(exam.visitId)
    expect(await floor.stops(exam.visitId)).toContainEqual({ name: 'Mắt 2', ending: 'fetched' })
  })

  test('leaves nobody before an empty room: who came there earlier is called before one’s own', async () => {
    await emptyHouse()
    const early = await waitingAt('Mắt 2')
    const late = await waitingAt('Mắt 1')
    const stationId = floor.station('Mắt 1').id
    expect((await callNext(deps(), oculist(), { stationId }))?.visitId).toBe(early.visitId)
    await finish(deps(), oculist(), { stationId, visitId: early.visitId })
    expect((await callNext(deps(), oculist(), { stationId }))?.visitId).toBe(late.visitId)
  })

  test('leaves to a room that is taken whoever waits there, however early', async () => {
    await emptyHouse()
    const other = await waitingAt('Mắt 2')
    const own = await waitingAt('Mắt 1')
    await takeStation(deps(), floor.person('Mắt 2', 'examiner'), {
      stationId: floor.station('Mắt 2').id,
    })
    const stationId = floor.station('Mắt 1').id
    expect((await callNext(deps(), oculist(), { stationId }))?.visitId).toBe(own.visitId)
    expect((await floor.ticket(other.visitId)).state).toBe('waiting')
  })

  test('nobody there is no mistake', async () => {
    await emptyHouse()
    const stationId = floor.station('Mắt 1').id
    expect(await callNext(deps(), oculist(), { stationId })).toBeUndefined()
  })

  test('the one being served is finished before the next is called', async () => {
    await emptyHouse()
    const exam = await waitingAt('Mắt 1')
    const here = at('Mắt 1', exam)
    await callNext(deps(), oculist(), here)
    await serve(deps(), oculist(), here)
    await expect(callNext(deps(), oculist(), here)).rejects.toMatchObject({ code: 'station-busy' })
    await record(exam, 'eyes')
    const ticket = await floor.ticket(exam.visitId)
    expect(ticket).toMatchObject({ state: 'waiting' })
    expect(ticket.stationId).not.toBe(here.stationId)
    expect(await floor.stops(exam.visitId)).toContainEqual({ name: 'Mắt 1', ending: 'served' })
  })

  test('is said again as often as it is needed', async () => {
    await emptyHouse()
    const exam = await waitingAt('Mắt 1')
    await callNext(deps(), oculist(), at('Mắt 1', exam))
    expect(await recall(deps(), oculist(), at('Mắt 1', exam))).toMatchObject({ calls: 2 })
    const board = await findBoard(deps().database, floor.facilityId, app().clock.now())
    expect(board.stations.find(({ name }) => name === 'Mắt 1')?.current).toMatchObject({ calls: 2 })
  })

  test('is for those who may do what the station does, and for nobody of another house', async () => {
    await emptyHouse()
    const exam = await waitingAt('Mắt 1')
    const here = at('Mắt 1', exam)
    const cashier = floor.person('till', 'cashier')
    await expect(callNext(deps(), cashier, here)).rejects.toMatchObject({ kind: 'forbidden' })
    const [other] = await deps().database.query<{ id: string }>(
      sql`SELECT id FROM facility WHERE id <> ${floor.facilityId}`,
    )
    const stranger = { ...oculist(), facilityId: other?.id ?? '' }
    await expect(callNext(deps(), stranger, here)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(skip(deps(), stranger, here)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('whoever is no longer at the station is not moved from there', async () => {
    await emptyHouse()
    const exam = await waitingAt('Mắt 1')
    await expect(finish(deps(), oculist(), at('Mắt 2', exam))).rejects.toMatchObject({
      code: 'ticket-elsewhere',
    })
  })
})

describe('called in vain', () => {
  const station = 'Tai mũi họng'
  const doctor = () => floor.person('ent', 'examiner')

  test('comes back after three others', async () => {
    await emptyHouse()
    const exam = await waitingAt(station)
    for (let person = 0; person < 5; person++) await waitingAt(station)
    await callNext(deps(), doctor(), at(station, exam))
    await skip(deps(), doctor(), at(station, exam))
    const board = await findBoard(deps().database, floor.facilityId, app().clock.now())
    const { number } = await floor.ticket(exam.visitId)
    expect(board.stations.find(({ name }) => name === station)?.next[3]).toBe(number)
  })

  test('three times is a no-show, whom the desk brings back under the same number', async () => {
    await emptyHouse()
    const exam = await waitingAt(station)
    for (let time = 0; time < 3; time++) {
      await callNext(deps(), doctor(), at(station, exam))
      await skip(deps(), doctor(), at(station, exam))
    }
    const gone = await floor.ticket(exam.visitId)
    expect(gone.state).toBe('no-show')
    const back = await bringBack(deps(), floor.person('front', 'reception'), {
      visitId: exam.visitId,
    })
    expect(back).toMatchObject({ state: 'waiting', number: gone.number })
    expect(back.stationId).toBeDefined()
  })
})

describe('sent on by hand', () => {
  test('finished here: the route does not lead back', async () => {
    await emptyHouse()
    const exam = await waitingAt('Cơ xương khớp')
    const doctor = floor.person('bones', 'examiner')
    await callNext(deps(), doctor, at('Cơ xương khớp', exam))
    await finish(deps(), doctor, at('Cơ xương khớp', exam))
    const route = await findRoute(
      deps().database,
      floor.facilityId,
      exam.visitId,
      app().clock.now(),
    )
    const to = [route?.here?.name, ...(route?.next.map(({ name }) => name) ?? [])]
    expect(to).not.toContain('Cơ xương khớp')
  })

  test('transferred back: what was let pass there is to be done again', async () => {
    await emptyHouse()
    const exam = await waitingAt('Cơ xương khớp')
    const doctor = floor.person('bones', 'examiner')
    await callNext(deps(), doctor, at('Cơ xương khớp', exam))
    const next = await finish(deps(), doctor, at('Cơ xương khớp', exam))
    const front = floor.person('front', 'reception')
    await transfer(deps(), front, {
      stationId: next.stationId ?? '',
      visitId: exam.visitId,
      toStationId: floor.station('Cơ xương khớp').id,
    })
    expect(await floor.ticket(exam.visitId)).toMatchObject({
      stationId: floor.station('Cơ xương khớp').id,
      passed: [],
    })
  })

  test('a priority given at the desk goes before who came just now', async () => {
    await emptyHouse()
    await waitingAt('Xét nghiệm')
    const exam = await waitingAt('Xét nghiệm')
    const front = floor.person('front', 'reception')
    await setPriority(deps(), front, { visitId: exam.visitId, priority: 'pregnant' })
    const lab = floor.person('lab', 'lab')
    const called = await callNext(deps(), lab, { stationId: floor.station('Xét nghiệm').id })
    expect(called).toMatchObject({ visitId: exam.visitId, priority: 'pregnant' })
  })
})
