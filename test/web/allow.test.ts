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
