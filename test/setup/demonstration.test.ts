import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { openHouse } from '../home/house.ts'
import { type Browser, signedIn } from '../identity/browser.ts'
import { openTestApp, withApp } from '../support/app.ts'

const app = withApp()
let admin: Browser

beforeAll(async () => {
  admin = await signedIn(app(), 'quantri', app().castPassword)
})

type Tables = { tablename: string }

/** How many rows each table holds. */
async function counted(): Promise<Record<string, number>> {
  const { database } = app().deps
  const tables = await database.query<Tables>(
    sql`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )
  const counts = await Promise.all(
    tables.map(async ({ tablename }) => {
      const answer = await database.pool.query(`SELECT count(*)::int AS n FROM "${tablename}"`)
      return [tablename, answer.rows[0].n as number] as const
    }),
  )
  return Object.fromEntries(counts)
}

describe('the demonstration begins anew', () => {
  test('as it was on its first day: nothing that was done is left, the seeds are', async () => {
    const fresh = await counted()
    const house = await openHouse(app())
    const guest = await house.arrive('Trần Thị An', '08:00')
    await house.examine(guest, '08:10')
    await house.pay(await house.bill(guest, '08:20'), '08:21')
    await house.conclude(guest, '08:30')
    app().clock.hold(undefined)
    const facility = { name: 'Khác hẳn', superior: 'Sở Y tế', address: 'Đà Nẵng', version: '0' }
    await admin.post('/settings/facility', facility)
    await admin.post('/settings/payee', {
      ...{ bin: '970422', account: '1', name: 'AI DO', reason: 'thử xem sao' },
    })
    expect((await admin.get('/settings/demonstration')).status).toBe(200)
    const answer = await admin.post('/settings/demonstration')
    expect(answer.status).toBe(303)
    const after = await counted()
    const kept = [
      'api_token',
      'auth_session',
      'counter',
      'audit_entry',
      'device',
      'sign_in_attempt',
    ]
    for (const table of kept) {
      delete fresh[table]
      delete after[table]
    }
    expect(after).toEqual(fresh)
    const actions = await app().deps.database.query<{ action: string }>(
      sql`SELECT DISTINCT action FROM audit_entry`,
    )
    expect(actions.map(({ action }) => action)).toContain('facility.demonstration-reset')
    const text = await (await admin.get('/')).text()
    expect(text).toContain(app().deps.env.FACILITY_NAME)
  })

  test('and the next certificate has the next number, which the outside has not seen', async () => {
    const house = await openHouse(app())
    const guest = await house.arrive('Lê Văn Bình', '09:00')
    await house.examine(guest, '09:10')
    await house.conclude(guest, '09:30')
    app().clock.hold(undefined)
    const [row] = await app().deps.database.query<{ number: string }>(
      sql`SELECT number FROM certificate`,
    )
    expect(row?.number).toMatch(/^00002\//)
  })

  test('at the word of the administrator alone, and with no cookie of another site', async () => {
    const desk = await signedIn(app(), 'giamdoc', app().castPassword)
    expect((await desk.post('/settings/demonstration')).status).toBe(403)
    const foreign = { origin: 'https://elsewhere.example' }
    expect((await admin.post('/settings/demonstration', {}, foreign)).status).toBe(403)
  })

  test('outside of it nothing that is append-only can be emptied', async () => {
    const empty = sql`TRUNCATE audit_entry`
    await expect(app().deps.database.query(empty)).rejects.toThrow(/append-only/)
  })
})

test('real data is never emptied: the server refuses it, and the database by itself', async () => {
  const real = await openTestApp({ demo: false })
  try {
    const caller = await real.as(['admin'])
    const answer = await real.request('/settings/demonstration', {
      method: 'POST',
      headers: { authorization: `Bearer ${caller.token}`, accept: 'text/html' },
    })
    expect(answer.status).toBe(403)
    const { database } = real.deps
    await expect(database.query(sql`SELECT reset_demonstration()`)).rejects.toThrow(
      /only a demonstration/,
    )
    const client = await database.pool.connect()
    await client.query(`SET lienthong.resetting = 'yes'`)
    await expect(client.query('TRUNCATE audit_entry')).rejects.toThrow(/append-only/)
    await expect(client.query(`UPDATE installation SET mode = 'demonstration'`)).rejects.toThrow(
      /stays/,
    )
    client.release(true)
  } finally {
    await real.close()
  }
})
