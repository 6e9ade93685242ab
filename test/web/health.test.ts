import { describe, expect, it } from 'vitest'
import { withApp } from '../support/app.ts'

describe('health', () => {
  const app = withApp()

  it('says that the process answers, without the database', async () => {
    const response = await app().request('/healthz')
    expect(response.status).toBe(200)
  })

  it('is ready when the database answers and migrations and seeds are in', async () => {
    const response = await app().request('/readyz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      database: 'up',
      worker: 'elsewhere',
      migrations: 'applied',
    })
  })

  it('answers what is not there as a problem document to a program', async () => {
    const response = await app().request('/api/v1/nothing')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({
      status: 404,
      code: 'not-found',
      requestId: expect.any(String),
    })
  })
})
