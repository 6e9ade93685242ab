import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { createStaff } from '../../src/identity/commands.ts'
import { findFacilityId } from '../../src/identity/repository.ts'
import { sql } from '../../src/platform/database.ts'
import { openTestApp, type TestApp, withApp } from '../support/app.ts'
import { auditOf, openBrowser, signedIn, staffIdOf } from './browser.ts'

const app = withApp()
const COOKIE = 'lienthong.session_token'

async function terminal(of: TestApp): Promise<Actor> {
  const { database, env } = of.deps
  const facilityId = await findFacilityId(database, env.FACILITY_CODE)
  return { kind: 'system', id: 'test', name: 'test', facilityId: facilityId ?? '' }
}

/** A member of staff who has a password of their own already. */
async function someone(of: TestApp, username: string): Promise<string> {
  const input = { username, name: 'Người Thử', grants: ['reception', 'admin'] }
  const { password } = await createStaff(of.deps, await terminal(of), input)
  await of.deps.database.query(
    sql`UPDATE staff SET must_change_password = false WHERE username = ${username}`,
  )
  return password
}

let password: string
beforeAll(async () => {
  password = await someone(app(), 'nguoi.thu')
})

describe('signing in', () => {
  it('opens a session that scripts cannot read and other sites cannot send', async () => {
    const answer = await openBrowser(app()).post('/sign-in', { username: 'nguoi.thu', password })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    const [line = '', ...others] = answer.headers.getSetCookie()
    expect(others).toEqual([])
    expect(line).toMatch(/^lienthong\.session_token=/)
    expect(line).toContain('; HttpOnly')
    expect(line).toContain('; SameSite=Lax')
    expect(line).toContain('; Path=/')
    expect(line).toContain('; Max-Age=43200')
  })

  it('takes the username however it is typed', async () => {
    await signedIn(app(), '  Nguoi.Thu ', password)
  })

  it('goes on to where one wanted to go, on this site only', async () => {
    const to = async (back: string) => {
      const fields = { username: 'nguoi.thu', password, return: back }
      return (await openBrowser(app()).post('/sign-in', fields)).headers.get('location')
    }
    expect(await to('/staff?x=1')).toBe('/staff?x=1')
    expect(await to('//evil.example/')).toBe('/')
    expect(await to('https://evil.example/')).toBe('/')
    const page = await app().request('/sign-in?return=//evil.example')
    expect((await page.text()).includes('name="return" value="/"')).toBe(true)
  })

  it('never adopts a session that was there before', async () => {
    const planted = await signedIn(app(), 'nguoi.thu', password)
    const before = planted.cookies.get(COOKIE)
    await planted.post('/sign-in', { username: 'nguoi.thu', password })
    expect(planted.cookies.get(COOKIE)).not.toBe(before)
    const invented = openBrowser(app())
    invented.cookies.set(COOKIE, 'chosen-by-the-attacker.c2ln')
    await invented.post('/sign-in', { username: 'nguoi.thu', password })
    expect(invented.cookies.get(COOKIE)).not.toContain('chosen-by-the-attacker')
  })

  it('is noted', async () => {
    await signedIn(app(), 'nguoi.thu', password)
    expect(await auditOf(app(), await staffIdOf(app(), 'nguoi.thu'))).toContain('staff.signed-in')
  })
})

describe('a session', () => {
  it('whose cookie is forged is none', async () => {
    const browser = await signedIn(app(), 'nguoi.thu', password)
    const value = browser.cookies.get(COOKIE) ?? ''
    browser.cookies.set(COOKIE, value.replace(/\.[^.]*$/, '.AAAA'))
    expect((await browser.get('/staff')).status).toBe(303)
  })

  it('ends when one signs out, also for whoever copied the cookie', async () => {
    const browser = await signedIn(app(), 'nguoi.thu', password)
    const copy = openBrowser(app())
    copy.cookies.set(COOKIE, browser.cookies.get(COOKIE) ?? '')
    expect((await copy.get('/staff')).status).toBe(200)
    const answer = await browser.post('/sign-out')
    expect(answer.headers.get('location')).toBe('/sign-in')
    expect(browser.cookies.has(COOKIE)).toBe(false)
    expect((await copy.get('/staff')).status).toBe(303)
  })

  it('ends after an hour without work, and a page that polls is not work', async () => {
    const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
    const start = Date.now()
    const polling = { 'sec-fetch-mode': 'cors' }
    const working = { 'sec-fetch-mode': 'navigate' }
    try {
      const browser = await signedIn(app(), 'nguoi.thu', password)
      app().clock.hold(at(50))
      expect((await browser.get('/staff', working)).status).toBe(200)
      app().clock.hold(at(100))
      expect((await browser.get('/staff', polling)).status).toBe(200)
      app().clock.hold(at(109))
      expect((await browser.get('/staff', { accept: 'text/event-stream' })).status).toBe(200)
      app().clock.hold(at(111))
      expect((await browser.get('/staff', polling)).status).toBe(303)
      expect((await browser.get('/staff', working)).status).toBe(303)
    } finally {
      app().clock.hold(undefined)
    }
  })

  it('ends after twelve hours however hard one works', async () => {
    const start = Date.now()
    try {
      const browser = await signedIn(app(), 'nguoi.thu', password)
      for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
        app().clock.hold(new Date(start + minutes * 60_000).toISOString())
        expect((await browser.get('/staff')).status).toBe(200)
      }
      app().clock.hold(new Date(start + 12 * 3_600_000 + 60_000).toISOString())
      expect((await browser.get('/staff')).status).toBe(303)
    } finally {
      app().clock.hold(undefined)
    }
  })
})

