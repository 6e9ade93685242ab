import { beforeAll, describe, expect, test } from 'vitest'
import { callNext } from '../../src/frontdesk/call-commands.ts'
import { handOver, takeStation } from '../../src/frontdesk/duty-commands.ts'
import {
  addStation,
  openStation,
  retireStation,
  shutStation,
} from '../../src/frontdesk/station-commands.ts'
import { numberText } from '../../src/frontdesk/ticket.ts'
import { sql } from '../../src/platform/database.ts'
import { type Body, type Desks, openDesks, openExam } from '../exams/desk.ts'
import { type Caller, withApp } from '../support/app.ts'
import { type Floor, openFloor } from './floor.ts'

const app = withApp()
let desks: Desks
let floor: Floor
let oculist: Caller
beforeAll(async () => {
  desks = await openDesks(app())
  floor = await openFloor(app())
  oculist = await app().as(['examiner:eyes'])
})
const deps = () => app().deps

const form = (caller: Caller, path: string, fields: Record<string, string> = {}) =>
  caller.post(path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
  })

/** Shuts every other station for eyes and all others: whoever comes waits there. */
async function onlyOpen(name: string): Promise<void> {
  const admin = floor.person('admin', 'admin')
  for (const { id, name: each } of floor.stations) {
    await (each === name ? openStation(deps(), admin, id) : shutStation(deps(), admin, id))
  }
}

describe('the page of a station', () => {
  test('calls, calls again, lets in, and leads to the work', async () => {
    await onlyOpen('Mắt 1')
    const exam: Body = await openExam(desks)
    const { number } = await floor.ticket(exam.visitId)
    const { id } = floor.station('Mắt 1')
    const path = `/stations/${id}`
    expect((await form(oculist, `${path}/call`)).status).toBe(303)
    const page = await (await oculist.get(path)).text()
    expect(page).toContain(numberText(number))
    expect(page).toContain(`${path}/recall`)
    const visitId = exam.visitId
    expect((await form(oculist, `${path}/recall`, { visitId })).status).toBe(303)
    expect(await floor.ticket(visitId)).toMatchObject({ calls: 2 })
    const served = await form(oculist, `${path}/serve`, { visitId })
    expect(served.headers.get('location')).toBe(`/exams/${exam.id}/sections/eyes`)
    expect(await (await oculist.get(path)).text()).toContain(`/exams/${exam.id}/sections/eyes`)
    await form(oculist, `${path}/finish`, { visitId })
    expect((await floor.ticket(visitId)).stationId).not.toBe(id)
  })

  test('sent twice, a form does its act once', async () => {
    await onlyOpen('Mắt 1')
    const exam = await openExam(desks)
    const { id } = floor.station('Mắt 1')
    await form(oculist, `/stations/${id}/call`)
    const fields = { visitId: exam.visitId, _once: 'the same rendering' }
    await form(oculist, `/stations/${id}/recall`, fields)
    await form(oculist, `/stations/${id}/recall`, fields)
    expect(await floor.ticket(exam.visitId)).toMatchObject({ calls: 2 })
    await form(oculist, `/stations/${id}/finish`, { visitId: exam.visitId })
  })

  test('is to look at for whoever does something else, and not there for another house', async () => {
    const { id } = floor.station('Mắt 1')
    const cashier = await app().as(['cashier'])
    const page = await cashier.get(`/stations/${id}`)
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain(`/stations/${id}/call`)
    expect((await form(cashier, `/stations/${id}/call`)).status).toBe(403)
    const neighbour = await app().as(['examiner'], { facility: '48002' })
    expect((await neighbour.get(`/stations/${id}`)).status).toBe(404)
    expect((await form(neighbour, `/stations/${id}/call`)).status).toBe(404)
  })

  test('the list names nobody who waits', async () => {
    const admin = await app().as(['admin'])
    const html = await (await admin.get('/stations')).text()
    expect(html).toContain('Mắt 1')
    expect(html).not.toContain('Nguyễn Văn')
    const { id } = floor.station('Mắt 1')
    expect((await admin.get(`/stations/${id}`)).status).toBe(403)
  })
})

