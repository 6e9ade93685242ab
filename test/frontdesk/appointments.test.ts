import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { closeAppointments } from '../../src/frontdesk/appointment-commands.ts'
import { remindExpected } from '../../src/frontdesk/message-commands.ts'
import { sql } from '../../src/platform/database.ts'
import { bodyOf, type Desks, openDesks, registerPerson } from '../exams/desk.ts'
import { type Caller, withApp } from '../support/app.ts'

const app = withApp()
let desks: Desks
const today = calendarDate('2026-11-24')
const morning = '2026-11-24T06:00:00+07:00'

beforeAll(async () => {
  desks = await openDesks(app())
  // What the demonstration opens of itself.
  await app().deps.database.query(sql`DELETE FROM slot`)
})
beforeEach(() => app().clock.hold(morning))
afterEach(() => app().clock.hold(undefined))

let marks = 0

async function post(path: string, fields: Record<string, string>, who?: Caller) {
  marks += 1
  const body = new URLSearchParams({ _once: `mark-${marks}`, ...fields })
  return app().request(path, {
    method: 'POST',
    headers: {
      ...(who && { authorization: `Bearer ${who.token}` }),
      origin: app().deps.env.publicUrl,
      accept: 'text/html',
      'accept-language': 'en',
      'x-forwarded-for': '203.0.113.9',
    },
    body,
  })
}

const html = async (path: string) => (await desks.reception.get(path)).text()

