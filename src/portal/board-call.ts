import { fill, fold, type Text } from '../core/text.ts'
import type { Board, BoardStation } from '../frontdesk/board.ts'
import { callWords } from './board-words.ts'

/** One call to be announced once; a recall is another. */
export type BoardCall = {
  key: string
  station: BoardStation
  number: number
  calledAt: Date
  spoken: Text
}

/** Every station's present call, the newest first. */
export function callsOf({ stations }: Board): BoardCall[] {
  return stations
    .flatMap((station) => {
      const { current } = station
      if (!current) return []
      const { number, calls, calledAt } = current
      const key = [station.id, number, calls, calledAt.getTime()].join('.')
      return [{ key, station, number, calledAt, spoken: spokenCall(number, station.room) }]
    })
    .sort((a, b) => b.calledAt.getTime() - a.calledAt.getTime() || (a.key < b.key ? -1 : 1))
}

/** What the loudspeaker says; the number as a number, so that a voice reads it as people do. */
export function spokenCall(number: number, room: string): Text {
  const english = englishRoom(room)
  return {
    vi: fill(callWords.call, { number, room }).vi,
    en: fill(english ? callWords.call : callWords.callOnly, { number, room: english ?? '' }).en,
  }
}

const numbered = /^(?:.*, )?(?:(phong|p\.?)|(quay|ban)) ?([0-9]+[a-z]?)$/

/** A room that an English voice can say: `Phòng 3` → `room 3`; undefined for a name of its own. */
export function englishRoom(room: string): string | undefined {
  const plain = fold(room)
  if (/^[0-9]+[a-z]?$/.test(plain)) return `room ${plain.toUpperCase()}`
  const match = numbered.exec(plain)
  return match?.[3] && `${match[1] ? 'room' : 'counter'} ${match[3].toUpperCase()}`
}

export type Crowd = 'few' | 'some' | 'many'

/** How large a row can be, with so many stations on one screen. */
export function crowdOf(stations: number): Crowd {
  if (stations <= 4) return 'few'
  return stations <= 8 ? 'some' : 'many'
}
