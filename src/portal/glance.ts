import { balanceOf } from '../billing/invoice.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import type { Lang, Text } from '../core/text.ts'
import { holdReasons } from '../renewals/renewal-case.ts'
import { holdNextWords, glanceWords as words } from './glance-words.ts'
import { isForThePatient, missingText } from './progress.ts'
import { className, inBoth, money, sectionsLeft } from './spoken.ts'
import {
  type CaseFacts,
  certificateReleased,
  currentInvoice,
  type ExamFacts,
  type VisitFacts,
} from './visit-facts.ts'
import { outcomeWords } from './words.ts'

/** What comes next, and where on the page it is done. */
export type Next = {
  text: Text
  to?: '#bill' | '#result' | '#renewal' | '/declaration'
  /** Stands where the text says `{date}`. */
  date?: CalendarDate
}

export type Glance = {
  tone: 'good' | 'info' | 'warn' | 'quiet'
  title: Text
  next: readonly Next[]
}

/** The visit in one look: where it stands, and what its patient is to do. */
export function glanceOf(facts: VisitFacts): Glance {
  const { exam } = facts
  if (exam?.state === 'cancelled') return cancelled(facts)
  if (exam?.certificate?.revokedOn) return told('warn', words.revoked, words.revokedNext)
  if (exam?.conclusion) return concluded(facts, exam, exam.conclusion)
  const under = underWay(exam)
  return { ...under, next: [...under.next, ...toPay(facts, words.pay)] }
}

/** What was paid for it is owed back. */
function cancelled(facts: VisitFacts): Glance {
  const paid = facts.invoices.some((invoice) => invoice.paid > 0)
  const refund: Next[] = paid ? [{ text: words.refundNext }] : []
  return {
    tone: 'quiet',
    title: words.cancelled,
    next: [...refund, { text: words.cancelledNext }],
  }
}

function underWay(exam: ExamFacts | undefined): Glance {
  if (!exam) return told('info', words.arrived, words.arrivedNext)
  const declared = exam.sections.every(
    ({ section, state }) => section !== 'declaration' || state !== 'empty',
  )
  if (!declared) {
    const next = [{ text: words.declare, to: '/declaration' } as const]
    return { tone: 'info', title: words.arrived, next }
  }
  const sections = exam.sections.filter(({ section }) => section !== 'declaration')
  const left = sections.filter(({ state }) => state !== 'signed')
  if (left.length === 0) return told('info', words.examined, words.examinedNext)
  if (sections.every(({ state }) => state === 'empty')) {
    return told('info', words.waiting, words.waitingNext)
  }
  const [done, all] = [sections.length - left.length, sections.length]
  return told(
    'info',
    inBoth(words.examining, () => ({ done, all })),
    inBoth(words.examiningNext, (lang) => ({ left: sectionsLeft(left, lang) })),
  )
}

function concluded(
  facts: VisitFacts,
  exam: ExamFacts,
  { outcome, reexamineOn }: NonNullable<ExamFacts['conclusion']>,
): Glance {
  const title = inBoth(outcomeWords[outcome], (lang) => ({ class: className(exam, lang) }))
  if (outcome === 'unfit') {
    const next: Next = { text: words.unfitNext, to: '#result' }
    return { tone: 'quiet', title, next: [next, ...toPay(facts, words.pay)] }
  }
  const held = facts.renewalCase && glanceOfCase(facts.renewalCase)
  const owed = toPay(facts, words.payForPaper)
  if (held) return { ...held, next: [...held.next, ...owed] }
  const paper = certificateReleased(facts)
    ? [{ text: words.takePaper, to: '#result' } as const]
    : []
  if (outcome === 'fit-subject-to-review') {
    const again = reexamineOn
      ? { text: words.reviewNext, date: reexamineOn }
      : { text: words.reviewLater }
    return { tone: 'warn', title, next: [again, ...owed, ...paper] }
  }
  return { tone: 'good', title, next: [...owed, ...paper, ...onTheWay(facts)] }
}

function toPay(facts: VisitFacts, sentence: Text): Next[] {
  const invoice = currentInvoice(facts)
  if (invoice?.state !== 'issued') return []
  const { remaining } = balanceOf(invoice.total, invoice.paid)
  const text = inBoth(sentence, (lang: Lang) => ({ amount: money(remaining, lang) }))
  return [{ text, to: '#bill' }]
}

function onTheWay({ renewalCase }: VisitFacts): Next[] {
  const gone = renewalCase === undefined || renewalCase.state === 'cancelled'
  return gone ? [] : [{ text: words.onTheWay, to: '#renewal' }]
}

/** A case that has something to say of its own; one that is merely on its way has not. */
function glanceOfCase(held: CaseFacts): Glance | undefined {
  if (held.state === 'draft') {
    const missing = (lang: Lang) => ({ missing: missingText(held, lang) })
    return told('warn', words.caseDraft, inBoth(words.caseDraftNext, missing))
  }
  if (held.state === 'completed') {
    return told('good', words.caseCompleted, words[held.deliveredBy ?? 'collect'])
  }
  const ground = groundNext(held)
  if (held.state === 'rejected') {
    const next = [...ground, { text: words.caseRejectedNext }]
    return { tone: 'warn', title: words.caseRejected, next }
  }
  if (held.state !== 'on-hold' || held.holdReason === 'fit-subject-to-review') return undefined
  const tone = isForThePatient(held) ? 'warn' : 'info'
  const ends = held.holdReason ? [{ text: holdNextWords[held.holdReason] }] : []
  return { tone, title: words.caseHeld, next: [...ends, ...ground] }
}

/** What the authority wrote with its last word. */
function groundNext(held: CaseFacts): Next[] {
  const ground = groundOf(held)
  return ground ? [{ text: inBoth(words.caseRejectedGround, () => ({ ground })) }] : []
}

/** The authority's own sentence of the last step, when it is no code of ours and no desk's note. */
export function groundOf({ state, holdReason, history }: CaseFacts): string | undefined {
  const theirs = state === 'rejected' || holdReason === 'supplement'
  const reason = history.at(-1)?.reason
  return theirs && !holdReasons.some((known) => known === reason) ? reason : undefined
}

function told(tone: Glance['tone'], title: Text, next: Text): Glance {
  return { tone, title, next: [{ text: next }] }
}
