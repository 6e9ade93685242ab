import type { Hono } from 'hono'
import { addDays, type CalendarDate, calendarDateOf, readTypedDate } from '../core/calendar-date.ts'
import { type FieldError, invalid, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import type { Appointment } from './appointment.ts'
import { dayOf, faultsOfBooking } from './appointment-form.ts'
import { moveAppointment } from './appointment-move-commands.ts'
import { MoveAppointmentView } from './appointment-move-views.tsx'
import { findAppointment } from './appointment-repository.ts'
import { freeSlots } from './appointment-routes.tsx'
import { appointmentWords as words } from './appointment-words.ts'

/** Another time for somebody who is booked. */
export function moveRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/appointments/:id/move', allow('appointment:book'), async (c) =>
    movePage(c, await movable(c), { typed: {} }),
  )
  app.post('/appointments/:id/move', allow('appointment:book'), postMove)
  return app
}

type Shown = {
  typed: Record<string, string>
  errors?: readonly FieldError[]
  day?: CalendarDate
  dayText?: string | undefined
}

async function movePage(c: AppContext, appointment: Appointment, shown: Shown): Promise<Response> {
  const day = shown.day ?? readTypedDate(c.req.query('day') ?? '') ?? usualDay(c, appointment)
  const slots = await freeSlots(c, day)
  return page(
    c,
    { title: words.moveTitle, section: '/appointments', status: shown.errors?.length ? 422 : 200 },
    <MoveAppointmentView
      lang={c.get('lang')}
      appointment={appointment}
      day={day}
      dayText={shown.dayText}
      slots={slots.filter(({ id }) => id !== appointment.slotId)}
      once={c.get('deps').clock.id()}
      typed={shown.typed}
      errors={shown.errors}
    />,
  )
}

/** The day after; of what is over, tomorrow. */
function usualDay(c: AppContext, { startsAt }: Appointment): CalendarDate {
  const { clock } = c.get('deps')
  return addDays(startsAt > clock.now() ? calendarDateOf(startsAt) : today(clock), 1)
}

async function movable(c: AppContext): Promise<Appointment> {
  const { database } = c.get('deps')
  const id = requireId(c.req.param('id') ?? '', words.anAppointment)
  const appointment = await findAppointment(database, c.get('actor').facilityId, id)
  if (!appointment) throw notFound(words.anAppointment)
  return appointment
}

async function postMove(c: AppContext): Promise<Response> {
  const appointment = await movable(c)
  const form = await formOf(c)
  const { slotId = '' } = form
  const { day, text, comesBack } = dayOf(form, usualDay(c, appointment))
  const back = (errors: readonly FieldError[]) =>
    movePage(c, appointment, { typed: { slotId }, day, dayText: text, errors })
  if (comesBack) return back(comesBack)
  try {
    if (slotId === '') throw noTime()
    return await redirectAfter(c, {
      run: (deps) =>
        moveAppointment(deps, c.get('actor'), { appointmentId: appointment.id, slotId }),
      to: ({ startsAt }) => `/appointments?day=${calendarDateOf(startsAt)}&said=moved`,
    })
  } catch (error) {
    return back(faultsOfBooking(error))
  }
}

function noTime() {
  return invalid([{ pointer: '/slotId', code: 'missing', message: words.chooseSlot }])
}
