import { balanceOf } from '../billing/invoice.ts'
import { clockTimeOf } from '../core/calendar-date.ts'
import { fill, type Lang, type Text } from '../core/text.ts'
import { inBoth, money, sectionsLeft } from './spoken.ts'
import {
  caseTexts,
  holdTexts,
  missingTexts,
  noCaseTexts,
  stepLabels,
  stepWords,
} from './step-words.ts'
import {
  type CaseFacts,
  certificateReleased,
  currentInvoice,
  type ExamFacts,
  type VisitFacts,
} from './visit-facts.ts'

export type ProgressState = 'complete' | 'in-progress' | 'needs-action' | 'waiting' | 'failed'
export type ProgressStep = {
  key: keyof typeof stepLabels
  label: Text
  state: ProgressState
  reason: Text
}

type Standing = { state: ProgressState; reason: Text }

/** Where the visit stands, from the declaration to the licence; without a renewal when none comes. */
export function progressOf(facts: VisitFacts): ProgressStep[] {
  const standings: Record<ProgressStep['key'], Standing | undefined> = {
    declaration: declaration(facts.exam),
    sections: examination(facts.exam),
    bill: bill(facts),
    conclusion: conclusion(facts.exam),
    certificate: certificate(facts),
    renewal: whyNoCase(facts) ? undefined : renewal(facts),
  }
  return Object.entries(standings).flatMap(([name, standing]) => {
    const key = name as ProgressStep['key']
    return standing ? [{ key, label: stepLabels[key], ...standing }] : []
  })
}

/** Why this visit leads to no renewal case, as far as that can be said already. */
export function whyNoCase({ exam, renewalCase }: VisitFacts): Text | undefined {
  if (!exam || renewalCase) return undefined
  if (exam.noCaseReason) return noCaseTexts[exam.noCaseReason]
  if (exam.purpose !== 'renewal' && exam.purpose !== 'reissue') {
    return noCaseTexts['purpose-not-renewal']
  }
  return exam.renewalConsent ? undefined : noCaseTexts['consent-not-given']
}

/** The first thing that waits for the patient, if any does. */
export function nextStep(steps: readonly ProgressStep[]): ProgressStep | undefined {
  return steps.find((step) => step.state === 'needs-action')
}

function declaration(exam: ExamFacts | undefined): Standing {
  const given = exam?.sections.find(({ section }) => section === 'declaration')
  if (exam?.conclusion || given?.state === 'signed') return done(stepWords.declarationDone)
  if (given?.state === 'draft') return { state: 'in-progress', reason: stepWords.declarationDone }
  if (exam?.state === 'cancelled') return { state: 'failed', reason: stepWords.cancelled }
  return { state: 'needs-action', reason: stepWords.declarationOpen }
}

function examination(exam: ExamFacts | undefined): Standing {
  if (!exam) return waits(stepWords.noExam)
  const sections = exam.sections.filter(({ section }) => section !== 'declaration')
  const left = exam.conclusion ? [] : sections.filter(({ state }) => state !== 'signed')
  const [all, finished] = [sections.length, sections.length - left.length]
  if (left.length === 0) return done(fill(stepWords.sectionsDone, { done: finished, all }))
  const reason = inBoth(stepWords.sectionsOpen, (lang) => ({
    done: finished,
    all,
    left: sectionsLeft(left, lang),
  }))
  const begun = sections.some(({ state }) => state !== 'empty')
  return { state: begun ? 'in-progress' : 'waiting', reason }
}

function bill(facts: VisitFacts): Standing {
  const invoice = currentInvoice(facts)
  if (!invoice) return waits(stepWords.billNone)
  const { remaining } = balanceOf(invoice.total, invoice.paid)
  const amount = (value: number) => (lang: Lang) => ({ amount: money(value, lang) })
  return invoice.state === 'issued'
    ? { state: 'needs-action', reason: inBoth(stepWords.billOpen, amount(remaining)) }
    : done(inBoth(stepWords.billPaid, amount(invoice.total)))
}

function conclusion(exam: ExamFacts | undefined): Standing {
  if (exam?.conclusion)
    return done(fill(stepWords.concluded, { at: clockTimeOf(exam.conclusion.concludedAt) }))
  const open = !exam || exam.sections.some(({ state }) => state !== 'signed')
  return open
    ? waits(stepWords.conclusionWaits)
    : { state: 'in-progress', reason: stepWords.conclusionNext }
}

function certificate(facts: VisitFacts): Standing {
  const issued = facts.exam?.certificate
  if (!issued) return waits(stepWords.certificateWaits)
  if (issued.revokedOn) return { state: 'failed', reason: stepWords.certificateRevoked }
  if (!certificateReleased(facts)) return waits(stepWords.certificateHeld)
  return done(fill(stepWords.certificateReady, { number: issued.number }))
}

function renewal({ renewalCase }: VisitFacts): Standing {
  return renewalCase ? caseStanding(renewalCase) : waits(stepWords.renewalWaits)
}

const caseStates = {
  draft: 'needs-action',
  'on-hold': 'needs-action',
  ready: 'in-progress',
  requested: 'in-progress',
  accepted: 'in-progress',
  'in-progress': 'in-progress',
  completed: 'complete',
  rejected: 'failed',
  cancelled: 'failed',
} as const satisfies Record<CaseFacts['state'], ProgressState>

/** Holds that end only by what the patient does. */
const forThePatient: readonly unknown[] = ['fit-subject-to-review', 'retest-needed', 'supplement']

export function isForThePatient({ holdReason }: CaseFacts): boolean {
  return forThePatient.includes(holdReason)
}

function caseStanding(held: CaseFacts): Standing {
  const elsewhere = held.state === 'on-hold' && !isForThePatient(held)
  return { state: elsewhere ? 'waiting' : caseStates[held.state], reason: caseText(held) }
}

/** `ngày hết hạn của giấy phép, địa chỉ nhận giấy phép`. */
export function missingText({ missing }: CaseFacts, lang: Lang): string {
  return missing.map((code) => (missingTexts[code] ?? { vi: code, en: code })[lang]).join(', ')
}

/** What the case's state means to its owner, with what is missing or what holds it. */
export function caseText(held: CaseFacts): Text {
  const { state, holdReason } = held
  return inBoth(caseTexts[state], (lang) => ({
    missing: missingText(held, lang),
    reason: holdReason ? holdTexts[holdReason][lang] : '',
  }))
}

function done(reason: Text): Standing {
  return { state: 'complete', reason }
}

function waits(reason: Text): Standing {
  return { state: 'waiting', reason }
}
