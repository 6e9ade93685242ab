import type { Hono } from 'hono'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { assetBytes, assetUrl } from '../web/static.ts'
import { bySecret, forPatient, type Shown } from './linked-routes.tsx'
import { appManifest } from './phone-app.ts'
import { ForgottenView } from './phone-views.tsx'
import { phoneWords } from './phone-words.ts'

/** What makes the patient's page an app: its manifest, its worker, and the end of both. */
export function phoneRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/v/forgotten', allow.everyone('a sentence, the same for everyone'), showForgotten)
  app.get('/v/:secret/app.webmanifest', bySecret, (c) => forPatient(c, showManifest))
  app.get('/v/:secret/worker.js', bySecret, (c) => forPatient(c, showWorker))
  return app
}

async function showManifest(c: AppContext, { facts, at }: Shown): Promise<Response> {
  const lang = c.get('lang')
  const manifest = appManifest({ lang, facility: facts.facility.name, at, icon: assetUrl })
  return c.body(JSON.stringify(manifest), 200, { 'Content-Type': 'application/manifest+json' })
}

/** Its power ends with the link's own address: the browser is told so. */
async function showWorker(c: AppContext, { at }: Shown): Promise<Response> {
  return c.body(new Uint8Array(assetBytes('visit-worker.js')), 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Service-Worker-Allowed': at,
  })
}

async function showForgotten(c: AppContext): Promise<Response> {
  return barePage(
    c,
    { title: phoneWords.forgottenTitle, width: 'narrow', lean: true },
    <ForgottenView lang={c.get('lang')} />,
  )
}
