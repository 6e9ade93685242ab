import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { forgetLeftKiosks } from '../../src/portal/kiosk-commands.ts'
import { type DeviceBrowser, pairedDevice, passMinutes } from '../identity/device-cast.ts'
import { withApp } from '../support/app.ts'
import { answersOf, draftIn, goThrough, withoutChance } from './kiosk-cast.ts'
import { made } from './visitor.ts'

const app = withApp()
let kiosk: DeviceBrowser
let serial = 0

beforeAll(async () => {
  // A morning, whatever the hour is, that goes on from test to test: no visit begins on another day.
  app().clock.hold(`${today(app().clock)}T08:00:00+07:00`)
  kiosk = await pairedDevice(app(), 'kiosk')
})

/** Somebody whom no test has met; the clock goes on, since a kiosk registers a dozen a minute. */
function someone(name = 'Trần Văn Mới') {
  serial += 1
  const number = `04809000${String(serial).padStart(4, '0')}`
  return { name, birthDate: '1990-05-04', sex: 'male' as const, number }
}

async function known(person: ReturnType<typeof someone>, further: object = {}): Promise<string> {
  const desk = await app().as(['reception'])
  const { number, ...rest } = person
  const { id } = await made(
    await desk.post('/api/v1/patients', {
      ...rest,
      identityCard: { number },
      confirmNew: true,
      ...further,
    }),
  )
  return id
}

type VisitRow = {
  id: string
  patientId: string
  identity: string
  claimed: { identityCard?: { number: string } } | null
  name: string
  number: string | null
  examId: string
}

async function lastVisit(): Promise<VisitRow> {
  const [row] = await app().deps.database.query<VisitRow>(sql`
    SELECT v.id, v.patient_id AS "patientId", v.identity, v.claimed, p.name,
      p.identity_number AS number, e.id AS "examId"
    FROM visit v JOIN patient p ON p.id = v.patient_id JOIN exam e ON e.visit_id = v.id
    ORDER BY v.id DESC LIMIT 1`)
  if (!row) throw new Error('there is no visit')
  return row
}

async function heldBy(examId: string) {
  const [row] = await app().deps.database.query<{ held: object | null; warnings: object[] }>(sql`
    SELECT held_licence AS held, warnings FROM exam WHERE id = ${examId}`)
  if (!row) throw new Error('there is no exam')
  return row
}

const countOf = async (table: 'visit' | 'patient' | 'kiosk_draft') => {
  const statement = {
    visit: sql`SELECT count(*)::int AS n FROM visit`,
    patient: sql`SELECT count(*)::int AS n FROM patient`,
    kiosk_draft: sql`SELECT count(*)::int AS n FROM kiosk_draft`,
  }[table]
  return (await app().deps.database.query<{ n: number }>(statement))[0]?.n
}

