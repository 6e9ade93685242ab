import { clockTimeOf } from '../core/calendar-date.ts'
import { durationText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import type { Step, StepState } from '../web/pieces/steps.tsx'
import { isRunning, type Visit, type VisitBill, type VisitCase, type VisitExam } from './visit.ts'
import { wayWords as words } from './way-words.ts'

/** All that a visit's way is drawn from; what the reader may not see is not in it. */
export type Way = {
  lang: Lang
  now: Date
  visit: Visit
  exam?: VisitExam | undefined
  /** `hidden` to whom money is no concern. */
  bill: VisitBill | 'none' | 'hidden'
  mayBill: boolean
  renewal?: VisitCase | undefined
}

/** The declaration and the nine specialties. */
const SECTIONS = 10

/** What is done and when, what is being done, and how long it has been waited for. */
export function stepsOf(way: Way): Step[] {
  const { lang, visit } = way
  return [
    { label: words.arrived, state: 'complete', reason: at(lang, visit.startedAt) },
    examined(way),
    ...(way.bill === 'hidden' ? [] : [paid(way)]),
    concluded(way),
    ...(way.renewal ? [renewal(way.renewal)] : []),
  ]
}

function isExamined({ exam }: Way): boolean {
  return exam?.state === 'finished' || (exam?.signed ?? 0) >= SECTIONS
}

function examined(way: Way): Step {
  const { lang, visit, exam, now } = way
  const { signed = 0, firstRecordedAt: first, lastRecordedAt: last } = exam ?? {}
  const count = say(words.sections, lang, { signed, total: SECTIONS })
  const begun = first && last
  const times = begun && between(lang, first, last)
  const state: StepState = isExamined(way) ? 'complete' : begun ? 'in-progress' : 'waiting'
  const waits = isRunning(visit.state) && state !== 'complete'
  return {
    label: words.examined,
    state,
    reason: joined(
      begun ? count : say(words.notBegun, lang),
      times,
      waits && waited(lang, last ?? visit.startedAt, now),
    ),
  }
}

/** Where the bill is, or where it is made; undefined to whom it is no concern. */
export function billHref({ bill, mayBill, exam, visit }: Way): string | undefined {
  if (bill === 'hidden') return undefined
  if (bill !== 'none') return `/bills/${bill.id}`
  return mayBill && exam && isRunning(visit.state) ? `/bills/new?exam=${exam.examId}` : undefined
}

function paid(way: Way): Step {
  const { lang, bill, now } = way
  const href = billHref(way)
  if (bill === 'hidden' || bill === 'none') {
    return { label: words.paid, state: 'waiting', reason: say(words.noBill, lang), href }
  }
  if (bill.balancedAt) {
    const reason = say(words.billPaid, lang, { at: clock(bill.balancedAt) })
    return { label: words.paid, state: 'complete', reason, href }
  }
  const issued = say(words.billIssued, lang, { at: clock(bill.issuedAt) })
  const reason = joined(issued, waited(lang, bill.issuedAt, now))
  return { label: words.paid, state: 'in-progress', reason, href }
}

function concluded(way: Way): Step {
  const { lang, exam, now } = way
  const label = words.concluded
  if (exam?.concludedAt) return { label, state: 'complete', reason: at(lang, exam.concludedAt) }
  if (!isExamined(way)) return { label, state: 'waiting' }
  const since = exam?.lastRecordedAt
  return { label, state: 'needs-action', reason: since ? waited(lang, since, now) : undefined }
}

const caseStates: Readonly<Record<string, StepState>> = {
  completed: 'complete',
  rejected: 'failed',
  cancelled: 'failed',
  'on-hold': 'needs-action',
  draft: 'needs-action',
}

function renewal({ id, state }: VisitCase): Step {
  const shown = caseStates[state] ?? 'in-progress'
  return { label: words.renewal, state: shown, href: `/renewals/${id}` }
}

const clock = clockTimeOf

function at(lang: Lang, instant: Date): string {
  return say(words.at, lang, { at: clock(instant) })
}

function between(lang: Lang, first: Date, last: Date): string {
  if (clock(first) === clock(last)) return at(lang, first)
  return say(words.between, lang, { from: clock(first), to: clock(last) })
}

function waited(lang: Lang, since: Date, now: Date): string {
  const long = say(durationText(now.getTime() - since.getTime()), lang)
  return say(words.waiting, lang, { long })
}

function joined(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}
