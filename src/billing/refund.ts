import type { CalendarDate } from '../core/calendar-date.ts'
import type { Dong } from '../core/money.ts'

/** A bill that holds money for an exam that was cancelled: the money is owed back. */
export type RefundDue = {
  invoiceId: string
  patientName: string
  paid: Dong
  cancelledOn: CalendarDate
}
