import { beforeAll, describe, expect, test } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { type DeviceBrowser, pairedDevice, passMinutes } from '../identity/device-cast.ts'
import { answersOf, goThrough } from '../portal/kiosk-cast.ts'
import { type Caller, withApp } from '../support/app.ts'
import { look } from './house.ts'

const app = withApp()
let kiosk: DeviceBrowser
let reception: Caller
let doctor: Caller
let concluder: Caller

beforeAll(async () => {
  app().clock.hold(`${today(app().clock)}T08:00:00+07:00`)
  kiosk = await pairedDevice(app(), 'kiosk')
  reception = await app().as(['reception'])
  doctor = await app().as(['examiner'], { signsAs: true })
  concluder = await app().as(['concluder'], { signsAs: true })
})

type Came = { visitId: string; examId: string }

async function atKiosk(name: string, number: string): Promise<Came> {
  passMinutes(app(), 3)
  const person = { name, birthDate: '1990-05-04', sex: 'male' as const, number }
  await goThrough(kiosk, answersOf(person))
  const [row] = await app().deps.database.query<Came>(sql`
    SELECT v.id AS "visitId", e.id AS "examId" FROM visit v JOIN exam e ON e.visit_id = v.id
    ORDER BY v.started_at DESC, v.id DESC LIMIT 1`)
  if (!row) throw new Error('nobody came')
  return row
}

const cardSeen = (caller: Caller, visitId: string, from = 'home') =>
  caller.post(`/visits/${visitId}/card-seen`, new URLSearchParams({ from }).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
  })

describe('whoever came by a kiosk', () => {
  test('stands on reception’s home with their number and card until the card is seen there', async () => {
    const { visitId } = await atKiosk('Trần Văn Kiốt', '048090001001')
    passMinutes(app(), 12)
    const { html } = await look(reception)
    const row = new RegExp(`<tr id="card-${visitId}">.*?</tr>`, 's').exec(html)?.[0] ?? ''
    for (const said of ['Trần Văn Kiốt', 'datetime="1990-05-04"', '048090001001', '12 minutes']) {
      expect(row).toContain(said)
    }
    expect(row).toMatch(/class="ticket-number">\d{3}</)
    const seen = await cardSeen(reception, visitId)
    expect(seen.headers.get('location')).toBe('/?said=card-seen')
    const after = await look(reception, '/?said=card-seen')
    expect(after.html).toContain('The identity is verified.')
    expect(after.html).not.toContain(`card-${visitId}`)
  })

  test('is nobody else’s to recognise, and on nobody else’s home', async () => {
    const { visitId } = await atKiosk('Trần Văn Chờ', '048090001002')
    for (const roles of [['examiner'], ['concluder'], ['cashier'], ['director'], ['admin']]) {
      const other = await app().as(roles)
      expect((await look(other)).html).not.toContain(`card-${visitId}`)
      expect((await cardSeen(other, visitId)).status).toBe(403)
    }
    const neighbour = await app().as(['reception'], { facility: '48002' })
    expect((await look(neighbour)).html).not.toContain(`card-${visitId}`)
    expect((await cardSeen(neighbour, visitId)).status).toBe(404)
    await cardSeen(reception, visitId)
  })

  test('with a number that is another’s is led to, not believed', async () => {
    const { visitId } = await atKiosk('Trần Văn Nhầm', '048090001003')
    await app().deps.database.query(sql`
      UPDATE visit SET claimed = jsonb_set(claimed, '{identityCard,number}', '"048090001002"')
      WHERE id = ${visitId}`)
    const { html } = await look(reception)
    const row = new RegExp(`<tr id="card-${visitId}">.*?</tr>`, 's').exec(html)?.[0] ?? ''
    expect(row).not.toContain('/card-seen')
    expect(row).toContain(`href="/visits/${visitId}"`)
  })
})

describe('the exam of somebody whose card nobody has seen', () => {
  test('says so to the doctor on each of its pages, and who looks at cards', async () => {
    const { visitId, examId } = await atKiosk('Trần Văn Khám', '048090001004')
    const pages: [Caller, string][] = [
      [doctor, `/exams/${examId}`],
      [doctor, `/exams/${examId}/sections/eyes`],
      [concluder, `/exams/${examId}/conclusion`],
    ]
    for (const [caller, path] of pages) {
      const { html } = await look(caller, path)
      expect(html).toContain('Identity not verified')
      expect(html).toContain('Send them to reception')
      expect(html).not.toContain(`/visits/${visitId}#identity`)
    }
    const { html } = await look(reception, `/exams/${examId}`)
    expect(html).toContain(`/visits/${visitId}#identity`)
    await doctor.put(`/api/v1/exams/${examId}/sections`, fitFindings(today(app().clock)))
    const conclude = () => concluder.post(`/api/v1/exams/${examId}/conclusion`, { outcome: 'fit' })
    expect((await conclude()).status).toBe(409)
    await cardSeen(reception, visitId)
    for (const [caller, path] of pages) {
      expect((await look(caller, path)).html).not.toContain('Identity not verified')
    }
    expect((await conclude()).status).toBe(200)
  })
})
