import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import type { Live } from '../../src/platform/live.ts'
import { openLiveHub } from '../../src/platform/live-hub.ts'
import type { AppEnv } from '../../src/web/context.ts'
import { liveRoutes, liveUrl } from '../../src/web/live-route.ts'
import { cashier, pageDeps } from './page-at.ts'

const stopped: AbortController[] = []
afterEach(() => {
  for (const each of stopped.splice(0)) each.abort()
})

/** A site whose one page listens to a visit and an exam. */
function listening(options: { perAddress?: number; signedIn?: boolean } = {}) {
  const hub = openLiveHub()
  const heard: (readonly string[])[] = []
  let closed = false
  const live: Live = {
    touch: () => undefined,
    latest: hub.latest,
    subscribe(topics, seen, reader) {
      heard.push(topics)
      return hub.subscribe(topics, seen, reader)
    },
    closed: () => closed,
    async close() {
      closed = true
      hub.end()
    },
  }
  const app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set('deps', { ...pageDeps({ LIVE_STREAMS_PER_ADDRESS: options.perAddress ?? 9 }), live })
    c.set('announced', live.latest())
    if (options.signedIn) c.set('actor', cashier)
    return next()
  })
  app.get('/page', (c) => c.text(liveUrl(c, ['visit:1', 'exam:2'])))
  app.route('/', liveRoutes())
  app.onError((error, c) =>
    c.text(
      '',
      error instanceof DomainError
        ? (({ 'too-many': 429, unavailable: 503 }[error.kind as string] ?? 404) as 404)
        : 500,
    ),
  )
  const page = async () => (await app.request('/page')).text()
  return { app, hub, live, heard, page }
}

type Site = ReturnType<typeof listening>

/** Opens a stream as a browser would; `said` waits for the next thing that the server says. */
async function listen({ app }: Site, url: string, headers: Record<string, string> = {}) {
  const stop = new AbortController()
  stopped.push(stop)
  const response = await app.request(url, { signal: stop.signal, headers })
  const reader = response.body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  return {
    response,
    next,
    leave: () => reader?.cancel(),
    /** Whether nothing is said within a moment. */
    isSilent: () =>
      Promise.race([
        next().then(() => false),
        new Promise((resolve) => setTimeout(resolve, 30, true)),
      ]),
  }
}

describe('the live stream', () => {
  it('carries the topics of a page that was shown', async () => {
    const site = listening()
    site.hub.begin(4)
    const { response, next, isSilent } = await listen(site, await site.page())
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(await next()).toMatch(/^retry: \d+\n\n$/)
    expect(await isSilent()).toBe(true)
    expect(site.heard).toEqual([['visit:1', 'exam:2']])
  })

  it('says that one of them changed, and up to where the page is told', async () => {
    const site = listening()
    site.hub.begin(4)
    const { next } = await listen(site, await site.page())
    await next()
    site.hub.hear(5, ['visit:9'])
    site.hub.hear(6, ['exam:2', 'visit:1', 'facility:1'])
    expect(await next()).toBe('event: changed\nid: 6\ndata:\n\n')
  })

  it('tells a page what changed between its reading and its listening', async () => {
    const site = listening()
    site.hub.begin(4)
    const url = await site.page()
    site.hub.hear(5, ['visit:1'])
    const { next } = await listen(site, url)
    await next()
    expect(await next()).toContain('changed\nid: 5')
  })

  it('believes the browser that comes back before the address', async () => {
    const site = listening()
    site.hub.begin(4)
    const url = await site.page()
    site.hub.hear(5, ['visit:1'])
    const { next, isSilent } = await listen(site, url, { 'last-event-id': '5' })
    await next()
    expect(await isSilent()).toBe(true)
  })

  it.each(['', '&last=', '&last=-1', '&last=1e3', '&last=x'])(
    'tells whoever has not seen anything that there may be something (%s)',
    async (last) => {
      const site = listening()
      const url = await site.page()
      site.hub.begin(4)
      const { next } = await listen(site, url + last)
      await next()
      expect(await next()).toContain('event: changed')
    },
  )

  it('waits until the process hears, and then tells only whom it must', async () => {
    const site = listening()
    const fresh = await listen(site, `${await site.page()}&last=4`)
    const old = await listen(site, `${await site.page()}&last=3`)
    await Promise.all([fresh.next(), old.next()])
    site.hub.begin(4)
    expect(await old.next()).toBe('event: changed\nid: 4\ndata:\n\n')
    expect(await fresh.isSilent()).toBe(true)
  })

  it('refuses topics that no page has handed out', async () => {
    const site = listening()
    const url = await site.page()
    for (const forged of [
      url.replace('visit%3A1', 'visit%3A9'),
      url.replace(/seal=.*/, 'seal='),
      url.replace(/&seal=.*/, ''),
      '/live?topics=visit:1&seal=AAAA',
      '/live',
    ]) {
      expect((await site.app.request(forged)).status).toBe(404)
    }
    expect(site.heard).toEqual([])
  })

  it('is not begun for one who asks for its head alone', async () => {
    const site = listening()
    const answer = await site.app.request(await site.page(), { method: 'HEAD' })
    expect([answer.status, site.heard]).toEqual([200, []])
  })

  it('ends with the process, and none begins then', async () => {
    const site = listening()
    const url = await site.page()
    const { next } = await listen(site, url)
    await next()
    await site.live.close()
    expect(await next()).toBe('')
    expect((await site.app.request(url)).status).toBe(503)
  })

  it('is opened only so often from one address, and again when one has gone', async () => {
    const site = listening({ perAddress: 2 })
    const url = await site.page()
    const first = await listen(site, url)
    await listen(site, url)
    expect((await site.app.request(url)).status).toBe(429)
    await first.leave()
    expect((await listen(site, url)).response.status).toBe(200)
  })

  it('is opened only so often by one person', async () => {
    const site = listening({ perAddress: 999, signedIn: true })
    const url = await site.page()
    for (let page = 0; page < 50; page += 1) await listen(site, url)
    expect((await site.app.request(url)).status).toBe(429)
  })
})
