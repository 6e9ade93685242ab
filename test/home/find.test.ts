import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/core/actor.ts'
import { roles } from '../../src/core/actor.ts'
import { sql } from '../../src/platform/database.ts'
import type { Wire } from '../contract/wire.ts'
import type { Caller } from '../support/app.ts'
import { withApp } from '../support/app.ts'
import { type Guest, look, openHouse, openNeighbour } from './house.ts'

const app = withApp()
let guest: Guest
let bill: Wire
let caseId: string
const dossierCode = 'GPLX-2026-000777'

beforeAll(async () => {
  const house = await openHouse(app())
  guest = await house.arrive('Đặng Thị Ánh Nguyệt', '08:00', {
    purpose: 'renewal',
    heldLicence: {
      number: '480165012345',
      class: 'B2',
      scheme: 'pre-2025',
      expiresOn: '2099-12-31',
    },
    consents: { exam: true, renewal: true },
  })
  await house.examine(guest, '08:10')
  bill = await house.bill(guest, '08:15')
  await house.conclude(guest, '08:20')
  const [row] = await app().deps.database.query<{ id: string }>(sql`
    UPDATE renewal_case SET dossier_code = ${dossierCode} WHERE exam_id = ${guest.examId}
    RETURNING id`)
  caseId = row?.id ?? ''
  house.at('09:00')
}, 60_000)

/** What the palette lists: where each option leads, or what it sends. */
async function found(caller: Caller, q: string): Promise<string[]> {
  const answer = await typed(caller, q)
  expect(answer.status).toBe(200)
  const html = await answer.text()
  return [...html.matchAll(/<(?:a|button)[^>]*role="option"[^>]*>/g)].flatMap(
    ([tag]) => / href="([^"]*)"/.exec(tag)?.[1] ?? / form="([^"]*)"/.exec(tag)?.[1] ?? [],
  )
}

