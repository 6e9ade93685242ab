import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { openDesks, registerPerson } from '../exams/desk.ts'
import { withApp } from '../support/app.ts'

const app = withApp({ TRUST_PROXY: 1 })
const day = '2026-12-01'
let slotId: string

beforeAll(async () => {
  app().clock.hold('2026-11-24T06:00:00+07:00')
  slotId = app().clock.id()
  await app().deps.database.query(sql`DELETE FROM slot`)
  await app().deps.database.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    SELECT ${slotId}, id, '2026-12-01T08:00:00+07:00', 30, 40, 30 FROM facility
    WHERE code = ${app().deps.env.FACILITY_CODE}`)
})

let marks = 0
const from = (address: string) => ({
  origin: app().deps.env.publicUrl,
  accept: 'text/html',
  'accept-language': 'en',
  'x-forwarded-for': address,
})

async function book(change: Record<string, string> = {}, address = `198.51.100.${marks % 250}`) {
  marks += 1
  return app().request('/book', {
    method: 'POST',
    headers: from(address),
    body: new URLSearchParams({
      _once: `once-${marks}`,
      slotId,
      day,
      name: 'Tô Văn Khách',
      birthDate: '3/4/1985',
      phone: '0905 222 333',
      licenceClass: 'B',
      purpose: 'renewal',
      ...change,
    }),
  })
}

const read = (path: string, address = '192.0.2.1') =>
  app().request(path, { headers: from(address) })

describe('the public page', () => {
  test('offers the days that have room, and takes a booking without an account', async () => {
    const page = await (await read('/book')).text()
    expect(page).toContain(`name="show" value="${day}"`)
    expect(page).toContain('Tue 1 Dec')
    const booked = await book()
    expect(booked.status).toBe(303)
    const own = booked.headers.get('location') ?? ''
    expect(own).toMatch(/^\/book\/[\w-]{32}$/)
    const shown = await read(own)
    expect(await shown.text()).toContain('Tô Văn Khách, see you at 08:00 on 1 Dec 2026.')
    expect(shown.headers.get('referrer-policy')).toBe('no-referrer')
    expect(shown.headers.get('cache-control')).toBe('no-store')
  })

  test('shows another day’s times with all that was typed, none of it in an address', async () => {
    const typed = {
      name: 'Tô Văn Khách',
      birthDate: '3/4/1985',
      phone: '0905 222 333',
      licenceClass: 'B',
      purpose: 'renewal',
    }
    const answer = await app().request('/book/day', {
      method: 'POST',
      headers: from('192.0.2.77'),
      body: new URLSearchParams({
        _once: 'x',
        day: '2026-11-30',
        slotId: 'old',
        show: day,
        ...typed,
      }),
    })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Times on 1 Dec 2026')
    for (const kept of ['Tô Văn Khách', '3/4/1985', '0905 222 333', 'value="renewal" selected'])
      expect(page).toContain(kept)
    expect(page).toContain('formaction="/book/day#time"')
    expect((await read('/book/day')).headers.get('location')).toBe('/book')
  })

  test('answers alike whether or not somebody is on record or booked already', async () => {
    const desks = await openDesks(app())
    await registerPerson(desks.reception, '1985-04-03')
    const shape = async (answer: Response) => [
      answer.status,
      (answer.headers.get('location') ?? '').replace(/[\w-]{32}$/, '…'),
    ]
    const stranger = await shape(await book({ name: 'Chưa Ai Biết' }))
    expect(await shape(await book({ name: 'Nguyễn Văn Aaa', birthDate: '3/4/1985' }))).toEqual(
      stranger,
    )
    expect(await shape(await book({ name: 'Chưa Ai Biết' }))).toEqual(stranger)
  })

  test('keeps of the link no more than its hash, and logs nothing of the booker', async () => {
    const own =
      (await book({ name: 'Canh Rò Rỉ', phone: '0905999000' })).headers.get('location') ?? ''
    const secret = own.replace('/book/', '')
    const [row] = await app().deps.database.query<{ access_hash: string }>(sql`
      SELECT access_hash FROM appointment WHERE name = 'Canh Rò Rỉ'`)
    expect(row?.access_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(
      app().logged.some((line) => line.includes(secret) || /Canh Rò|0905999000/.test(line)),
    ).toBe(false)
  })

  test('lets whoever holds the link cancel, as often as they press', async () => {
    const own = (await book()).headers.get('location') ?? ''
    const cancel = () =>
      app().request(`${own}/cancellation`, {
        method: 'POST',
        headers: from('192.0.2.9'),
        body: new URLSearchParams(),
      })
    expect((await cancel()).status).toBe(303)
    expect((await cancel()).status).toBe(303)
    expect(await (await read(own)).text()).toContain('The appointment is cancelled')
  })

  test.each(['/book/x', `/book/${'A'.repeat(32)}`, `/book/${'A'.repeat(31)}!`])(
    'has nothing behind %s',
    async (path) => {
      expect((await read(path)).status).toBe(404)
    },
  )

  test.each([
    [{ phone: '' }, 'f-phone'],
    [{ name: '' }, 'f-name'],
    [{ birthDate: 'x' }, 'f-birthDate'],
    [{ slotId: '' }, 'f-slotId'],
    [{ licenceClass: 'Z' }, 'f-licenceClass'],
    [{ identityCard: '048085000001' }, 'error-summary'],
    [{ patientId: '01900000-0000-7000-8000-000000000000' }, 'error-summary'],
  ])('refuses %j and keeps what was typed', async (change, where) => {
    const answer = await book(change as never)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(where)
    expect(page).toContain('value="renewal" selected')
  })

  test('answers one address ten times a minute, and others still', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 12; time += 1)
      statuses.push((await book({ name: '' }, '203.0.113.77')).status)
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429])
    expect((await book({ name: '' }, '203.0.113.78')).status).toBe(422)
  })

  test('does not take a write from another site', async () => {
    const answer = await app().request('/book', {
      method: 'POST',
      headers: { ...from('192.0.2.30'), origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ slotId }),
    })
    expect(answer.status).toBe(403)
  })
})
