import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { seed } from '../prisma/seed.ts'
import { billingApi } from './billing/api.ts'
import { followExam } from './billing/correction-handlers.ts'
import { settleOnCancelling } from './billing/ending-handlers.ts'
import { billingRoutes } from './billing/routes.tsx'
import { DomainError, notFound } from './core/errors.ts'
import { examApi } from './exams/api.ts'
import { cancelOnGivingUp } from './exams/handlers.ts'
import { examRoutes } from './exams/routes.tsx'
import { verifyRoutes } from './exams/verify-routes.tsx'
import { arriveFromAppointment } from './frontdesk/appointment-handlers.ts'
import { appointmentCron, appointmentJobs } from './frontdesk/appointment-jobs.ts'
import { beginVisit, cancelVisit, finishVisit } from './frontdesk/commands.ts'
import { endDay } from './frontdesk/ending-commands.ts'
import { comeWithGroup, correctGroup } from './frontdesk/group-handlers.ts'
import { announceCancellation, confirmBooking } from './frontdesk/message-handlers.ts'
import { messageCron, messageJobs } from './frontdesk/message-jobs.ts'
import { frontdeskRoutes } from './frontdesk/routes.tsx'
import {
  advanceOnConclusion,
  advanceOnIdentity,
  advanceOnPayment,
  advanceOnSections,
  cancelTicket,
} from './frontdesk/ticket-handlers.ts'
import { homeRoutes } from './home/routes.tsx'
import { forgetOldSignIns } from './identity/attempt-commands.ts'
import { authenticate } from './identity/authenticate.ts'
import { identityRoutes } from './identity/routes.tsx'
import { knownAddresses, type OutsideWorld } from './outside.ts'
import { patientApi } from './patients/api.ts'
import { patientRoutes } from './patients/routes.tsx'
import type { Deps } from './platform/deps.ts'
import type { JobHandlers } from './platform/jobs.ts'
import { forgetOldAnswers } from './platform/once.ts'
import type { EventHandlers } from './platform/publish.ts'
import { boardRoutes } from './portal/board-routes.tsx'
import { forgetLeftKiosks } from './portal/kiosk-commands.ts'
import { kioskRoutes } from './portal/kiosk-routes.tsx'
import { portalRoutes } from './portal/routes.tsx'
import { recordApi } from './records/api.ts'
import { recordEncounter } from './records/handlers.ts'
import { recordRoutes } from './records/routes.tsx'
import { renewalApi } from './renewals/api.ts'
import { completeOnAmendment } from './renewals/case-handlers.ts'
import { withdrawOnConsent } from './renewals/consent.ts'
import { decideOnConclusion } from './renewals/handlers.ts'
import { renewalCron, renewalJobs } from './renewals/jobs.ts'
import { renewalRoutes } from './renewals/routes.tsx'
import { sendOnAmendment } from './renewals/transmission-handlers.ts'
import { renewalWebhooks } from './renewals/webhook.ts'
import { auditRoutes } from './reports/audit-routes.tsx'
import { figureRoutes } from './reports/figures-routes.tsx'
import { settingRoutes } from './settings/routes.tsx'
import { setupRoutes } from './setup/routes.tsx'
import { requireDeclarations } from './web/allow.ts'
import type { AppContext, AppEnv } from './web/context.ts'
import { health, type Readiness } from './web/health.ts'
import { language } from './web/language.ts'
import { languageRoutes } from './web/language-route.ts'
import { liveRoutes } from './web/live-route.ts'
import { openApiRoutes } from './web/openapi.ts'
import { readableForm } from './web/posted.ts'
import { answerError } from './web/problem.ts'
import { referenceRoutes } from './web/reference.tsx'
import { requestWords } from './web/request-words.ts'
import { sameOrigin } from './web/same-origin.ts'
import { secretAddress } from './web/secret-address.ts'
import { staticRoutes } from './web/static.ts'
import { styleguideRoutes } from './web/styleguide.tsx'

/** The one table that joins what one feature announces to what another does about it. */
export const handlers: EventHandlers = {
  'visit.identity-verified': [advanceOnIdentity],
  'visit.given-up': [cancelOnGivingUp],
  'appointment.booked': [confirmBooking],
  'appointment.cancelled': [announceCancellation],
  'exam.opened': [arriveFromAppointment, comeWithGroup],
  'exam.cancelled': [cancelVisit, cancelTicket, settleOnCancelling],
  'invoice.balanced': [advanceOnPayment],
  'exam.patient-corrected': [followExam, correctGroup],
  'exam.sections-recorded': [beginVisit, advanceOnSections],
  'exam.concluded': [recordEncounter, finishVisit, advanceOnConclusion, decideOnConclusion],
  'consent.withdrawn': [withdrawOnConsent],
  'patient.amended': [sendOnAmendment, completeOnAmendment],
}

