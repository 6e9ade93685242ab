import type { Hono } from 'hono'
import { listPrices } from '../billing/price-repository.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { unsentRights } from './unsent.ts'
import { listUnbilled } from './unsent-repository.ts'
import { UnsentView } from './unsent-views.tsx'
import { unsentWords } from './unsent-words.ts'

/** The desk without a server. The page is kept by the browser, so nothing of a person stands in it. */
export function unsentRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/unsent', allow('signed-in'), showUnsent)
  app.get('/unsent/desk.json', allow('signed-in'), tellDesk)
  return app
}

/** Every module by name: what the page is made of is kept with it. */
const scripts = [
  'scan-vietnamese.js',
  'scan-decoder.js',
  'scan-keys.js',
  'offline-outbox.js',
  'offline-replay.js',
  'unsent-form.js',
  'unsent.js',
]

async function showUnsent(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const rights = unsentRights(actor)
  const prices = rights.bill
    ? await listPrices(deps.database, actor.facilityId, today(deps.clock))
    : []
  return page(
    c,
    { title: unsentWords.title, width: 'wide', section: '/unsent', scripts },
    <UnsentView
      {...{ lang, rights }}
      prices={prices.filter(({ published }) => published)}
      sessionHours={deps.env.SESSION_HOURS}
      once={deps.clock.id()}
    />,
  )
}

/** Who is signed in, before anything is sent in their name, and whom a cashier may have to bill. */
async function tellDesk(c: AppContext): Promise<Response> {
  const { deps, actor } = c.var
  const exams = unsentRights(actor).bill ? await listUnbilled(deps.database, actor.facilityId) : []
  return c.json({ user: actor.id, exams })
}
