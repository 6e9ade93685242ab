import type { CalendarDate } from './calendar-date.ts'
import type { Dong } from './money.ts'

export type ExamOutcome = 'fit' | 'unfit' | 'fit-subject-to-review'

/**
 * What happened, as one audit row and as what other features hear of it. Identifiers and states
 * only: no findings, no names.
 */
export type DomainEvent =
  | { type: 'patient.registered'; patientId: string }
  | { type: 'patient.amended'; patientId: string }
  | { type: 'patient.portrait-set'; patientId: string }
  | { type: 'visit.opened'; visitId: string; patientId: string }
  | { type: 'visit.link-issued'; visitId: string }
  | { type: 'exam.opened'; examId: string; patientId: string; visitId: string }
  | { type: 'exam.sections-recorded'; examId: string; sections: string[]; signed: boolean }
  | {
      type: 'exam.concluded'
      examId: string
      patientId: string
      outcome: ExamOutcome
      certificateNumber: string
      concludedOn: CalendarDate
    }
  | { type: 'consent.withdrawn'; patientId: string; examId: string; consent: 'exam' | 'renewal' }
  | { type: 'price.added'; facilityId: string; codes: string[] }
  | { type: 'invoice.issued'; invoiceId: string; examId: string; total: Dong }
  | { type: 'invoice.balanced'; invoiceId: string; examId: string }
  | { type: 'invoice.cancelled'; invoiceId: string; examId: string; reason: string }
  | { type: 'payment.taken'; paymentId: string; invoiceId: string; amount: Dong }
  | {
      type: 'bank-transaction.received'
      bankTransactionId: string
      match: string
      invoiceId?: string
    }
  | {
      type: 'bank-transaction.matched'
      bankTransactionId: string
      match: string
      invoiceId: string
      reason: string
    }
  | { type: 'transmission.updated'; transmissionId: string; examId: string; state: string }
  | { type: 'renewal-case.opened'; caseId: string; examId: string; state: string }
  | { type: 'renewal-case.updated'; caseId: string; examId: string; state: string }
  | { type: 'staff.created'; staffId: string }
  | { type: 'staff.signed-in'; staffId: string }
  | { type: 'staff.signed-out'; staffId: string }
  | { type: 'staff.sign-in-refused'; staffId: string }
  | { type: 'staff.locked-out'; staffId: string }
  | { type: 'staff.password-changed'; staffId: string }
  | { type: 'staff.password-reset'; staffId: string }
  | { type: 'staff.password-refused'; staffId: string }
  | { type: 'staff.disabled'; staffId: string }
  | { type: 'staff.enabled'; staffId: string }
  | { type: 'token.created'; tokenId: string }
  | { type: 'token.revoked'; tokenId: string }

/** What is recorded when nothing happened but that somebody looked or took a copy. */
export type ViewAction =
  | 'patient.viewed'
  | 'exam.viewed'
  | 'certificate.printed'
  | 'paper-form.printed'
  | 'invoice.viewed'
  | 'bill.printed'
  | 'receipt.printed'
  | 'slip.printed'
  | 'record.viewed'
  | 'transmission.viewed'
  | 'renewal-case.viewed'
  | 'audit.viewed'

export type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>
