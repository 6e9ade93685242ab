import { beforeAll, describe, expect, test } from 'vitest'
import { passer } from '../../fixtures/cast/crowd.ts'
import { unfitFindings } from '../../fixtures/cast/findings.ts'
import { type ClinicDesks, openClinicDesks } from '../../fixtures/story/desks.ts'
import { settled } from '../../fixtures/story/weeks.ts'
import { roles } from '../../src/core/actor.ts'
import { sql } from '../../src/platform/database.ts'
import { type FigureName, figures } from '../../src/reports/figures.ts'
import { withClinic } from '../renewals/clinic.ts'
import type { Caller } from '../support/app.ts'

const clinic = withClinic()
const app = () => clinic().app
const at = (time: string, day = '2026-03-04') => `${day}T${time}:00+07:00`
let desks: ClinicDesks
let director: Caller
let serial = 300

const come = (time: string, day?: string) => {
  app().clock.hold(at(time, day))
  serial += 1
  const { cardQr } = passer(serial)
  const heldLicence = {
    number: `4801${serial}00000`,
    class: 'B',
    scheme: '2025',
    expiresOn: '2027-03-01',
  }
  return desks.arrive({ cardQr, licenceClass: 'B', purpose: 'renewal', heldLicence })
}

/**
 * Monday one person, in time; Wednesday four: fit, unfit, in exam, waiting. Money: one in cash, one by
 * transfer, one too much, one that names no bill, one bill taken back.
 */
beforeAll(async () => {
  desks = await openClinicDesks(app())
  const monday = await come('08:00', '2026-03-02')
  await desks.examine(monday)
  await desks.payCash(await desks.issue(monday))
  app().clock.hold(at('08:50', '2026-03-02'))
  await desks.conclude(monday, 'fit')
  await settled(app().deps.database)

  const fit = await come('08:00')
  const unfit = await come('08:10')
  app().clock.hold(at('08:20'))
  await desks.examine(fit)
  await desks.examine(unfit, undefined, unfitFindings('2026-03-04', 'colour-vision'))
  await desks.payByQr(await desks.issue(fit))
  const over = await desks.issue(unfit)
  await desks.payByQr(over, over.total + 7_000)
  await desks.transfer(12_345, 'tien kham')
  app().clock.hold(at('08:30'))
  await desks.conclude(fit, 'fit')
  await settled(app().deps.database)
  app().clock.hold(at('08:55'))
  await desks.conclude(unfit, 'unfit')
  await settled(app().deps.database)
  const third = await come('09:00')
  await desks.examine(third, ['eyes'])
  const taken = await desks.issue(third)
  const manager = await app().as(['cashier-manager'])
  await manager.post(`/bills/${taken.id}/cancellation`, 'reason=Lập nhầm dịch vụ', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  await come('09:20')
  app().clock.hold(at('09:30'))
  director = await app().as(['director'])
}, 90_000)

const read = async (query: string, caller = director, headers = {}) => {
  const answer = await caller.get(`/figures${query}`, headers)
  // Between a number and its unit stands a space that does not break.
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00a0', ' ') }
}
const csv = async (of: FigureName, query = 'from=2026-03-02&to=2026-03-04', caller = director) => {
  const answer = await caller.get(`/figures.csv?of=${of}&${query}`)
  const text = await answer.text()
  return { status: answer.status, text, rows: text.trim().split('\r\n') }
}

describe('the figures', () => {
  test('of the day say who came and where they stand', async () => {
    const { html } = await read('?period=today')
    expect(html).toContain('Today 4 arrived: 2 concluded, 1 in exam, 1 waiting.')
    expect(html).toContain('half were done within 38 min, 90% within 44 min')
    const { rows } = await csv('people', 'period=today')
    expect(rows[0]).toBe('From,"Arrived, waiting",In exam,Concluded')
    expect(rows).toContain('08:00,2,0,0')
    expect(rows).toContain('08:15,0,1,1')
    expect(rows.at(-1)).toBe('09:30,1,1,2')
  })

  test('of a period give each day its wait', async () => {
    const { rows } = await csv('waits')
    expect(rows.slice(1)).toEqual([
      '2026-03-02,1,1,50,50',
      '2026-03-04,4,2,37.5,43.5',
      'Whole period,5,3,45,49',
    ])
  })

  test('count conclusions by class and name reasons by the standards', async () => {
    expect((await csv('classes')).rows.slice(1)).toEqual([
      'B,3,2,0,1,66.7',
      'Whole period,3,2,0,1,66.7',
    ])
    expect((await csv('reasons')).rows[1]).toBe(
      '"Disorder of recognising the basic colours: red, yellow, green.",Eyes,1',
    )
    const { html } = await read('?from=2026-03-02&to=2026-03-04')
    expect(html).toContain('fewer than 10')
    expect(html).toContain('2 of 3 · 66.7%')
  })

  test('of money equal the ledger to the đồng, with what is nobody’s apart', async () => {
    const [booked] = await app().deps.database.query<Record<string, number>>(sql`
      SELECT sum(debit - credit) FILTER (WHERE account = 'cash') AS cash,
        sum(debit - credit) FILTER (WHERE account = 'bank') AS bank,
        sum(credit - debit) FILTER (WHERE account = 'patient-credit') AS overpaid,
        sum(credit - debit) FILTER (WHERE account = 'suspense') AS unnamed,
        sum(credit - debit) FILTER (WHERE account = 'revenue') AS billed
      FROM journal_line`)
    const { rows } = await csv('takings')
    const [, cash, transfer, taken, overpaid, unnamed, billed] = (rows.at(-1) ?? '')
      .split(',')
      .map(Number)
    expect({ cash, overpaid, unnamed, billed }).toEqual({
      cash: booked?.cash,
      overpaid: booked?.overpaid,
      unnamed: booked?.unnamed,
      billed: booked?.billed,
    })
    expect(overpaid).toBe(7_000)
    expect(unnamed).toBe(12_345)
    expect(taken).toBe((cash ?? 0) + (transfer ?? 0))
    expect((transfer ?? 0) + (overpaid ?? 0) + (unnamed ?? 0)).toBe(booked?.bank)
    // Three bills that stand; the fourth was taken back.
    expect(billed).toBe(taken)
  })

  test('of renewals count what was handed in, and what was sent in time', async () => {
    const { rows } = await csv('cases')
    expect(rows.at(-1)).toBe('Whole period,2,2,0,0,0,0,')
    expect((await csv('transmissions')).rows.at(-1)).toMatch(/^Whole period,(\d),\1,0,0$/)
    expect((await csv('completion')).rows).toContain('Not yet,2')
  })

  test('stand in the drawing too, with the sentence that says them', async () => {
    const { html } = await read('?from=2026-03-02&to=2026-03-04')
    const [, drawing = ''] =
      html.match(/<svg class="chart-plot" role="img" aria-label="([^"]*taken[^"]*".*?<\/svg>)/s) ??
      []
    expect(drawing).toContain('in cash')
    expect(drawing).toMatch(/>250k<.*>500k</s)
    expect(drawing).toContain('>02/03<')
  })

  test('speak Vietnamese with its own numbers, and part a file by semicolons', async () => {
    const { html } = await read('?period=today', director, { 'accept-language': 'vi' })
    expect(html).toContain('Hôm nay 4 người đến')
    const answer = await director.get('/figures.csv?of=takings&period=today', {
      'accept-language': 'vi',
    })
    expect(await answer.text()).toContain('Từ;Tiền mặt;Chuyển khoản')
  })

  test('come as a file with the mark of UTF-8 and a name that says the days', async () => {
    const answer = await director.get('/figures.csv?of=takings&from=2/3/2026&to=4/3/2026')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="takings-2026-03-02-2026-03-04.csv"',
    )
  })

  test('of a period in which nothing was say so', async () => {
    const { status, html } = await read('?from=2026-01-05&to=2026-01-06')
    expect(status).toBe(200)
    expect(html).toContain('Nobody has come yet.')
    expect(html).toContain('Nothing was taken yet.')
    expect(html).not.toContain('chart-plot')
  })

  test('hold nobody’s name and no id of theirs', async () => {
    const { html } = await read('?from=2026-03-02&to=2026-03-04')
    const people = await app().deps.database.query<{ id: string; name: string }>(
      sql`SELECT id, name FROM patient`,
    )
    expect(people.length).toBe(5)
    for (const { id, name } of people) {
      expect(html).not.toContain(id)
      expect(html).not.toContain(name)
    }
  })

  test('belong to the centre: its neighbour sees its own', async () => {
    const neighbour = await app().as(['director'], { facility: '48002' })
    const { html } = await read('?from=2026-03-02&to=2026-03-04', neighbour)
    expect(html).toContain('Nobody has come yet.')
    expect((await csv('takings', 'period=week', neighbour)).rows.at(-1)).toBe(
      'Whole period,0,0,0,0,0,0',
    )
  })
})

