import { beforeAll, expect, test } from 'vitest'
import { takeStation } from '../../src/frontdesk/duty-commands.ts'
import { numberText } from '../../src/frontdesk/ticket.ts'
import { openDesks, openExam } from '../exams/desk.ts'
import { type Floor, openFloor } from '../frontdesk/floor.ts'
import { type Caller, withApp } from '../support/app.ts'
import { look } from './house.ts'

const app = withApp()
let floor: Floor
let oculist: Caller
beforeAll(async () => {
  floor = await openFloor(app())
  oculist = await app().as(['examiner:eyes'])
})

const next = async () => (await oculist.get('/next/exam')).headers.get('location')

test('whoever sits at no station is led to the person who waits longest for them', async () => {
  const exam = await openExam(await openDesks(app()))
  expect((await look(oculist)).primary).toBe(`/exams/${exam.id}/sections/eyes`)
  expect(await next()).toBe(`/exams/${exam.id}/sections/eyes`)
})

test('whoever sits at a station sees its queue first, and the next person is called there', async () => {
  const { id } = floor.station('Mắt 1')
  await oculist.post(`/stations/${id}/duty`, '', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  const { primary, title } = await look(oculist)
  expect(primary).toBe(`/stations/${id}`)
  expect(title).toContain('Mắt 1')
  expect(await next()).toBe(`/stations/${id}`)
})

test('somebody else at that station leaves one’s own home as it was', async () => {
  const { id } = floor.station('Mắt 2')
  await takeStation(app().deps, floor.person('other', 'examiner'), { stationId: id })
  expect((await look(oculist)).primary).toBe(`/stations/${floor.station('Mắt 1').id}`)
})

test('the lists call people by the number on their ticket', async () => {
  const exam = await openExam(await openDesks(app()))
  const { number } = await floor.ticket(exam.visitId)
  const reception = await app().as(['reception'])
  expect((await look(reception)).html).toContain(`>${numberText(number)}<`)
})
