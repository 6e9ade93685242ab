import type { Invoice } from '../billing/invoice.ts'
import type { BankLinks } from '../core/bank-links.ts'
import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import type { Delivery, ExamState, LicencePurpose } from '../exams/exam.ts'
import type { Section } from '../exams/findings.ts'
import type { CaseState, HoldReason } from '../renewals/renewal-case.ts'

/** What the patient's page shows of one visit: states and the bill, no findings. */
export type VisitFacts = {
  visitId: string
  startedAt: Date
  linkExpiresAt: Date
  patient: { name: string; birthDate: CalendarDate }
  facility: { name: string; address: string; phone?: string }
  exam?: ExamFacts
  invoices: readonly Invoice[]
  renewalCase?: CaseFacts
  /** How the bill opens a bank's app, where the centre has such links. */
  bankLinks?: BankLinks | undefined
  /** This centre hands out certificates of unpaid exams too. */
  releasesUnpaid: boolean
}

export type ExamFacts = {
  id: string
  licenceClass: string
  purpose: LicencePurpose
  state: ExamState
  /** Every section that this exam asks for, in the order of the form. */
  sections: readonly { section: Section; state: 'empty' | 'draft' | 'signed' }[]
  /** When the latest of them was written down. */
  recordedAt?: Date
  renewalConsent: boolean
  conclusion?: {
    outcome: ExamOutcome
    reason?: string
    reexamineOn?: CalendarDate
    concludedAt: Date
  }
  certificate?: {
    number: string
    verifyCode: string
    validUntil: CalendarDate
    revokedOn?: CalendarDate
  }
  /** Why no case was opened, once that is decided. */
  noCaseReason?: string
}

export type CaseFacts = {
  id: string
  state: CaseState
  dossierCode?: string
  missing: readonly string[]
  holdReason?: HoldReason
  /** How the new licence reaches its holder. */
  deliveredBy?: Delivery['method']
  history: readonly { state: CaseState; at: Date; reason?: string }[]
}

/** The bill to speak of: one that asks for money, else the newest that still counts. */
export function currentInvoice({ invoices }: Pick<VisitFacts, 'invoices'>): Invoice | undefined {
  return (
    invoices.find(({ state }) => state === 'issued') ??
    invoices.findLast(({ state }) => state === 'balanced')
  )
}

export function isPaid(facts: Pick<VisitFacts, 'invoices'>): boolean {
  return currentInvoice(facts)?.state === 'balanced'
}

/** Whether the patient may take the certificate now. */
export function certificateReleased(
  facts: Pick<VisitFacts, 'exam' | 'invoices' | 'releasesUnpaid'>,
): boolean {
  const { certificate } = facts.exam ?? {}
  if (!certificate || certificate.revokedOn) return false
  return facts.releasesUnpaid || isPaid(facts)
}

/** When something last happened that this page tells of. */
export function lastNews({ startedAt, exam, invoices, renewalCase }: VisitFacts): Date {
  const dates = [
    startedAt,
    exam?.recordedAt,
    exam?.conclusion?.concludedAt,
    ...invoices.flatMap(({ issuedAt, payments }) => [issuedAt, ...payments.map((p) => p.takenAt)]),
    ...(renewalCase?.history.map(({ at }) => at) ?? []),
  ]
  return new Date(Math.max(...dates.flatMap((date) => (date ? [date.getTime()] : []))))
}
