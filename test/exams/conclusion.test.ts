import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { addDays, addMonths } from '../../src/core/calendar-date.ts'
import { certificateNumberPattern } from '../../src/exams/certificate.ts'
import { findExam } from '../../src/exams/repository.ts'
import { sealedContent } from '../../src/exams/sealed-content.ts'
import { sql } from '../../src/platform/database.ts'
import { sha256 } from '../../src/platform/storage.ts'
import { withApp } from '../support/app.ts'
import { type Body, bodyOf, type Desks, examined, openDesks, openExam } from './desk.ts'

const app = withApp()
let desks: Desks
beforeAll(async () => {
  desks = await openDesks(app())
})

const conclude = (id: string, body: object, headers?: Record<string, string>) =>
  desks.concluder.post(`/api/v1/exams/${id}/conclusion`, body, headers)

describe('a conclusion', () => {
  it('finishes exam and visit, numbers the certificate and freezes what the rules said', async () => {
    const exam = await examined(desks)
    const answer = await conclude(exam.id, { outcome: 'fit' })
    const concluded = await bodyOf(answer)
    expect(answer.status).toBe(200)
    expect(concluded).toMatchObject({
      outcome: 'fit',
      state: 'final',
      certificate: {
        number: expect.stringMatching(certificateNumberPattern),
        verifyUrl: expect.stringMatching(/\/verify\/[\w-]{20,}$/),
        validUntil: addMonths(desks.today, 12),
      },
      renewal: { eligible: false, reason: 'purpose-not-renewal' },
    })
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after).toMatchObject({
      version: 3,
      state: 'finished',
      conclusion: { outcome: 'fit', state: 'final', by: 'Đặng Minh Châu' },
      certificate: concluded.certificate,
      assessment: { outcome: 'fit' },
    })
    const [visit] = await app().deps.database.query<{ state: string; ended_at: Date }>(
      sql`SELECT state, ended_at FROM visit WHERE id = ${exam.visitId}`,
    )
    expect(visit).toMatchObject({ state: 'finished', ended_at: expect.any(Date) })
  })

  it('binds by its hash every finding as it was signed', async () => {
    const { id } = await examined(desks)
    await conclude(id, { outcome: 'fit' })
    const { database } = app().deps
    const [facility] = await database.query<{ id: string }>(
      sql`SELECT facility_id AS id FROM exam WHERE id = ${id}`,
    )
    const exam = await findExam(database, facility?.id ?? '', id)
    if (!exam?.conclusion || !exam.frozenAssessment) throw new Error('not concluded')
    const { outcome, reason, reexamineOn } = exam.conclusion
    const again = {
      outcome,
      assessment: exam.frozenAssessment,
      ...(reason && { reason }),
      ...(reexamineOn && { reexamineOn }),
    }
    expect(sha256(sealedContent(exam, again))).toBe(exam.conclusion.contentHash)
    const { ent: _torn, ...rest } = exam.sections
    const tampered = { ...exam, sections: rest }
    expect(sha256(sealedContent(tampered, again))).not.toBe(exam.conclusion.contentHash)
  })

  it('writes the record’s entry in its own commit', async () => {
    const exam = await examined(desks)
    await conclude(exam.id, { outcome: 'fit' })
    const rows = await app().deps.database.query(sql`
      SELECT n.kind, n.content_hash = c.content_hash AS same FROM encounter n
      JOIN conclusion c ON c.exam_id = n.exam_id WHERE n.exam_id = ${exam.id}`)
    expect(rows).toEqual([{ kind: 'driver-exam', same: true }])
  })

  it('opens the renewal it was consented to, and says so', async () => {
    const exam = await examined(desks, fitFindings(desks.today), {
      purpose: 'renewal',
      consents: { exam: true, renewal: true },
      heldLicence: {
        number: '790123456789',
        class: 'B2',
        scheme: 'pre-2025',
        expiresOn: '2099-01-01',
      },
    })
    const { renewal } = await bodyOf(await conclude(exam.id, { outcome: 'fit' }))
    expect(renewal).toEqual({ eligible: true, caseId: expect.any(String) })
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.renewal).toEqual(renewal)
  })

  it('numbers certificates without a repeat, increasing', async () => {
    const exams = await Promise.all(Array.from({ length: 8 }, () => examined(desks)))
    const numbers = await Promise.all(
      exams.map(
        async ({ id }) => (await bodyOf(await conclude(id, { outcome: 'fit' }))).certificate.number,
      ),
    )
    expect(new Set(numbers).size).toBe(8)
    const one = await examined(desks)
    const last = (await bodyOf(await conclude(one.id, { outcome: 'fit' }))).certificate.number
    expect(numbers.every((number: string) => number < last)).toBe(true)
  })

  it.each([
    ['fit', {}, 409, 'outcome-contradicts-assessment'],
    [
      'fit-subject-to-review',
      { reason: 'x', reexamineOn: '2099-01-01' },
      409,
      'outcome-contradicts-assessment',
    ],
    ['unfit', {}, 200, undefined],
  ])('%s %j against a disqualification → %i', async (outcome, extra, status, code) => {
    const exam = await examined(desks, unfitFindings(desks.today))
    const answer = await conclude(exam.id, { outcome, ...extra })
    const body = await bodyOf(answer)
    expect(answer.status).toBe(status)
    expect(body.code).toBe(code)
    if (status === 200) expect(body.reason).toBe('Xét nghiệm ma túy dương tính: morphin.')
  })

  it('subject to review asks for a reason and a future day, in one answer', async () => {
    const exam = await examined(desks)
    const refused = await conclude(exam.id, { outcome: 'fit-subject-to-review' })
    expect(refused.status).toBe(422)
    expect((await bodyOf(refused)).errors.map((e: Body) => e.pointer)).toEqual([
      '/reason',
      '/reexamineOn',
    ])
    const past = await conclude(exam.id, {
      outcome: 'fit-subject-to-review',
      reason: 'Theo dõi',
      reexamineOn: desks.today,
    })
    expect(past.status).toBe(422)
    const answer = await conclude(exam.id, {
      outcome: 'fit-subject-to-review',
      reason: 'Theo dõi huyết áp',
      reexamineOn: addDays(desks.today, 30),
    })
    expect(await bodyOf(answer)).toMatchObject({ reexamineOn: addDays(desks.today, 30) })
  })

  it('waits for every section and names what is missing', async () => {
    const { respiratory: _left, eyes, ...rest } = fitFindings(desks.today)
    const exam = await examined(desks, { ...rest, eyes: { ...eyes, colourVision: null } })
    const answer = await conclude(exam.id, { outcome: 'fit' })
    expect(answer.status).toBe(409)
    expect(await bodyOf(answer)).toMatchObject({
      code: 'exam-incomplete',
      missing: [
        { section: 'eyes', property: 'colourVision' },
        { section: 'respiratory', property: 'mmrc' },
      ],
    })
  })

  it('waits even where nothing at all was recorded', async () => {
    const exam = await openExam(desks)
    expect((await bodyOf(await conclude(exam.id, { outcome: 'unfit', reason: 'x' }))).code).toBe(
      'exam-incomplete',
    )
  })

  it('is answered the same again for the same key, and refused for another', async () => {
    const exam = await examined(desks)
    const key = { 'idempotency-key': `conclude-${exam.id}` }
    const first = await bodyOf(await conclude(exam.id, { outcome: 'fit' }, key))
    const replayed = await conclude(exam.id, { outcome: 'fit' }, key)
    expect(replayed.headers.get('idempotency-replayed')).toBe('true')
    expect(await bodyOf(replayed)).toEqual(first)
    const again = await conclude(exam.id, { outcome: 'fit' })
    expect(again.status).toBe(409)
    expect((await bodyOf(again)).code).toBe('already-concluded')
  })

  it('is made exactly once by twenty at once', async () => {
    const exam = await examined(desks)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => conclude(exam.id, { outcome: 'fit' })),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(19).fill(409)])
    for (const table of ['conclusion', 'certificate', 'encounter']) {
      const { rows } = await app().deps.database.pool.query(
        `SELECT count(*)::int AS count FROM ${table} WHERE exam_id = $1`,
        [exam.id],
      )
      expect(rows).toEqual([{ count: 1 }])
    }
  })

  it('sees a section that was recorded while it waited', async () => {
    const exam = await examined(desks)
    const findings = unfitFindings(desks.today).substances
    const [recorded, concluded] = await Promise.all([
      desks.doctor.put(`/api/v1/exams/${exam.id}/sections/substances`, findings),
      conclude(exam.id, { outcome: 'fit' }),
    ])
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    if (recorded.status === 200) {
      expect(concluded.status).toBe(409)
      expect(after.conclusion).toBeUndefined()
    } else {
      expect((await bodyOf(recorded)).code).toBe('exam-concluded')
      expect(after.sections.substances.findings.morphin).toBe('negative')
    }
  })

  it('needs a doctor’s signature', async () => {
    const exam = await examined(desks)
    const unsigned = await app().as(['concluder'])
    const answer = await unsigned.post(`/api/v1/exams/${exam.id}/conclusion`, { outcome: 'fit' })
    expect(answer.status).toBe(403)
    expect((await bodyOf(answer)).code).toBe('signatory-required')
  })

  it('refuses a stale version', async () => {
    const exam = await examined(desks)
    const answer = await conclude(exam.id, { outcome: 'fit' }, { 'if-match': '"1"' })
    expect((await bodyOf(answer)).code).toBe('stale-version')
    expect((await conclude(exam.id, { outcome: 'fit' }, { 'if-match': '"2"' })).status).toBe(200)
  })
})

