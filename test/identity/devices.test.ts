import { afterEach, describe, expect, it } from 'vitest'
import { roles } from '../../src/core/actor.ts'
import { sql } from '../../src/platform/database.ts'
import { declaredRoutes } from '../../src/web/allow.ts'
import { withApp } from '../support/app.ts'
import { auditOf, openBrowser, signedIn } from './browser.ts'
import { codeIn, codeOf, pairedDevice, passMinutes } from './device-cast.ts'

const app = withApp()
afterEach(() => app().clock.hold(undefined))

const html = { accept: 'text/html' }
const form = { 'content-type': 'application/x-www-form-urlencoded', ...html }

async function admin() {
  return app().as(['admin'])
}

describe('pairing a screen', () => {
  it('takes the code that the administrator sees once', async () => {
    const board = await pairedDevice(app(), 'board')
    expect((await board.get('/board')).status).toBe(200)
    expect(await auditOf(app(), board.id)).toEqual(['device.created', 'device.paired'])
    expect(await (await (await admin()).get('/devices')).text()).toContain('board in the hall')
  })

  it('gives a cookie that no script reads and that goes to its own pages alone', async () => {
    const answer = await openBrowser(app()).post('/pair', { code: await codeOf(app(), 'kiosk') })
    const [cookie = '', ...others] = answer.headers.getSetCookie()
    expect(others).toEqual([])
    expect(cookie).toMatch(/^lienthong\.kiosk=[\w-]{43}; /)
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/kiosk']) {
      expect(cookie.split('; ')).toContain(attribute)
    }
  })

  it('spends a code once', async () => {
    const code = await codeOf(app(), 'board')
    expect((await openBrowser(app()).post('/pair', { code })).status).toBe(303)
    expect((await openBrowser(app()).post('/pair', { code })).status).toBe(422)
  })

  it('gives one of two browsers that type it at once the device', async () => {
    const code = await codeOf(app(), 'board')
    const both = await Promise.all([1, 2].map(() => openBrowser(app()).post('/pair', { code })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('refuses a code that is too old in the words of a wrong one', async () => {
    const code = await codeOf(app(), 'board')
    const wrong = await openBrowser(app()).post('/pair', { code: '00000-00000' })
    passMinutes(app(), 16)
    const old = await openBrowser(app()).post('/pair', { code })
    const said = (page: string) => /class="field-error"[^>]*>([^<]*)/.exec(page)?.[1]
    expect([wrong.status, old.status]).toEqual([422, 422])
    expect(said(await old.text())).toBe(said(await wrong.text()))
  })

  it('keeps neither code nor key, only their hashes', async () => {
    const code = await codeOf(app(), 'board')
    const browser = openBrowser(app())
    await browser.post('/pair', { code })
    const key = browser.cookies.get('lienthong.board') ?? ''
    const rows = await app().deps.database.query<{ line: string }>(
      sql`SELECT d::text AS line FROM device d UNION ALL SELECT a::text FROM audit_entry a`,
    )
    expect(key).not.toBe('')
    for (const { line } of rows) {
      expect(line).not.toContain(code)
      expect(line).not.toContain(key)
    }
    expect(app().logged.join('\n')).not.toContain(key)
    expect(app().logged.join('\n')).not.toContain(code)
  })

  it('a new code leaves the screen running until it is spent, then stops it', async () => {
    const old = await pairedDevice(app(), 'board')
    const answer = await (await admin()).post(`/devices/${old.id}/code`, '', form)
    const code = codeIn(await answer.text())
    expect((await old.get('/board')).status).toBe(200)
    expect((await openBrowser(app()).post('/pair', { code })).status).toBe(303)
    expect((await old.get('/board')).headers.get('location')).toBe('/pair')
  })
})

describe('revoking a device', () => {
  it('ends it at once and for good', async () => {
    const board = await pairedDevice(app(), 'board')
    expect((await board.get('/board')).status).toBe(200)
    const manager = await admin()
    expect((await manager.post(`/devices/${board.id}/revoke`, '', form)).status).toBe(303)
    const refused = await board.get('/board')
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/pair'])
    expect((await manager.post(`/devices/${board.id}/revoke`, '', form)).status).toBe(404)
    expect((await manager.post(`/devices/${board.id}/code`, '', form)).status).toBe(404)
    expect(await auditOf(app(), board.id)).toContain('device.revoked')
  })

  it('of another facility is not there', async () => {
    const theirs = await pairedDevice(app(), 'board', '48002')
    const manager = await admin()
    for (const act of ['revoke', 'code']) {
      expect((await manager.get(`/devices/${theirs.id}/${act}`, html)).status).toBe(404)
      expect((await manager.post(`/devices/${theirs.id}/${act}`, '', form)).status).toBe(404)
    }
    expect((await theirs.get('/board')).status).toBe(200)
  })
})

describe('a pairing', () => {
  it('ends by itself, however often the screen asks', async () => {
    const board = await pairedDevice(app(), 'board')
    const end = () =>
      app().deps.database.query<{ expires: Date }>(
        sql`SELECT expires_at AS expires FROM device WHERE id = ${board.id}`,
      )
    const [before] = await end()
    for (let day = 0; day < 364; day += 52) {
      passMinutes(app(), 52 * 24 * 60)
      expect((await board.get('/board')).status).toBe(200)
    }
    expect(await end()).toEqual([before])
    passMinutes(app(), 2 * 24 * 60)
    expect((await board.get('/board')).headers.get('location')).toBe('/pair')
  })
})

describe('what a device may do', () => {
  it('is its own pages and no other, even where the browser sends the cookie along', async () => {
    const devices = [await pairedDevice(app(), 'board'), await pairedDevice(app(), 'kiosk')]
    const routes = declaredRoutes(app().app).filter(({ permission }) => {
      return permission && !permission.startsWith('everyone')
    })
    expect(routes.length).toBeGreaterThan(60)
    for (const { method, path, permission } of routes) {
      const at = path.replace(/\{[^}]*\}/g, '').replace(/:(\w+)/g, 'x')
      for (const [device, own] of [
        [devices[0], 'board:read'],
        [devices[1], 'kiosk:use'],
      ] as const) {
        if (permission === own) continue
        const cookie = [...(device?.cookies ?? [])].map((pair) => pair.join('=')).join('; ')
        const answer = await app().request(at, {
          method,
          headers: { cookie, origin: app().deps.env.publicUrl, accept: 'application/json' },
        })
        expect([401, 403], `${own}: ${method} ${path}`).toContain(answer.status)
      }
    }
  })

  it('a board cannot be made a kiosk by its cookie, nor the other way', async () => {
    const board = await pairedDevice(app(), 'board')
    const kiosk = await pairedDevice(app(), 'kiosk')
    const swapped = [
      ['/kiosk', `lienthong.kiosk=${board.cookies.get('lienthong.board')}`],
      ['/board', `lienthong.board=${kiosk.cookies.get('lienthong.kiosk')}`],
    ] as const
    for (const [path, cookie] of swapped) {
      const answer = await app().request(path, { headers: { cookie, ...html } })
      expect([303, 403]).toContain(answer.status)
    }
  })

  it('no kiosk is used by anyone who works here', async () => {
    for (const role of roles) {
      const caller = await app().as([role])
      expect((await caller.get('/kiosk', html)).status).toBe(403)
      const answer = await caller.post('/kiosk/begin', '', form)
      expect(answer.status).toBe(403)
    }
  })

  it.each(roles)('%s makes and revokes devices only as administrator', async (role) => {
    const caller = await app().as([role])
    const expected = role === 'admin' ? 200 : 403
    expect((await caller.get('/devices', html)).status).toBe(expected)
    expect((await caller.get('/devices/new', html)).status).toBe(expected)
    const made = await caller.post('/devices', 'kind=board&name=Test', form)
    expect(made.status).toBe(expected)
    if (role === 'admin') return
    const { id } = await pairedDevice(app(), 'board')
    expect((await caller.post(`/devices/${id}/revoke`, '', form)).status).toBe(403)
    expect((await caller.post(`/devices/${id}/code`, '', form)).status).toBe(403)
  })

  it('its asking keeps no person signed in', async () => {
    const person = await signedIn(app(), 'tiepdon', app().castPassword)
    const board = await pairedDevice(app(), 'board')
    for (const [name, value] of board.cookies) person.cookies.set(name, value)
    for (let n = 0; n < 4; n++) {
      passMinutes(app(), app().deps.env.SESSION_IDLE_MINUTES / 2)
      expect((await person.get('/board')).status).toBe(200)
    }
    expect((await person.get('/patients')).headers.get('location')).toMatch(/^\/sign-in/)
  })

  it('writes only from its own pages', async () => {
    const kiosk = await pairedDevice(app(), 'kiosk')
    const answer = await kiosk.post('/kiosk/begin', {}, { origin: 'https://elsewhere.example' })
    expect(answer.status).toBe(403)
  })
})

it('a code is guessed at slowly', async () => {
  const tries = []
  for (let n = 0; n < 12; n++) tries.push(await openBrowser(app()).post('/pair', { code: 'x' }))
  expect(tries.at(-1)?.status).toBe(429)
})
