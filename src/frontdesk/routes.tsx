import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Text } from '../core/text.ts'
import { knownAreas } from '../patients/area-file.ts'
import { amendPatient } from '../patients/commands.ts'
import type { Patient } from '../patients/patient.ts'
import { findPatient } from '../patients/repository.ts'
import { phoneSchema } from '../patients/schema.ts'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { fieldErrors } from '../web/validation.ts'
import { announcements, PersonPageView } from './person-page-views.tsx'
import { findExams, findVisit } from './repository.ts'
import { VisitView } from './visit-views.tsx'
import { words } from './words.ts'

/** The page of one person and the page of one visit. */
export function frontdeskRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/patients/:id', allow('patient:read'), showPerson)
  app.post('/patients/:id/phone', allow('patient:write'), postPhone)
  app.get('/visits/:id', allow('exam:read'), showVisit)
  return app
}

async function showPerson(c: AppContext): Promise<Response> {
  return personPage(c, await personOf(c, requireId(c.req.param('id') ?? '', 'người bệnh')))
}

type PhoneBack = { value: string; error: Text | undefined }

async function personPage(c: AppContext, patient: Patient, phone?: PhoneBack): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const readExams = may(actor, 'exam:read')
  const exams = readExams
    ? await findExams(deps.database, actor.facilityId, { patientId: patient.id })
    : []
  return page(
    c,
    {
      title: { vi: patient.name, en: patient.name },
      section: '/patients',
      width: 'wide',
      scripts: ['scan-portrait.js'],
      status: phone ? 422 : 200,
    },
    <PersonPageView
      lang={c.get('lang')}
      patient={patient}
      areas={knownAreas()}
      exams={exams}
      once={deps.clock.id()}
      said={announcements.find((each) => each === c.req.query('said'))}
      phone={phone}
      may={{ write: may(actor, 'patient:write'), openExam: may(actor, 'exam:open'), readExams }}
    />,
  )
}

async function postPhone(c: AppContext): Promise<Response> {
  const patient = await personOf(c, requireId(c.req.param('id') ?? '', 'người bệnh'))
  const body = await c.req.parseBody()
  const typed = phoneSchema.safeParse({ phone: body.phone })
  if (!typed.success) {
    const [fault] = fieldErrors(typed.error.issues)
    return personPage(c, patient, { value: String(body.phone ?? ''), error: fault?.message })
  }
  const { id: patientId, version: _, portrait: __, ...person } = patient
  return redirectAfter(c, {
    run: (deps) =>
      amendPatient(deps, c.get('actor'), {
        patientId,
        version: Number(body.version),
        person: { ...person, phone: typed.data.phone },
      }),
    to: () => `/patients/${patientId}?said=updated`,
  })
}

async function showVisit(c: AppContext): Promise<Response> {
  const { database } = c.get('deps')
  const actor = c.get('actor')
  const visitId = requireId(c.req.param('id') ?? '', 'lượt khám')
  const visit = await findVisit(database, actor.facilityId, visitId)
  if (!visit) throw notFound('lượt khám')
  const patient = await personOf(c, visit.patientId)
  const [exam] = await findExams(database, actor.facilityId, { visitId })
  return page(
    c,
    {
      title: words.visit,
      section: '/patients',
      live: [`visit:${visitId}`, ...(exam ? [`exam:${exam.examId}`] : [])],
    },
    <VisitView
      lang={c.get('lang')}
      visit={visit}
      patient={patient}
      exam={exam}
      mayPrint={may(actor, 'exam:open')}
    />,
  )
}

/** The person, with a line in the log of who looked (Luật KCB 15/2023, Điều 69). */
async function personOf(c: AppContext, id: string) {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const patient = await findPatient(deps.database, actor.facilityId, id)
  if (!patient) throw notFound('người bệnh')
  await recordView(deps, actor, {
    action: 'patient.viewed',
    subjectType: 'patient',
    subjectId: id,
    patientId: id,
  })
  return patient
}
