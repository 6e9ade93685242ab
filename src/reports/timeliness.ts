import type { CalendarDate } from '../core/calendar-date.ts'
import type { Text } from '../core/text.ts'
import { figureWords } from './figure-words.ts'
import { quantile } from './quantile.ts'
import type { Sheet } from './sheet.ts'

/** Cases of one week's people that went the same way; days since the conclusion. */
export type CaseGroup = {
  from: CalendarDate
  handedIn: number | undefined
  completed: number | undefined
  /** Rejected or cancelled before it came to an end. */
  ended: boolean
  count: number
}

/** What became of the certificates of one week on their way to the gateway. */
export type SentGroup = {
  from: CalendarDate
  inTime: number
  late: number
  /** Not there yet, and its time is not over. */
  underWay: number
}

export type Timeliness = {
  cases: readonly CaseGroup[]
  sent: readonly SentGroup[]
  /** Cases and certificates that need a hand now, whenever they were concluded. */
  stuck: { cases: number; transmissions: number }
}

/** One week in a row of its table. */
export type CaseWeek = {
  from: CalendarDate
  cases: number
  sameDay: number
  withinTwo: number
  later: number
  waiting: number
  completed: number
  middle: number | undefined
}

export function caseWeeks(
  groups: readonly CaseGroup[],
  weeks: readonly CalendarDate[],
): CaseWeek[] {
  return weeks.map((from) => ({ from, ...sumUp(groups.filter((group) => group.from === from)) }))
}

export function sumUp(groups: readonly CaseGroup[]): Omit<CaseWeek, 'from'> {
  const count = (wanted: (group: CaseGroup) => boolean) =>
    groups.filter(wanted).reduce((sum, group) => sum + group.count, 0)
  const days = groups.flatMap(({ completed, count }) =>
    completed === undefined ? [] : Array.from({ length: count }, () => completed),
  )
  return {
    cases: count(() => true),
    sameDay: count(({ handedIn }) => handedIn !== undefined && handedIn <= 0),
    withinTwo: count(({ handedIn }) => handedIn === 1 || handedIn === 2),
    later: count(({ handedIn }) => handedIn !== undefined && handedIn > 2),
    waiting: count(({ handedIn }) => handedIn === undefined),
    completed: days.length,
    middle: quantile(days, 0.5),
  }
}

const steps = [
  { upTo: 3, label: figureWords.upTo3 },
  { upTo: 5, label: figureWords.upTo5 },
  { upTo: 7, label: figureWords.upTo7 },
  { upTo: 14, label: figureWords.upTo14 },
  { upTo: Number.POSITIVE_INFINITY, label: figureWords.longer },
] as const

export type CompletionStep = { label: Text; count: number }

/** How long it took until the licence was there; then those that ended otherwise, or have not yet. */
export function completionOf(groups: readonly CaseGroup[]): CompletionStep[] {
  const count = (wanted: (group: CaseGroup) => boolean) =>
    groups.filter(wanted).reduce((sum, group) => sum + group.count, 0)
  const within = steps.map(({ upTo, label }, at) => {
    const beyond = steps[at - 1]?.upTo ?? -1
    const isWithin = ({ completed }: CaseGroup) =>
      completed !== undefined && completed > beyond && completed <= upTo
    return { label, count: count(isWithin) }
  })
  const open = ({ completed, ended }: CaseGroup) => completed === undefined && !ended
  return [
    ...within,
    { label: figureWords.endedOtherwise, count: count(({ ended }) => ended) },
    { label: figureWords.notCompleted, count: count(open) },
  ]
}

export function completionSheet(found: readonly CompletionStep[]): Sheet {
  return {
    caption: figureWords.completion,
    columns: [
      { label: figureWords.completion, kind: 'text' },
      { label: figureWords.caseCount, kind: 'count' },
    ],
    rows: found.map(({ label, count }) => [label, count]),
  }
}

export function casesSheet(weeks: readonly CaseWeek[], whole: Omit<CaseWeek, 'from'>): Sheet {
  const cells = (week: Omit<CaseWeek, 'from'>) => [
    week.cases,
    week.sameDay,
    week.withinTwo,
    week.later,
    week.waiting,
    week.completed,
    week.middle,
  ]
  return {
    caption: figureWords.cases,
    columns: [
      { label: figureWords.weekFrom, kind: 'day' },
      { label: figureWords.caseCount, kind: 'count' },
      { label: figureWords.sameDay, kind: 'count' },
      { label: figureWords.withinTwo, kind: 'count' },
      { label: figureWords.later, kind: 'count' },
      { label: figureWords.notHandedIn, kind: 'count' },
      { label: figureWords.completed, kind: 'count' },
      { label: figureWords.middleDays, kind: 'days' },
    ],
    rows: weeks.filter(({ cases }) => cases > 0).map((week) => [week.from, ...cells(week)]),
    totals: [figureWords.all, ...cells(whole)],
  }
}

export function sentInAll(sent: readonly SentGroup[]): Omit<SentGroup, 'from'> {
  const sum = (key: 'inTime' | 'late' | 'underWay') =>
    sent.reduce((total, each) => total + each[key], 0)
  return { inTime: sum('inTime'), late: sum('late'), underWay: sum('underWay') }
}

export function transmissionsSheet(sent: readonly SentGroup[]): Sheet {
  const cells = ({ inTime, late, underWay }: Omit<SentGroup, 'from'>) => [
    inTime + late + underWay,
    inTime,
    late,
    underWay,
  ]
  return {
    caption: figureWords.transmissions,
    columns: [
      { label: figureWords.weekFrom, kind: 'day' },
      { label: figureWords.certificates, kind: 'count' },
      { label: figureWords.inTime, kind: 'count' },
      { label: figureWords.late, kind: 'count' },
      { label: figureWords.underWay, kind: 'count' },
    ],
    rows: sent
      .filter((each) => each.inTime + each.late + each.underWay > 0)
      .map((each) => [each.from, ...cells(each)]),
    totals: [figureWords.all, ...cells(sentInAll(sent))],
  }
}
