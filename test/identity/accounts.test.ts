import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import type { Actor } from '../../src/core/actor.ts'
import { createCast } from '../../src/identity/commands.ts'
import { findFacilityId } from '../../src/identity/repository.ts'
import { openDatabase, sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { auditOf, type Browser, openBrowser, signedIn, staffIdOf } from './browser.ts'

const app = withApp()
const password = 'mật khẩu để thử'
let admin: Browser

async function systemActor(code: string): Promise<Actor> {
  const facilityId = (await findFacilityId(app().deps.database, code)) ?? ''
  return { kind: 'system', id: 'test', name: 'test', facilityId }
}

async function make(username: string, grants: string[], code = '48001'): Promise<string> {
  const person = { username, name: `Người ${username}`, grants }
  await createCast(app().deps, await systemActor(code), [person], password)
  return staffIdOf(app(), username)
}

/** The password on the page that is shown once. */
function oneTime(text: string): string {
  const found = /<code>([a-z2-9]{4}(-[a-z2-9]{4}){3})<\/code>/.exec(text)?.[1]
  if (!found) throw new Error('no password on the page')
  return found
}

beforeAll(async () => {
  await make('sep', ['admin'])
  admin = await signedIn(app(), 'sep', password)
})

/** The same application as another process runs it: its own connections, its own memory. */
async function elsewhere<T>(
  work: (browserFor: (from: Browser) => Browser) => Promise<T>,
  url = app().url,
) {
  const database = openDatabase(url, { connections: 2 })
  const deps = { ...app().deps, database }
  const ready = { migrated: () => true, seeded: () => true, worker: () => 'elsewhere' as const }
  const other = createApp(deps, ready)
  try {
    return await work((from) => {
      const browser = openBrowser({
        deps,
        request: async (path, init) => other.request(path, init),
      })
      for (const [name, value] of from.cookies) browser.cookies.set(name, value)
      return browser
    })
  } finally {
    await database.close()
  }
}

describe('sessions', () => {
  it('survive a restart', async () => {
    await elsewhere(async (browserFor) => {
      expect((await browserFor(admin).get('/staff')).status).toBe(200)
    })
  })
})

describe('without its database', () => {
  it('nobody is taken for a stranger: 503, and again after it is back', async () => {
    const token = (await app().as(['admin'])).token
    const nowhere = 'postgresql://lienthong:x@127.0.0.1:1/lienthong'
    await elsewhere(async (browserFor) => {
      const browser = browserFor(admin)
      expect((await browser.get('/staff')).status).toBe(503)
      const answer = await browser.post('/sign-in', { username: 'sep', password })
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).not.toBe(null)
      browser.cookies.clear()
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
      expect((await browser.get('/staff', headers)).status).toBe(503)
    }, nowhere)
    expect((await admin.get('/staff')).status).toBe(200)
  })
})

