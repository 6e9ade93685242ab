import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Text } from '../core/text.ts'
import {
  giveRenewalConsent,
  withdrawExamConsent,
  withdrawRenewalConsent,
} from '../exams/consent-commands.ts'
import { consentsOf } from '../exams/consent-repository.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { agreedOf } from './agreed.ts'
import { AgreedView } from './agreed-views.tsx'
import { agreedWords } from './agreed-words.ts'
import { bySecret, examIdOf, forPatient, type Shown } from './linked-routes.tsx'
import { gathered } from './looked.ts'
import { listLooks } from './looked-repository.ts'
import { LookedView } from './looked-views.tsx'
import { lookedWords } from './looked-words.ts'

/** What the patient agreed to, and who has looked: their data, in their hands. */
export function ownDataRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/v/:secret/consents', bySecret, compress(), (c) => forPatient(c, showAgreed))
  app.post('/v/:secret/consents/renewal', bySecret, (c) => forPatient(c, postGiven))
  app.post('/v/:secret/consents/renewal/withdrawal', bySecret, (c) => forPatient(c, postWithdrawn))
  app.post('/v/:secret/consents/exam/withdrawal', bySecret, (c) => forPatient(c, postEnded))
  app.get('/v/:secret/looked', bySecret, compress(), (c) => forPatient(c, showLooked))
  return app
}

const said = new Map<string, Text>([
  ['given', agreedWords.saidGiven],
  ['withdrawn', agreedWords.saidWithdrawn],
])

async function showAgreed(c: AppContext, { actor, facts, at }: Shown): Promise<Response> {
  const { database, clock } = c.get('deps')
  const examId = facts.exam?.id
  const consents = examId ? await consentsOf(database, actor.facilityId, examId) : []
  const done = said.get(c.req.query('said') ?? '')
  return barePage(
    c,
    { title: agreedWords.title, width: 'narrow', lean: true },
    <AgreedView
      lang={c.get('lang')}
      at={at}
      agreed={agreedOf(facts, consents)}
      once={clock.id()}
      done={done}
    />,
  )
}

async function postGiven(c: AppContext, { actor, facts, at }: Shown): Promise<Response> {
  const examId = examIdOf(facts)
  return redirectAfter(c, {
    run: (deps) => giveRenewalConsent(deps, actor, examId),
    to: () => `${at}/consents?said=given`,
  })
}

async function postWithdrawn(c: AppContext, { actor, facts, at }: Shown): Promise<Response> {
  const examId = examIdOf(facts)
  return redirectAfter(c, {
    run: (deps) => withdrawRenewalConsent(deps, actor, examId),
    to: () => `${at}/consents?said=withdrawn`,
  })
}

async function postEnded(c: AppContext, { actor, facts, at }: Shown): Promise<Response> {
  const examId = examIdOf(facts)
  return redirectAfter(c, {
    run: (deps) => withdrawExamConsent(deps, actor, examId),
    to: () => at,
  })
}

/** More than a day at the centre makes; the rest is told at the desk. */
const MOST_LOOKS = 300

async function showLooked(c: AppContext, { actor, at }: Shown): Promise<Response> {
  const whose = { ...actor, patientId: actor.id }
  const looks = await listLooks(c.get('deps').database, whose, MOST_LOOKS + 1)
  return barePage(
    c,
    { title: lookedWords.title, width: 'narrow', lean: true },
    <LookedView
      lang={c.get('lang')}
      at={at}
      looked={gathered(looks.slice(0, MOST_LOOKS))}
      more={looks.length > MOST_LOOKS}
    />,
  )
}
