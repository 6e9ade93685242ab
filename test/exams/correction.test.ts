import { beforeAll, describe, expect, test } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { issueVisitLink } from '../../src/frontdesk/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'
import { type Body, bodyOf, type Desks, openDesks, openExam, registerPerson } from './desk.ts'

const app = withApp()
let desks: Desks
let cashier: Caller

beforeAll(async () => {
  desks = await openDesks(app())
  cashier = await app().as(['cashier'])
})

type Fields = Record<string, string>

function send(path: string, fields: Fields, caller = desks.reception): Promise<Response> {
  return app().request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${caller.token}`, origin: 'http://localhost' },
    body: new URLSearchParams(fields),
  })
}

async function correct(exam: Body, patientId: string, more: Fields = {}, caller?: Caller) {
  const now = await bodyOf(await desks.reception.get(`/api/v1/exams/${exam.id}`))
  const fields = { patientId, reason: 'trùng tên', version: String(now.version), ...more }
  return send(`/exams/${exam.id}/patient`, fields, caller)
}

type Owners = { exam: string; visit: string; consents: string[]; bills: string[] | null }

async function ownersOf(examId: string): Promise<Owners> {
  const [row] = await app().deps.database.query<Owners>(sql`
    SELECT e.patient_id AS exam, v.patient_id AS visit,
      (SELECT array_agg(DISTINCT patient_id) FROM consent WHERE exam_id = e.id) AS consents,
      (SELECT array_agg(DISTINCT patient_id) FROM invoice WHERE exam_id = e.id) AS bills
    FROM exam e JOIN visit v ON v.id = e.visit_id WHERE e.id = ${examId}`)
  if (!row) throw new Error('no such exam')
  return row
}

async function bill(examId: string): Promise<Body> {
  const items = [{ code: 'KSKLX', quantity: 1 }]
  return bodyOf(await cashier.post('/api/v1/invoices', { examId, items }))
}

describe('an exam opened for the wrong person', () => {
  test('moves to the right one with its visit, consents and bills, paid or not', async () => {
    const exam = await openExam(desks, { consents: { exam: true, renewal: true } })
    await bill(exam.id)
    const paid = await bill(exam.id)
    await cashier.post(`/api/v1/invoices/${paid.id}/payments`, {
      method: 'cash',
      tendered: 900_000,
    })
    const right = await registerPerson(desks.reception)
    const answer = await correct(exam, right)
    expect(answer.headers.get('location')).toBe(`/exams/${exam.id}?said=patient-corrected`)
    expect(await ownersOf(exam.id)).toEqual({
      exam: right,
      visit: right,
      consents: [right],
      bills: [right],
    })
    const page = await desks.reception.get(`/exams/${exam.id}?said=patient-corrected`)
    expect(await page.text()).toContain('Moved to the right person')
  })

  test('ends the link that was given to somebody else', async () => {
    const exam = await openExam(desks)
    const actor = { kind: 'system', id: 'test', name: 'test', ...(await home()) } as const
    const link = await issueVisitLink(app().deps, actor, exam.visitId)
    expect((await app().request(`/v/${link.secret}`)).status).toBe(200)
    await correct(exam, await registerPerson(desks.reception))
    expect((await app().request(`/v/${link.secret}`)).status).toBe(404)
  })

  test('stands in both people’s log, with the reason', async () => {
    const exam = await openExam(desks)
    const right = await registerPerson(desks.reception)
    await correct(exam, right, { reason: 'quét nhầm thẻ' })
    const log = await app().deps.database.query<{ action: string; patient: string }>(sql`
      SELECT action, patient_id AS patient FROM audit_entry
      WHERE action IN ('exam.patient-corrected', 'patient.exam-taken-away')
        AND detail->>'examId' = ${exam.id} ORDER BY action`)
    expect(log).toEqual([
      { action: 'exam.patient-corrected', patient: right },
      { action: 'patient.exam-taken-away', patient: exam.patientId },
    ])
    const auditor = await app().as(['auditor'])
    const shown = await (await auditor.get(`/audit?patient=${right}`)).text()
    expect(shown).toContain('Moved an exam to the right person')
  })

  test('keeps a declaration that reception had written down', async () => {
    const exam = await openExam(desks)
    const { declaration } = fitFindings(desks.today)
    await desks.reception.put(`/api/v1/exams/${exam.id}/sections/declaration`, declaration)
    const right = await registerPerson(desks.reception)
    expect((await correct(exam, right)).status).toBe(303)
    expect((await ownersOf(exam.id)).exam).toBe(right)
  })

  test('is looked for by name or by card, without a name in an address', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/patient`
    expect((await desks.reception.get(path)).status).toBe(200)
    const right = await registerPerson(desks.reception)
    const { identityCard } = await bodyOf(await desks.reception.get(`/api/v1/patients/${right}`))
    const found = await send(`${path}/search`, { q: identityCard.number })
    expect(await found.text()).toContain(`value="${right}"`)
    const card = `${identityCard.number}||Ai Đó|12031985|Nữ|Đà Nẵng|15082024`
    const scanned = await send(`${path}/search`, { identityCardQr: card })
    expect(await scanned.text()).toContain(`value="${right}"`)
    const nobody = await send(`${path}/search`, { q: 'zzzz' })
    expect(await nobody.text()).not.toContain('name="patientId"')
  })

  test('asks for a reason and keeps who was chosen', async () => {
    const exam = await openExam(desks)
    const right = await registerPerson(desks.reception)
    const answer = await correct(exam, right, { reason: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(new RegExp(`value="${right}" checked`))
    expect((await ownersOf(exam.id)).exam).toBe(exam.patientId)
  })

  test('shows again who was found when nobody was chosen', async () => {
    const exam = await openExam(desks)
    const right = await registerPerson(desks.reception)
    const { name } = await bodyOf(await desks.reception.get(`/api/v1/patients/${right}`))
    const answer = await send(`/exams/${exam.id}/patient`, {
      q: name,
      version: '1',
      reason: 'nhầm',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Chọn người khám đúng.')
    expect(html).toContain(`value="${right}"`)
  })

  test('is not moved to somebody too young for the class', async () => {
    const exam = await openExam(desks)
    const child = await registerPerson(desks.reception, '2012-06-01')
    expect((await correct(exam, child)).status).toBe(422)
    expect((await ownersOf(exam.id)).exam).toBe(exam.patientId)
  })
})

describe('it stays where it is', () => {
  test('once a section is signed, by the desk’s door and by the database itself', async () => {
    const exam = await openExam(desks)
    const { ent } = fitFindings(desks.today)
    await desks.doctor.put(`/api/v1/exams/${exam.id}/sections/ent`, ent)
    const right = await registerPerson(desks.reception)
    const answer = await correct(exam, right)
    expect(answer.status).toBe(409)
    const page = await desks.reception.get(`/exams/${exam.id}`)
    expect(await page.text()).not.toContain(`/exams/${exam.id}/patient`)
    const form = await desks.reception.get(`/exams/${exam.id}/patient`)
    expect(form.headers.get('location')).toBe(`/exams/${exam.id}?said=patient-fixed`)
    const past = app().deps.database.query(
      sql`UPDATE exam SET patient_id = ${right} WHERE id = ${exam.id}`,
    )
    await expect(past).rejects.toMatchObject({ constraint: 'exam_patient_signed' })
    const bills = app().deps.database.query(
      sql`UPDATE consent SET patient_id = ${right} WHERE exam_id = ${exam.id}`,
    )
    await expect(bills).rejects.toThrow(/frozen/)
    expect((await ownersOf(exam.id)).exam).toBe(exam.patientId)
  })

  test('whichever comes first, a signature or the correction: never both', async () => {
    const { ent } = fitFindings(desks.today)
    for (let round = 0; round < 6; round += 1) {
      const exam = await openExam(desks)
      const right = await registerPerson(desks.reception)
      const fields = { patientId: right, reason: 'trùng tên', version: '1' }
      const [corrected, signed] = await Promise.all([
        send(`/exams/${exam.id}/patient`, fields),
        desks.doctor.put(`/api/v1/exams/${exam.id}/sections/ent`, ent),
      ])
      expect(signed.status).toBe(200)
      const moved = (await ownersOf(exam.id)).exam === right
      expect(corrected.status).toBe(moved ? 303 : 409)
    }
  })

  test.each<[string, number, Fields]>([
    ['for a stale page', 409, { version: '99' }],
    ['for nobody', 404, { patientId: '01900000-0000-7000-8000-000000000000' }],
    ['for an unknown field', 422, { state: 'finished' }],
  ])('%s: %d', async (_, status, more) => {
    const exam = await openExam(desks)
    const right = await registerPerson(desks.reception)
    expect((await correct(exam, right, more)).status).toBe(status)
    expect((await ownersOf(exam.id)).exam).toBe(exam.patientId)
  })

  test('for the same person, a cashier and another facility', async () => {
    const exam = await openExam(desks)
    const right = await registerPerson(desks.reception)
    expect((await correct(exam, exam.patientId)).status).toBe(422)
    expect((await correct(exam, right, {}, cashier)).status).toBe(403)
    const elsewhere = await app().as(['reception'], { facility: await neighbour() })
    expect((await correct(exam, right, {}, elsewhere)).status).toBe(404)
    const foreign = await registerPerson(elsewhere)
    expect((await correct(exam, foreign)).status).toBe(404)
    expect((await ownersOf(exam.id)).exam).toBe(exam.patientId)
  })
})

test('sent twice it happens once', async () => {
  const exam = await openExam(desks)
  const right = await registerPerson(desks.reception)
  const fields = { _once: 'correction-1', version: '1' }
  const first = await correct(exam, right, fields)
  const second = await correct(exam, right, fields)
  expect([first.status, second.status]).toEqual([303, 303])
  const [count] = await app().deps.database.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM audit_entry
    WHERE action = 'exam.patient-corrected' AND subject_id = ${exam.id}`)
  expect(count?.count).toBe(1)
})

test('a bill made at the same moment is the right person’s all the same', async () => {
  for (let round = 0; round < 6; round += 1) {
    const exam = await openExam(desks)
    const right = await registerPerson(desks.reception)
    const [corrected, billed] = await Promise.all([correct(exam, right), bill(exam.id)])
    expect(corrected.status).toBe(303)
    expect(billed.state).toBe('issued')
    expect((await ownersOf(exam.id)).bills).toEqual([right])
  }
})

async function home(): Promise<{ facilityId: string }> {
  const [row] = await app().deps.database.query<{ facilityId: string }>(sql`
    SELECT id AS "facilityId" FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`)
  if (!row) throw new Error('no facility')
  return row
}

async function neighbour(): Promise<string> {
  const [row] = await app().deps.database.query<{ code: string }>(sql`
    SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE} LIMIT 1`)
  return row?.code ?? ''
}
