import { describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'

const app = withApp()

const ask = (authorization: string, path = '/tokens') =>
  app().request(path, { headers: { authorization, accept: 'application/json' } })

describe('a bearer token', () => {
  it('lets its roles in and no other', async () => {
    const admin = await app().as(['admin'])
    const cashier = await app().as(['cashier'])
    expect((await admin.get('/staff')).status).toBe(200)
    expect((await cashier.get('/staff')).status).toBe(403)
  })

  it.each(['Bearer', 'Bearer x', `Bearer lt_${'a'.repeat(43)}`, `bearer lt_${'a'.repeat(43)}`])(
    'that is not ours is refused: %s',
    async (authorization) => {
      const answer = await ask(authorization)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    },
  )

  it('is missed: a program gets 401, a browser the sign-in page', async () => {
    const program = await app().request('/staff', { headers: { accept: 'application/json' } })
    expect(program.status).toBe(401)
    expect(program.headers.get('www-authenticate')).toBe('Bearer')
    const browser = await app().request('/staff?q=1', { headers: { accept: 'text/html' } })
    expect(browser.status).toBe(303)
    expect(browser.headers.get('location')).toBe('/sign-in?return=%2Fstaff%3Fq%3D1')
  })
  it('costs no query while it is remembered', async () => {
    const admin = await app().as(['admin'])
    await admin.get('/sign-in')
    let queries = 0
    const { pool } = app().deps.database
    const count = () => queries++
    pool.on('acquire', count)
    await admin.get('/sign-in')
    pool.off('acquire', count)
    expect(queries).toBe(0)
    expect(sql``).toBeDefined()
  })
})
