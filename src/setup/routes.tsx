import type { Hono } from 'hono'
import { accountText } from '../billing/payee-account-view.tsx'
import { loadPayee } from '../billing/payee-repository.ts'
import { AskFirstView } from '../identity/ask-first.tsx'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { demonstrationOnly, type Reseed, resetDemonstration } from './demonstration-commands.ts'
import { loadSetup } from './first-run-repository.ts'
import { SetupView } from './first-run-views.tsx'
import { setupWords } from './first-run-words.ts'
import type { Addresses } from './integration.ts'
import { integrationRoutes } from './integration-routes.tsx'
import { showOverview } from './overview-routes.tsx'
import { overviewWords, demonstrationWords as words } from './overview-words.ts'
import { stationSettingRoutes } from './station-routes.tsx'

export type SetupOutside = {
  /** Where the outside systems are, as this process knows them. */
  addresses: () => Addresses
  reseed: Reseed
}

/** What an administrator sets, from the first day on. */
export function setupRoutes({ addresses, reseed }: SetupOutside): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('setting:manage')
  app.get('/settings', manager, showOverview)
  app.get('/setup', manager, showSetup)
  app.get('/settings/demonstration', manager, showDemonstration)
  app.post('/settings/demonstration', manager, (c) => postDemonstration(c, reseed))
  app.route('/', integrationRoutes(addresses))
  app.route('/', stationSettingRoutes())
  return app
}

async function showSetup(c: AppContext): Promise<Response> {
  const { database, env } = c.get('deps')
  const { facilityId } = c.get('actor')
  const [{ steps, facts }, { payee }] = await Promise.all([
    loadSetup(c.get('deps'), facilityId),
    loadPayee(database, facilityId, env),
  ])
  const view = (
    <SetupView
      lang={c.get('lang')}
      steps={steps}
      payee={{ account: accountText(payee), name: payee.name }}
      stations={facts.stations}
    />
  )
  return page(c, { title: setupWords.title, section: '/settings' }, view)
}

function showDemonstration(c: AppContext): Promise<Response> {
  if (!c.get('deps').env.demo) throw demonstrationOnly()
  const view = (
    <AskFirstView
      lang={c.get('lang')}
      id="ask-reset"
      path="/settings/demonstration"
      act={words.act}
      title={words.ask}
      text={words.text}
      back={{ href: '/settings', label: overviewWords.title }}
      cancel={words.cancel}
      once={c.get('deps').clock.id()}
    />
  )
  const said = saidIn(c, { done: { text: words.done } })
  return page(c, { title: words.title, section: '/settings', width: 'narrow', said }, view)
}

function postDemonstration(c: AppContext, reseed: Reseed): Promise<Response> {
  return redirectAfter(c, {
    run: (deps) => resetDemonstration(deps, c.get('actor'), reseed),
    to: () => '/settings?said=anew',
  })
}
