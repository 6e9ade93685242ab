import { z } from 'zod'
import { type CalendarDate, calendarDateOf, parseCalendarDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { conflict } from '../core/errors.ts'
import {
  type LicenceClass,
  type LicencePurpose,
  licenceClasses,
  purposes,
} from '../core/licence.ts'
import { phonePattern, tidyPhone } from '../patients/contact.ts'
import { own } from '../patients/faults.ts'
import { tidyName } from '../patients/patient.ts'
import { appointmentWords as words } from './appointment-words.ts'

export const appointmentStates = ['booked', 'arrived', 'no-show', 'cancelled'] as const
export type AppointmentState = (typeof appointmentStates)[number]
export type AppointmentAction = 'arrive' | 'move' | 'cancel' | 'close'
export type AppointmentSource = 'desk' | 'public' | 'group'

/** The pages draw their buttons from the table that the commands check. */
export const appointmentActions = {
  booked: ['arrive', 'move', 'cancel', 'close'],
  arrived: [],
  'no-show': [],
  cancelled: [],
} as const satisfies Record<AppointmentState, readonly AppointmentAction[]>

export type Appointment = {
  id: string
  version: number
  slotId: string
  startsAt: Date
  state: AppointmentState
  source: AppointmentSource
  /** Who they are on record, where that is known before they come. */
  patientId: string | null
  groupId: string | null
  groupName: string | null
  visitId: string | null
  name: string
  birthDate: CalendarDate
  phone: string | null
  licenceClass: LicenceClass
  purpose: LicencePurpose
  bookedAt: Date
  bookedBy: string
}

export function mayDo(state: AppointmentState, action: AppointmentAction): boolean {
  return (appointmentActions[state] as readonly AppointmentAction[]).includes(action)
}

export function requireAppointment(state: AppointmentState, action: AppointmentAction): void {
  if (!mayDo(state, action)) throw conflict(`appointment-${state}`, words.refuses[state], { state })
}

/** Someone is awaited on the day itself: earlier or later it is another visit. */
export function isToday({ startsAt }: Pick<Appointment, 'startsAt'>, now: Date): boolean {
  return calendarDateOf(startsAt) === calendarDateOf(now)
}

const name = z
  .string()
  .min(1)
  .max(100)
  .transform(tidyName)
  .refine((text) => /\p{L}/u.test(text) && !/[\p{Cc}|]/u.test(text), own('name'))

const birthDate = z
  .string()
  .refine((text) => parseCalendarDate(text) !== undefined, {
    params: { code: 'not-a-date', text: typedDateWords.unreadable },
  })
  .transform((text) => text as CalendarDate)

const phone = z
  .string()
  .max(20)
  .transform(tidyPhone)
  .refine((text) => phonePattern.test(text), own('phone'))

const fields = {
  slotId: z.string().max(100),
  name,
  birthDate,
  licenceClass: z.enum(licenceClasses),
  purpose: z.enum(purposes),
}

/** What the desk notes down, on the telephone or for somebody on record. */
export const deskBookingSchema = z.strictObject({
  ...fields,
  phone: phone.optional(),
  patientId: z.string().max(100).optional(),
})

/** Letters alone: what is typed here goes out in a message to whatever number was typed beside it. */
const publicName = name.refine((text) => /^[\p{L}\p{M} '’-]{2,60}$/u.test(text), {
  params: { code: 'name', text: words.lettersOnly },
})

/** What the public page asks for: enough to know someone again at the desk, and no more. */
export const publicBookingSchema = z.strictObject({ ...fields, name: publicName, phone })

export type Booking = z.output<typeof deskBookingSchema>
