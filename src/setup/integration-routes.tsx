import type { Hono } from 'hono'
import { notFound } from '../core/errors.ts'
import { say } from '../core/text.ts'
import type { Env } from '../platform/env.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import {
  type Addresses,
  type Integration,
  integrationSettings,
  integrations,
  isConnected,
} from './integration.ts'
import { testIntegration } from './integration-commands.ts'
import { listLastNotifications, listLastTests } from './integration-repository.ts'
import { type IntegrationProps, IntegrationsView } from './integration-views.tsx'
import { integrationWords as words } from './integration-words.ts'
import { configuredProviders } from './probe-client.ts'

export function integrationRoutes(addresses: () => Addresses): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('setting:manage')
  app.get('/settings/integrations', manager, (c) => showIntegrations(c, addresses()))
  app.post('/settings/integrations/:name/test', manager, (c) => postTest(c, addresses()))
  return app
}

async function showIntegrations(c: AppContext, addresses: Addresses): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const { facilityId } = c.get('actor')
  const [tests, news] = await Promise.all([
    listLastTests(database, facilityId),
    listLastNotifications(database, facilityId),
  ])
  const notifiers = configuredProviders(env).map((provider) => ({
    name: providerNames[provider],
    address: `${env.publicUrl}/webhooks/bank/${provider}`,
    proof: proofs[provider](env),
    lastAt: news.find((each) => each.provider === provider)?.at,
  }))
  const view = (
    <IntegrationsView
      lang={c.get('lang')}
      {...{ tests, notifiers }}
      facts={factsOf(c, addresses)}
      connected={integrations.filter((name) => isConnected(name, env.connected))}
      once={clock.id()}
    />
  )
  const said = saidIn(c, { tested: { text: words.done } })
  return page(c, { title: words.title, section: '/settings', said }, view)
}

const providerNames = { sepay: 'SePay', payos: 'payOS', casso: 'Casso' } as const

/** By the names of the settings; never the secrets themselves. */
const proofs = {
  sepay: (env: Env) => (env.SEPAY_SECRET ? 'SEPAY_SECRET' : 'SEPAY_API_KEY'),
  payos: () => 'PAYOS_CHECKSUM_KEY',
  casso: () => 'CASSO_CHECKSUM_KEY',
} as const

function factsOf(c: AppContext, addresses: Addresses): IntegrationProps['facts'] {
  const { env } = c.get('deps')
  const lang = c.get('lang')
  const at = (configured: string | undefined, known: string | undefined) => {
    if (configured || !known) return configured ?? '—'
    return say(words.standIn, lang, { url: known })
  }
  const configuredBy = (name: Integration) => ({
    term: words.configuredBy,
    value: integrationSettings[name].join(', '),
  })
  return {
    gateway: [
      { term: words.address, value: at(env.GATEWAY_URL, addresses.gatewayUrl) },
      { term: words.account, value: env.GATEWAY_USERNAME },
      configuredBy('gateway'),
    ],
    authority: [
      { term: words.address, value: at(env.AUTHORITY_URL, addresses.authorityUrl) },
      { term: words.callback, value: `${env.publicUrl}/webhooks/licence-authority` },
      configuredBy('authority'),
    ],
    bank: [],
    signature: [configuredBy('signature')],
    sms: [
      { term: words.address, value: at(env.SMS_URL, addresses.smsUrl) },
      { term: words.sender, value: env.SMS_SENDER },
      configuredBy('sms'),
    ],
  }
}

function postTest(c: AppContext, addresses: Addresses): Promise<Response> {
  const name = c.req.param('name')
  const integration = integrations.find((each): each is Integration => each === name)
  if (!integration) throw notFound(words.title)
  return redirectAfter(c, {
    run: (deps) => testIntegration(deps, c.get('actor'), { integration, addresses }),
    to: () => `/settings/integrations?said=tested#${integration}`,
  })
}
