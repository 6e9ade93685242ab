import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { declaredRoutes } from '../../src/web/allow.ts'
import { withApp } from '../support/app.ts'

describe('the machine contract', () => {
  const app = withApp()

  it('is valid OpenAPI 3.1 by a validator that is not ours', async () => {
    const document = await (await app().request('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const result = await new Validator().validate(document)
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('names every route of /api/v1 that there is', async () => {
    const { paths } = await (await app().request('/openapi.json')).json()
    const served = declaredRoutes(app().app)
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const named = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(served.filter((route) => !named.includes(route))).toEqual([])
  })

  it('names the key of a write, the version it may name, and every refusal', async () => {
    const { paths, components } = await (await app().request('/openapi.json')).json()
    const headersOf = (path: string, method: string) =>
      (paths[path][method].parameters ?? [])
        .filter((parameter: { in: string }) => parameter.in === 'header')
        .map(({ name, required }: { name: string; required?: boolean }) => [
          name,
          required === true,
        ])
    expect(headersOf('/api/v1/patients', 'post')).toEqual([['Idempotency-Key', true]])
    expect(headersOf('/api/v1/patients/{id}', 'put')).toEqual([
      ['Idempotency-Key', false],
      ['If-Match', false],
    ])
    expect(headersOf('/api/v1/assessments', 'post')).toEqual([])
    const refused = paths['/api/v1/patients'].post.responses.default.content
    expect(refused).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    })
    expect(components.schemas.Problem.required).toContain('requestId')
  })

  it('asks for a token everywhere under /api/v1', async () => {
    const routes = declaredRoutes(app().app).filter(({ path }) => path.startsWith('/api/v1/'))
    expect(routes.length).toBeGreaterThan(3)
    for (const { method, path } of routes) {
      const response = await app().request(path.replace(/:\w+/g, 'x'), { method })
      expect(response.status, `${method} ${path}`).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  it('is shown to people at /docs', async () => {
    const page = await (await app().request('/docs')).text()
    expect(page).toMatch(/POST<\/span>\s*<code[^>]*>\/api\/v1\/patients</)
  })
})
