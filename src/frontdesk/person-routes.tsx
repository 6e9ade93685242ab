import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill, type Text } from '../core/text.ts'
import { knownAreas } from '../patients/area-file.ts'
import { amendPatient } from '../patients/commands.ts'
import type { Patient } from '../patients/patient.ts'
import { findPatient } from '../patients/repository.ts'
import { phoneSchema } from '../patients/schema.ts'
import { words } from '../patients/words.ts'
import { today } from '../platform/clock.ts'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import type { Said } from '../web/pieces/said.tsx'
import { saidIn } from '../web/said.ts'
import { fieldErrors } from '../web/validation.ts'
import { PersonPageView } from './person-page-views.tsx'
import { findExams } from './repository.ts'

export function personRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/patients/:id', allow('patient:read'), showPerson)
  app.post('/patients/:id/phone', allow('patient:write'), postPhone)
  return app
}

async function showPerson(c: AppContext): Promise<Response> {
  return personPage(c, await personOf(c, requireId(c.req.param('id') ?? '', words.aPatient)))
}

type PhoneBack = { value: string; error: Text | undefined }

async function personPage(c: AppContext, patient: Patient, phone?: PhoneBack): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const readExams = may(actor, 'exam:read')
  const exams = readExams
    ? await findExams(database, actor.facilityId, { patientId: patient.id })
    : []
  return page(
    c,
    {
      title: { vi: patient.name, en: patient.name },
      section: '/patients',
      width: 'wide',
      scripts: may(actor, 'patient:write') ? ['scan-portrait.js'] : [],
      status: phone ? 422 : 200,
      said: saidIn(c, personSayings(c, patient)),
    },
    <PersonPageView
      lang={c.get('lang')}
      today={today(clock)}
      patient={patient}
      areas={knownAreas()}
      exams={exams}
      once={clock.id()}
      phone={phone}
      may={{
        write: may(actor, 'patient:write'),
        openExam: may(actor, 'exam:open'),
        book: may(actor, 'appointment:book'),
        readRecord: may(actor, 'record:read'),
        readExams,
      }}
    />,
  )
}

async function postPhone(c: AppContext): Promise<Response> {
  const patient = await personOf(c, requireId(c.req.param('id') ?? '', words.aPatient))
  const body = await c.req.parseBody()
  // Only an undo takes a number away: an empty field is a slip of the hand.
  const removed = body.remove === 'yes'
  const typed = removed
    ? { success: true as const, data: { phone: undefined } }
    : phoneSchema.safeParse({ phone: body.phone })
  if (!typed.success) {
    const [fault] = fieldErrors(typed.error.issues)
    return personPage(c, patient, { value: String(body.phone ?? ''), error: fault?.message })
  }
  const { phone } = typed.data
  const { id: patientId, version: _, portrait: __, phone: before, ...person } = patient
  return redirectAfter(c, {
    run: async (deps) => {
      const amended = await amendPatient(deps, c.get('actor'), {
        patientId,
        version: Number(body.version),
        person: { ...person, ...(phone && { phone }) },
      })
      keepPhone(c, patientId, before)
      return amended
    },
    to: () => `/patients/${patientId}?said=${phone ? 'phone' : 'phone-gone'}`,
  })
}

/** Where the browser keeps, for as long as an undo is offered, the number that was there before. */
const PHONE_BEFORE = 'lienthong.phone_before'
const OFFERED_SECONDS = 120

/** Kept by the browser that changed it, for this page alone: never in an address, never in a log. */
export function keepPhone(c: AppContext, patientId: string, before: string | undefined): void {
  setCookie(c, PHONE_BEFORE, before ?? '', {
    path: `/patients/${patientId}`,
    maxAge: OFFERED_SECONDS,
    httpOnly: true,
    sameSite: 'Strict',
    secure: c.get('deps').env.publicUrl.startsWith('https:'),
  })
}

/** What has just happened to the record. */
export function personSayings(c: AppContext, patient: Patient): Record<string, Said | undefined> {
  const { name } = patient
  const undo = phoneUndo(c, patient)
  return {
    registered: { text: fill(words.saidRegistered, { name }) },
    alreadyThere: { text: fill(words.saidAlreadyThere, { name }) },
    updated: { text: words.saidUpdated },
    portrait: { text: words.saidPortrait },
    phone: { text: words.saidPhone, undo },
    'phone-gone': { text: words.saidPhoneGone, undo },
  }
}

function phoneUndo(c: AppContext, { id, version, phone }: Patient): Said['undo'] {
  const before = getCookie(c, PHONE_BEFORE)
  if (before === undefined || before === (phone ?? '')) return undefined
  const fields = { version: String(version), ...(before ? { phone: before } : { remove: 'yes' }) }
  return { action: `/patients/${id}/phone`, fields }
}

/** The person, with a line in the log of who looked (Luật KCB 15/2023, Điều 69). */
export async function personOf(c: AppContext, id: string) {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const patient = await findPatient(deps.database, actor.facilityId, id)
  if (!patient) throw notFound(words.aPatient)
  await recordView(deps, actor, {
    action: 'patient.viewed',
    subjectType: 'patient',
    subjectId: id,
    patientId: id,
  })
  return patient
}
