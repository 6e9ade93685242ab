import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { enrolStaff, signIn, staffPassword } from '../exams/staff.ts'
import type { Browser } from '../identity/browser.ts'
import { type Caller, withApp } from '../support/app.ts'
import { jsonOf, opened, pointersOf, refused, wholeHouse } from './wire.ts'

const app = withApp()
let house: Caller
let doctor: Browser
beforeAll(async () => {
  house = await wholeHouse(app())
  await enrolStaff(app())
  doctor = await signIn(app(), 'ketluan')
})

/** The API as a script of our own page calls it: a session, our origin, JSON. */
function post(path: string, body: object, origin = app().deps.env.publicUrl): Promise<Response> {
  const cookie = [...doctor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = {
    cookie,
    origin,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  }
  return app().request(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

describe('a doctor who is signed in', () => {
  it('signs the conclusion with the password entered again, and with no other', async () => {
    const { id } = await opened(house)
    const findings = fitFindings(calendarDateOf(app().clock.now()))
    await house.put(`/api/v1/exams/${id}/sections`, findings)
    const path = `/api/v1/exams/${id}/conclusion`
    const wrong = { outcome: 'fit', password: 'not it' }
    await refused(await post(path, wrong), 403, 'password-wrong')
    const absent = await refused(await post(path, { outcome: 'fit' }), 422)
    expect(pointersOf(absent)).toEqual(['/password'])
    expect((await jsonOf(await house.get(`/api/v1/exams/${id}`))).state).toBe('in-progress')
    const right = { outcome: 'fit', password: staffPassword }
    await refused(await post(path, right, 'https://elsewhere.example'), 403)
    const answer = await post(path, right)
    expect(answer.status).toBe(200)
    expect(await jsonOf(answer)).toMatchObject({ outcome: 'fit', state: 'final' })
    const { conclusion } = await jsonOf(await house.get(`/api/v1/exams/${id}`))
    expect(conclusion.by).toBe('Đinh Thị Kết')
  })
})
