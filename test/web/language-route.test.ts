import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '../../src/web/context.ts'
import { languageRoutes } from '../../src/web/language-route.ts'
import { pageDeps } from './page-at.ts'

function choose(lang: string, to: string): Response | Promise<Response> {
  const app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set('deps', pageDeps())
    return next()
  })
  app.route('/', languageRoutes())
  return app.request('/language', { method: 'POST', body: new URLSearchParams({ lang, to }) })
}

describe('the language switch', () => {
  it('remembers the choice and shows the same page', async () => {
    const response = await choose('en', '/exams/7?tab=eyes')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/exams/7?tab=eyes')
    expect(response.headers.get('set-cookie')).toMatch(/^lang=en; .*Path=\/; SameSite=Lax/)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '',
    '/a\r\nSet-Cookie: x=1',
  ])('never leaves the site for %j', async (to) => {
    expect((await choose('vi', to)).headers.get('location')).toBe('/')
  })

  it('keeps the language when asked for one it does not speak', async () => {
    expect((await choose('fr', '/')).headers.get('set-cookie')).toBeNull()
  })
})
