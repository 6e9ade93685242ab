import type { CalendarDate } from '../core/calendar-date.ts'
import { figureWords } from './figure-words.ts'
import type { Wait } from './flow.ts'
import { type Period, stepOf, stepsOf } from './period.ts'
import type { Sheet } from './sheet.ts'

/** One day or week: who came, who was concluded, and how long that took. */
export type WaitColumn = Wait & { from: CalendarDate; arrived: number }

export type Waits = { whole: Wait & { arrived: number }; columns: readonly WaitColumn[] }

/** Every day of the period, those on which nobody came too. */
export function filledWaits(found: readonly WaitColumn[], period: Period): WaitColumn[] {
  const known = new Map(found.map((column) => [column.from, column]))
  return stepsOf(period, stepOf(period)).map(
    (from) => known.get(from) ?? { from, arrived: 0, count: 0 },
  )
}

export function waitsSheet({ whole, columns }: Waits): Sheet {
  return {
    caption: figureWords.waits,
    columns: [
      { label: figureWords.from, kind: 'day' },
      { label: figureWords.arrived, kind: 'count' },
      { label: figureWords.concluded, kind: 'count' },
      { label: figureWords.middle, kind: 'minutes' },
      { label: figureWords.high, kind: 'minutes' },
    ],
    rows: columns
      .filter(({ arrived }) => arrived > 0)
      .map(({ from, arrived, count, middle, high }) => [from, arrived, count, middle, high]),
    totals: [figureWords.all, whole.arrived, whole.count, whole.middle, whole.high],
  }
}
