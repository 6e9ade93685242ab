import { clockTimeOf } from '../core/calendar-date.ts'
import { type Section, sections } from '../exams/findings.ts'
import { sectionNames } from '../exams/words.ts'
import { figureWords } from './figure-words.ts'
import { quantile } from './quantile.ts'
import type { Sheet } from './sheet.ts'

/** One visit of a day: when it began, when the first section was recorded, when it ended. */
export type Stay = {
  arrivedAt: Date
  begunAt?: Date | undefined
  endedAt?: Date | undefined
}

/** How many stood where at the end of one quarter of an hour. */
export type Quarter = { at: Date; waiting: number; examined: number; done: number }

const QUARTER = 15 * 60_000

/**
 * The house through the day, from the first arrival until `now` or, when all have left, the last
 * departure. The last quarter is the present moment.
 */
export function quartersOf(stays: readonly Stay[], now: Date): Quarter[] {
  const moments = stays.flatMap(({ arrivedAt, begunAt, endedAt }) =>
    [arrivedAt, begunAt, endedAt].flatMap((at) => (at ? [at.getTime()] : [])),
  )
  if (moments.length === 0) return []
  const first = Math.floor(Math.min(...moments) / QUARTER) * QUARTER
  const last = Math.min(now.getTime(), Math.max(...moments) + (allLeft(stays) ? 0 : DAY))
  const quarters: Quarter[] = []
  for (let at = first; at <= last && quarters.length < MOST_QUARTERS; at += QUARTER) {
    quarters.push({ at: new Date(at), ...standing(stays, Math.min(at + QUARTER, now.getTime())) })
  }
  return quarters
}

const DAY = 86_400_000
const MOST_QUARTERS = 96

const allLeft = (stays: readonly Stay[]) => stays.every(({ endedAt }) => endedAt)

function standing(stays: readonly Stay[], moment: number): Omit<Quarter, 'at'> {
  const by = (at: Date | undefined) => at !== undefined && at.getTime() <= moment
  const done = stays.filter(({ endedAt }) => by(endedAt)).length
  const examined = stays.filter(({ begunAt, endedAt }) => by(begunAt) && !by(endedAt)).length
  const arrived = stays.filter(({ arrivedAt }) => by(arrivedAt)).length
  return { waiting: arrived - done - examined, examined, done }
}

export type Wait = { count: number; middle?: number | undefined; high?: number | undefined }

/** From arrival to conclusion, in minutes: half were done sooner than `middle`, nine in ten than `high`. */
export function waitOf(stays: readonly Stay[]): Wait {
  const minutes = stays.flatMap(({ arrivedAt, endedAt }) =>
    endedAt ? [(endedAt.getTime() - arrivedAt.getTime()) / 60_000] : [],
  )
  return { count: minutes.length, middle: quantile(minutes, 0.5), high: quantile(minutes, 0.9) }
}

export type SectionWait = Wait & { section: Section }

/** In the order of the form; a section that nobody had is left out. */
export function inFormOrder(waits: readonly SectionWait[]): SectionWait[] {
  return sections.flatMap((section) => waits.find((each) => each.section === section) ?? [])
}

export function peopleSheet(quarters: readonly Quarter[]): Sheet {
  return {
    caption: figureWords.people,
    columns: [
      { label: figureWords.until, kind: 'time' },
      { label: figureWords.waiting, kind: 'count' },
      { label: figureWords.examined, kind: 'count' },
      { label: figureWords.done, kind: 'count' },
    ],
    rows: quarters.map(({ at, waiting, examined, done }) => [
      clockTimeOf(at),
      waiting,
      examined,
      done,
    ]),
  }
}

export function sectionsSheet(waits: readonly SectionWait[]): Sheet {
  return {
    caption: figureWords.sections,
    columns: [
      { label: figureWords.section, kind: 'text' },
      { label: figureWords.recordedCount, kind: 'count' },
      { label: figureWords.middle, kind: 'minutes' },
      { label: figureWords.high, kind: 'minutes' },
    ],
    rows: inFormOrder(waits).map(({ section, count, middle, high }) => [
      sectionNames[section],
      count,
      middle,
      high,
    ]),
  }
}
