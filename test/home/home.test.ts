import { beforeAll, describe, expect, test } from 'vitest'
import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { openBrowser } from '../identity/browser.ts'
import { withApp } from '../support/app.ts'
import { type Guest, look, openHouse, openNeighbour } from './house.ts'

const app = withApp()
let house: Awaited<ReturnType<typeof openHouse>>
const guests = {} as Record<'an' | 'hung' | 'dung' | 'khoa' | 'loan' | 'binh', Guest>
let loanBill: { id: string; number: string }

beforeAll(async () => {
  house = await openHouse(app())
  const { arrive, examine, bill, pay, conclude } = house
  guests.an = await arrive('Nguyễn Thị An', '07:30')
  guests.hung = await arrive('Trần Văn Hùng', '07:40')
  guests.dung = await arrive('Lê Quang Dũng', '07:50')
  guests.khoa = await arrive('Phạm Đăng Khoa', '08:00')
  await examine(guests.an, '08:10')
  await pay(await bill(guests.an, '08:12'), '08:13')
  await examine(guests.hung, '08:15', { fit: false })
  await conclude(guests.an, '08:20')
  await conclude(guests.hung, '08:25', 'unfit')
  await examine(guests.dung, '08:30')
  await examine(guests.khoa, '08:35', { without: ['eyes', 'substances'] })
  guests.loan = await arrive('Võ Thị Loan', '08:40')
  loanBill = await bill(guests.loan, '08:45')
  guests.binh = await arrive('Ngô Thanh Bình', '09:00')
  house.at('09:30')
}, 60_000)

describe('reception', () => {
  test('is told how many wait, and takes in whoever comes', async () => {
    const { title, primary } = await look(house.desks.reception)
    // Dũng, Khoa, Loan, Bình, and Hùng who has not paid.
    expect(title).toBe('5 people are waiting')
    expect(primary).toBe('/patients/new')
  })

  test('sees who waits longest first, for what, and whose certificate may be handed out', async () => {
    const { html } = await look(house.desks.reception)
    const [waiting = '', handOut = ''] = html.split('Certificates to hand out</h2>')
    const order = ['Hùng', 'Dũng', 'Khoa', 'Loan', 'Bình'].map((name) => waiting.indexOf(name))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(waiting).toContain('Exam, 2 sections left')
    expect(waiting).toContain(`/exams/${guests.binh.examId}/sections/declaration`)
    expect(handOut).toContain('Nguyễn Thị An')
    expect(handOut).not.toContain('Lê Quang Dũng')
  })

  test('learns no outcome', async () => {
    const { html } = await look(house.desks.reception)
    expect(html).not.toMatch(/\bUnfit\b|badge-bad|data-state="unfit"/)
  })
})