let nextMinute = 0
/** A slot of its own, on the day at hand unless another is named. */
async function slot(
  options: { capacity?: number; open?: number; day?: string } = {},
): Promise<string> {
  const { capacity = 5, open = capacity, day = today } = options
  const id = app().clock.id()
  nextMinute += 1
  const startsAt = new Date(Date.parse(`${day}T07:00:00+07:00`) + nextMinute * 60_000)
  await app().deps.database.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    SELECT ${id}, id, ${startsAt}, 30, ${capacity}, ${open} FROM facility
    WHERE code = ${app().deps.env.FACILITY_CODE}`)
  return id
}

const somebody = (slotId: string, change: Record<string, string> = {}) => ({
  slotId,
  day: today,
  name: 'Đoàn Thị Hẹn',
  birthDate: '1/6/1985',
  phone: '0905 123 123',
  licenceClass: 'B',
  purpose: 'new',
  ...change,
})

type Row = { id: string; state: string; visit_id: string | null; patient_id: string | null }

async function bookingsOf(slotId: string): Promise<Row[]> {
  return app().deps.database.query<Row>(sql`
    SELECT id, state, visit_id, patient_id FROM appointment WHERE slot_id = ${slotId} ORDER BY id`)
}

async function counted(slotId: string) {
  const [row] = await app().deps.database.query(sql`
    SELECT booked, public_booked FROM slot WHERE id = ${slotId}`)
  return row
}

let version = 0
/** The holidays as an administrator saves them, one a line. */
async function holidays(text: string): Promise<void> {
  const admin = await app().as(['admin'])
  const fields = { version: String(version), holidays: text }
  const answer = await post('/settings/holidays', fields, admin)
  expect(answer.status).toBe(303)
  version += 1
}

describe('a slot', () => {
  test('of fifty who ask for it at once takes as many as it has places', async () => {
    const slotId = await slot({ capacity: 7 })
    const ask = (index: number) =>
      post(
        '/appointments',
        somebody(slotId, {
          name: `Người ${'abcdefghij'[index % 10]} ${'x'.repeat(1 + Math.floor(index / 10))}`,
        }),
        desks.reception,
      )
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(index)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(7)
    expect(statuses.filter((status) => status === 422)).toHaveLength(43)
    expect(await bookingsOf(slotId)).toHaveLength(7)
    expect(await counted(slotId)).toEqual({ booked: 7, public_booked: 0 })
  })

  test('gives its place back when somebody cancels', async () => {
    const slotId = await slot({ capacity: 1 })
    expect((await post('/appointments', somebody(slotId), desks.reception)).status).toBe(303)
    const full = await post(
      '/appointments',
      somebody(slotId, { name: 'Sau Một Bước' }),
      desks.reception,
    )
    expect(full.status).toBe(422)
    const [first] = await bookingsOf(slotId)
    const path = `/appointments/${first?.id}/cancellation`
    expect((await post(path, {}, desks.reception)).status).toBe(303)
    expect((await post(path, {}, desks.reception)).status).toBe(303)
    expect(await counted(slotId)).toEqual({ booked: 0, public_booked: 0 })
    expect((await post('/appointments', somebody(slotId), desks.reception)).status).toBe(303)
  })

  test('keeps the desk its share from the public page', async () => {
    const slotId = await slot({ capacity: 3, open: 1 })
    expect((await post('/book', somebody(slotId))).status).toBe(303)
    expect((await post('/book', somebody(slotId, { name: 'Người Sau' }))).status).toBe(422)
    expect(
      (await post('/appointments', somebody(slotId, { name: 'Qua Quầy' }), desks.reception)).status,
    ).toBe(303)
    expect(await counted(slotId)).toEqual({ booked: 2, public_booked: 1 })
  })

  test('cannot have fewer places than are booked', async () => {
    const slotId = await slot({ capacity: 2 })
    await post('/appointments', somebody(slotId), desks.reception)
    const places = (capacity: string) =>
      post(
        `/appointments/slots/${slotId}/places`,
        { capacity, publicCapacity: '0', day: today },
        desks.reception,
      )
    const few = await places('0')
    expect(few.status).toBe(422)
    expect(await few.text()).toContain('There cannot be fewer places than are booked.')
    expect((await places('1')).status).toBe(303)
  })

  test.each([
    [{ capacity: 'mười', publicCapacity: '2' }, 'capacity', 'value="mười"'],
    [{ capacity: '', publicCapacity: '5' }, 'capacity', 'Type a whole number from 0 to 500.'],
    [{ capacity: '5', publicCapacity: '501' }, 'publicCapacity', 'value="501"'],
    [{ capacity: '5', publicCapacity: '7' }, 'publicCapacity', 'More than the slot has places.'],
  ])(
    'with the places %j comes back at its field, with what was typed',
    async (typed, field, said) => {
      const day = '2026-12-14'
      const slotId = await slot({ day })
      const path = `/appointments/slots/${slotId}/places`
      const answer = await post(path, { ...typed, day }, desks.reception)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(`href="#f-${field}-${slotId}"`)
      expect(page).toContain(`id="f-${field}-${slotId}-error"`)
      expect(page).toContain(said)
      // Of the two fields only what is wrong: no number is not too many as well.
      expect(page.match(/id="f-(capacity|publicCapacity)-[\w-]+-error"/g)).toHaveLength(1)
      expect(page).toContain('Slots of 14 Dec 2026')
    },
  )

  test('is opened by the plan once, however often it is sent', async () => {
    const plan = {
      from: '7/12/2026',
      to: '8/12/2026',
      weekdays: '1',
      start: '7:30',
      end: '9:00',
      minutes: '30',
      capacity: '4',
      publicCapacity: '2',
    }
    const send = async () =>
      (await post('/appointments/slots', plan, desks.reception)).headers.get('location')
    expect(await send()).toContain('count=3')
    expect(await send()).toContain('count=0')
    const past = await post(
      '/appointments/slots',
      { ...plan, from: '23/11/2026', to: '24/11/2026' },
      desks.reception,
    )
    expect(past.status).toBe(422)
    expect(await past.text()).toContain('The first day is over.')
  })
})

describe('a week', () => {
  const startsFrom = async (from: string, until: string) => {
    const rows = await app().deps.database.query<{ at: string; capacity: number }>(sql`
      SELECT to_char(starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') AS at, capacity
      FROM slot WHERE starts_at >= ${new Date(`${from}T00:00:00+07:00`)}
        AND starts_at < ${new Date(`${until}T00:00:00+07:00`)} ORDER BY starts_at`)
    return rows.map(({ at, capacity }) => `${at} ${capacity}`)
  }
  const repeat = (weeks: string, day = '2027-03-03') =>
    post('/appointments/slots/weeks', { day, weeks }, desks.reception)

  test('is opened again in the weeks after it, once, and not on holidays', async () => {
    for (const [at, capacity] of [
      ['2027-03-01T08:00:00+07:00', 3],
      ['2027-03-06T09:30:00+07:00', 5],
    ] as const) {
      await app().deps.database.query(sql`
        INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
        SELECT ${app().clock.id()}, id, ${new Date(at)}, 30, ${capacity}, 1 FROM facility
        WHERE code = ${app().deps.env.FACILITY_CODE}`)
    }
    await holidays('15/3/2027')
    const answer = await repeat('2')
    expect(answer.headers.get('location')).toBe(
      '/appointments/slots?day=2027-03-08&said=opened&count=3',
    )
    expect(await startsFrom('2027-03-08', '2027-04-01')).toEqual([
      '03-08 08:00 3',
      '03-13 09:30 5',
      '03-20 09:30 5',
    ])
    await holidays('')
    expect((await repeat('2')).headers.get('location')).toContain('count=1')
    expect((await repeat('2')).headers.get('location')).toContain('count=0')
  })

  test.each([
    ['0', '2027-03-03', 'Type a whole number from 1 to 26.'],
    ['vài', '2027-03-03', 'value="vài"'],
    ['4', '2029-01-01', 'No slots are open in this week.'],
  ])('%s times from %s comes back and says why', async (weeks, day, said) => {
    const answer = await repeat(weeks, day)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(said)
    expect(page).toContain('id="f-weeks-error"')
  })
})

describe('booking at the desk', () => {
  test('is for somebody on record or for a name on the telephone, and stands in the list of the day', async () => {
    const slotId = await slot()
    const patientId = await registerPerson(desks.reception)
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    const form = await html(`/appointments/new?patient=${patientId}&day=${today}`)
    expect(form).toContain(`name="patientId" value="${patientId}"`)
    const person = { patientId, name: known.name, birthDate: known.birthDate }
    expect((await post('/appointments', somebody(slotId, person), desks.reception)).status).toBe(
      303,
    )
    expect((await post('/appointments', somebody(slotId, person), desks.reception)).status).toBe(
      422,
    )
    await post('/appointments', somebody(slotId), desks.reception)
    const list = await html(`/appointments?day=${today}`)
    expect(list).toContain(known.name)
    expect(list).toContain('Đoàn Thị Hẹn')
    expect(list).toContain('/arrival')
  })

  test.each([
    [{ birthDate: '25/11/2026' }, 'The birth date lies in the future.'],
    [{ birthDate: 'hôm qua' }, 'This is not a date that can be read'],
    [{ name: '' }, 'value="0905 123 123"'],
    [{ phone: '12' }, 'A Vietnamese mobile number'],
  ])('with %j comes back with what was typed', async (change, said) => {
    const answer = await post(
      '/appointments',
      somebody(await slot(), change as never),
      desks.reception,
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })

  test('of a time that is over is refused', async () => {
    const slotId = await slot()
    app().clock.hold('2026-11-24T20:00:00+07:00')
    const late = await post('/appointments', somebody(slotId), desks.reception)
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('This time is over.')
  })
})

describe('another day', () => {
  const other = '2026-12-15'

  test('asked for while booking shows its times, keeps what was typed and books nothing', async () => {
    const slotId = await slot()
    const there = await slot({ day: other })
    const typed = somebody(slotId, { day: '15/12/2026', shown: today, show: 'yes' })
    const answer = await post('/appointments', typed, desks.reception)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain(`value="${there}"`)
    for (const kept of ['Đoàn Thị Hẹn', '1/6/1985', '0905 123 123', 'value="new" selected'])
      expect(page).toContain(kept)
    expect(await bookingsOf(slotId)).toEqual([])
  })

  test('typed and sent as if its time had been chosen books nothing either', async () => {
    const slotId = await slot()
    const typed = somebody(slotId, { day: '15/12/2026', shown: today })
    const answer = await post('/appointments', typed, desks.reception)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('The day has changed. Choose a time of this day.')
    expect(page).toContain('value="Đoàn Thị Hẹn"')
    expect(await bookingsOf(slotId)).toEqual([])
  })

  test('that is none is named, and stays as it was typed', async () => {
    const typed = somebody(await slot(), { day: 'mai', shown: today, show: 'yes' })
    const answer = await post('/appointments', typed, desks.reception)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('value="mai"')
    expect(page).toContain('id="f-day-error"')
    expect(page).toContain('value="Đoàn Thị Hẹn"')
  })
})

describe('moving', () => {
  async function bookedOnline(
    phone = '0905 123 123',
  ): Promise<{ own: string; id: string; slotId: string }> {
    const slotId = await slot({ day: '2026-12-16' })
    const own = (await post('/book', somebody(slotId, { phone }))).headers.get('location') ?? ''
    const [row] = await bookingsOf(slotId)
    return { own, id: row?.id ?? '', slotId }
  }

  test('gives another time, under the same link, and the old place back', async () => {
    const { own, id, slotId } = await bookedOnline()
    const there = await slot({ day: '2026-12-17', capacity: 1, open: 0 })
    const form = await html(`/appointments/${id}/move`)
    expect(form).toContain(`value="${there}"`)
    const sent = { slotId: there, day: '17/12/2026', shown: '2026-12-17' }
    const answer = await post(`/appointments/${id}/move`, sent, desks.reception)
    expect(answer.headers.get('location')).toBe('/appointments?day=2026-12-17&said=moved')
    expect((await bookingsOf(slotId)).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await bookingsOf(there)).map(({ state }) => state)).toEqual(['booked'])
    expect(await counted(slotId)).toEqual({ booked: 0, public_booked: 0 })
    expect(await counted(there)).toEqual({ booked: 1, public_booked: 0 })
    expect(
      await (await app().request(own, { headers: { 'accept-language': 'en' } })).text(),
    ).toContain('on 17 Dec 2026')
    const again = await post(`/appointments/${id}/move`, sent, desks.reception)
    expect(again.status).toBe(409)
  })

  test('tells the new time by message, and nothing of a cancellation', async () => {
    const { id } = await bookedOnline('0905 777 001')
    const slotId = await slot({ day: '2026-12-17' })
    await post(`/appointments/${id}/move`, { slotId, day: '17/12/2026' }, desks.reception)
    const [moved] = await bookingsOf(slotId)
    const messages = await app().deps.database.query<{ template: string; body: string }>(sql`
      SELECT template, body FROM message WHERE subject_id = ${moved?.id}`)
    expect(messages).toEqual([
      { template: 'appointment-booked', body: expect.stringContaining('17/12/2026') },
    ])
    const old = await app().deps.database.query<{ template: string; state: string }>(sql`
      SELECT template, state FROM message WHERE subject_id = ${id}`)
    expect(old).toEqual([{ template: 'appointment-booked', state: 'cancelled' }])
  })

  test('of fifty into the last place succeeds for one', async () => {
    const from = await slot({ day: '2026-12-16', capacity: 50 })
    for (let index = 0; index < 8; index += 1)
      await post(
        '/appointments',
        somebody(from, { name: `Dời ${'x'.repeat(index + 1)}` }),
        desks.reception,
      )
    const slotId = await slot({ day: '2026-12-17', capacity: 1 })
    const answers = await Promise.all(
      (await bookingsOf(from)).map(({ id }) =>
        post(`/appointments/${id}/move`, { slotId, day: '17/12/2026' }, desks.reception),
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([303, ...Array(7).fill(422)])
    expect(await counted(slotId)).toEqual({ booked: 1, public_booked: 0 })
    expect(await counted(from)).toEqual({ booked: 7, public_booked: 0 })
  })

  test('without a time comes back and says so', async () => {
    const { id } = await bookedOnline()
    const answer = await post(`/appointments/${id}/move`, { day: '17/12/2026' }, desks.reception)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose a time.')
  })
})

describe('a day that becomes a holiday', () => {
  const day = '2026-12-21'

  afterEach(() => holidays(''))

  test('takes nobody any more, by no door', async () => {
    const slotId = await slot({ day })
    await holidays('21/12/2026 Nghỉ bù')
    expect(await html(`/appointments/new?day=${day}`)).not.toContain(slotId)
    for (const [path, who] of [
      ['/appointments', desks.reception],
      ['/book', undefined],
    ] as const) {
      const answer = await post(path, somebody(slotId, { day }), who)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('The house is closed at this time.')
    }
    expect(await bookingsOf(slotId)).toEqual([])
    expect(await html(`/appointments/slots?day=${day}`)).toContain('The house is closed then')
  })

  test('shows whoever is booked there as needing another day, until they have one', async () => {
    const slotId = await slot({ day })
    const own = (await post('/book', somebody(slotId, { day }))).headers.get('location') ?? ''
    expect(await html('/appointments')).not.toContain('Booked for when the house is closed')
    await holidays('21/12/2026 Nghỉ bù')
    const today = await html('/appointments')
    expect(today).toContain('Booked for when the house is closed: 1')
    expect(today).toContain('21 Dec 2026 (Nghỉ bù): 1')
    const list = await html(`/appointments?day=${day}`)
    expect(list).toContain('Needs another day')
    const theirs = await app().request(own, { headers: { 'accept-language': 'en' } })
    expect(await theirs.text()).toContain('Do not come then.')
    const [row] = await bookingsOf(slotId)
    expect(list).toContain(`/appointments/${row?.id}/move`)
    const there = await slot({ day: '2026-12-22' })
    const sent = { slotId: there, day: '22/12/2026' }
    await post(`/appointments/${row?.id}/move`, sent, desks.reception)
    expect(await html('/appointments')).not.toContain('Booked for when the house is closed')
  })

  test('reminds nobody to come on it', async () => {
    const slotId = await slot({ day })
    await post('/appointments', somebody(slotId, { phone: '0905 777 002' }), desks.reception)
    await holidays('21/12/2026')
    app().clock.hold('2026-12-20T09:00:00+07:00')
    await remindExpected(app().deps)
    const [row] = await bookingsOf(slotId)
    const reminders = () =>
      app().deps.database.query(sql`
        SELECT id FROM message WHERE subject_id = ${row?.id} AND template = 'appointment-reminder'`)
    expect(await reminders()).toEqual([])
    await holidays('')
    await remindExpected(app().deps)
    expect(await reminders()).toHaveLength(1)
  })

  test('and is none again after all, takes people as before', async () => {
    const slotId = await slot({ day })
    await holidays('21/12/2026')
    await holidays('')
    expect((await post('/appointments', somebody(slotId, { day }), desks.reception)).status).toBe(
      303,
    )
  })
})

describe('arrival', () => {
  async function booked(
    change: Record<string, string> = {},
  ): Promise<{ id: string; slotId: string }> {
    const slotId = await slot()
    expect((await post('/appointments', somebody(slotId, change), desks.reception)).status).toBe(
      303,
    )
    const [row] = await bookingsOf(slotId)
    return { id: row?.id ?? '', slotId }
  }

  test('by the card is one act: person, visit and exam are there, the appointment is kept', async () => {
    const { binh } = people(today)
    const { id, slotId } = await booked()
    const consents = { 'consents.exam': 'true', 'consents.renewal': 'true' }
    const arrive = { identityCardQr: binh.cardQr ?? '', ...consents, _once: 'the same' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(`/appointments/${id}/arrival`, arrive, desks.reception)),
    )
    const [row] = await bookingsOf(slotId)
    expect(row).toMatchObject({
      state: 'arrived',
      visit_id: expect.any(String),
      patient_id: expect.any(String),
    })
    for (const answer of answers) expect([303, 409]).toContain(answer.status)
    const visits = await app().deps.database.query(sql`
      SELECT id FROM visit WHERE patient_id = ${row?.patient_id}`)
    expect(visits).toEqual([{ id: row?.visit_id }])
    const again = await post(
      `/appointments/${id}/arrival`,
      { ...arrive, _once: 'another' },
      desks.reception,
    )
    expect(again.status).toBe(409)
    expect(await html(`/appointments/${id}/arrival`)).toContain(`/visits/${row?.visit_id}`)
  })

  test('of somebody on record asks for the consents alone', async () => {
    const patientId = await registerPerson(desks.reception)
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    const { id } = await booked({ patientId, name: known.name, birthDate: known.birthDate })
    const page = await html(`/appointments/${id}/arrival`)
    expect(page).toContain(`name="who" value="${patientId}"`)
    // No field to fill: a scanner is heard all the same.
    expect(page).toContain('<input type="hidden" name="identityCardQr" data-use="scan-field"/>')
    const refused = await post(`/appointments/${id}/arrival`, { who: patientId }, desks.reception)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Without this consent there is no exam.')
    const arrived = await post(
      `/appointments/${id}/arrival`,
      { who: patientId, 'consents.exam': 'true' },
      desks.reception,
    )
    expect(arrived.headers.get('location')).toMatch(/^\/visits\//)
  })

  test('by the card of another than whom it is booked for is refused, and leaves nothing', async () => {
    const { binh } = people(today)
    const patientId = await registerPerson(desks.reception)
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    const { id, slotId } = await booked({
      patientId,
      name: known.name,
      birthDate: known.birthDate,
    })
    const arrive = { who: patientId, identityCardQr: binh.cardQr ?? '', 'consents.exam': 'true' }
    const refused = await post(`/appointments/${id}/arrival`, arrive, desks.reception)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('The card scanned is another’s')
    expect(await bookingsOf(slotId)).toMatchObject([
      { state: 'booked', visit_id: null, patient_id: patientId },
    ])
  })

  test('by a scan that lost its accents makes no record of a name that is nobody’s', async () => {
    const { id } = await booked()
    const identityCardQr = '048185009876||Doan Thi Hen|01061985|Nu|12 Le Van Hien|15082024'
    const refused = await post(
      `/appointments/${id}/arrival`,
      { identityCardQr, 'consents.exam': 'true' },
      desks.reception,
    )
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('The scanner sent no accents')
  })

  test.each([
    ['the person booked for', true],
    ['someone of that name and birth date', false],
  ])('through any other door keeps the appointment of %s', async (_, byId) => {
    const patientId = await registerPerson(desks.reception, byId ? '1985-06-01' : '1984-02-03')
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    const name = byId ? known.name : known.name.toUpperCase()
    const { id, slotId } = await booked({
      name,
      birthDate: known.birthDate,
      ...(byId && { patientId }),
    })
    const opened = await desks.reception.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'new',
      consents: { exam: true },
    })
    const { visitId } = await bodyOf(opened)
    expect(await bookingsOf(slotId)).toEqual([
      { id, state: 'arrived', visit_id: visitId, patient_id: patientId },
    ])
  })

  test('on another day keeps nothing', async () => {
    const slotId = await slot({ day: '2026-11-26' })
    const patientId = await registerPerson(desks.reception)
    const known = await bodyOf(await desks.reception.get(`/api/v1/patients/${patientId}`))
    await post(
      '/appointments',
      somebody(slotId, { patientId, name: known.name, birthDate: known.birthDate }),
      desks.reception,
    )
    await desks.reception.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'new',
      consents: { exam: true },
    })
    const [row] = await bookingsOf(slotId)
    expect(row?.state).toBe('booked')
    const early = await post(
      `/appointments/${row?.id}/arrival`,
      { who: patientId, 'consents.exam': 'true' },
      desks.reception,
    )
    expect(early.status).toBe(409)
  })

  test('is not another facility’s', async () => {
    const { id } = await booked()
    const [other] = await app().deps.database.query<{ code: string }>(sql`
      SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE} LIMIT 1`)
    const stranger = await app().as(['reception'], { facility: other?.code ?? '' })
    expect((await stranger.get(`/appointments/${id}/arrival`)).status).toBe(404)
    expect((await post(`/appointments/${id}/cancellation`, {}, stranger)).status).toBe(404)
    const mine = await slot()
    expect((await post('/appointments', somebody(mine), stranger)).status).toBe(404)
  })
})

describe('the end of the day', () => {
  test('closes who did not come, once, and leaves tomorrow alone', async () => {
    const [gone, kept] = [await slot(), await slot({ day: '2026-11-25' })]
    await post('/appointments', somebody(gone), desks.reception)
    await post('/appointments', somebody(kept), desks.reception)
    await closeAppointments(app().deps)
    expect((await bookingsOf(gone))[0]?.state).toBe('booked')
    app().clock.hold('2026-11-25T00:30:00+07:00')
    await Promise.all([closeAppointments(app().deps), closeAppointments(app().deps)])
    const [row] = await bookingsOf(gone)
    expect(row?.state).toBe('no-show')
    expect((await bookingsOf(kept))[0]?.state).toBe('booked')
    const events = await app().deps.database.query(sql`
      SELECT action FROM audit_entry WHERE subject_id = ${row?.id} AND action = 'appointment.missed'`)
    expect(events).toHaveLength(1)
    expect(await counted(gone)).toEqual({ booked: 0, public_booked: 0 })
  })

  test('forgets after a month who booked and never came', async () => {
    const slotId = await slot()
    await post('/book', somebody(slotId, { name: 'Không Bao Giờ Đến' }))
    app().clock.hold('2026-11-25T00:30:00+07:00')
    await closeAppointments(app().deps)
    app().clock.hold('2026-12-30T00:30:00+07:00')
    await closeAppointments(app().deps)
    const left = await app().deps.database.query(sql`
      SELECT name, phone, folded_name FROM appointment WHERE slot_id = ${slotId}`)
    expect(left).toEqual([{ name: '—', phone: null, folded_name: '' }])
  })
})
