import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildSms } from '../../fixtures/outside/sms.ts'
import { remindExpected } from '../../src/frontdesk/message-commands.ts'
import { messageJobs } from '../../src/frontdesk/message-jobs.ts'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'

const app = withApp()
let folder: string
let gateway: Server
let smsUrl: string
let reception: Caller

beforeAll(async () => {
  reception = await app().as(['reception'])
  folder = mkdtempSync(join(tmpdir(), 'lienthong-sms-'))
  const { SMS_TOKEN: token = '', SMS_SENDER: sender } = app().deps.env
  gateway = createServer(getRequestListener(buildSms({ folder, token, sender }).fetch))
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  smsUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
})
afterAll(() => {
  gateway.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => app().clock.hold('2026-11-24T09:00:00+07:00'))
afterEach(() => app().clock.hold(undefined))

const faults = (wanted: object) =>
  fetch(`${smsUrl}/_control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })

type Held = { asked: number; messages: { id: string; to: string; text: string }[] }
const held = async (): Promise<Held> => (await fetch(`${smsUrl}/_state`)).json() as Promise<Held>
const textsTo = async (phone: string) =>
  (await held()).messages.filter(({ to }) => to === `+84${phone.slice(1)}`).map(({ text }) => text)

let serial = 0
const phoneOf = () => {
  serial += 1
  return `0905${String(400_000 + serial)}`
}

async function post(path: string, fields: Record<string, string>, who: Caller = reception) {
  serial += 1
  return app().request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who.token}`,
      origin: app().deps.env.publicUrl,
      accept: 'text/html',
      'accept-language': 'en',
    },
    body: new URLSearchParams({ _once: `mark-${serial}`, ...fields }),
  })
}

