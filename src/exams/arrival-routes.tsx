import type { Hono } from 'hono'
import { DomainError, type FieldError, invalid, notFound } from '../core/errors.ts'
import { isId, requireId } from '../core/id.ts'
import type { Appointment } from '../frontdesk/appointment.ts'
import { findAppointment } from '../frontdesk/appointment-repository.ts'
import { appointmentWords } from '../frontdesk/appointment-words.ts'
import type { Patient } from '../patients/patient.ts'
import { findAlike, findPatient } from '../patients/repository.ts'
import { registrationOf, registrationSchema } from '../patients/schema.ts'
import { accentsLost } from '../patients/weak-card.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { type Arrive, arriveByAppointment } from './arrival-commands.ts'
import { ArrivalView } from './arrival-views.tsx'
import { arrivalWords as words } from './arrival-words.ts'
import { openingWords } from './opening-words.ts'

/** Somebody who is booked has come. */
export function arrivalRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/appointments/:id/arrival', allow('exam:open'), (c) => arrivalPage(c, { typed: {} }))
  app.post('/appointments/:id/arrival', allow('exam:open'), postArrival)
  return app
}

type Typed = Record<string, string>
type Shown = { typed: Typed; errors?: readonly FieldError[]; existingId?: string }

async function arrivalPage(c: AppContext, shown: Shown): Promise<Response> {
  const appointment = await appointmentAsked(c)
  return page(
    c,
    {
      title: words.title,
      section: '/appointments',
      width: 'wide',
      status: shown.errors || shown.existingId ? 422 : 200,
      scripts: ['scan.js', 'scan-keys.js'],
    },
    <ArrivalView
      lang={c.get('lang')}
      appointment={appointment}
      people={await peopleOf(c, appointment)}
      once={c.get('deps').clock.id()}
      typed={shown.typed}
      errors={shown.errors}
      existingId={shown.existingId}
    />,
  )
}

async function appointmentAsked(c: AppContext): Promise<Appointment> {
  const { database } = c.get('deps')
  const id = requireId(c.req.param('id') ?? '', appointmentWords.anAppointment)
  const appointment = await findAppointment(database, c.get('actor').facilityId, id)
  if (!appointment) throw notFound(appointmentWords.anAppointment)
  return appointment
}

async function peopleOf(c: AppContext, appointment: Appointment): Promise<Patient[]> {
  const { database } = c.get('deps')
  const { facilityId } = c.get('actor')
  const { patientId, name, birthDate } = appointment
  if (!patientId) return findAlike(database, facilityId, { name, birthDate, sex: 'male' })
  const known = await findPatient(database, facilityId, patientId)
  return known ? [known] : []
}

async function postArrival(c: AppContext): Promise<Response> {
  const appointmentId = requireId(c.req.param('id') ?? '', appointmentWords.anAppointment)
  const typed = await formOf(c)
  try {
    const input = { appointmentId, ...arrivalOf(typed) }
    return await redirectAfter(c, {
      run: (deps) => arriveByAppointment(deps, c.get('actor'), input),
      to: ({ visitId }) => `/visits/${visitId}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.kind === 'invalid' && error.errors.length > 0) {
      return arrivalPage(c, { typed, errors: error.errors })
    }
    const existingId = existingOf(error)
    if (!existingId) throw error
    return arrivalPage(c, { typed, existingId })
  }
}

/** The record that stands against the card: the same number, or likely the same person. */
function existingOf({ extra }: DomainError): string | undefined {
  const { existingId, candidates } = extra as { existingId?: string; candidates?: { id: string }[] }
  return existingId ?? candidates?.[0]?.id
}

function arrivalOf(typed: Typed): Omit<Arrive, 'appointmentId'> {
  const card = typed.identityCardQr?.trim() ?? ''
  const fault = (pointer: string, message: FieldError['message']) =>
    invalid([{ pointer, code: 'missing', message }])
  if (typed['consents.exam'] !== 'true') {
    throw fault('/consents/exam', openingWords.consentExamRequired)
  }
  const consents = { exam: true as const, renewal: typed['consents.renewal'] === 'true' }
  if (card !== '') {
    // A name without its accents is nobody's: no record is made of it.
    if (accentsLost(card)) throw fault('/identityCardQr', words.accentsLost)
    const { person } = registrationOf(parseOrRefuse(registrationSchema, { identityCardQr: card }))
    return { who: { person }, consents }
  }
  if (!isId(typed.who ?? '')) throw fault('/identityCardQr', words.nobody)
  return { who: { patientId: typed.who ?? '' }, consents }
}
