import type { CalendarDate } from '../core/calendar-date.ts'
import type { Dong } from '../core/money.ts'
import { figureWords } from './figure-words.ts'
import { type Period, stepOf, stepsOf } from './period.ts'
import type { Sheet } from './sheet.ts'

/** What the ledger booked in one day or week. */
export type Taken = {
  /** Paid off bills, in cash and by transfer. */
  cash: Dong
  transfer: Dong
  /** Came beyond what was owed and is to be given back. */
  overpaid: Dong
  /** Came without a bill's name, less what has been given its bill since. */
  unnamed: Dong
  /** Of bills issued, less those taken back. */
  billed: Dong
}
export type TakenColumn = Taken & { from: CalendarDate }

const nothing: Taken = { cash: 0, transfer: 0, overpaid: 0, unnamed: 0, billed: 0 }

export function filledTakings(found: readonly TakenColumn[], period: Period): TakenColumn[] {
  const known = new Map(found.map((column) => [column.from, column]))
  return stepsOf(period, stepOf(period)).map((from) => known.get(from) ?? { from, ...nothing })
}

export function takenInAll(columns: readonly Taken[]): Taken {
  return columns.reduce<Taken>(
    (sum, each) => ({
      cash: sum.cash + each.cash,
      transfer: sum.transfer + each.transfer,
      overpaid: sum.overpaid + each.overpaid,
      unnamed: sum.unnamed + each.unnamed,
      billed: sum.billed + each.billed,
    }),
    nothing,
  )
}

const cells = ({ cash, transfer, overpaid, unnamed, billed }: Taken) => [
  cash,
  transfer,
  cash + transfer,
  overpaid,
  unnamed,
  billed,
]

export function takingsSheet(columns: readonly TakenColumn[]): Sheet {
  return {
    caption: figureWords.takings,
    columns: [
      { label: figureWords.from, kind: 'day' },
      { label: figureWords.cash, kind: 'dong' },
      { label: figureWords.transfer, kind: 'dong' },
      { label: figureWords.taken, kind: 'dong' },
      { label: figureWords.overpaid, kind: 'dong' },
      { label: figureWords.unnamed, kind: 'dong' },
      { label: figureWords.billed, kind: 'dong' },
    ],
    rows: columns
      .filter((column) => cells(column).some((amount) => amount !== 0))
      .map((column) => [column.from, ...cells(column)]),
    totals: [figureWords.all, ...cells(takenInAll(columns))],
  }
}