/** Work that talks to the outside, or that the clock starts. */
export function jobsOf(outside: OutsideWorld): JobHandlers {
  return {
    'forget-old-answers': (deps) => forgetOldAnswers(deps),
    'forget-old-sign-ins': (deps) => forgetOldSignIns(deps),
    'forget-left-kiosks': (deps) => forgetLeftKiosks(deps),
    'end-day': (deps) => endDay(deps),
    ...appointmentJobs(),
    ...messageJobs(outside),
    ...renewalJobs(outside),
  }
}

/** graphile-worker's crontab: minute hour day month weekday job. */
export const cron = [
  '17 * * * * forget-old-answers',
  '27 * * * * forget-old-sign-ins',
  '*/2 * * * * forget-left-kiosks',
  // A quarter past one in the night in Vietnam: the crontab counts in UTC.
  '15 18 * * * end-day',
  appointmentCron,
  messageCron,
  renewalCron,
].join('\n')

const MAX_BODY = 3 * 1024 * 1024

/** Everything that answers HTTP, over given deps; the same for server, tests and bench. */
export function createApp(deps: Deps, readiness: Readiness): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>()
  app.onError(answerError)
  app.notFound((c) => answerError(notFound(requestWords.aPage), c))
  app.use(requestId({ headerName: '' }))
  app.use(async (c, next) => {
    c.set('deps', { ...deps, requestId: c.get('requestId') })
    c.set('announced', deps.live.latest())
    await next()
    // On the response itself: `c.header` would copy it, body stream and all.
    c.res.headers.set('X-Request-Id', c.get('requestId'))
  })
  app.use(language)
  app.use('/v/*', secretAddress)
  app.use('/book/*', secretAddress)
  app.use(securityHeaders)
  app.use(limitBody)
  app.route('/', health(readiness))
  app.use(timing)
  app.route('/', staticRoutes())
  app.use(authenticate())
  app.use(sameOrigin)
  app.use(readableForm)
  app.route('/', identityRoutes())
  app.route('/', settingRoutes())
  app.route('/', billingApi())
  app.route('/', billingRoutes())
  app.route('/', patientApi())
  app.route('/', patientRoutes())
  app.route('/', frontdeskRoutes())
  app.route('/', examApi())
  app.route('/', examRoutes())
  app.route('/', recordApi())
  app.route('/', recordRoutes())
  app.route('/', renewalApi())
  app.route('/', renewalWebhooks())
  app.route('/', renewalRoutes())
  app.route('/', verifyRoutes())
  app.route('/', portalRoutes())
  app.route('/', boardRoutes())
  app.route('/', kioskRoutes())
  app.route('/', auditRoutes())
  app.route(
    '/',
    setupRoutes({ addresses: () => knownAddresses(deps.env), reseed: (given) => seed(given) }),
  )
  app.route('/', homeRoutes())
  app.route('/', figureRoutes())
  app.route('/', languageRoutes())
  app.route('/', liveRoutes())
  app.route('/', openApiRoutes(app))
  app.route('/', referenceRoutes(app))
  if (deps.env.demo) app.route('/', styleguideRoutes())
  requireDeclarations(app)
  return app
}

/** A body of stated length is judged by it, unread; one that streams is counted as it comes. */
const limitBody: MiddlewareHandler<AppEnv> = (c, next) => {
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  if (length > MAX_BODY) throw tooLarge()
  const bodiless = c.req.method === 'GET' || c.req.method === 'HEAD'
  return Number.isNaN(length) && !bodiless ? countBody(c, next) : next()
}

const countBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw tooLarge()
  },
})

const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
  referrerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  xFrameOptions: 'DENY',
})

/** One line a request: the route's pattern, never the path with its ids and secrets. */
const timing = async (c: AppContext, next: () => Promise<void>) => {
  const { log, clock } = c.get('deps')
  const began = clock.elapsed()
  await next()
  const ms = Math.round((clock.elapsed() - began) * 10) / 10
  const line = {
    requestId: c.get('requestId'),
    method: c.req.method,
    route: c.req.routePath,
    status: c.res.status,
    ms,
  }
  if (c.res.status >= 500) log.error(line, 'request')
  else log.debug(line, 'request')
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
}

function tooLarge(): DomainError {
  return new DomainError({
    kind: 'too-large',
    code: 'too-large',
    detail: requestWords.tooLarge,
  })
}
