import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'
import { arrivedExam, examFee, type IssuedBill } from './counter.ts'

const app = withApp()
let cashier: Caller

beforeAll(async () => {
  cashier = await app().as(['cashier', 'cashier-manager', 'reception'])
})

let marks = 0
async function post(path: string, fields: Record<string, string>): Promise<Response> {
  marks += 1
  return app().request(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${cashier.token}`,
      origin: app().deps.env.publicUrl,
      accept: 'text/html',
      'accept-language': 'en',
    },
    body: new URLSearchParams({ _once: `double-${marks}`, ...fields }),
  })
}

/** A group whose people have all come, straight in the tables. */
async function groupOf(examIds: readonly string[]): Promise<string> {
  const id = app().clock.id()
  await app().deps.database.query(sql`
    INSERT INTO visitor_group (id, facility_id, name, licence_class, purpose, created_at,
      created_by_name)
    SELECT ${id}, id, 'Công ty Cùng Lúc', 'B', 'renewal', ${app().clock.now()}, 'test'
    FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`)
  await app().deps.database.query(sql`
    INSERT INTO group_member (group_id, facility_id, patient_id, licence_class, purpose, row_key,
      visit_id, added_at)
    SELECT ${id}, e.facility_id, e.patient_id, 'B', 'renewal', e.id::text, e.visit_id,
      ${app().clock.now()}
    FROM exam e WHERE e.id = ANY(${examIds}::uuid[])`)
  return id
}

/** How many bills stand for each exam. */
async function standing(examIds: readonly string[]): Promise<number[]> {
  const rows = await app().deps.database.query<{ n: number }>(sql`
    SELECT count(i.id)::int AS n FROM exam e
    LEFT JOIN invoice i ON i.exam_id = e.id AND i.state IN ('draft', 'issued', 'balanced')
    WHERE e.id = ANY(${examIds}::uuid[]) GROUP BY e.id`)
  return rows.map(({ n }) => n)
}

const exams = (count: number) =>
  Promise.all(Array.from({ length: count }, () => arrivedExam(app())))
const single = (examId: string) => cashier.post('/api/v1/invoices', { examId, items: examFee })
const atTill = (exam: string) => post('/bills', { exam, 'quantity-KSKLX': '1' })
const together = (group: string) => post(`/groups/${group}/bills`, { 'quantity-KSKLX': '1' })

describe('whoever is billed twice in the same moment', () => {
  it('has one bill, at two tills and with the group twice, round after round', async () => {
    for (let round = 0; round < 25; round += 1) {
      const ids = await exams(4)
      const group = await groupOf(ids)
      const singly = round % 2 === 0 ? ids : [...ids].reverse()
      const answers = await Promise.all([
        ...singly.flatMap((id) => [atTill(id), atTill(id)]),
        together(group),
        together(group),
      ])
      for (const { status } of answers) expect([303, 409, 422]).toContain(status)
      expect(await standing(ids), `round ${round}`).toEqual([1, 1, 1, 1])
    }
  })

  it('has one bill when fifty tills ask for it', async () => {
    const [id = ''] = await exams(1)
    const answers = await Promise.all(Array.from({ length: 50 }, () => atTill(id)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 422)).toHaveLength(49)
    expect(await standing([id])).toEqual([1])
  })
})

describe('a second bill of one exam', () => {
  it('is issued to a program that asks for it under a key of its own', async () => {
    const [id = ''] = await exams(1)
    await single(id)
    expect((await single(id)).status).toBe(201)
    expect(await standing([id])).toEqual([2])
  })

  it('is issued for a service that was added', async () => {
    const [examId = ''] = await exams(1)
    await single(examId)
    expect((await post('/bills', { exam: examId, 'quantity-XN-GLU': '1' })).status).toBe(303)
    expect(await standing([examId])).toEqual([2])
  })

  it('is issued once the first was cancelled', async () => {
    const [id = ''] = await exams(1)
    const first = (await (await single(id)).json()) as IssuedBill
    expect((await atTill(id)).status).toBe(422)
    const cancelled = await post(`/bills/${first.id}/cancellation`, { reason: 'nhầm người khám' })
    expect(cancelled.status).toBe(303)
    expect((await atTill(id)).status).toBe(303)
    expect(await standing([id])).toEqual([1])
  })

  it('is asked about at the till, which keeps the quantities, and issued when pressed again', async () => {
    const [exam = ''] = await exams(1)
    await single(exam)
    const twice = { exam, 'quantity-KSKLX': '2' }
    const refused = await post('/bills', twice)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('This exam has a bill already')
    expect(page).toMatch(/name="quantity-KSKLX"[^>]*value="2"|value="2"[^>]*name="quantity-KSKLX"/)
    const beside = /name="beside" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await post('/bills', { ...twice, beside })).status).toBe(303)
    expect(await standing([exam])).toEqual([2])
    expect((await post('/bills', { ...twice, beside })).status).toBe(422)
  })
})