const typed = (caller: Caller, q: string, path = '/find/palette') =>
  app().request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${caller.token}`,
      accept: 'text/html',
      'accept-language': 'en',
    },
    body: new URLSearchParams({ q }),
  })

const where = () => ({
  person: `/patients/${guest.patientId}`,
  exam: `/exams/${guest.examId}`,
  bill: `/bills/${bill.id}`,
  case: `/renewals/${caseId}`,
})

describe('a person', () => {
  test.each(['dang thi anh nguyet', 'Đặng Thị Ánh', 'NGUYET ánh', 'nguyệ'])(
    'is found by %s',
    async (q) => {
      expect(await found(await app().as(['reception']), q)).toContain(where().person)
    },
  )

  test('is found by the personal id, its end, and what a scanner reads off the card', async () => {
    const reception = await app().as(['reception'])
    const card = `${guest.idNumber}|201234567|Đặng Thị Ánh Nguyệt|01061985|Nữ|Đà Nẵng|01012022`
    for (const q of [guest.idNumber, guest.idNumber.slice(-6), card]) {
      expect(await found(reception, q), q).toContain(where().person)
    }
  })

  test('is shown by the last digits of the id, never by all of them', async () => {
    const html = await (await typed(await app().as(['reception']), 'anh nguyet')).text()
    expect(html).toContain(`id …${guest.idNumber.slice(-4)}`)
    expect(html).not.toContain(guest.idNumber)
  })
})

describe('papers', () => {
  test('a bill is found by its code, its number, its last digits and its person', async () => {
    const cashier = await app().as(['cashier'])
    const tail = String(Number(bill.number.slice(-6)))
    for (const q of [bill.billCode, bill.billCode.toLowerCase(), bill.number, `HD${tail}`]) {
      expect((await found(cashier, q))[0], q).toBe(where().bill)
    }
    expect(await found(cashier, 'anh nguyet')).toContain(where().bill)
  })

  test('a case is found by its dossier code, its certificate and its person', async () => {
    const desk = await app().as(['licence-desk'])
    const [row] = await app().deps.database.query<{ number: string }>(sql`
      SELECT number FROM certificate WHERE exam_id = ${guest.examId}`)
    for (const q of [dossierCode, dossierCode.toLowerCase(), row?.number ?? '', 'anh nguyet']) {
      expect((await found(desk, q))[0], q).toBe(where().case)
    }
  })

  test('today’s exam is found by its person, first for who examines', async () => {
    expect((await found(await app().as(['examiner']), 'anh nguyet'))[0]).toBe(where().exam)
  })
})

describe('least view', () => {
  const allowed: Record<Role, readonly (keyof ReturnType<typeof where>)[]> = {
    reception: ['person', 'exam', 'bill', 'case'],
    examiner: ['person', 'exam'],
    lab: ['person', 'exam'],
    concluder: ['person', 'exam', 'case'],
    cashier: ['person', 'exam', 'bill'],
    'cashier-manager': ['person', 'exam', 'bill'],
    'licence-desk': ['person', 'exam', 'case'],
    records: ['person', 'exam'],
    director: ['case'],
    admin: [],
    auditor: [],
  }

  test.each(roles)('%s finds what the role reads, and every find opens', async (role) => {
    const caller = await app().as([role])
    const hrefs = await found(caller, 'anh nguyet')
    const kinds = (['person', 'exam', 'bill', 'case'] as const).filter((kind) =>
      hrefs.includes(where()[kind]),
    )
    expect(kinds).toEqual(allowed[role])
    for (const href of hrefs) expect((await look(caller, href)).status, href).toBe(200)
  })

  test.each(roles)('every act offered to %s is open to that role', async (role) => {
    const caller = await app().as([role])
    const html = await (await caller.get('/find/palette', { accept: 'text/html' })).text()
    const hrefs = [...html.matchAll(/role="option"[^>]* href="([^"]*)"/g)].map(([, href]) => href)
    expect(hrefs.length).toBeGreaterThan(1)
    for (const href of hrefs) {
      const answer = await caller.get(href ?? '', { accept: 'text/html' })
      expect([200, 303], `${href} ${answer.status}`).toContain(answer.status)
    }
  })

  test('nobody learns what was found or concluded', async () => {
    const everyone = await app().as([...roles])
    for (const q of ['anh nguyet', dossierCode, bill.number]) {
      expect(await (await typed(everyone, q)).text()).not.toMatch(/\bfit\b|\bunfit\b|data-state/i)
    }
  })

  test('another facility finds nothing of ours, by any key', async () => {
    const stranger = await app().as([...roles], { facility: await openNeighbour(app()) })
    for (const q of ['anh nguyet', guest.idNumber, bill.billCode, bill.number, dossierCode]) {
      const hrefs = await found(stranger, q)
      expect(hrefs.filter((href) => Object.values(where()).includes(href))).toEqual([])
    }
  })

  test('is closed to strangers', async () => {
    const answer = await app().request('/find/palette')
    expect(answer.status).toBe(303)
  })
})

describe('acts', () => {
  test.each([
    ['reception', 'tiep nhan', '/patients/new'],
    ['reception', 'quet can cuoc', '/patients/new'],
    ['reception', 'register', '/patients/new'],
    ['reception', 'mat dien', '/exams/blank-form.pdf'],
    ['examiner', 'kham tiep', '/next/exam'],
    ['concluder', 'ket luan tiep', '/next/conclusion'],
    ['cashier', 'phieu thanh toan tiep', '/next/bill'],
    ['cashier', 'hoa don', '/next/bill'],
    ['admin', 'them nhan vien', '/staff/new'],
    ['auditor', 'nhat ky', '/audit'],
    ['director', 'so lieu', '/figures'],
    ['cashier', 'tieng viet', 'find-vi'],
  ] as const)('%s finds by “%s” %s', async (role, q, target) => {
    expect(await found(await app().as([role]), q)).toContain(target)
  })

  test.each([
    ['cashier', 'tiep nhan', '/patients/new'],
    ['reception', 'ket luan', '/next/conclusion'],
    ['examiner', 'lap phieu', '/next/bill'],
    ['reception', 'nhan vien', '/staff/new'],
    ['admin', 'in phieu', '/exams/blank-form.pdf'],
  ] as const)('%s does not find by “%s” %s', async (role, q, target) => {
    expect(await found(await app().as([role]), q)).not.toContain(target)
  })
})

describe('what is typed', () => {
  test('stands in no log and in no address, and finding is no view of a record', async () => {
    const before = app().logged.length
    const reception = await app().as(['reception'])
    const [views] = await countViews()
    await typed(reception, guest.idNumber)
    await typed(reception, 'anh nguyet', '/find')
    const logged = app().logged.slice(before).join('')
    expect(logged).toContain('/find/palette')
    expect(logged).not.toMatch(new RegExp(`${guest.idNumber}|nguyet`, 'i'))
    expect(await countViews()).toEqual([views])
  })

  test('is not read from the address', async () => {
    const reception = await app().as(['reception'])
    const { html } = await look(reception, '/find?q=anh+nguyet')
    expect(html).not.toContain(where().person)
  })

  test.each([
    '',
    ' ',
    'a',
    '%',
    '_',
    `'; DROP TABLE patient; --`,
    '\0'.repeat(3),
    'x'.repeat(5000),
    '🚗🚗',
    '999999999999',
    '\\',
    'HD26-',
    `"><script>alert(1)</script>`,
  ])('is answered, whatever it is: %j', async (q) => {
    const everyone = await app().as([...roles])
    for (const path of ['/find', '/find/palette']) {
      const answer = await typed(everyone, q, path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('<script>alert')
    }
  })

  test('may come only so fast from one person, whoever else sits behind the address', async () => {
    const hasty = await app().as(['auditor'])
    let last = 200
    for (let tries = 0; tries < 241; tries += 1) last = (await typed(hasty, 'x')).status
    expect(last).toBe(429)
    expect((await typed(await app().as(['auditor']), 'x')).status).toBe(200)
  }, 30_000)
})

describe('the page', () => {
  test('finds without scripts, and keeps what was typed', async () => {
    const answer = await typed(await app().as(['reception']), 'anh nguyet', '/find')
    const html = await answer.text()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(html).toContain(where().person)
    expect(html).toContain('value="anh nguyet"')
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/find"/)
  })

  test('says what to do when there is nothing', async () => {
    const html = await (await typed(await app().as(['reception']), 'zzzz', '/find')).text()
    expect(html).toContain('Nothing found')
    expect(html).toContain('Try fewer letters')
  })
})

const countViews = () =>
  app().deps.database.query<{ count: number }>(sql`
    SELECT count(*) AS count FROM audit_entry WHERE action LIKE '%.viewed'`)
