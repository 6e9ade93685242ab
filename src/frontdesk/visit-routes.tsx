import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { unverifiedOf } from './identity-routes.tsx'
import { identityWords } from './identity-words.ts'
import { personOf } from './person-routes.tsx'
import { findBill, findCase, findExams, findVisit } from './repository.ts'
import { findRoute } from './route-repository.ts'
import { ticketPageWords } from './ticket-page-words.ts'
import { ticketRoutes } from './ticket-routes.tsx'
import type { VisitExam } from './visit.ts'
import { VisitView } from './visit-views.tsx'
import { words } from './words.ts'

export function visitRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/visits/:id', allow('exam:read'), showVisit)
  app.route('/', ticketRoutes())
  return app
}

const sayings = {
  priority: { text: ticketPageWords.saidPriority },
  back: { text: ticketPageWords.saidBack },
  'given-up': { text: ticketPageWords.saidGivenUp },
  'card-seen': { text: identityWords.saidSeen },
} as const

async function showVisit(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const visitId = requireId(c.req.param('id') ?? '', words.aVisit)
  const visit = await findVisit(database, actor.facilityId, visitId)
  if (!visit) throw notFound(words.aVisit)
  const patient = await personOf(c, visit.patientId)
  const [exam] = await findExams(database, actor.facilityId, { visitId })
  return page(
    c,
    {
      title: { vi: patient.name, en: patient.name },
      section: '/patients',
      width: 'wide',
      said: saidIn(c, sayings),
      live: [`visit:${visitId}`, ...(exam ? [`exam:${exam.examId}`] : [])],
    },
    <VisitView
      lang={c.get('lang')}
      now={clock.now()}
      visit={visit}
      patient={patient}
      exam={exam}
      {...(await withinRights(c, exam))}
      mayBill={may(actor, 'invoice:issue')}
      mayPrint={may(actor, 'exam:open')}
      mayDecide={may(actor, 'exam:open')}
      route={await findRoute(database, actor.facilityId, visitId, clock.now())}
      once={clock.id()}
      unverified={await unverifiedOf(c, visit)}
    />,
  )
}

/** The money and the renewal of a visit, for those whom they concern. */
async function withinRights(c: AppContext, exam: VisitExam | undefined) {
  const { database } = c.get('deps')
  const actor = c.get('actor')
  const examId = exam?.examId
  const bill = may(actor, 'invoice:read')
    ? (examId && (await findBill(database, actor.facilityId, examId))) || ('none' as const)
    : ('hidden' as const)
  const renewal =
    examId && may(actor, 'renewal:read')
      ? await findCase(database, actor.facilityId, examId)
      : undefined
  return { bill, renewal }
}