async function slot(startsAt: string): Promise<string> {
  const id = app().clock.id()
  serial += 1
  const at = new Date(Date.parse(startsAt) + serial * 1_000)
  await app().deps.database.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    SELECT ${id}, id, ${at}, 30, 9, 9 FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`)
  return id
}

async function book(phone: string, startsAt = '2026-11-26T08:00:00+07:00'): Promise<string> {
  const slotId = await slot(startsAt)
  const fields = { name: 'Trần Thị Hẹn', birthDate: '3/4/1985', licenceClass: 'B', purpose: 'new' }
  expect((await post('/appointments', { slotId, phone, ...fields })).status).toBe(303)
  const [row] = await app().deps.database.query<{ id: string }>(sql`
    SELECT id FROM appointment WHERE slot_id = ${slotId}`)
  return row?.id ?? ''
}

type Row = { id: string; facility_id: string; template: string; state: string; attempts: number }

async function messagesTo(phone: string): Promise<Row[]> {
  return app().deps.database.query<Row>(sql`
    SELECT id, facility_id, template, state, attempts FROM message WHERE phone = ${phone}
    ORDER BY queued_at, id`)
}

/** What the worker does with one queued message, its failures included. */
async function work({ id, facility_id }: Row): Promise<'done' | 'again'> {
  const send = messageJobs({ smsUrl })['send-message']
  const payload = { facilityId: facility_id, messageId: id }
  const job = { id: '1', attempt: 1, maxAttempts: 12 }
  return (
    (await send?.(app().deps, payload, job)
      .then(() => 'done' as const)
      .catch(() => 'again' as const)) ?? 'done'
  )
}

async function oneTo(phone: string): Promise<Row> {
  const [row] = await messagesTo(phone)
  if (!row) throw new Error('no message')
  return row
}

describe('a booking', () => {
  test('is confirmed by one message, in the words of the template', async () => {
    const phone = phoneOf()
    await book(phone)
    expect(await work(await oneTo(phone))).toBe('done')
    expect(await textsTo(phone)).toEqual([
      expect.stringContaining('da giu cho cho Tran Thi Hen luc 08:00 ngay 26/11/2026'),
    ])
    expect(await oneTo(phone)).toMatchObject({
      template: 'appointment-booked',
      state: 'sent',
      attempts: 1,
    })
  })

  test('whose answer is lost is sent again under the same id, and arrives once', async () => {
    const phone = phoneOf()
    await book(phone)
    await faults({ lose: 1 })
    expect(await work(await oneTo(phone))).toBe('again')
    expect(await oneTo(phone)).toMatchObject({ state: 'unknown' })
    expect(await work(await oneTo(phone))).toBe('done')
    expect(await oneTo(phone)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await textsTo(phone)).toHaveLength(1)
  })

  test('waits while the gateway is out of order, and when two workers take it arrives once', async () => {
    const phone = phoneOf()
    await book(phone)
    await faults({ fail: { count: 1, status: 503 } })
    expect(await work(await oneTo(phone))).toBe('again')
    expect(await oneTo(phone)).toMatchObject({ state: 'queued' })
    const message = await oneTo(phone)
    await Promise.all([work(message), work(message), work(message)])
    expect(await oneTo(phone)).toMatchObject({ state: 'sent' })
    expect(await textsTo(phone)).toHaveLength(1)
  })

  test('that the gateway refuses stands on top of the list with its reason and a button', async () => {
    const phone = phoneOf()
    await book(phone)
    await faults({ fail: { count: 1, status: 422 } })
    expect(await work(await oneTo(phone))).toBe('done')
    const { id, state } = await oneTo(phone)
    expect(state).toBe('refused')
    const list = await (await reception.get('/messages')).text()
    expect(list).toContain(`/messages/${id}/again`)
    expect(list).toContain('out-of-order')
    expect((await post(`/messages/${id}/again`, {})).status).toBe(303)
    expect(await work(await oneTo(phone))).toBe('done')
    expect(await oneTo(phone)).toMatchObject({ state: 'sent' })
    expect((await post(`/messages/${id}/again`, {})).status).toBe(409)
  })

  test('that is over is not spoken of any more', async () => {
    const phone = phoneOf()
    await book(phone)
    app().clock.hold('2026-11-27T09:00:00+07:00')
    expect(await work(await oneTo(phone))).toBe('done')
    expect(await oneTo(phone)).toMatchObject({ state: 'cancelled' })
    expect(await textsTo(phone)).toEqual([])
  })

  test('to a number that heard enough today is made in silence', async () => {
    const phone = phoneOf()
    for (let time = 0; time < 10; time += 1) await book(phone)
    expect(await messagesTo(phone)).toHaveLength(8)
  })
})

describe('a reminder', () => {
  test('goes out once, in the day before, at an hour at which people are awake', async () => {
    const phone = phoneOf()
    await book(phone, '2026-11-26T10:00:00+07:00')
    const reminders = async () =>
      (await messagesTo(phone)).filter(({ template }) => template === 'appointment-reminder').length
    for (const [at, count] of [
      ['2026-11-25T07:59:00+07:00', 0],
      ['2026-11-25T09:00:00+07:00', 1],
      ['2026-11-25T15:00:00+07:00', 1],
      ['2026-11-26T08:30:00+07:00', 1],
    ] as const) {
      app().clock.hold(at)
      await Promise.all([remindExpected(app().deps), remindExpected(app().deps)])
      expect(await reminders()).toBe(count)
    }
  })

  test('is not sent to who booked an hour ago, nor for what was cancelled', async () => {
    const [late, gone] = [phoneOf(), phoneOf()]
    await book(late, '2026-11-25T08:00:00+07:00')
    const id = await book(gone, '2026-11-26T08:00:00+07:00')
    await post(`/appointments/${id}/cancellation`, {})
    app().clock.hold('2026-11-24T10:00:00+07:00')
    await remindExpected(app().deps)
    app().clock.hold('2026-11-25T10:00:00+07:00')
    await remindExpected(app().deps)
    expect((await messagesTo(late)).map(({ template }) => template)).toEqual(['appointment-booked'])
    const left = (await messagesTo(gone)).map(({ template, state }) => [template, state])
    expect(left).toEqual([
      ['appointment-booked', 'cancelled'],
      ['appointment-cancelled', 'queued'],
    ])
  })
})

describe('the templates', () => {
  test('are changed by the administrator, after a look at what people will read', async () => {
    const admin = await app().as(['admin'])
    const path = '/settings/messages/appointment-booked'
    const body = { 'body-appointment-booked': 'Xin chào {name}, hẹn gặp lúc {time} ngày {day}.' }
    const on = { ...body, 'enabled-appointment-booked': 'on' }
    const looked = await post(path, { ...on, act: 'preview' }, admin)
    expect(looked.status).toBe(200)
    expect(await looked.text()).toContain('Xin chào Nguyễn Thị Minh Châu, hẹn gặp lúc 08:30')
    const phone = phoneOf()
    await book(phone)
    await work(await oneTo(phone))
    expect((await textsTo(phone))[0]).not.toContain('Xin')
    expect((await post(path, { ...on, act: 'save' }, admin)).status).toBe(303)
    const other = phoneOf()
    await book(other)
    await work(await oneTo(other))
    expect(await textsTo(other)).toEqual([
      'Xin chào Trần Thị Hẹn, hẹn gặp lúc 08:00 ngày 26/11/2026.',
    ])
    await post(path, { ...body, act: 'save' }, admin)
    const silent = phoneOf()
    await book(silent)
    expect(await messagesTo(silent)).toEqual([])
  })

  test('with a field that does not exist are refused with what was typed', async () => {
    const admin = await app().as(['admin'])
    const body = 'Xin chào {khach}, hẹn gặp.'
    const answer = await post(
      '/settings/messages/appointment-reminder',
      { 'body-appointment-reminder': body, act: 'save' },
      admin,
    )
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('There is no field {khach}.')
    expect(page).toContain(body)
  })

  test('are nobody else’s, and an administrator reads no messages', async () => {
    const admin = await app().as(['admin'])
    expect((await reception.get('/settings/messages')).status).toBe(403)
    expect((await admin.get('/messages')).status).toBe(403)
    expect((await post('/settings/messages/appointment-booked', { body: 'x' })).status).toBe(403)
  })
})

test('no message, name or number stands in the log', () => {
  expect(app().logged.some((line) => /0905|Trần Thị|Tran Thi/.test(line))).toBe(false)
})
