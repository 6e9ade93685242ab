import type { CalendarDate } from '../core/calendar-date.ts'
import type { ExamOutcome } from '../core/event.ts'
import type { LicencePurpose } from './exam.ts'
import type { Declaration, Findings, Section } from './findings.ts'

export type SectionKey = Exclude<Section, 'declaration'>
export type SectionParts = { [K in SectionKey]: NonNullable<Findings[K]> }

/** One section as it is printed; `signedOn` is absent while nobody has signed it. */
export type PrintedSection<K extends SectionKey> = {
  findings: SectionParts[K]
  doctor?: { name: string; registration?: string }
  signedOn?: CalendarDate
  /** What the rules found against the class in this section, in Vietnamese. */
  disqualifications?: readonly string[]
}

export type PrintedDeclaration = Omit<Declaration, 'signedAt' | 'note'> & {
  signedOn?: CalendarDate
}

export type PrintedConclusion = {
  outcome: ExamOutcome
  reason?: string
  reexamineOn?: CalendarDate
  doctor: { name: string; registration?: string }
  signedAt: Date
}

export type CertificateProps = {
  /** Printed across every page; absent on a certificate that may be used. */
  hold?: 'draft' | 'unpaid' | 'revoked'
  /** When the printed state came to be: the conclusion's time, or the draft's. */
  createdAt: Date
  facility: { name: string; superior?: string; address?: string; phone?: string; place: string }
  number?: string
  person: {
    name: string
    sex: 'male' | 'female'
    birthDate: CalendarDate
    document?: {
      kind: 'identity-card' | 'passport'
      number: string
      issuedOn?: CalendarDate
      issuedPlace?: string
    }
    address?: string
    phone?: string
  }
  /** JPEG or PNG. */
  portrait?: Uint8Array
  licenceClass: string
  purpose: LicencePurpose
  declaration?: PrintedDeclaration
  sections: { [K in SectionKey]?: PrintedSection<K> }
  conclusion?: PrintedConclusion
  validUntil?: CalendarDate
  verification?: { url: string; code: string }
}