describe('those who examine', () => {
  test('an eye doctor goes straight to the eyes of whoever waits longest for them', async () => {
    const eyes = await app().as(['examiner:eyes'], { signsAs: true })
    const { title, primary, html } = await look(eyes)
    expect(title).toBe('Examine next: Phạm Đăng Khoa')
    expect(primary).toBe(`/exams/${guests.khoa.examId}/sections/eyes`)
    expect(html).not.toContain('Lê Quang Dũng')
    expect((await eyes.get('/next/exam')).headers.get('location')).toBe(primary)
  })

  test('a cardiologist is not sent to somebody whose heart is done', async () => {
    const heart = await app().as(['examiner:cardiovascular'], { signsAs: true })
    const { title, html } = await look(heart)
    expect(title).toBe('Examine next: Võ Thị Loan')
    expect(html).not.toContain('Phạm Đăng Khoa')
  })

  test('the laboratory goes to its tests', async () => {
    const { title, primary } = await look(house.desks.lab)
    expect(title).toBe('Test next: Phạm Đăng Khoa')
    expect(primary).toBe(`/exams/${guests.khoa.examId}/sections/substances`)
  })

  test('counts what oneself signed today', async () => {
    const { html } = await look(house.desks.lab)
    // An, Hùng and Dũng.
    expect(html).toMatch(/stat-label">people<\/dt><dd class="stat-value">3</)
  })

  test('who concludes goes to whoever is complete, and sees who lacks what', async () => {
    const { title, primary, html } = await look(house.desks.concluder)
    expect(title).toBe('Conclude next: Lê Quang Dũng')
    expect(primary).toBe(`/exams/${guests.dung.examId}/conclusion`)
    expect(html).toContain('Eyes, Drugs, alcohol, medicines')
    expect(html).toMatch(/stat-label">Fit<\/dt><dd class="stat-value">1</)
    expect(html).toMatch(/stat-label">Unfit<\/dt><dd class="stat-value">1</)
  })
})

describe('those who take money', () => {
  test('begin with whoever has no bill yet', async () => {
    const cashier = await app().as(['cashier'])
    const { title, primary, html } = await look(cashier)
    expect(title).toBe('Make the next bill: Trần Văn Hùng')
    expect(primary).toBe(`/bills/new?exam=${guests.hung.examId}`)
    expect(html).toContain(loanBill.number)
    expect(html).toMatch(/stat-label">Cash<\/dt><dd class="stat-value">.*250,000/s)
  })

  test.each(['cashier', 'cashier-manager'])('%s sees no section and no outcome', async (role) => {
    const { html } = await look(await app().as([role]))
    expect(html).not.toMatch(/\bUnfit\b|\bFit\b|Eyes|sections\/|conclusion|data-state/)
  })

  test('only who answers for the till sees what the bank left open', async () => {
    const [facility] = await app().deps.database.query<{ id: string }>(sql`
      SELECT id FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`)
    await app().deps.database.query(sql`
      INSERT INTO bank_transaction (id, facility_id, provider, provider_id, account, amount,
        content, received_at, raw, match)
      VALUES (${app().clock.id()}, ${facility?.id}, 'sepay', 'x1', '1', 70000, 'chuyen khong ro',
        ${app().clock.now()}, '{}', 'unmatched')`)
    expect((await look(await app().as(['cashier']))).html).not.toContain('chuyen khong ro')
    expect((await look(house.desks.cashier)).html).toContain('chuyen khong ro')
  })
})

describe('those who watch', () => {
  test('the licence desk goes to what is stuck longest, and reads why', async () => {
    const { title, html, primary } = await look(await app().as(['licence-desk']))
    expect(title).toBe('Unblock next: Nguyễn Thị An')
    expect(primary).toMatch(/^\/transmissions\//)
    expect(html).toMatch(/Missing: .*permanent address/)
    expect(html).toContain('With the authority')
  })

  test('who keeps records sees the newest conclusions', async () => {
    const { title, html } = await look(await app().as(['records']))
    expect(title).toBe('2 new records today')
    expect(html).toContain(`/records/${guests.hung.patientId}`)
    expect(html).toContain('data-state="unfit"')
  })

  test('the director sees four figures and no person', async () => {
    const { html, primary } = await look(await app().as(['director']))
    expect(primary).toBe('/figures')
    expect(html).toMatch(/Arrived<\/dt><dd class="stat-value">6</)
    expect(html).toMatch(/Waiting now<\/dt><dd class="stat-value">4</)
    expect(html).toMatch(/Concluded<\/dt><dd class="stat-value">2<.*50 % fit/s)
    for (const { name } of Object.values(guests)) expect(html).not.toContain(name)
  })

  test('the administrator sees accounts that need somebody, and no person', async () => {
    const { id: facilityId } = await homeFacility()
    const system = { kind: 'system', id: 'test', name: 'test', facilityId } as const
    const person = { username: 'nguoi.quen', name: 'Người Quên Mật Khẩu', grants: ['cashier'] }
    await createCast(app().deps, system, [person], 'mật khẩu để thử 9')
    const browser = openBrowser(app())
    const wrong = { username: 'nguoi.quen', password: 'không phải' }
    for (let tries = 0; tries < app().deps.env.LOCKOUT_FAILURES; tries += 1) {
      await browser.post('/sign-in', wrong)
    }
    const { title, html } = await look(await app().as(['admin']))
    expect(title).toMatch(/account/i)
    expect(html).toContain('Người Quên Mật Khẩu')
    expect(html).toContain('Locked for a while')
    for (const { name } of Object.values(guests)) expect(html).not.toContain(name)
  })

  test('the auditor sees failed sign-ins and what was done, by ids', async () => {
    await house.desks.reception.get(`/patients/${guests.an.patientId}`)
    const { title, html, primary } = await look(await app().as(['auditor']))
    expect(title).toMatch(/failed sign-ins? today/)
    expect(primary).toContain('/audit?action=staff.sign-in-refused')
    expect(html).toContain('locked out')
    expect(html).toContain('Signed a conclusion')
    expect(html).toContain(`subject=${guests.an.patientId}`)
    for (const { name } of Object.values(guests)) expect(html).not.toContain(name)
  })
})

describe('several roles', () => {
  test('see the desk of each, whose people wait longest first, with one primary act', async () => {
    const both = await app().as(['reception', 'concluder', 'cashier'], { signsAs: true })
    const { title, html } = await look(both)
    expect(title).toBe('Make the next bill: Trần Văn Hùng')
    expect(html).toContain('<h2>Conclude next: Lê Quang Dũng</h2>')
    expect(html).toContain('<h2>5 people are waiting</h2>')
    expect(html.match(/button-primary/g)).toHaveLength(1)
  })
})

describe('the home', () => {
  test('greets nobody, and follows what happens by itself', async () => {
    const { html } = await look(house.desks.reception)
    expect(html).not.toMatch(/Chào|Hello/)
    expect(html).toContain('data-live-part="home"')
    expect(html).toMatch(/data-live="\/live/)
  })

  test('is another one next door', async () => {
    const next = await app().as(['reception', 'examiner', 'concluder', 'cashier', 'records'], {
      facility: await openNeighbour(app()),
      signsAs: false,
    })
    const { html } = await look(next)
    for (const { name } of Object.values(guests)) expect(html).not.toContain(name)
  })

  test('is closed to strangers', async () => {
    const answer = await app().request('/')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
  })
})

async function homeFacility(): Promise<{ id: string }> {
  const [row] = await app().deps.database.query<{ id: string }>(sql`
    SELECT id FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`)
  if (!row) throw new Error('no facility')
  return row
}
