import { nameOf } from '../bench/people.ts'

/** What somebody does in this morning, settled by the seed before it begins. */
export type Plan = {
  serial: number
  name: string
  birthDate: string
  pregnant: boolean
  /** Stays away from the first calls and comes back to the desk when counted as gone. */
  late: boolean
  /** Goes home after so many sections, and is called in vain from then on. */
  leavesAfter: number
  /** Share of the time of arrivals after which they come. */
  arrives: number
}

export type Person = Plan & {
  visitId: string
  examId: string
  present: boolean
  recorded: number
}

export function planOf(count: number, random: () => number): Plan[] {
  return Array.from({ length: count }, (_, at): Plan => {
    const old = random() < 0.06
    const pregnant = !old && random() < 0.03
    const fate = random()
    const year = old ? 1940 + Math.floor(random() * 10) : 1965 + Math.floor(random() * 38)
    const day = `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`
    return {
      serial: at + 1,
      name: nameOf(at + 1),
      birthDate: day,
      pregnant,
      late: fate < 0.04,
      // At least one of each in every morning, however short.
      leavesAfter: at === 1 ? 0 : at === 2 || (fate >= 0.04 && fate < 0.07) ? 2 : Infinity,
      arrives: at / count,
    }
  })
}

/** mulberry32: the same seed, the same morning. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
