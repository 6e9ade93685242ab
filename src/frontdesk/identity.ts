import type { CalendarDate } from '../core/calendar-date.ts'
import type { Demographics } from '../patients/patient.ts'

/** What somebody said of themselves at a kiosk, as long as the desk has not seen their card. */
export type Claim = Demographics

/** Somebody from a kiosk who has to show their card at the desk. */
export type Unrecognised = {
  visitId: string
  name: string
  birthDate: CalendarDate
  cardNumber: string | null
  /** The day's number, once there is one. */
  number: number | null
  since: Date
  /** The number they gave belongs to another record: that is settled first. */
  another: boolean
}
