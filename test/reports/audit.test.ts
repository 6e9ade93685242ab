import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/core/actor.ts'
import { addDays } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { actionWords, subjectWords } from '../../src/reports/action-words.ts'
import { furnish, type House } from '../attacks/house.ts'
import { type Caller, withApp } from '../support/app.ts'

const app = withApp()
const name = 'Trần Thị Kín Đáo'
let house: House
let auditor: Caller

beforeAll(async () => {
  house = await furnish(app(), 'không', { name })
  await app().request(`${house.link}/certificate.pdf`)
  auditor = await app().as(['auditor'])
}, 60_000)

const read = async (query: Record<string, string> = {}, caller = auditor) => {
  const answer = await caller.get(`/audit?${new URLSearchParams(query)}`)
  return { status: answer.status, html: await answer.text() }
}
const entriesIn = (html: string) =>
  [...html.matchAll(/id="entry-([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
const nextIn = (html: string) =>
  html.match(/href="(\/audit\?[^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&')
const rowsOf = async (where = sql`true`) =>
  app().deps.database.query<{ id: string; action: string; day: string }>(sql`
    SELECT a.id, a.action, to_char(a.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day
    FROM audit_entry a JOIN facility f ON f.id = a.facility_id
    WHERE f.code = ${app().deps.env.FACILITY_CODE} AND ${where} ORDER BY a.at DESC, a.id DESC`)

describe('the audit log', () => {
  test.each(roles.filter((role) => role !== 'auditor'))('is closed to %s', async (role) => {
    expect((await read({}, await app().as([role]))).status).toBe(403)
  })

  test('sends a stranger to sign in', async () => {
    expect((await app().request('/audit')).status).toBe(303)
  })

  test('shows the newest first, in words, and that it was looked at', async () => {
    const { status, html } = await read()
    expect(status).toBe(200)
    expect(html).toContain('Signed a conclusion')
    const [newest] = await rowsOf()
    expect(newest?.action).toBe('audit.viewed')
    expect(entriesIn(html)[0]).toBe(newest?.id)
  })

  test('speaks Vietnamese too', async () => {
    const answer = await auditor.get('/audit', { 'accept-language': 'vi' })
    const html = await answer.text()
    expect(html).toContain('Nhật ký truy cập')
    expect(html).toContain('Ký kết luận')
  })

  test('names no patient, shows no outcome, and leads only to itself', async () => {
    const { html } = await read({ who: 'patient' })
    expect(entriesIn(html).length).toBeGreaterThan(0)
    const all = await read({ subject: house.patientId })
    for (const page of [html, all.html]) {
      expect(page).not.toContain(name)
      expect(page).not.toContain('fit-subject-to-review')
      expect(page).not.toMatch(/href="\/(patients|exams|bills|visits|renewals|transmissions)/)
    }
  })

  test('leads on to what the reader may see besides', async () => {
    const both = await app().as(['auditor', 'reception'])
    const { html } = await read({ subject: house.patientId }, both)
    expect(html).toContain(`href="/patients/${house.patientId}"`)
  })

  test('shows nothing of another facility, whatever is asked for', async () => {
    await app().deps.database.query(sql`
      INSERT INTO facility (id, code, name, superior_body, address)
      VALUES (${app().deps.clock.id()}, '48099', 'Khác', 'S', 'A') ON CONFLICT DO NOTHING`)
    const other = await app().as(['auditor'], { facility: '48099' })
    const { html } = await read({}, other)
    const ours = new Set((await rowsOf()).map(({ id }) => id))
    expect(entriesIn(html)).toHaveLength(1)
    expect(entriesIn(html).filter((id) => ours.has(id))).toEqual([])
    expect(entriesIn((await read({ subject: house.patientId }, other)).html)).toEqual([])
    expect((await read({ before: [...ours][0] ?? '' }, other)).status).toBe(404)
    const [staff] = await app().deps.database.query<{ id: string }>(sql`
      SELECT s.id FROM staff s JOIN facility f ON f.id = s.facility_id
      WHERE f.code = ${app().deps.env.FACILITY_CODE} LIMIT 1`)
    if (staff) expect((await read({ who: `staff:${staff.id}` }, other)).status).toBe(422)
  })
})

describe('a filter', () => {
  test('by action, by person and by subject gives those entries and no others', async () => {
    const concluded = await rowsOf(sql`a.action = 'exam.concluded'`)
    expect(entriesIn((await read({ action: 'exam.concluded' })).html)).toEqual(
      concluded.map(({ id }) => id),
    )
    const bills = await rowsOf(sql`a.subject_id = ${house.invoiceId}`)
    expect(entriesIn((await read({ subject: house.invoiceId.toUpperCase() })).html)).toEqual(
      bills.map(({ id }) => id),
    )
    const [token] = await app().deps.database.query<{ id: string }>(sql`
      SELECT actor_id AS id FROM audit_entry
      WHERE actor_kind = 'service' AND action = 'exam.concluded'`)
    const acts = await rowsOf(sql`a.actor_id = ${token?.id}`)
    const { html } = await read({ who: `service:${token?.id}` })
    expect(entriesIn(html)).toEqual(acts.slice(0, 50).map(({ id }) => id))
    expect(html).toContain('selected')
  })

  test('by day counts the days in Vietnam', async () => {
    const early = '2026-02-03T16:59:59.999Z'
    const late = '2026-02-03T17:00:00.000Z'
    for (const at of [early, late]) {
      app().clock.hold(at)
      await auditor.get('/audit')
    }
    app().clock.hold(undefined)
    const on = async (from: string, to: string) => entriesIn((await read({ from, to })).html).length
    expect(await on('2026-02-03', '2026-02-03')).toBe(1)
    expect(await on('2026-02-04', '2026-02-04')).toBe(1)
    expect(await on('2026-02-03', addDays('2026-02-03' as never, 1))).toBe(2)
    expect(await on('2026-02-05', '2026-02-05')).toBe(0)
  })

  test.each([
    { action: "exam.viewed' OR 1=1 --" },
    { action: 'toString' },
    { who: 'staff:019aa000-0000-7000-8000-000000000009' },
    { who: 'anonymous' },
    { subject: 'x' },
    { subject: '\0' },
    { from: '2026-02-30' },
    { from: 'yesterday' },
    { from: '2026-03-02', to: '2026-03-01' },
    { before: 'x' },
  ])('that says %j is refused with its values kept', async (query) => {
    const { status, html } = await read(query)
    expect(status).toBe(422)
    expect(entriesIn(html)).toEqual([])
  })

  test('that is empty or unknown is none', async () => {
    const { status, html } = await read({ who: '', from: '', sort: 'id; drop table x', page: '9' })
    expect(status).toBe(200)
    expect(entriesIn(html).length).toBeGreaterThan(10)
  })

  test('never fails, whatever stands in the address', async () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        house.patientId,
        '2026-01-01',
        '9999-12-31',
        'patient',
        'exam.viewed',
        '%',
        '[]',
      ),
    )
    const queries = fc.dictionary(
      fc.oneof(
        fc.constantFrom('who', 'action', 'subject', 'from', 'to', 'before'),
        fc.string({ maxLength: 8 }),
      ),
      values,
      { maxKeys: 6 },
    )
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const text = Object.entries(query)
          .map(([key, value]) => `${encode(key)}=${encode(value)}`)
          .join('&')
        expect([200, 404, 422]).toContain((await auditor.get(`/audit?${text}`)).status)
      }),
      { numRuns: 60 },
    )
    for (const raw of ['who=%ff%fe', 'from=%', 'who[]=1&who[a]=2', 'before=%00', '&&==&']) {
      expect((await auditor.get(`/audit?${raw}`)).status, raw).toBeLessThan(500)
    }
  })
})