describe('a concluded exam is frozen', () => {
  let exam: Body
  beforeAll(async () => {
    exam = await examined(desks)
    await conclude(exam.id, { outcome: 'fit' })
  })

  it('for the machine API', async () => {
    const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections/ent`, {})
    expect(answer.status).toBe(409)
    expect((await bodyOf(answer)).code).toBe('exam-concluded')
  })

  const statements: [string, string][] = [
    ['changing a section', `UPDATE exam_section SET findings = '{}' WHERE exam_id = $1`],
    ['removing a section', 'DELETE FROM exam_section WHERE exam_id = $1'],
    [
      'changing the outcome',
      `UPDATE conclusion SET outcome = 'unfit', reason = 'x' WHERE exam_id = $1`,
    ],
    ['removing the conclusion', 'DELETE FROM conclusion WHERE exam_id = $1'],
    ['changing the exam', `UPDATE exam SET licence_class = 'C' WHERE id = $1`],
    ['re-opening the exam', `UPDATE exam SET state = 'in-progress' WHERE id = $1`],
    [
      'renumbering the certificate',
      `UPDATE certificate SET number = '99999/GKSKLX/48001/26' WHERE exam_id = $1`,
    ],
    ['removing the certificate', 'DELETE FROM certificate WHERE exam_id = $1'],
    [
      'changing the record',
      `UPDATE encounter SET content_hash = repeat('0', 64) WHERE exam_id = $1`,
    ],
    ['removing the record', 'DELETE FROM encounter WHERE exam_id = $1'],
  ]
  it.each(statements)('for the database itself: %s', async (_what, statement) => {
    const client = new pg.Client({ connectionString: app().url })
    await client.connect()
    try {
      await expect(client.query(statement, [exam.id])).rejects.toMatchObject({ code: '23001' })
    } finally {
      await client.end()
    }
  })

  it('for the database itself: adding a section', async () => {
    const skipped = await examined(
      desks,
      (({ musculoskeletal: _m, ...rest }) => rest)(fitFindings(desks.today)),
      { disabledApplicant: true },
    )
    expect((await conclude(skipped.id, { outcome: 'fit' })).status).toBe(200)
    await expect(
      app().deps.database.query(sql`
        INSERT INTO exam_section (exam_id, facility_id, section, state, findings, recorded_by, by_name, recorded_at)
        SELECT id, facility_id, 'musculoskeletal', 'signed', '{}', 'x', 'x', now() FROM exam
        WHERE id = ${skipped.id}`),
    ).rejects.toMatchObject({ code: '23001' })
  })
})
