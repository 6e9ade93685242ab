import { addMonths, type CalendarDate, daysBetween } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import type { Delivery, HeldLicence, LicencePurpose } from '../exams/exam.ts'
import type { HoldReason } from './renewal-case.ts'

export type RenewalFacts = {
  outcome: ExamOutcome
  purpose: LicencePurpose
  licenceClass: string
  consent: 'given' | 'not-given' | 'withdrawn'
  heldLicence?: HeldLicence | undefined
  identityNumber?: string | undefined
  delivery?: Delivery | undefined
}

/** Why no case is opened. */
export const ineligibilities = [
  'unfit',
  'not-a-licence',
  'purpose-not-renewal',
  'class-needs-no-certificate',
  'consent-not-given',
  'consent-withdrawn',
] as const
export type Ineligibility = (typeof ineligibilities)[number]

export const missingCodes = [
  'held-licence',
  'held-licence-expiry',
  'identity-number',
  'delivery-address',
] as const
export type MissingCode = (typeof missingCodes)[number]

/** Needs no health certificate to be exchanged [2nd: TT 108/2026/TT-BCA]. */
const withoutCertificate: readonly string[] = ['A1', 'A', 'B1']
/** Special machinery: a certificate, never a licence and never a case. */
const specialMachinery = 'XMCD'

export type RenewalDecision =
  | { eligible: false; reason: Ineligibility }
  | {
      eligible: true
      state: 'draft' | 'on-hold' | 'ready'
      missing: MissingCode[]
      holdReason?: HoldReason
    }

/** Whether the conclusion opens a renewal case, and in which state, on the day it is signed. */
export function decideRenewal(facts: RenewalFacts, on: CalendarDate): RenewalDecision {
  const reason = ineligibility(facts)
  if (reason) return { eligible: false, reason }
  const missing = missingForCase(facts)
  const holdReason = holdReasonOf(facts, on)
  if (holdReason) return { eligible: true, state: 'on-hold', missing, holdReason }
  return { eligible: true, state: missing.length > 0 ? 'draft' : 'ready', missing }
}

function ineligibility(facts: RenewalFacts): Ineligibility | undefined {
  if (facts.outcome === 'unfit') return 'unfit'
  if (facts.licenceClass === specialMachinery) return 'not-a-licence'
  if (facts.purpose !== 'renewal' && facts.purpose !== 'reissue') return 'purpose-not-renewal'
  if (withoutCertificate.includes(facts.licenceClass)) return 'class-needs-no-certificate'
  if (facts.consent === 'given') return undefined
  return facts.consent === 'withdrawn' ? 'consent-withdrawn' : 'consent-not-given'
}

/** What the dossier cannot do without. Portrait and delivery are optional: the default is collect. */
export function missingForCase(facts: Omit<RenewalFacts, 'outcome' | 'consent'>): MissingCode[] {
  const missing: MissingCode[] = []
  if (!facts.heldLicence) missing.push('held-licence')
  else if (!facts.heldLicence.expiresOn) missing.push('held-licence-expiry')
  if (!facts.identityNumber) missing.push('identity-number')
  const { delivery } = facts
  if (delivery?.method === 'post' && !delivery.address?.trim()) missing.push('delivery-address')
  return missing
}

function holdReasonOf(facts: RenewalFacts, on: CalendarDate): HoldReason | undefined {
  if (facts.outcome === 'fit-subject-to-review') return 'fit-subject-to-review'
  const expiresOn = facts.heldLicence?.expiresOn
  return expiresOn && retest(expiresOn, on) !== 'none' ? 'retest-needed' : undefined
}

/**
 * What an overdue licence costs its holder [2nd: TT 108/2026/TT-BCA]: nothing below 30 days, the
 * theory test from 30 days, the full test from one year.
 */
export function retest(expiresOn: CalendarDate, on: CalendarDate): 'none' | 'theory' | 'full' {
  if (addMonths(expiresOn, 12) <= on) return 'full'
  return daysBetween(expiresOn, on) >= 30 ? 'theory' : 'none'
}
