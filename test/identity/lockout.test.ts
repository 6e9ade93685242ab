import { afterEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { createCast } from '../../src/identity/commands.ts'
import { verifyPassword } from '../../src/identity/password-commands.ts'
import { findFacilityId, findStaffByUsername } from '../../src/identity/repository.ts'
import { staffActor } from '../../src/identity/staff.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { auditOf, openBrowser, signedIn, staffIdOf } from './browser.ts'

const app = withApp()
const password = 'mật khẩu để thử'
let serial = 0

async function someone(): Promise<{ username: string; actor: Actor }> {
  const username = `thu.${++serial}`
  const { database, env } = app().deps
  const facilityId = (await findFacilityId(database, env.FACILITY_CODE)) ?? ''
  const admin: Actor = { kind: 'system', id: 'test', name: 'test', facilityId }
  const person = { username, name: 'Người Thử', grants: ['reception'] }
  await createCast(app().deps, admin, [person], password)
  const staff = await findStaffByUsername(database, username)
  if (!staff) throw new Error('not made')
  return { username, actor: staffActor(staff) }
}

const tryIn = (username: string, typed: string) =>
  openBrowser(app()).post('/sign-in', { username, password: typed, return: '/staff' })

/** The page without what differs from one rendering to the next. */
const shown = async (answer: Response, username: string) =>
  (await answer.text()).replace(`value="${username}"`, 'value="NAME"')

afterEach(async () => {
  app().clock.hold(undefined)
  await app().deps.database.query(sql`DELETE FROM sign_in_attempt`)
})

describe('a wrong password', () => {
  it('brings the page back with the username and without the password', async () => {
    const { username } = await someone()
    const answer = await tryIn(username, 'sai-bét-nhè')
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(`value="${username}"`)
    expect(text).toContain('value="/staff"')
    expect(text).not.toContain('sai-bét-nhè')
    expect(text).toContain('Tên đăng nhập hoặc mật khẩu không đúng.')
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it.each([
    ['thu.khong.co', 'a'],
    ['x', 'a'],
    ['', ''],
    ['lỗi & <b>"', 'a'],
    ["' or 1=1 --", 'a'],
    ['a'.repeat(400), 'b'.repeat(400)],
  ])('looks the same for somebody who does not exist: %j', async (username, typed) => {
    const known = await someone()
    const wrong = await shown(await tryIn(known.username, 'sai'), known.username)
    const unknown = await tryIn(username, typed)
    expect(unknown.status).toBe(422)
    if (/^[\w.]{1,30}$/.test(username))
      expect((await shown(unknown, username)) === wrong).toBe(true)
  })

  it('looks the same when the account is disabled and the password right', async () => {
    const { username, actor } = await someone()
    const wrong = await shown(await tryIn(username, 'sai'), username)
    await app().deps.database.query(
      sql`UPDATE staff SET disabled_at = now() WHERE id = ${actor.id}`,
    )
    const answer = await tryIn(username, password)
    expect(answer.status).toBe(422)
    expect((await shown(answer, username)) === wrong).toBe(true)
    expect(answer.headers.getSetCookie()).toEqual([])
    const sessions = await app().deps.database.query(
      sql`SELECT 1 FROM auth_session WHERE user_id = ${actor.id}`,
    )
    expect(sessions).toEqual([])
  })
})

describe('five wrong passwords', () => {
  it('lock the username, even for the right one, and say for how long', async () => {
    const { username } = await someone()
    for (let n = 1; n < 5; n++) expect((await tryIn(username, 'sai')).status).toBe(422)
    const fifth = await tryIn(username, 'sai')
    expect(fifth.status).toBe(429)
    expect(await fifth.text()).toContain('hãy thử lại sau 15 phút')
    const right = await tryIn(username, password)
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(880)
    const audit = await auditOf(app(), await staffIdOf(app(), username))
    expect(audit.filter((action) => action === 'staff.sign-in-refused')).toHaveLength(5)
    expect(audit.filter((action) => action === 'staff.locked-out')).toHaveLength(1)
  })

  it('lock a username that does not exist just the same', async () => {
    for (let n = 1; n < 5; n++) expect((await tryIn('ai.do', 'sai')).status).toBe(422)
    expect((await tryIn('ai.do', 'sai')).status).toBe(429)
    const rows = await app().deps.database.query<{ key: string }>(
      sql`SELECT key FROM sign_in_attempt`,
    )
    expect(JSON.stringify(rows)).not.toContain('ai.do')
  })

  it('lock nobody else', async () => {
    const [victim, other] = [await someone(), await someone()]
    for (let n = 1; n <= 5; n++) await tryIn(victim.username, 'sai')
    await signedIn(app(), other.username, password)
  })

  it('are forgotten after a quarter of an hour', async () => {
    const { username } = await someone()
    const start = Date.now()
    for (let n = 1; n <= 5; n++) await tryIn(username, 'sai')
    app().clock.hold(new Date(start + 14 * 60_000).toISOString())
    expect((await tryIn(username, password)).status).toBe(429)
    app().clock.hold(new Date(start + 16 * 60_000).toISOString())
    expect((await tryIn(username, 'sai')).status).toBe(422)
    expect((await tryIn(username, password)).status).toBe(303)
  })

  it('do not slip past together', async () => {
    const { username } = await someone()
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryIn(username, 'sai')))
    const tried = answers.filter((answer) => answer.status === 422)
    expect(tried.length).toBeLessThan(5)
    expect((await tryIn(username, password)).status).toBe(429)
  })

  it('start again after a right one', async () => {
    const { username } = await someone()
    for (let round = 0; round < 3; round++) {
      for (let n = 1; n < 5; n++) expect((await tryIn(username, 'sai')).status).toBe(422)
      expect((await tryIn(username, password)).status).toBe(303)
    }
  })
})

it('an address that keeps guessing at names is stopped', async () => {
  const { username } = await someone()
  await tryIn('doan.mo', 'sai')
  await app().deps.database.query(
    sql`UPDATE sign_in_attempt SET failures = 49 WHERE key LIKE 'address:%'`,
  )
  expect((await tryIn('doan.mo.nua', 'sai')).status).toBe(422)
  const answer = await tryIn(username, password)
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('từ máy này')
})

describe('the password typed again to sign', () => {
  it('is the actor’s own or is not', async () => {
    const { actor } = await someone()
    expect(await verifyPassword(app().deps, actor, password)).toBe(true)
    expect(await verifyPassword(app().deps, actor, 'sai')).toBe(false)
    expect(await verifyPassword(app().deps, actor, 'x'.repeat(10_000))).toBe(false)
    expect(await auditOf(app(), actor.id)).toContain('staff.password-refused')
  })

  it('is never a program’s or a patient’s', async () => {
    const { actor } = await someone()
    const service: Actor = { ...actor, kind: 'service' } as Actor
    expect(await verifyPassword(app().deps, service, password)).toBe(false)
  })

  it('counts toward the lock-out', async () => {
    const { actor, username } = await someone()
    for (let n = 1; n <= 5; n++) {
      expect(await verifyPassword(app().deps, actor, 'sai')).toBe(false)
    }
    await expect(verifyPassword(app().deps, actor, password)).rejects.toMatchObject({
      kind: 'too-many',
      code: 'locked-out',
    })
    expect((await tryIn(username, password)).status).toBe(429)
  })
})