describe('duty', () => {
  test('is handed over with a note that the next one reads', async () => {
    const { id } = floor.station('Mắt 2')
    const early = floor.person('Sáng', 'examiner')
    await takeStation(deps(), early, { stationId: id })
    await handOver(deps(), early, { stationId: id, note: 'Máy đo khúc xạ chậm' })
    const html = await (await oculist.get(`/stations/${id}`)).text()
    expect(html).toContain('Máy đo khúc xạ chậm')
    expect(html).toContain('Sáng')
  })

  test('whoever calls at a station where somebody else sits is told so', async () => {
    await onlyOpen('Mắt 2')
    const stationId = floor.station('Mắt 2').id
    await takeStation(deps(), floor.person('một', 'examiner'), { stationId })
    const second = floor.person('hai', 'examiner')
    await expect(callNext(deps(), second, { stationId })).rejects.toMatchObject({
      code: 'station-taken',
    })
    await takeStation(deps(), second, { stationId })
    expect(await callNext(deps(), second, { stationId })).toBeUndefined()
  })
})

describe('stations that open and shut', () => {
  test('who waits at one that shuts waits elsewhere; with none open, at none, and loses nothing', async () => {
    await onlyOpen('Mắt 1')
    const exam = await openExam(desks)
    const admin = floor.person('admin', 'admin')
    expect((await floor.ticket(exam.visitId)).stationId).toBe(floor.station('Mắt 1').id)
    await shutStation(deps(), admin, floor.station('Mắt 1').id)
    const nowhere = await floor.ticket(exam.visitId)
    expect(nowhere).toMatchObject({ state: 'waiting' })
    expect(nowhere.stationId).toBeUndefined()
    await openStation(deps(), admin, floor.station('Mắt 2').id)
    expect((await floor.ticket(exam.visitId)).stationId).toBe(floor.station('Mắt 2').id)
  })

  test('are opened and shut in their list by whoever manages them, without sitting down', async () => {
    const admin = await app().as(['admin'])
    const { id, name } = floor.station('Mắt 2')
    await shutStation(deps(), floor.person('admin', 'admin'), id)
    const list = async (caller: Caller) => (await caller.get('/stations')).text()
    expect(await list(admin)).toContain(`/stations/${id}/open`)
    const opened = await form(admin, `/stations/${id}/open`, { from: 'list' })
    expect(opened.headers.get('location')).toBe(`/stations?said=opened&station=${id}`)
    const said = await (await admin.get(`/stations?said=opened&station=${id}`)).text()
    expect(said).toContain(`${name} is open`)
    expect(said).toContain(`/stations/${id}/shut`)
    const [row] = await app().deps.database.query<{ open: boolean; sits: number }>(sql`
      SELECT s.open, (SELECT count(*)::int FROM station_duty d
        WHERE d.station_id = s.id AND d.ended_at IS NULL) AS sits
      FROM station s WHERE s.id = ${id}`)
    expect(row).toEqual({ open: true, sits: 0 })
    // Pressed without the list’s mark, it does not lead to a page that is not theirs.
    const shut = await form(admin, `/stations/${id}/shut`)
    expect(shut.headers.get('location')).toBe(`/stations?said=shut&station=${id}`)
    for (const roles of [['reception'], ['examiner:ent'], ['director']]) {
      const other = await app().as(roles)
      expect(await list(other)).not.toContain(`/stations/${id}/open`)
      expect((await form(other, `/stations/${id}/open`, { from: 'list' })).status).toBe(403)
    }
    const neighbour = await app().as(['admin'], { facility: '48002' })
    expect((await form(neighbour, `/stations/${id}/open`)).status).toBe(404)
    const own = await form(oculist, `/stations/${id}/open`)
    expect(own.headers.get('location')).toBe(`/stations/${id}`)
  })

  test('a name is given once, however it is written, and free again when it is retired', async () => {
    const admin = floor.person('admin', 'admin')
    const data = { name: 'Mắt 3', room: 'Phòng 109', tasks: ['eyes' as const] }
    const station = await addStation(deps(), admin, data)
    await expect(addStation(deps(), admin, { ...data, name: 'MẮT 3' })).rejects.toMatchObject({
      code: 'station-name-taken',
    })
    await retireStation(deps(), admin, station.id)
    expect(await addStation(deps(), admin, data)).toMatchObject({ name: 'Mắt 3', open: true })
  })

  test('are the administrator’s to make', async () => {
    const data = { name: 'Mắt 4', room: 'Phòng 110', tasks: ['eyes' as const] }
    await expect(
      addStation(deps(), floor.person('front', 'reception'), data),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
