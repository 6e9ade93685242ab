import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { allow, declaredRoutes, requireDeclarations } from '../../src/web/allow.ts'
import type { AppEnv } from '../../src/web/context.ts'

describe('a permission on every route', () => {
  it('refuses to start with a route that declares none', () => {
    const app = new Hono<AppEnv>()
    app.get('/declared', allow('patient:read'), (c) => c.text('ok'))
    app.post('/forgotten', (c) => c.text('ok'))
    expect(() => requireDeclarations(app)).toThrow(/POST \/forgotten/)
  })

  it('sees the declaration through a mounted feature', () => {
    const feature = new Hono<AppEnv>()
    feature.get('/things', allow('patient:read'), (c) => c.text('ok'))
    const app = new Hono<AppEnv>()
    app.route('/', feature)
    expect(declaredRoutes(app)).toEqual([
      { method: 'GET', path: '/things', permission: 'patient:read' },
    ])
  })

  it('is not fooled by a path that is declared for another method', () => {
    const app = new Hono<AppEnv>()
    app.get('/things', allow('patient:read'), (c) => c.text('ok'))
    app.delete('/things', (c) => c.text('ok'))
    expect(() => requireDeclarations(app)).toThrow(/DELETE \/things/)
  })
})

describe('a form sent after the session has ended', () => {
  const app = new Hono<AppEnv>()
  app.post('/things', allow('patient:read'), (c) => c.text('ok'))
  const returnAfter = async (referer?: string) => {
    const headers = { host: 'here.example', ...(referer && { referer }) }
    const answer = await app.request('http://here.example/things', { method: 'POST', headers })
    expect(answer.status).toBe(303)
    return new URL(answer.headers.get('location') ?? '', 'http://here.example').searchParams.get(
      'return',
    )
  }

  it('leads back through the sign-in to the page where it was typed', async () => {
    expect(await returnAfter('http://here.example/things/new?of=1')).toBe('/things/new?of=1')
  })

  it.each([undefined, 'http://there.example/things/new', 'no address'])(
    'leads to the front from %s',
    async (referer) => {
      expect(await returnAfter(referer)).toBe('/')
    },
  )
})