describe('a form from elsewhere', () => {
  it.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '' }])(
    'is refused: %j',
    async (headers) => {
      const browser = await signedIn(app(), 'nguoi.thu', password)
      expect((await browser.post('/staff', {}, headers)).status).toBe(403)
      expect((await browser.post('/sign-in', {}, headers)).status).toBe(403)
      expect((await browser.post('/sign-out', {}, headers)).status).toBe(403)
      expect((await browser.get('/staff')).status).toBe(200)
    },
  )

  it('is refused even when the origin is ours but the browser says cross-site', async () => {
    const browser = await signedIn(app(), 'nguoi.thu', password)
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await browser.post('/sign-out', {}, headers)).status).toBe(403)
  })
})

describe('the door says why one is there', () => {
  const title = async (browser: ReturnType<typeof openBrowser>, path = '/sign-in') =>
    / class="notice-title">([^<]*)</.exec(await (await browser.get(path)).text())?.[1]
  const isHidden = async (browser: ReturnType<typeof openBrowser>) =>
    (await (await browser.get('/sign-in')).text()).includes('<div hidden=""><div class="notice')

  it('after an hour without work, and who it was', async () => {
    const start = Date.now()
    try {
      app().clock.hold(new Date(start).toISOString())
      const browser = await signedIn(app(), 'nguoi.thu', password)
      app().clock.hold(new Date(start + 61 * 60_000).toISOString())
      const sent = await browser.get('/staff?show=all')
      expect(sent.headers.get('location')).toBe('/sign-in?return=%2Fstaff%3Fshow%3Dall')
      expect(await title(browser)).toBe('Phiên làm việc đã đóng vì quá 60 phút không thao tác.')
      const html = await (await browser.get('/sign-in')).text()
      expect(html).toContain('value="nguoi.thu"')
    } finally {
      app().clock.hold(undefined)
    }
  })

  it('after it was ended from elsewhere, and gives nobody away', async () => {
    const browser = await signedIn(app(), 'nguoi.thu', password)
    await app().deps.database.query(sql`DELETE FROM auth_session`)
    const later = Date.now() + 4_000
    try {
      app().clock.hold(new Date(later).toISOString())
      expect(await title(browser)).toBe('Phiên làm việc đã hết.')
      expect(await (await browser.get('/sign-in')).text()).not.toContain('value="nguoi.thu"')
    } finally {
      app().clock.hold(undefined)
    }
  })

  it('and nothing to whoever comes for the first time or signed out', async () => {
    expect(await isHidden(openBrowser(app()))).toBe(true)
    const browser = await signedIn(app(), 'nguoi.thu', password)
    await browser.post('/sign-out')
    expect(await isHidden(browser)).toBe(true)
  })

  it('nor to whoever invents a session', async () => {
    const invented = openBrowser(app())
    invented.cookies.set(COOKIE, 'invented.c2ln')
    const html = await (await invented.get('/sign-in')).text()
    expect(html).not.toContain('value="nguoi.thu"')
  })
})

describe('in production', () => {
  it('the cookie travels over TLS only, and the cast is not shown', async () => {
    const real = await openTestApp({ demo: false, publicUrl: 'https://kham.example' })
    try {
      const secret = await someone(real, 'that')
      const answer = await openBrowser(real).post('/sign-in', {
        username: 'that',
        password: secret,
      })
      expect(answer.status).toBe(303)
      const [line] = answer.headers.getSetCookie()
      expect(line).toMatch(/^__Secure-lienthong\.session_token=.*; Secure/)
      expect(await (await real.request('/sign-in')).text()).not.toContain('>that<')
    } finally {
      await real.close()
    }
  })
})
