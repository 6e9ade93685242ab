import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import type { Deps } from '../../src/platform/deps.ts'
import type { AppEnv } from '../../src/web/context.ts'
import { liveRoutes, liveUrl } from '../../src/web/live-route.ts'
import { pageDeps } from './page-at.ts'

function listening() {
  const heard: string[][] = []
  const live = {
    touch: () => undefined,
    subscribe: (topics: readonly string[]) => {
      heard.push([...topics])
      return () => undefined
    },
    close: async () => undefined,
  } satisfies Deps['live']
  const app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set('deps', { ...pageDeps(), live })
    return next()
  })
  app.get('/page', (c) => c.text(liveUrl(c, ['visit:1', 'exam:2'])))
  app.route('/', liveRoutes())
  app.onError((error, c) => c.text('', error instanceof DomainError ? 404 : 500))
  return { app, heard }
}

describe('the live stream', () => {
  it('carries the topics of a page that was shown', async () => {
    const { app, heard } = listening()
    const url = await (await app.request('/page')).text()
    const stopped = new AbortController()
    const response = await app.request(url, { signal: stopped.signal })
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(new TextDecoder().decode(first?.value)).toContain('event: open')
    expect(heard).toEqual([['visit:1', 'exam:2']])
    await reader?.cancel()
    stopped.abort()
  })

  it('refuses topics that no page has handed out', async () => {
    const { app, heard } = listening()
    const url = await (await app.request('/page')).text()
    for (const forged of [
      url.replace('visit%3A1', 'visit%3A9'),
      url.replace(/seal=.*/, 'seal='),
      url.replace(/&seal=.*/, ''),
      '/live?topics=visit:1&seal=AAAA',
      '/live',
    ]) {
      expect((await app.request(forged)).status).toBe(404)
    }
    expect(heard).toEqual([])
  })
})
