import { describe, expect, it } from 'vitest'
import type { Board, BoardStation } from '../../src/frontdesk/board.ts'
import { callsOf, crowdOf, englishRoom, spokenCall } from '../../src/portal/board-call.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 1, 0, second))
const station = (id: string, current?: BoardStation['current']): BoardStation => ({
  id,
  name: id,
  room: `Phòng ${id}`,
  open: true,
  ...(current && { current }),
  waiting: 0,
  next: [],
  waitSeconds: 0,
})

describe('the calls of a board', () => {
  const call = (number: number, calledAt: Date, calls = 1) =>
    ({ number, state: 'called', calls, calledAt }) as const
  const board = (...stations: BoardStation[]): Board => ({ at: at(30), stations })

  it('are those who are called somewhere, the newest first', () => {
    const calls = callsOf(
      board(station('1', call(7, at(1))), station('2'), station('3', call(8, at(2)))),
    )
    expect(calls.map(({ number }) => number)).toEqual([8, 7])
  })

  it('keep their name while they are served, and get a new one with a recall', () => {
    const [first] = callsOf(board(station('1', call(7, at(1)))))
    const [served] = callsOf(board(station('1', { ...call(7, at(1)), state: 'serving' })))
    const [recalled] = callsOf(board(station('1', call(7, at(9), 2))))
    expect(served?.key).toBe(first?.key)
    expect(recalled?.key).not.toBe(first?.key)
  })

  it('differ by station', () => {
    const calls = callsOf(board(station('1', call(7, at(1))), station('2', call(7, at(1)))))
    expect(new Set(calls.map(({ key }) => key)).size).toBe(2)
  })
})

describe('what the loudspeaker says', () => {
  it.each([
    ['Phòng 3', 'room 3'],
    ['phòng 12b', 'room 12B'],
    ['P. 204', 'room 204'],
    ['P204', 'room 204'],
    ['204', 'room 204'],
    ['Quầy 1', 'counter 1'],
    ['Bàn 2', 'counter 2'],
    ['Sảnh, quầy 1', 'counter 1'],
    ['Tầng 2, phòng 11', 'room 11'],
    ['Phòng xét nghiệm', undefined],
    ['Khu B', undefined],
    ['Phòng 3 và 4', undefined],
  ])('%s in English: %s', (room, english) => expect(englishRoom(room)).toBe(english))

  it('names the number and the room in both languages', () => {
    expect(spokenCall(42, 'Phòng 3')).toEqual({
      vi: 'Mời số 42 đến Phòng 3.',
      en: 'Number 42, please go to room 3.',
    })
  })

  it('leaves a room that no English voice can say to the screen', () => {
    expect(spokenCall(42, 'Phòng xét nghiệm').en).not.toMatch(/Phòng/)
  })
})

it('a board with more stations has smaller rows', () => {
  expect([1, 4, 5, 8, 9, 14].map(crowdOf)).toEqual(['few', 'few', 'some', 'some', 'many', 'many'])
})