test('page after page shows every entry once, even those of one instant', async () => {
  app().clock.hold('2026-01-10T03:00:00.000Z')
  const reader = await app().as(['records'])
  for (let made = 0; made < 60; made += 1) await reader.get(`/exams/${house.examId}`)
  app().clock.hold('2026-01-10T03:00:00.001Z')
  for (let made = 0; made < 60; made += 1) await reader.get(`/exams/${house.examId}`)
  app().clock.hold(undefined)
  const expected = (await rowsOf(sql`a.action = 'exam.viewed'`)).map(({ id }) => id)
  expect(expected.length).toBeGreaterThan(110)
  const seen: string[] = []
  let at: string | undefined = '/audit?action=exam.viewed'
  while (at) {
    const html: string = await (await auditor.get(at)).text()
    seen.push(...entriesIn(html))
    at = nextIn(html)
  }
  expect(seen).toEqual(expected)
})

describe('everything that is recorded', () => {
  const source = readFileSync(projectPath('src/core/event.ts'), 'utf8')
  const events = [...source.matchAll(/type: '([a-z.-]+)'/g)].map(([, type]) => type ?? '')
  const views = [...source.matchAll(/^ {2}\| '([a-z-]+\.[a-z-]+)'/gm)].map(([, type]) => type ?? '')

  test('has words', () => {
    expect(events.length).toBeGreaterThan(25)
    expect(views).toContain('audit.viewed')
    expect(Object.keys(actionWords).sort()).toEqual([...new Set([...events, ...views])].sort())
  })

  test('is about something that has words', async () => {
    const kinds = await app().deps.database.query<{ kind: string }>(
      sql`SELECT DISTINCT subject_type AS kind FROM audit_entry`,
    )
    const nouns = events.map((type) => type.split('.')[0] ?? '')
    for (const noun of [...kinds.map(({ kind }) => kind), ...nouns]) {
      expect(subjectWords).toHaveProperty([noun])
    }
  })
})

/** Half of a surrogate pair has no UTF-8 to write as. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))
}