describe('a new account', () => {
  const form = {
    name: 'Lê Thị Mới',
    username: 'moi.le',
    'grant:reception': 'on',
    'grant:examiner:eyes': 'on',
  }

  it('gets a password that is shown once and must be changed first', async () => {
    const answer = await admin.post('/staff', form)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const once = oneTime(await answer.text())
    const browser = openBrowser(app())
    const entered = await browser.post('/sign-in', { username: 'moi.le', password: once })
    expect(entered.headers.get('location')).toBe('/password')
    const anywhere = await browser.get('/patients')
    expect([anywhere.status, anywhere.headers.get('location')]).toEqual([303, '/password'])
    const byProgram = await browser.get('/api/v1/patients?q=an', { accept: 'application/json' })
    expect(byProgram.status).toBe(403)
    const own = { current: once, next: 'một câu dễ nhớ', repeated: 'một câu dễ nhớ' }
    expect((await browser.post('/password', own)).status).toBe(303)
    expect((await browser.get('/patients')).headers.get('location')).not.toBe('/password')
    await signedIn(app(), 'moi.le', 'một câu dễ nhớ')
    const audit = await auditOf(app(), await staffIdOf(app(), 'moi.le'))
    expect(audit).toEqual(expect.arrayContaining(['staff.created', 'staff.password-changed']))
  })

  it('is refused with the values kept when something is wrong', async () => {
    await make('da.co', ['lab'])
    const answer = await admin.post('/staff', { ...form, username: 'da.co' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Tên đăng nhập này đã có người dùng.')
    expect(text).toContain('value="Lê Thị Mới"')
    expect(text).toMatch(/name="grant:examiner:eyes"[^>]* checked/)
  })

  it('is refused when the licence number belongs to another doctor', async () => {
    const doctor = { ...form, username: 'bs.khac', doctorRegistration: '0001268/dna-cchn' }
    const answer = await admin.post('/staff', doctor)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('đã thuộc về một tài khoản khác')
  })

  it('is refused to a concluding doctor without a licence number', async () => {
    const fields = { name: 'Bác Sĩ', username: 'bs.khong', 'grant:concluder': 'on' }
    const answer = await admin.post('/staff', fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Bác sĩ kết luận phải có số giấy phép hành nghề.')
  })

  it('keeps no password in clear anywhere', async () => {
    const answer = await admin.post('/staff', { ...form, username: 'kin.dao' })
    const once = oneTime(await answer.text())
    const dump = await app().deps.database.query<{ line: string }>(sql`
      SELECT a::text AS line FROM auth_account a UNION ALL SELECT e::text FROM audit_entry e
      UNION ALL SELECT i::text FROM idempotent_answer i UNION ALL SELECT s::text FROM staff s`)
    expect(dump.length).toBeGreaterThan(10)
    expect(dump.some(({ line }) => line.includes(once))).toBe(false)
    expect(app().logged.some((line) => line.includes(once))).toBe(false)
  })
})

describe('a disabled account', () => {
  it('is out at once, and within seconds in another process', async () => {
    const id = await make('nghi.viec', ['admin'])
    const leaver = await signedIn(app(), 'nghi.viec', password)
    await elsewhere(async (browserFor) => {
      const there = browserFor(leaver)
      const start = Date.now()
      try {
        app().clock.hold(new Date(start).toISOString())
        expect((await there.get('/staff')).status).toBe(200)
        expect((await leaver.get('/staff')).status).toBe(200)
        expect((await admin.post(`/staff/${id}/disable`)).status).toBe(303)
        expect((await leaver.get('/staff')).status).toBe(303)
        app().clock.hold(new Date(start + 4_000).toISOString())
        expect((await there.get('/staff')).status).toBe(303)
      } finally {
        app().clock.hold(undefined)
      }
    })
    expect(await auditOf(app(), id)).toContain('staff.disabled')
    await admin.post(`/staff/${id}/enable`)
    expect((await leaver.get('/staff')).status).toBe(303)
    await signedIn(app(), 'nghi.viec', password)
    expect(await auditOf(app(), id)).toContain('staff.enabled')
  })

  it('can be taken back on the spot, as long as it is still so', async () => {
    const id = await make('tam.nghi', ['lab'])
    const answer = await admin.post(`/staff/${id}/disable`)
    expect(answer.headers.get('location')).toBe(`/staff/${id}?said=disabled`)
    const page = await (await admin.get(`/staff/${id}?said=disabled`)).text()
    expect(page).toMatch(new RegExp(`id="said".*action="/staff/${id}/enable"`))
    await admin.post(`/staff/${id}/enable`)
    const later = await (await admin.get(`/staff/${id}?said=disabled`)).text()
    expect(later).not.toContain('id="said"')
  })

  it('takes the tokens that sign in its name along, and asks first', async () => {
    const signing = await app().as(['admin'], { signsAs: true })
    const [first] = await app().deps.database.query<{ id: string }>(
      sql`SELECT signs_as AS id FROM api_token WHERE signs_as IS NOT NULL AND revoked_at IS NULL`,
    )
    const asked = await (await admin.get(`/staff/${first?.id}`)).text()
    expect(asked).toContain('id="ask-disable"')
    expect(await (await admin.get(`/staff/${first?.id}/disable`)).text()).toContain(
      'sẽ bị thu hồi và không lấy lại được',
    )
    expect((await signing.get('/tokens')).status).toBe(200)
    const doctors = await app().deps.database.query<{ id: string }>(
      sql`SELECT DISTINCT signs_as AS id FROM api_token WHERE signs_as IS NOT NULL`,
    )
    for (const { id } of doctors) await admin.post(`/staff/${id}/disable`)
    expect((await signing.get('/tokens')).status).toBe(401)
    for (const { id } of doctors) await admin.post(`/staff/${id}/enable`)
    expect((await signing.get('/tokens')).status).toBe(401)
  })

  it('is not one’s own, nor anybody’s at another facility', async () => {
    const own = await staffIdOf(app(), 'sep')
    expect((await admin.post(`/staff/${own}/disable`)).status).toBe(403)
    expect((await admin.post(`/staff/${own}/reset-password`)).status).toBe(403)
    const foreign = await staffIdOf(app(), 'ketluan.sontra')
    expect((await admin.get(`/staff/${foreign}`)).status).toBe(404)
    for (const act of ['disable', 'enable', 'reset-password']) {
      expect((await admin.post(`/staff/${foreign}/${act}`)).status).toBe(404)
      expect((await admin.post(`/staff/khong-phai-id/${act}`)).status).toBe(404)
    }
    expect(await (await admin.get('/staff')).text()).not.toContain('ketluan.sontra')
  })
})

describe('a reset password', () => {
  it('ends every session and lets a locked-out person in', async () => {
    const id = await make('quen.roi', ['lab'])
    const old = await signedIn(app(), 'quen.roi', password)
    for (let n = 0; n < 5; n++) {
      await openBrowser(app()).post('/sign-in', { username: 'quen.roi', password: 'sai' })
    }
    const answer = await admin.post(`/staff/${id}/reset-password`)
    const once = oneTime(await answer.text())
    expect((await old.get('/password')).status).toBe(303)
    const stale = await openBrowser(app()).post('/sign-in', { username: 'quen.roi', password })
    expect(stale.status).toBe(422)
    await signedIn(app(), 'quen.roi', once)
  })
})

describe('changing one’s own password', () => {
  it('ends the other sessions and keeps this one', async () => {
    await make('doi.mk', ['lab'])
    const [here, there] = [
      await signedIn(app(), 'doi.mk', password),
      await signedIn(app(), 'doi.mk', password),
    ]
    const fields = { current: password, next: 'câu mới dễ nhớ', repeated: 'câu mới dễ nhớ' }
    expect((await here.post('/password', fields)).status).toBe(303)
    expect((await here.get('/password')).status).toBe(200)
    expect((await there.get('/password')).status).toBe(303)
  })

  it('asks for the present one and gives nothing typed back', async () => {
    await make('doi.mk2', ['lab'])
    const browser = await signedIn(app(), 'doi.mk2', password)
    const fields = { current: 'không phải', next: 'câu mới dễ nhớ', repeated: 'câu mới dễ nhớ' }
    const answer = await browser.post('/password', fields)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Mật khẩu hiện tại không đúng.')
    expect(text).not.toContain('câu mới')
    await signedIn(app(), 'doi.mk2', password)
  })
})

describe('a token made in the browser', () => {
  it('is shown once, works, and asks before it is revoked', async () => {
    const answer = await admin.post('/tokens', { name: '  Máy  in ', 'grant:reception': 'on' })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const token = /<code>(lt_[\w-]{43})<\/code>/.exec(await answer.text())?.[1] ?? ''
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
    expect((await app().request('/api/v1/patients?q=an', { headers })).status).toBe(200)
    expect((await app().request('/staff', { headers })).status).toBe(403)
    const [row] = await app().deps.database.query<{ id: string; signs_as: string | null }>(
      sql`SELECT id, signs_as FROM api_token WHERE name = 'Máy in'`,
    )
    expect(row?.signs_as).toBe(null)
    expect(await (await admin.get('/tokens')).text()).not.toContain(token)
    const asked = await (await admin.get(`/tokens/${row?.id}/revoke`)).text()
    expect(asked).toContain('Không lấy lại được')
    await admin.post(`/tokens/${row?.id}/revoke`)
    expect((await app().request('/api/v1/patients?q=an', { headers })).status).toBe(401)
    expect((await admin.get(`/tokens/${row?.id}/revoke`)).status).toBe(404)
  })

  it('is refused without a name or a role, with what was chosen kept', async () => {
    const answer = await admin.post('/tokens', { name: 'x', 'grant:lab': 'on' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toMatch(/name="grant:lab"[^>]* checked/)
    expect((await admin.post('/tokens', { name: 'Không vai trò' })).status).toBe(422)
  })
})

describe('the administration pages', () => {
  it.each(['reception', 'examiner', 'concluder', 'cashier-manager', 'director', 'auditor'])(
    'are shut to %s',
    async (role) => {
      const caller = await app().as([role])
      for (const path of ['/staff', '/staff/new', '/tokens', '/tokens/new']) {
        expect((await caller.get(path)).status).toBe(403)
      }
      expect((await caller.post('/staff', {})).status).toBe(403)
    },
  )
})