describe('who sees them', () => {
  const seen: Partial<Record<string, readonly FigureName[]>> = {
    director: Object.keys(figures) as FigureName[],
    'cashier-manager': ['people', 'sections', 'waits', 'takings'],
    'licence-desk': ['people', 'sections', 'waits', 'cases', 'completion', 'transmissions'],
  }

  test.each(roles)('%s', async (role) => {
    const caller = await app().as([role])
    const allowed = seen[role] ?? []
    const { status, html } = await read('?from=2026-03-02&to=2026-03-04', caller)
    expect(status).toBe(allowed.length > 0 ? 200 : 403)
    for (const name of Object.keys(figures) as FigureName[]) {
      const expected = allowed.includes(name)
      expect(html.includes(`<figure class="chart" id="${name}"`), name).toBe(expected)
      expect((await csv(name, 'from=2026-03-02&to=2026-03-04', caller)).status, name).toBe(
        expected ? 200 : 403,
      )
    }
  })

  test('a cashier-manager reads neither outcome nor reason, in no corner of the page', async () => {
    const { html } = await read('', await app().as(['cashier-manager']))
    for (const word of ['unfit', 'Unfit', 'fit (', 'Disorder', 'colours']) {
      expect(html).not.toContain(word)
    }
  })

  test('a stranger signs in first', async () => {
    expect((await app().request('/figures')).status).toBe(303)
  })
})

describe('a period', () => {
  test.each([
    ['?period=yesterday', 422],
    ['?from=4/3/2026&to=2/3/2026', 422],
    ['?from=1/1/2025&to=4/3/2026', 422],
    ['?from=30/2/2026', 422],
    ['?from=2/3/2026&to=4/3/2026', 200],
    ['?to=04032026', 200],
    ['', 200],
  ])('%s is answered with %i', async (query, status) => {
    const answer = await read(query)
    expect(answer.status).toBe(status)
    if (status === 422) expect(answer.html).not.toContain('chart-plot')
  })

  test('that is refused sends no file, and neither does an unknown table', async () => {
    expect((await csv('takings', 'from=4/3/2026&to=2/3/2026')).status).toBe(422)
    expect((await csv('toString' as FigureName)).status).toBe(404)
  })
})
