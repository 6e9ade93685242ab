import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { secureHeaders } from 'hono/secure-headers'
import type { Live } from '../../src/platform/live.ts'
import { openLiveHub } from '../../src/platform/live-hub.ts'
import type { AppEnv } from '../../src/web/context.ts'
import { language } from '../../src/web/language.ts'
import { languageRoutes } from '../../src/web/language-route.ts'
import { liveRoutes } from '../../src/web/live-route.ts'
import { type PageOptions, page } from '../../src/web/page.tsx'
import { staticRoutes } from '../../src/web/static.ts'
import { cashier, pageDeps } from '../web/page-at.ts'

export type FramedSite = {
  url: string
  /** How often a form was posted to. */
  posts: number
  /** What the next post is answered with. */
  answer: 200 | 422 | 503
  /** Who is signed in; undefined shows the page to nobody. */
  person: string | undefined
  touch(topic: string): void
  listeners(): number
  /** Breaks every connection. */
  cut(): void
  stop(): Promise<void>
}

type Draw = (posted: Record<string, unknown> | undefined) => Child

const title = { vi: 'Thử', en: 'Trial' }

/** A site of one page in the real frame, with the real scripts under the real policy, and no database. */
export async function openFramedSite(
  options: Partial<PageOptions>,
  draw: Draw,
): Promise<FramedSite> {
  const live = liveInMemory()
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('deps', { ...pageDeps({ demo: true }), live })
    c.set('requestId', 'request-7')
    c.set('announced', live.latest())
    if (site.person) c.set('actor', { ...cashier, id: site.person })
    await next()
  })
  app.use(language)
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"] } }))
  app.route('/', staticRoutes())
  app.route('/', languageRoutes())
  app.route('/', liveRoutes())
  app.get('/form', (c) => page(c, { title, ...options }, draw(undefined)))
  // What the offline desk asks of every page's server.
  app.get('/unsent', (c) => page(c, { title }, <h1>Unsent</h1>))
  app.get('/unsent/desk.json', (c) => c.json({ user: site.person }))
  app.get('/done', (c) => page(c, { title }, <h1>Done</h1>))
  app.post('/form', async (c) => {
    site.posts += 1
    if (site.answer === 200) return c.redirect('/done', 303)
    return page(c, { title, ...options, status: site.answer }, draw(await c.req.parseBody()))
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  const site: FramedSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/form`,
    posts: 0,
    answer: 200,
    person: cashier.id,
    touch: (topic) => live.touch([topic]),
    listeners: live.listeners,
    cut: () => server.closeAllConnections(),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return site
}

function liveInMemory(): Live & { listeners(): number } {
  const hub = openLiveHub()
  let announced = 0
  let listening = 0
  hub.begin(announced)
  return {
    touch: (topics) => hub.hear(++announced, [...topics]),
    latest: hub.latest,
    subscribe(topics, seen, reader) {
      listening += 1
      const leave = hub.subscribe(topics, seen, reader)
      return () => {
        listening -= 1
        leave()
      }
    },
    listeners: () => listening,
    closed: () => false,
    close: async () => undefined,
  }
}
