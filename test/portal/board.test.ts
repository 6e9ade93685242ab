import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../src/core/actor.ts'
import { callNext } from '../../src/frontdesk/call-commands.ts'
import { takeStation } from '../../src/frontdesk/duty-commands.ts'
import { type Floor, openFloor } from '../frontdesk/floor.ts'
import { type DeviceBrowser, pairedDevice } from '../identity/device-cast.ts'
import { withApp } from '../support/app.ts'
import { arrive, type Visitor } from './visitor.ts'

const app = withApp()
let floor: Floor
let board: DeviceBrowser

beforeAll(async () => {
  floor = await openFloor(app())
  board = await pairedDevice(app(), 'board')
})

async function called(): Promise<{ visitor: Visitor; number: number; room: string }> {
  const visitor = await arrive(app())
  const before = await floor.ticket(visitor.visitId)
  const station = floor.stations.find(({ id }) => id === before.stationId)
  if (!station) throw new Error('nobody waits anywhere')
  const doctor = floor.person(station.name, 'examiner', 'lab', 'reception', 'cashier')
  await takeStation(app().deps, doctor, { stationId: station.id })
  const ticket = await callNext(app().deps, doctor, { stationId: station.id })
  return { visitor, number: ticket?.number ?? 0, room: station.room }
}

describe('the board', () => {
  it('shows the number that was called and the room, and says them in both languages', async () => {
    const { number, room } = await called()
    const page = await (await board.get('/board')).text()
    expect(page).toContain(`>${String(number).padStart(3, '0')}<`)
    expect(page).toContain(`>${room}<`)
    expect(page).toContain(`data-say-vi="Mời số ${number} đến ${room}."`)
    expect(page).toMatch(new RegExp(`data-say-en="Number ${number}, please`))
  })

  it('shows nobody’s name, whatever the language', async () => {
    const { visitor } = await called()
    for (const lang of ['vi', 'en']) {
      const page = await (await board.get('/board', { 'accept-language': lang })).text()
      for (const word of visitor.name.split(' ').filter(({ length }) => length > 2)) {
        expect(page).not.toContain(word)
      }
      for (const id of [visitor.visitId, visitor.patientId, visitor.examId]) {
        expect(page).not.toContain(id)
      }
    }
  })

  it('hears of the facility’s board and of nothing else', async () => {
    const page = await (await board.get('/board')).text()
    const stream = /data-board="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const topics = new URL(stream, app().deps.env.publicUrl).searchParams.get('topics')
    expect(topics).toBe(`board:${floor.facilityId}`)
  })

  it('of another house shows that house', async () => {
    const { number } = await called()
    const theirs = await pairedDevice(app(), 'board', '48002')
    const page = await (await theirs.get('/board')).text()
    expect(page).not.toContain(`>${String(number).padStart(3, '0')}<`)
  })

  it.each(roles)('may be looked at by %s only where it is their affair', async (role) => {
    const expected = ['reception', 'director', 'admin'].includes(role) ? 200 : 403
    const answer = await (await app().as([role])).get('/board', { accept: 'text/html' })
    expect(answer.status).toBe(expected)
  })
})
