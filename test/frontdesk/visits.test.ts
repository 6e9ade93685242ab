import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { issueVisitLink, openVisitLink } from '../../src/frontdesk/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { sha256 } from '../../src/platform/storage.ts'
import { type Desks, examined, openDesks, openExam } from '../exams/desk.ts'
import { withApp } from '../support/app.ts'

const app = withApp()
let desks: Desks

beforeAll(async () => {
  desks = await openDesks(app())
})

async function clerk(code = app().deps.env.FACILITY_CODE): Promise<Actor> {
  const [facility] = await app().deps.database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${code}`,
  )
  if (!facility) throw new Error(`no facility ${code}`)
  return {
    kind: 'staff',
    id: app().clock.id(),
    name: 'Lễ tân',
    facilityId: facility.id,
    roles: ['reception'],
    specialties: [],
  }
}

type VisitRow = { state: string; ended_at: Date | null; access_hash: string | null }

async function visit(id: string): Promise<VisitRow> {
  const [row] = await app().deps.database.query<VisitRow>(
    sql`SELECT state, ended_at, access_hash FROM visit WHERE id = ${id}`,
  )
  if (!row) throw new Error('no such visit')
  return row
}

async function neighbour(): Promise<string> {
  const [row] = await app().deps.database.query<{ code: string }>(sql`
    SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE} LIMIT 1`)
  if (!row) throw new Error('the seed holds a second facility')
  return row.code
}

describe('a visit follows its exam', () => {
  test('it is opened with it, goes on with the first findings, ends with the conclusion', async () => {
    const opened = await openExam(desks)
    expect(await visit(opened.visitId)).toMatchObject({ state: 'arrived', ended_at: null })
    const under = await examined(desks)
    expect(await visit(under.visitId)).toMatchObject({ state: 'in-progress', ended_at: null })
    const signed = await desks.concluder.post(`/api/v1/exams/${under.id}/conclusion`, {
      outcome: 'fit',
    })
    expect(signed.status).toBe(200)
    expect(await visit(under.visitId)).toMatchObject({
      state: 'finished',
      ended_at: expect.any(Date),
    })
  })

  test('no visit is left behind when the exam is refused', async () => {
    const before = await count()
    const refused = await desks.reception.post('/api/v1/exams', {
      patientId: '01900000-0000-7000-8000-000000000000',
      licenceClass: 'B',
      purpose: 'new',
      consents: { exam: true },
    })
    expect(refused.status).toBe(404)
    expect(await count()).toBe(before)

    async function count(): Promise<number> {
      const [row] = await app().deps.database.query<{ n: number }>(
        sql`SELECT count(*)::int AS n FROM visit`,
      )
      return row?.n ?? 0
    }
  })
})

describe('the patient’s link', () => {
  test('opens the one visit; only its hash is kept', async () => {
    const exam = await openExam(desks)
    const { secret } = await issueVisitLink(app().deps, await clerk(), exam.visitId)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect((await visit(exam.visitId)).access_hash).toBe(sha256(secret))
    expect(await openVisitLink(app().deps, secret)).toMatchObject({
      visitId: exam.visitId,
      patientId: exam.patientId,
    })
    expect(app().logged.join('\n')).not.toContain(secret)
  })

  test('a new one closes the old', async () => {
    const exam = await openExam(desks)
    const first = await issueVisitLink(app().deps, await clerk(), exam.visitId)
    const second = await issueVisitLink(app().deps, await clerk(), exam.visitId)
    expect(await openVisitLink(app().deps, first.secret)).toBeUndefined()
    expect(await openVisitLink(app().deps, second.secret)).toMatchObject({ visitId: exam.visitId })
  })

  test('expires after the days that are configured', async () => {
    const exam = await openExam(desks)
    const { secret, expiresAt } = await issueVisitLink(app().deps, await clerk(), exam.visitId)
    const days = app().deps.env.VISIT_LINK_DAYS
    try {
      app().clock.hold(new Date(expiresAt.getTime() - 1).toISOString())
      expect(await openVisitLink(app().deps, secret)).toBeDefined()
      app().clock.hold(expiresAt.toISOString())
      expect(await openVisitLink(app().deps, secret)).toBeUndefined()
    } finally {
      app().clock.hold(undefined)
    }
    expect(days).toBe(30)
  })

  test.each(['', 'x', '../../etc/passwd', 'A'.repeat(43), "' OR 1=1 --"])(
    'does not open for %j',
    async (secret) => {
      expect(await openVisitLink(app().deps, secret)).toBeUndefined()
    },
  )

  test('is not issued for another facility’s visit, nor by who may not', async () => {
    const exam = await openExam(desks)
    const stranger = await clerk(await neighbour())
    await expect(issueVisitLink(app().deps, stranger, exam.visitId)).rejects.toMatchObject({
      kind: 'not-found',
    })
    const cashier: Actor = { ...(await clerk()), kind: 'staff', roles: ['cashier'] } as Actor
    await expect(issueVisitLink(app().deps, cashier, exam.visitId)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('is not issued for a cancelled visit', async () => {
    const exam = await openExam(desks)
    await app().deps.database.query(
      sql`UPDATE visit SET state = 'cancelled' WHERE id = ${exam.visitId}`,
    )
    await expect(issueVisitLink(app().deps, await clerk(), exam.visitId)).rejects.toMatchObject({
      code: 'visit-cancelled',
    })
  })
})

describe('the front desk’s pages', () => {
  test('a visit shows how far it is and leads to the exam and the slip', async () => {
    const exam = await examined(desks)
    const html = await (await desks.reception.get(`/visits/${exam.visitId}`)).text()
    expect(html).toContain(`/exams/${exam.id}`)
    expect(html).toContain(`/visits/${exam.visitId}/slip.pdf`)
    expect(html).toContain('data-state="in-progress"')
    expect(html).toContain('10 of 10 sections signed')
  })

  test('who may open no exam gets no slip', async () => {
    const exam = await openExam(desks)
    const cashier = await app().as(['cashier'])
    const page = await cashier.get(`/visits/${exam.visitId}`)
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('slip.pdf')
  })

  test.each([
    ['reception', 'no bill yet', false],
    ['cashier', 'no bill yet', true],
    ['cashier-manager', 'no bill yet', true],
    ['examiner', undefined, false],
    ['lab', undefined, false],
    ['concluder', undefined, false],
    ['licence-desk', undefined, false],
    ['records', undefined, false],
  ])('a visit shows %s of the money %j and a way to bill: %j', async (role, seen, bills) => {
    const exam = await openExam(desks)
    const caller = await app().as([role])
    const html = await (await caller.get(`/visits/${exam.visitId}`)).text()
    expect(html.includes('step-title">Fee')).toBe(seen !== undefined && !bills)
    expect(html.includes('no bill yet')).toBe(seen !== undefined)
    expect(html.includes(`/bills/new?exam=${exam.id}`)).toBe(bills)
  })

  test('a person who is here is led to the visit under way instead of a second one', async () => {
    const exam = await openExam(desks)
    const html = await (await desks.reception.get(`/patients/${exam.patientId}`)).text()
    expect(html).toContain('Go to the visit under way')
    expect(html).not.toContain('/exams/new?patient=')
  })

  test('the person’s page lists the exams, without them for nobody who may not', async () => {
    const exam = await openExam(desks)
    const html = await (await desks.reception.get(`/patients/${exam.patientId}`)).text()
    expect(html).toContain(`/visits/${exam.visitId}`)
  })

  test('looking at a person leaves a line in the log', async () => {
    const exam = await openExam(desks)
    await desks.reception.get(`/patients/${exam.patientId}`)
    const views = await app().deps.database.query(sql`
      SELECT 1 FROM audit_entry
      WHERE patient_id = ${exam.patientId} AND action = 'patient.viewed'`)
    expect(views).toHaveLength(1)
  })

  test.each(['x', '01900000-0000-7000-8000-000000000000'])('no visit %s', async (id) => {
    expect((await desks.reception.get(`/visits/${id}`)).status).toBe(404)
  })

  test('another facility’s visit and person are not there', async () => {
    const exam = await openExam(desks)
    const other = await app().as(['reception'], { facility: await neighbour() })
    expect((await other.get(`/visits/${exam.visitId}`)).status).toBe(404)
    expect((await other.get(`/patients/${exam.patientId}`)).status).toBe(404)
  })
})
