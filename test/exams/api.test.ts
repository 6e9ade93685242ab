import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { sections } from '../../src/exams/findings.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { bodyOf, type Desks, examined, openDesks, openExam, registerPerson } from './desk.ts'

const app = withApp()
let desks: Desks
beforeAll(async () => {
  desks = await openDesks(app())
})

const renewal = {
  purpose: 'renewal',
  heldLicence: {
    number: '790123456789',
    class: 'B2',
    scheme: 'pre-2025',
    expiresOn: '2099-01-01',
  },
  consents: { exam: true, renewal: true },
}

describe('POST /api/v1/exams', () => {
  it('opens an exam with its visit and answers the whole representation', async () => {
    const patientId = await registerPerson(desks.reception)
    const answer = await desks.reception.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      ...renewal,
      delivery: { method: 'post', address: '12 Lê Lợi' },
    })
    const exam = await bodyOf(answer)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1/exams/${exam.id}`)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(exam).toMatchObject({
      version: 1,
      patientId,
      licenceClass: 'B',
      group: 2,
      purpose: 'renewal',
      state: 'arrived',
      heldLicence: renewal.heldLicence,
      delivery: { method: 'post', address: '12 Lê Lợi' },
      assessment: { outcome: 'incomplete', group: 2 },
      renewal: { eligible: false, reason: 'not-concluded' },
      warnings: [],
    })
    expect(Object.keys(exam.sections)).toEqual([...sections])
    expect(exam.sections.eyes.state).toBe('empty')
    const [visit] = await app().deps.database.query<{ state: string }>(
      sql`SELECT state FROM visit WHERE id = ${exam.visitId}`,
    )
    expect(visit?.state).toBe('arrived')
  })

  it('refuses a class above the age for a new licence and warns for a renewal', async () => {
    const patientId = await registerPerson(desks.reception, '2006-01-01')
    const open = (extra: object) =>
      desks.reception.post('/api/v1/exams', {
        patientId,
        licenceClass: 'D',
        consents: { exam: true },
        ...extra,
      })
    const refused = await open({ purpose: 'new' })
    expect(refused.status).toBe(422)
    expect(await bodyOf(refused)).toMatchObject({
      code: 'under-age',
      errors: [{ pointer: '/licenceClass', code: 'under-age' }],
    })
    const warned = await open({ purpose: 'renewal' })
    expect(warned.status).toBe(201)
    expect((await bodyOf(warned)).warnings[0]).toEqual({
      code: 'under-age',
      message: 'Class D asks for 27 years of age.',
    })
  })

  it.each([
    [{ licenceClass: 'Z' }, '/licenceClass'],
    [{ consents: { exam: false } }, '/consents/exam'],
    [{ convertedFromA1: true }, '/convertedFromA1'],
    [{ heldLicence: { number: '1', class: 'B2', scheme: '2025' } }, '/heldLicence/class'],
    [{ id: 'mine' }, '/id'],
  ])('refuses %j with 422 at %s', async (extra, pointer) => {
    const patientId = await registerPerson(desks.reception)
    const answer = await desks.reception.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'new',
      consents: { exam: true },
      ...extra,
    })
    expect(answer.status).toBe(422)
    expect((await bodyOf(answer)).errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      pointer,
    ])
  })

  it('answers 404 for a person who is not there, malformed id or not', async () => {
    for (const patientId of ['nobody', '0190a000-0000-7000-8000-000000000000']) {
      const answer = await desks.reception.post('/api/v1/exams', {
        patientId,
        licenceClass: 'B',
        purpose: 'new',
        consents: { exam: true },
      })
      expect(answer.status).toBe(404)
    }
  })

  it('opens once for one Idempotency-Key', async () => {
    const patientId = await registerPerson(desks.reception)
    const body = { patientId, licenceClass: 'B', purpose: 'new', consents: { exam: true } }
    const key = { 'idempotency-key': `open-${patientId}` }
    const first = await bodyOf(await desks.reception.post('/api/v1/exams', body, key))
    const again = await desks.reception.post('/api/v1/exams', body, key)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await bodyOf(again)).toEqual(first)
    const list = await bodyOf(await desks.reception.get(`/api/v1/exams?patientId=${patientId}`))
    expect(list.items).toHaveLength(1)
  })
})

describe('PUT /api/v1/exams/{id}/sections', () => {
  it('records everything at once, signed in the doctor’s name, and moves the exam on', async () => {
    const exam = await examined(desks)
    expect(exam).toMatchObject({ version: 2, state: 'in-progress', assessment: { outcome: 'fit' } })
    for (const section of sections) {
      expect(exam.sections[section]).toMatchObject({ state: 'signed', by: 'Đặng Minh Châu' })
    }
    expect(exam.sections.eyes.findings).toEqual(fitFindings(desks.today).eyes)
  })

  it('replaces a whole section by one PUT', async () => {
    const exam = await openExam(desks)
    const path = `/api/v1/exams/${exam.id}/sections/respiratory`
    await desks.doctor.put(path, { mmrc: 1, asthma: 'controlled' })
    const answer = await desks.doctor.put(path, { mmrc: 2 })
    expect(answer.status).toBe(200)
    expect((await bodyOf(answer)).sections.respiratory.findings).toEqual({ mmrc: 2 })
  })

  it('records nothing when one of several is wrong', async () => {
    const exam = await openExam(desks)
    const findings = {
      ...fitFindings(desks.today),
      eyes: { acuity: { both: { uncorrected: 25 } } },
    }
    const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, findings)
    expect(answer.status).toBe(422)
    expect((await bodyOf(answer)).errors).toMatchObject([
      { pointer: '/eyes/acuity/both/uncorrected', code: 'out-of-range' },
    ])
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after).toMatchObject({
      version: 1,
      state: 'arrived',
      sections: { ent: { state: 'empty' } },
    })
  })

  it.each([
    ['/sections', { teeth: {} }, '/teeth'],
    ['/sections', {}, ''],
    ['/sections/teeth', {}, ''],
    ['/sections/eyes', { colour: 1 }, '/colour'],
    ['/sections/cardiovascular', { systolic: 100, diastolic: 120 }, '/diastolic'],
    ['/sections/neurology', { lastSeizureOn: '2999-01-01' }, '/lastSeizureOn'],
    ['/sections', { neurology: { lastSeizureOn: '2999-01-01' } }, '/neurology/lastSeizureOn'],
    ['/sections/declaration', { personal: { spine: { answer: true } } }, '/personal/spine/detail'],
  ])('PUT %s %j is 422 at %j', async (path, body, pointer) => {
    const exam = await openExam(desks)
    const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}${path}`, body)
    expect(answer.status).toBe(422)
    expect((await bodyOf(answer)).errors[0].pointer).toBe(pointer)
  })

  it('refuses a stale version and takes the present one', async () => {
    const exam = await openExam(desks)
    const path = `/api/v1/exams/${exam.id}/sections/ent`
    const stale = await desks.doctor.put(path, { hearingAid: true }, { 'if-match': '"7"' })
    expect(stale.status).toBe(409)
    expect((await bodyOf(stale)).code).toBe('stale-version')
    const fresh = await desks.doctor.put(path, { hearingAid: true }, { 'if-match': '"1"' })
    expect(fresh.status).toBe(200)
    expect(fresh.headers.get('etag')).toBe('"2"')
  })

  it('keeps an entry a draft without a doctor’s signature, and never over one', async () => {
    const exam = await openExam(desks)
    const lab = await app().as(['lab'])
    const path = `/api/v1/exams/${exam.id}/sections/substances`
    const { substances } = fitFindings(desks.today)
    const drafted = await bodyOf(await lab.put(path, substances))
    expect(drafted.sections.substances).toMatchObject({ state: 'draft', findings: substances })
    await desks.doctor.put(path, substances)
    const refused = await lab.put(path, substances)
    expect(refused.status).toBe(409)
    expect((await bodyOf(refused)).code).toBe('section-signed')
  })

  it('loses none of two sections recorded at the same moment', async () => {
    const exam = await openExam(desks)
    const put = (section: string, body: object) =>
      desks.doctor.put(`/api/v1/exams/${exam.id}/sections/${section}`, body)
    await Promise.all([
      put('ent', { hearingAid: false }),
      put('respiratory', { mmrc: 0 }),
      put('endocrine', { diabetes: false }),
    ])
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.version).toBe(4)
    for (const section of ['ent', 'respiratory', 'endocrine']) {
      expect(after.sections[section].state).toBe('signed')
    }
  })
})

