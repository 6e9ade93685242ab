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
  | { type: 'patient.exam-taken-away'; patientId: string; examId: string }
  | { type: 'visit.opened'; visitId: string; patientId: string }
  | { type: 'visit.link-issued'; visitId: string }
  | { type: 'visit.identity-verified'; visitId: string; patientId: string }
  | {
      type: 'visit.given-up'
      visitId: string
      /** How it came to nothing. */
      ending: 'no-show' | 'abandoned' | 'cancelled'
    }
  | { type: 'ticket.called'; visitId: string; stationId: string; number: number }
  | { type: 'ticket.recalled'; visitId: string; stationId: string; number: number }
  | { type: 'ticket.skipped'; visitId: string; stationId: string; number: number }
  | { type: 'ticket.finished'; visitId: string; stationId: string; number: number }
  | { type: 'ticket.transferred'; visitId: string; stationId: string; number: number }
  | { type: 'ticket.prioritised'; visitId: string; priority: string }
  | { type: 'ticket.brought-back'; visitId: string }
  | { type: 'station.added'; stationId: string }
  | { type: 'station.amended'; stationId: string }
  | { type: 'station.opened'; stationId: string }
  | { type: 'station.shut'; stationId: string }
  | { type: 'station.retired'; stationId: string }
  | { type: 'station.taken'; stationId: string }
  | { type: 'station.handed-over'; stationId: string }
  | { type: 'group.created'; groupId: string }
  | { type: 'group.closed'; groupId: string }
  | { type: 'group.reopened'; groupId: string }
  | { type: 'group.registered'; groupId: string; added: number; left: number }
  | { type: 'group.billed'; groupId: string; count: number; total: Dong }
  | { type: 'slots.opened'; facilityId: string; count: number }
  | { type: 'slot.changed'; slotId: string }
  | { type: 'appointment.booked'; appointmentId: string; source: 'desk' | 'public' | 'group' }
  | { type: 'appointment.arrived'; appointmentId: string; visitId: string }
  | { type: 'appointment.missed'; appointmentId: string }
  | { type: 'appointment.cancelled'; appointmentId: string; reason: string }
  | { type: 'message.sent'; messageId: string }
  | { type: 'message.refused'; messageId: string }
  | { type: 'message.cancelled'; messageId: string }
  | { type: 'message-template.changed'; templateId: string }
  | { type: 'exam.opened'; examId: string; patientId: string; visitId: string }
  | { type: 'exam.cancelled'; examId: string; patientId: string; visitId: string }
  | {
      type: 'exam.patient-corrected'
      examId: string
      visitId: string
      /** The right one, and the one it was opened for by mistake. */
      patientId: string
      formerPatientId: string
      reason: string
    }
  | { type: 'exam.sections-recorded'; examId: string; sections: string[]; signed: boolean }
  | {
      type: 'exam.concluded'
      examId: string
      patientId: string
      outcome: ExamOutcome
      certificateNumber: string
      concludedOn: CalendarDate
    }
  | { type: 'consent.given'; patientId: string; examId: string; consent: 'renewal' }
  | { type: 'consent.withdrawn'; patientId: string; examId: string; consent: 'exam' | 'renewal' }
  | { type: 'price.added'; facilityId: string; codes: string[] }
  | { type: 'price.changed'; facilityId: string; code: string; change: string }
  | { type: 'facility.amended'; facilityId: string; version: number }
  | { type: 'facility.logo-set'; facilityId: string; version: number }
  | { type: 'facility.hours-set'; facilityId: string; version: number }
  | { type: 'facility.holidays-set'; facilityId: string; version: number }
  | { type: 'facility.demonstration-reset'; facilityId: string }
  | { type: 'integration.tested'; facilityId: string; integration: string; finding: string }
  | { type: 'payee.requested'; payeeChangeId: string; reason: string }
  | { type: 'payee.approved'; payeeChangeId: string }
  | { type: 'payee.refused'; payeeChangeId: string }
  | { type: 'payee.withdrawn'; payeeChangeId: string }
  | { type: 'invoice.issued'; invoiceId: string; examId: string; total: Dong }
  | { type: 'invoice.balanced'; invoiceId: string; examId: string }
  | { type: 'invoice.cancelled'; invoiceId: string; examId: string; reason: string }
  | { type: 'invoice.refund-due'; invoiceId: string; examId: string; amount: Dong }
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
  | { type: 'device.created'; deviceId: string }
  | { type: 'device.code-issued'; deviceId: string }
  | { type: 'device.paired'; deviceId: string }
  | { type: 'device.revoked'; deviceId: string }

/** What is recorded when nothing happened but that somebody looked or took a copy. */
export type ViewAction =
  | 'patient.viewed'
  | 'visit.viewed'
  | 'exam.viewed'
  | 'certificate.printed'
  | 'paper-form.printed'
  | 'invoice.viewed'
  | 'bill.printed'
  | 'receipt.printed'
  | 'slip.printed'
  | 'group-bills.printed'
  | 'record.viewed'
  | 'transmission.viewed'
  | 'renewal-case.viewed'
  | 'audit.viewed'

export type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>