describe('a person at the kiosk', () => {
  it('gets a number, a declaration, a bill and a link, and is unverified', async () => {
    const person = someone()
    const seen = await goThrough(kiosk, answersOf(person))
    const done = seen.at(-1) ?? ''
    expect(done).toContain('danh tính chưa được xác minh')
    const visit = await lastVisit()
    expect(visit).toMatchObject({
      identity: 'unverified',
      name: person.name,
      number: person.number,
    })
    const [ticket] = await app().deps.database.query<{ room: string; tasks: string[] }>(sql`
      SELECT s.room, s.tasks FROM ticket t JOIN station s ON s.id = t.station_id
      WHERE t.visit_id = ${visit.id}`)
    const sections = await app().deps.database.query(
      sql`SELECT section, state FROM exam_section WHERE exam_id = ${visit.examId}`,
    )
    const bills = await app().deps.database.query(
      sql`SELECT state FROM invoice WHERE visit_id = ${visit.id}`,
    )
    expect(ticket?.tasks).toContain('declaration')
    expect(done).toContain('Số của bạn')
    expect(sections).toEqual([{ section: 'declaration', state: 'draft' }])
    expect(bills).toEqual([{ state: 'issued' }])
  })

  it('is asked again with what they typed, and every fault named', async () => {
    await kiosk.post('/kiosk/begin')
    await kiosk.post('/kiosk/card', {
      draft: draftIn(await (await kiosk.get('/kiosk/card')).text()),
    })
    const draft = draftIn(await (await kiosk.get('/kiosk/person')).text())
    const answer = await kiosk.post('/kiosk/person', { draft, name: 'Lê Thị Gõ', phone: '12' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="Lê Thị Gõ"')
    for (const name of ['birthDate', 'sex', 'identityCard-number', 'phone']) {
      expect(page).toMatch(new RegExp(`href="#[\\w-]*${name}`))
    }
  })

  it('gives the licence they hold, which is kept as the desk’s form keeps it', async () => {
    const held = {
      'heldLicence.number': ' 480165012345 ',
      'heldLicence.scheme': 'pre-2025',
      'heldLicence.class': 'B2',
      'heldLicence.expiresOn': '31/12/2099',
    }
    await goThrough(kiosk, { ...answersOf(someone()), held })
    const { examId } = await lastVisit()
    expect(await heldBy(examId)).toEqual({
      held: { number: '480165012345', class: 'B2', scheme: 'pre-2025', expiresOn: '2099-12-31' },
      warnings: [],
    })
  })

  it('that is not at hand goes on without, and the desk sees that it is missing', async () => {
    await goThrough(kiosk, answersOf(someone()))
    const { held, warnings } = await heldBy((await lastVisit()).examId)
    expect(held).toBeNull()
    expect(warnings).toMatchObject([{ code: 'held-licence-missing' }])
  })

  it('is told of every line of the licence what is wrong with it, and what was typed stays', async () => {
    await goThrough(kiosk, answersOf(someone()), 'held')
    const draft = draftIn(await (await kiosk.get('/kiosk/held')).text())
    const empty = await kiosk.post('/kiosk/held', { draft })
    expect(empty.status).toBe(422)
    const asked = await empty.text()
    for (const name of ['number', 'class', 'scheme']) {
      expect(asked).toMatch(new RegExp(`href="#[\\w-]*heldLicence-${name}`))
    }
    const wrong = await kiosk.post('/kiosk/held', {
      draft,
      'heldLicence.number': '480165',
      'heldLicence.class': 'C1',
      'heldLicence.scheme': 'pre-2025',
      'heldLicence.expiresOn': '31/02/2030',
    })
    const page = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(page).toContain('value="480165"')
    expect(page).toContain('value="31/02/2030"')
    expect(page).toContain('Không có ngày này')
    expect(page).toMatch(/href="#[\w-]*heldLicence-class/)
    expect((await kiosk.get('/kiosk/family')).headers.get('location')).toBe('/kiosk/held')
  })

  it('is not asked for a licence where it is the first', async () => {
    const first = { ...answersOf(someone()), licence: { licenceClass: 'B', purpose: 'new' } }
    await goThrough(kiosk, first, 'licence')
    const draft = draftIn(await (await kiosk.get('/kiosk/licence')).text())
    const on = await kiosk.post('/kiosk/licence', { draft, ...first.licence })
    expect(on.headers.get('location')).toBe('/kiosk/family')
    expect((await kiosk.get('/kiosk/held')).headers.get('location')).toBe('/kiosk/family')
    expect(await (await kiosk.get('/kiosk/family')).text()).toContain('Bước 4/6')
  })

  it('cannot pass a question by its address', async () => {
    await kiosk.post('/kiosk/begin')
    for (const step of ['person', 'health', 'consent']) {
      expect((await kiosk.get(`/kiosk/${step}`)).headers.get('location')).toBe('/kiosk/card')
    }
    expect((await kiosk.get('/kiosk/done')).headers.get('location')).toBe('/kiosk')
    expect((await kiosk.get('/kiosk/elsewhere')).status).toBe(404)
  })

  it('says no to all that is left, and sees it before it counts', async () => {
    await goThrough(kiosk, answersOf(someone()), 'family')
    const draft = draftIn(await (await kiosk.get('/kiosk/family')).text())
    const fields = { 'family.asthma.answer': 'true', 'family.asthma.detail': 'mẹ' }
    const page = await (
      await kiosk.post('/kiosk/family', { draft, act: 'rest-no', ...fields })
    ).text()
    expect(page.match(/value="true" checked/g)).toHaveLength(1)
    expect(page.match(/value="false" checked/g)).toHaveLength(8)
    expect((await kiosk.get('/kiosk/health')).headers.get('location')).toBe('/kiosk/family')
  })

  it('explains a yes about themselves', async () => {
    const answers = answersOf(someone())
    await goThrough(kiosk, answers, 'health')
    const draft = draftIn(await (await kiosk.get('/kiosk/health')).text())
    const yes = { ...answers.health, 'personal.diabetes.answer': 'true' }
    expect((await kiosk.post('/kiosk/health', { draft, ...yes })).status).toBe(422)
    const explained = { ...yes, 'personal.diabetes.detail': 'từ 2019' }
    expect((await kiosk.post('/kiosk/health', { draft, ...explained })).status).toBe(303)
  })

  it('is not registered without consent to the exam', async () => {
    const answers = answersOf(someone())
    await goThrough(kiosk, answers, 'consent')
    const before = await countOf('visit')
    const draft = draftIn(await (await kiosk.get('/kiosk/consent')).text())
    expect((await kiosk.post('/kiosk/consent', { draft, declared: 'true' })).status).toBe(422)
    expect(await countOf('visit')).toBe(before)
  })

  it('is registered once, however often the last button is pressed', async () => {
    passMinutes(app(), 2)
    const answers = answersOf(someone())
    await goThrough(kiosk, answers, 'consent')
    const before = (await countOf('visit')) ?? 0
    const draft = draftIn(await (await kiosk.get('/kiosk/consent')).text())
    const presses = await Promise.all(
      [1, 2, 3, 4].map(() => kiosk.post('/kiosk/consent', { draft, ...answers.consent })),
    )
    expect(presses.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await countOf('visit')).toBe(before + 1)
    expect((await kiosk.get('/kiosk/done')).status).toBe(200)
  })
})

describe('the kiosk forgets', () => {
  it('everything when the person is done, when they stop, and at its first page', async () => {
    const ways = [() => kiosk.post('/kiosk/forget'), () => kiosk.get('/kiosk')]
    for (const way of ways) {
      const person = someone('Hoàng Thị Quên')
      passMinutes(app(), 2)
      await goThrough(kiosk, answersOf(person))
      await way()
      for (const path of ['/kiosk', '/kiosk/done', '/kiosk/person', '/kiosk/consent']) {
        const answer = await kiosk.get(path)
        expect(await answer.text()).not.toContain(person.name)
        if (path !== '/kiosk') expect(answer.headers.get('location')).toBe('/kiosk')
      }
      expect(await countOf('kiosk_draft')).toBe(0)
    }
  })

  it('whoever walked away, by itself', async () => {
    await goThrough(kiosk, answersOf(someone('Võ Văn Đi')), 'licence')
    expect(await (await kiosk.get('/kiosk/person')).text()).toContain('Võ Văn Đi')
    passMinutes(app(), 3)
    expect((await kiosk.get('/kiosk/person')).headers.get('location')).toBe('/kiosk')
    await forgetLeftKiosks(app().deps)
    expect(await countOf('kiosk_draft')).toBe(0)
  })

  it('but keeps whoever is still there', async () => {
    await goThrough(kiosk, answersOf(someone('Bùi Thị Chậm')), 'licence')
    for (let n = 0; n < 4; n++) {
      passMinutes(app(), 1)
      expect((await kiosk.post('/kiosk/here')).status).toBe(204)
    }
    expect(await (await kiosk.get('/kiosk/person')).text()).toContain('Bùi Thị Chậm')
  })

  it('the language that the last person chose', async () => {
    const english = await kiosk.post('/kiosk/begin', { lang: 'en' })
    expect(english.headers.getSetCookie().join()).toMatch(/lang=en/)
    const left = await kiosk.post('/kiosk/forget')
    expect(left.headers.getSetCookie().join()).toMatch(/lang=;.*Max-Age=0/)
  })

  it('an answer from the page of somebody who has left changes and shows nothing', async () => {
    await goThrough(kiosk, answersOf(someone('Người Trước')), 'person')
    const old = draftIn(await (await kiosk.get('/kiosk/person')).text())
    await kiosk.post('/kiosk/begin')
    const stale = { draft: old, ...answersOf(someone('Người Trước')).person }
    const answer = await kiosk.post('/kiosk/person', stale)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/kiosk'])
    const rows = await app().deps.database.query<{ typed: object }>(
      sql`SELECT typed FROM kiosk_draft`,
    )
    expect(rows).toEqual([{ typed: {} }])
  })

  it('nothing of one kiosk is seen at another', async () => {
    const other = await pairedDevice(app(), 'kiosk')
    await goThrough(kiosk, answersOf(someone('Ở Bên Kia')), 'licence')
    expect((await other.get('/kiosk/person')).headers.get('location')).toBe('/kiosk')
  })
})

/** What the link shows that the kiosk gives out, to whoever holds it. */
async function linkOf({ id }: DeviceBrowser): Promise<string[]> {
  const [row] = await app().deps.database.query<{ secret: string }>(
    sql`SELECT link_secret AS secret FROM kiosk_draft WHERE device_id = ${id}`,
  )
  const seen: string[] = []
  for (const page of ['', '/looked', '/consents']) {
    const answer = await app().request(`/v/${row?.secret}${page}`)
    expect(answer.status).toBe(200)
    seen.push(withoutChance((await answer.text()).replaceAll(row?.secret ?? '', 'SECRET')))
  }
  return seen
}

/** Where two ways through the kiosk part, with some of what stands there. */
function firstDifference(a: readonly string[], b: readonly string[]): string | undefined {
  const [one, other] = [a.join('\n'), b.join('\n')]
  const at = [...one].findIndex((_, index) => one[index] !== other[index])
  return one === other
    ? undefined
    : `${one.slice(at - 60, at + 60)} ≠ ${other.slice(at - 60, at + 60)}`
}

describe('the kiosk is no oracle', () => {
  /** The page of what the kiosk said to this person, from the first to the last. */
  async function seenBy(person: ReturnType<typeof someone>): Promise<string[]> {
    passMinutes(app(), 2)
    const seen = await goThrough(kiosk, answersOf(person))
    seen.push(...(await linkOf(kiosk)))
    await kiosk.post('/kiosk/forget')
    return seen.map((page) => page.replaceAll(person.number, 'NUMBER'))
  }

  it('answers whoever is on record as it answers everybody else', async () => {
    const unknown = await seenBy(someone('Phan Văn Tên'))
    const same = someone('Phan Văn Tên')
    await known(same, { phone: '0914 000 111', address: { text: '1 Lê Lợi, Đà Nẵng' } })
    const another = someone('Phan Văn Tên')
    await known({ ...another, name: 'Người Khác Hẳn' })
    const namesake = someone('Phan Văn Tên')
    await known({ ...someone('Phan Văn Tên'), birthDate: namesake.birthDate })
    expect(firstDifference(await seenBy(same), unknown)).toBeUndefined()
    expect(firstDifference(await seenBy(another), unknown)).toBeUndefined()
    expect(firstDifference(await seenBy(namesake), unknown)).toBeUndefined()
    // And again, while their visit runs.
    expect(firstDifference(await seenBy(same), unknown)).toBeUndefined()
  })

  it('opens the record of exactly the same person, and writes nothing into it', async () => {
    const person = someone('Đinh Thị Cũ')
    const id = await known(person, { phone: '0914 222 333' })
    passMinutes(app(), 2)
    await goThrough(kiosk, answersOf(person))
    const visit = await lastVisit()
    const [row] = await app().deps.database.query(
      sql`SELECT phone, version FROM patient WHERE id = ${id}`,
    )
    expect(visit.patientId).toBe(id)
    expect(row).toEqual({ phone: '0914222333', version: 1 })
  })

  it.each([
    ['name', { name: 'Kẻ Mạo Danh' }],
    ['date of birth', { birthDate: '1991-01-01' }],
    ['sex', { sex: 'female' as const }],
  ])('gives nobody another’s record by the number alone: other %s', async (_, other) => {
    const owner = someone('Chủ Nhân Số')
    const id = await known(owner)
    passMinutes(app(), 2)
    await goThrough(kiosk, answersOf({ ...owner, ...other }))
    const visit = await lastVisit()
    expect(visit.patientId).not.toBe(id)
    expect(visit.number).toBeNull()
    expect(visit.claimed?.identityCard?.number).toBe(owner.number)
  })

  it('two kiosks that register one person at once make one record', async () => {
    const other = await pairedDevice(app(), 'kiosk')
    const person = someone('Song Song')
    passMinutes(app(), 2)
    const before = (await countOf('patient')) ?? 0
    await Promise.all([goThrough(kiosk, answersOf(person)), goThrough(other, answersOf(person))])
    expect(await countOf('patient')).toBe(before + 1)
  })
})

describe('the desk', () => {
  const html = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }

  async function throughKiosk(person = someone()): Promise<VisitRow> {
    passMinutes(app(), 2)
    await goThrough(kiosk, answersOf(person))
    return lastVisit()
  }

  /** What is done where they wait now. */
  async function stationTasks({ id }: VisitRow): Promise<string[]> {
    const [row] = await app().deps.database.query<{ tasks: string[] }>(sql`
      SELECT s.tasks FROM ticket t JOIN station s ON s.id = t.station_id WHERE t.visit_id = ${id}`)
    return row?.tasks ?? []
  }

  async function concluded(visit: VisitRow): Promise<Response> {
    const doctor = await app().as(['examiner', 'lab', 'concluder'], { signsAs: true })
    const today = calendarDateOf(app().clock.now())
    await made(await doctor.put(`/api/v1/exams/${visit.examId}/sections`, fitFindings(today)))
    return doctor.post(`/api/v1/exams/${visit.examId}/conclusion`, { outcome: 'fit' })
  }

  it('sees the card before anybody is concluded upon', async () => {
    const visit = await throughKiosk()
    const refused = await concluded(visit)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ code: 'identity-unverified' })
    const desk = await app().as(['reception'])
    const page = await (await desk.get(`/visits/${visit.id}`, html)).text()
    expect(page).toContain('Identity not verified')
    expect(await stationTasks(visit)).toContain('declaration')
    const seen = await desk.post(`/visits/${visit.id}/card-seen`, '', html)
    expect(seen.status).toBe(303)
    expect(await lastVisit()).toMatchObject({ identity: 'verified', claimed: null })
    expect(await stationTasks(visit)).not.toContain('declaration')
    expect((await concluded(visit)).status).toBe(200)
  })

  it('and no other door leads round it', async () => {
    const visit = await throughKiosk()
    const write = app().deps.database.query(sql`
      INSERT INTO conclusion (exam_id, facility_id, outcome, state, assessment, person, content_hash,
        concluded_at, concluded_on, doctor_id, doctor_name, registration)
      SELECT ${visit.examId}, e.facility_id, 'fit', 'final', '{}', '{}', repeat('0', 64), now(),
        now()::date, s.id, s.name, s.doctor_registration
      FROM exam e JOIN staff s ON s.facility_id = e.facility_id
      WHERE e.id = ${visit.examId} AND s.doctor_registration IS NOT NULL LIMIT 1`)
    await expect(write).rejects.toMatchObject({ constraint: 'identity_unverified' })
  })

  it('presses twice and it is seen once', async () => {
    const visit = await throughKiosk()
    const desk = await app().as(['reception'])
    const press = () => desk.post(`/visits/${visit.id}/card-seen`, '', html)
    const both = await Promise.all([press(), press()])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const entries = await app().deps.database.query(sql`
      SELECT 1 FROM audit_entry
      WHERE subject_id = ${visit.id} AND action = 'visit.identity-verified'`)
    expect(entries).toHaveLength(1)
  })

  it('is led to the record that holds the number, and cannot believe past it', async () => {
    const owner = someone('Người Giữ Số')
    const id = await known(owner)
    const visit = await throughKiosk({ ...owner, name: 'Người Khác Tên' })
    const desk = await app().as(['reception'])
    expect(await (await desk.get(`/visits/${visit.id}`, html)).text()).toContain(`/patients/${id}`)
    const answer = await desk.post(`/visits/${visit.id}/card-seen`, '', html)
    expect(answer.status).toBe(409)
    expect(await lastVisit()).toMatchObject({ identity: 'unverified' })
  })

  it.each(['examiner', 'lab', 'concluder', 'cashier', 'admin', 'director'])(
    'is not %s: they see no card for it',
    async (role) => {
      const visit = await lastVisit()
      const caller = await app().as([role])
      expect((await caller.post(`/visits/${visit.id}/card-seen`, '', html)).status).toBe(403)
    },
  )

  it('of another house has no such visit', async () => {
    const visit = await lastVisit()
    const theirs = await app().as(['reception'], { facility: '48002' })
    expect((await theirs.post(`/visits/${visit.id}/card-seen`, '', html)).status).toBe(404)
  })
})