describe('who may do what', () => {
  it.each([
    [['reception'], 'declaration', 200],
    [['reception'], 'eyes', 403],
    [['lab'], 'substances', 200],
    [['lab'], 'eyes', 403],
    [['lab'], 'declaration', 403],
    [['examiner:eyes'], 'eyes', 200],
    [['examiner:eyes'], 'ent', 403],
    [['examiner:eyes'], 'declaration', 200],
    [['examiner'], 'substances', 200],
    [['concluder'], 'eyes', 403],
    [['cashier'], 'eyes', 403],
    [['records'], 'eyes', 403],
    [['admin'], 'eyes', 403],
    [['director'], 'eyes', 403],
    [['auditor'], 'eyes', 403],
    [['licence-desk'], 'eyes', 403],
  ])('%j recording %s → %i', async (roles, section, status) => {
    const exam = await openExam(desks)
    const caller = await app().as(roles)
    const answer = await caller.put(`/api/v1/exams/${exam.id}/sections/${section}`, { note: 'x' })
    expect(answer.status).toBe(status)
  })

  it('refuses all of a request when one of its sections is not the caller’s', async () => {
    const exam = await openExam(desks)
    const eyes = await app().as(['examiner:eyes'])
    const answer = await eyes.put(`/api/v1/exams/${exam.id}/sections`, { eyes: {}, ent: {} })
    expect(answer.status).toBe(403)
  })

  it.each([
    ['examiner', 403],
    ['concluder', 403],
    ['cashier', 403],
    ['lab', 403],
    ['admin', 403],
    ['auditor', 403],
  ])('%s opening an exam → %i', async (role, status) => {
    const patientId = await registerPerson(desks.reception)
    const caller = await app().as([role])
    const body = { patientId, licenceClass: 'B', purpose: 'new', consents: { exam: true } }
    expect((await caller.post('/api/v1/exams', body)).status).toBe(status)
  })

  it.each(['reception', 'examiner', 'lab', 'cashier', 'records', 'licence-desk', 'admin'])(
    '%s concluding → 403',
    async (role) => {
      const caller = await app().as([role], { signsAs: true })
      const exam = await openExam(desks)
      const answer = await caller.post(`/api/v1/exams/${exam.id}/conclusion`, { outcome: 'fit' })
      expect(answer.status).toBe(403)
    },
  )

  it('shows findings only to who may see them', async () => {
    const exam = await examined(desks, unfitFindings(desks.today))
    const seenBy = async (roles: string[]) => {
      const caller = await app().as(roles)
      const answer = await caller.get(`/api/v1/exams/${exam.id}`)
      return {
        status: answer.status,
        body: await bodyOf(answer),
        text: await caller.get(`/api/v1/exams/${exam.id}`).then((a) => a.text()),
      }
    }
    for (const roles of [['reception'], ['cashier'], ['licence-desk']]) {
      const { status, body, text } = await seenBy(roles)
      expect(status).toBe(200)
      expect(body.sections.eyes.state).toBe('signed')
      for (const section of sections) expect(body.sections[section].findings).toBeUndefined()
      expect(text).not.toContain('morphin')
    }
    const lab = await seenBy(['lab'])
    expect(lab.body.sections.substances.findings.morphin).toBe('positive')
    expect(lab.body.sections.eyes.findings).toBeUndefined()
    for (const roles of [['examiner:ent'], ['concluder'], ['records']]) {
      const { body } = await seenBy(roles)
      expect(body.sections.eyes.findings.colourVision).toBe('normal')
    }
    for (const roles of [['admin'], ['director'], ['auditor']]) {
      expect((await seenBy(roles)).status).toBe(403)
    }
  })

  it('answers another centre 404 for everything', async () => {
    const exam = await examined(desks)
    const other = await app().as(['reception', 'examiner', 'concluder'], {
      facility: '48002',
      signsAs: true,
    })
    const path = `/api/v1/exams/${exam.id}`
    const answers = [
      await other.get(path),
      await other.get(`${path}/assessment`),
      await other.put(`${path}/sections/eyes`, {}),
      await other.post(`${path}/conclusion`, { outcome: 'fit' }),
      await other.post('/api/v1/exams', {
        patientId: exam.patientId,
        licenceClass: 'B',
        purpose: 'new',
        consents: { exam: true },
      }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    const list = await bodyOf(await other.get('/api/v1/exams'))
    expect(list.items).toEqual([])
  })

  it('answers a malformed id 404 and no token 401', async () => {
    expect((await desks.doctor.get('/api/v1/exams/1%27%20OR%201=1')).status).toBe(404)
    const answer = await app().request('/api/v1/exams')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

describe('assessments', () => {
  it('judge findings that are recorded nowhere', async () => {
    const answer = await desks.doctor.post('/api/v1/assessments', {
      licenceClass: 'C',
      on: desks.today,
      findings: {
        ...fitFindings(desks.today),
        eyes: { ...fitFindings(desks.today).eyes, colourVision: 'red' },
      },
    })
    expect(answer.status).toBe(200)
    expect(await bodyOf(answer)).toMatchObject({
      standard: {
        legalReference: 'Thông tư 36/2024/TT-BYT, Phụ lục I',
        effectiveFrom: '2025-01-01',
      },
      group: 3,
      outcome: 'unfit',
      disqualifications: [
        { rule: 'eyes.colour', section: 'eyes', verified: 'old', found: { colourVision: 'red' } },
      ],
      warnings: [],
      missing: [],
    })
  })

  it('need no Idempotency-Key, since nothing is written', async () => {
    const answer = await app().request('/api/v1/assessments', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${desks.doctor.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ licenceClass: 'B', on: desks.today, findings: {} }),
    })
    expect(answer.status).toBe(200)
    expect((await bodyOf(answer)).outcome).toBe('incomplete')
  })

  it('name the pointer of every finding out of range', async () => {
    const answer = await desks.doctor.post('/api/v1/assessments', {
      licenceClass: 'B',
      on: desks.today,
      findings: { eyes: { acuity: { both: { uncorrected: 25 } } }, cardiovascular: { pulse: 5 } },
    })
    expect(answer.status).toBe(422)
    const { errors } = await bodyOf(answer)
    expect(errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      '/findings/eyes/acuity/both/uncorrected',
      '/findings/cardiovascular/pulse',
    ])
  })

  it('of an exam read what is recorded', async () => {
    const exam = await openExam(desks)
    const path = `/api/v1/exams/${exam.id}/assessment`
    expect((await bodyOf(await desks.doctor.get(path))).outcome).toBe('incomplete')
    await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, fitFindings(desks.today))
    expect((await bodyOf(await desks.doctor.get(path))).outcome).toBe('fit')
    const lab = await app().as(['lab'])
    expect((await lab.get(path)).status).toBe(403)
  })
})

describe('GET /api/v1/exams', () => {
  it('pages through the newest first', async () => {
    const patientId = await registerPerson(desks.reception)
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.unshift((await openExam(desks, { patientId })).id)
    const page = async (query: string) =>
      bodyOf(await desks.reception.get(`/api/v1/exams?patientId=${patientId}&limit=2${query}`))
    const first = await page('')
    expect(first.items.map((e: { id: string }) => e.id)).toEqual(ids.slice(0, 2))
    const second = await page(`&after=${first.next}`)
    expect(second.items.map((e: { id: string }) => e.id)).toEqual(ids.slice(2))
    expect(second.next).toBeUndefined()
  })

  it('finds by name without accents, and takes hostile text as text', async () => {
    const exam = await openExam(desks)
    const found = await bodyOf(await desks.reception.get('/api/v1/exams?q=nguyen%20van'))
    expect(found.items.map((e: { id: string }) => e.id)).toContain(exam.id)
    const hostile = await desks.reception.get(
      `/api/v1/exams?q=${encodeURIComponent("%' OR 1=1 --")}`,
    )
    expect((await bodyOf(hostile)).items).toEqual([])
    for (const query of ['q=a', 'limit=0', 'limit=101', 'state=x', "after=1'"]) {
      expect((await desks.reception.get(`/api/v1/exams?${query}`)).status, query).toBe(422)
    }
  })
})
