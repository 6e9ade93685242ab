import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import {
  addDays,
  type CalendarDate,
  calendarDateOf,
  readTypedDate,
  startOfDay,
} from '../core/calendar-date.ts'
import type { FieldError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { findPatient } from '../patients/repository.ts'
import { today } from '../platform/clock.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
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
import { displacedDays } from './appointment-displaced.ts'
import { dayOf, faultsOfBooking, filled } from './appointment-form.ts'
import { NewAppointmentView } from './appointment-form-views.tsx'
import { findAppointment, listAppointments } from './appointment-repository.ts'
import { AppointmentDayView } from './appointment-views.tsx'
import { appointmentWords as words } from './appointment-words.ts'
import { freeIn, isHeld, type Slot } from './slot.ts'
import { listExpectedSlots, listSlots } from './slot-repository.ts'
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
  const { facilityId } = actor
  const [appointments, slots, calendar, expected] = await Promise.all([
    listAppointments(database, facilityId, day),
    listSlots(database, facilityId, day),
    loadCalendar(database, facilityId),
    listExpectedSlots(database, facilityId, startOfDay(today(clock))),
  ])
  const held = slots.filter((slot) => isHeld(slot, calendar))
  const closed = slots.filter((slot) => !held.includes(slot))
  return page(
    c,
    {
      title: words.title,
      width: 'wide',
      live: [`facility:${actor.facilityId}`],
      said: saidIn(c, {
        booked: { text: words.bookedSaid },
        cancelled: { text: words.cancelledSaid },
        moved: { text: words.movedSaid },
      }),
    },
    <AppointmentDayView
      lang={c.get('lang')}
      now={clock.now()}
      day={day}
      appointments={appointments}
      free={held.reduce((sum, slot) => sum + Math.max(0, freeIn(slot)), 0)}
      closed={new Set(closed.map(({ id }) => id))}
      displaced={displacedDays(expected, calendar)}
      bookAddress={`${env.publicUrl}/book`}
      once={clock.id()}
      may={{ book: may(actor, 'appointment:book'), arrive: may(actor, 'exam:open') }}
    />,
  )
}

type Shown = {
  typed: Record<string, string>
  errors?: readonly FieldError[]
  day?: CalendarDate
  dayText?: string | undefined
}

async function newPage(c: AppContext, shown: Shown): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const asked = shown.typed.patientId ?? c.req.query('patient')
  const patient = asked
    ? await findPatient(database, facilityId, requireId(asked, words.anAppointment))
    : undefined
  const first = today(clock)
  const day = shown.day ?? readTypedDate(c.req.query('day') ?? '') ?? addDays(first, 1)
  return page(
    c,
    { title: words.new, section: '/appointments', status: shown.errors?.length ? 422 : 200 },
    <NewAppointmentView
      lang={c.get('lang')}
      day={day}
      dayText={shown.dayText}
      slots={await freeSlots(c, day)}
      patient={patient}
      once={clock.id()}
      typed={shown.typed}
      errors={shown.errors}
    />,
  )
}

/** What the desk may still give away on a day. */
export async function freeSlots(c: AppContext, day: CalendarDate): Promise<Slot[]> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const [slots, calendar] = await Promise.all([
    listSlots(database, facilityId, day),
    loadCalendar(database, facilityId),
  ])
  return slots.filter(
    (slot) => freeIn(slot) > 0 && slot.startsAt > clock.now() && isHeld(slot, calendar),
  )
}

async function postAppointment(c: AppContext): Promise<Response> {
  const form = await formOf(c)
  const { _once, day: _day, shown: _shown, show: _show, ...typed } = form
  const { day, text, comesBack } = dayOf(form, addDays(today(c.get('deps').clock), 1))
  if (comesBack) return newPage(c, { typed, day, dayText: text, errors: comesBack })
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
