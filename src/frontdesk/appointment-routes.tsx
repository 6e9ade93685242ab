import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { addDays, type CalendarDate, calendarDateOf, readTypedDate } from '../core/calendar-date.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { findPatient } from '../patients/repository.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { fieldErrors } from '../web/validation.ts'
import { deskBookingSchema } from './appointment.ts'
import { bookAppointment, cancelAppointment } from './appointment-commands.ts'
import { NewAppointmentView } from './appointment-form-views.tsx'
import { findAppointment, listAppointments } from './appointment-repository.ts'
import { AppointmentDayView } from './appointment-views.tsx'
import { appointmentWords as words } from './appointment-words.ts'
import { freeIn } from './slot.ts'
import { listSlots } from './slot-repository.ts'
import { slotRoutes } from './slot-routes.tsx'

/** The appointments of a day, and booking one at the desk. */
export function appointmentRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/appointments', allow('appointment:read'), showDay)
  app.get('/appointments/new', allow('appointment:book'), (c) => newPage(c, { typed: {} }))
  app.post('/appointments', allow('appointment:book'), postAppointment)
  app.post('/appointments/:id/cancellation', allow('appointment:book'), postCancellation)
  app.route('/', slotRoutes())
  return app
}

/** `?day=`, as typed or as we write it; today where it is none. */
export function dayAsked(c: AppContext): CalendarDate {
  return readTypedDate(c.req.query('day') ?? '') ?? today(c.get('deps').clock)
}

async function showDay(c: AppContext): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const actor = c.get('actor')
  const day = dayAsked(c)
  const [appointments, slots] = await Promise.all([
    listAppointments(database, actor.facilityId, day),
    listSlots(database, actor.facilityId, day),
  ])
  return page(
    c,
    {
      title: words.title,
      width: 'wide',
      live: [`facility:${actor.facilityId}`],
      said: saidIn(c, {
        booked: { text: words.bookedSaid },
        cancelled: { text: words.cancelledSaid },
      }),
    },
    <AppointmentDayView
      lang={c.get('lang')}
      now={clock.now()}
      day={day}
      appointments={appointments}
      free={slots.reduce((sum, slot) => sum + Math.max(0, freeIn(slot)), 0)}
      bookAddress={`${env.publicUrl}/book`}
      once={clock.id()}
      may={{ book: may(actor, 'appointment:book'), arrive: may(actor, 'exam:open') }}
    />,
  )
}

type Shown = { typed: Record<string, string>; errors?: readonly FieldError[]; day?: CalendarDate }

async function newPage(c: AppContext, shown: Shown): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const asked = shown.typed.patientId ?? c.req.query('patient')
  const patient = asked
    ? await findPatient(database, facilityId, requireId(asked, words.anAppointment))
    : undefined
  const first = today(clock)
  const day = shown.day ?? readTypedDate(c.req.query('day') ?? '') ?? addDays(first, 1)
  const slots = await listSlots(database, facilityId, day)
  return page(
    c,
    { title: words.new, section: '/appointments', status: shown.errors ? 422 : 200 },
    <NewAppointmentView
      lang={c.get('lang')}
      day={day}
      slots={slots.filter((slot) => freeIn(slot) > 0 && slot.startsAt > clock.now())}
      patient={patient}
      once={clock.id()}
      typed={shown.typed}
      errors={shown.errors}
    />,
  )
}

async function postAppointment(c: AppContext): Promise<Response> {
  const { _once, day: typedDay, ...typed } = await formOf(c)
  const day = readTypedDate(typedDay ?? '') ?? today(c.get('deps').clock)
  const given = filled(typed)
  const parsed = deskBookingSchema.safeParse(given)
  if (!parsed.success) {
    return newPage(c, { typed, day, errors: fieldErrors(parsed.error.issues, given) })
  }
  try {
    return await redirectAfter(c, {
      run: (deps) =>
        bookAppointment(deps, c.get('actor'), { booking: parsed.data, source: 'desk' }),
      to: () => `/appointments?day=${day}&said=booked`,
    })
  } catch (error) {
    return newPage(c, { typed, day, errors: faultsOfBooking(error) })
  }
}

/** What was filled in, the birth date in our own order. */
export function filled(typed: Readonly<Record<string, string>>): Record<string, string> {
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(
    given.map(([name, text]) => [
      name,
      name === 'birthDate' ? (readTypedDate(text) ?? text) : text,
    ]),
  )
}

/** What the form can say beside its fields; everything else goes to the error door. */
export function faultsOfBooking(error: unknown): readonly FieldError[] {
  if (!(error instanceof DomainError)) throw error
  if (error.kind === 'invalid' && error.errors.length > 0) return error.errors
  if (error.code !== 'slot-full' && error.code !== 'booked-twice') throw error
  return [{ pointer: '/slotId', code: error.code, message: error.detail }]
}

async function postCancellation(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', words.anAppointment)
  const appointment = await findAppointment(database, facilityId, id)
  const day = appointment ? calendarDateOf(appointment.startsAt) : today(clock)
  return redirectAfter(c, {
    run: (deps) => cancelAppointment(deps, c.get('actor'), id),
    to: () => `/appointments?day=${day}&said=cancelled`,
  })
}
