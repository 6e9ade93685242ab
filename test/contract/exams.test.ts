import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { addMonths, calendarDate, calendarDateOf } from '../../src/core/calendar-date.ts'
import { type Caller, withApp } from '../support/app.ts'
import {
  instant,
  jsonOf,
  nowhere,
  nullsIn,
  opened,
  pointersOf,
  refused,
  registered,
  type Wire,
  wholeHouse,
} from './wire.ts'

const app = withApp()
let house: Caller
let on: string
beforeAll(async () => {
  house = await wholeHouse(app())
  on = calendarDateOf(app().clock.now())
})

const names = [
  'declaration',
  'psychiatry',
  'neurology',
  'eyes',
  'ent',
  'cardiovascular',
  'respiratory',
  'musculoskeletal',
  'endocrine',
  'substances',
]
const bornYearsAgo = (years: number, day = on) => addMonths(calendarDate(day), -12 * years)

async function openFor(person: object, body: object): Promise<Response> {
  const { id: patientId } = await registered(house, { identityCard: undefined, ...person })
  return house.post('/api/v1/exams', { patientId, consents: { exam: true }, ...body })
}

describe('an exam that is opened', () => {
  it('answers 201, Location and the whole representation, which is read again', async () => {
    const { id: patientId } = await registered(house)
    const answer = await house.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'renewal',
      heldLicence: {
        number: '480112345678',
        class: 'B2',
        scheme: 'pre-2025',
        issuedOn: '2016-12-20',
        expiresOn: '2026-12-20',
      },
      consents: { exam: true, renewal: true },
      delivery: { method: 'post', address: '12 Lê Văn Hiến' },
    })
    expect(answer.status).toBe(201)
    const exam = await jsonOf(answer)
    expect(answer.headers.get('location')).toBe(`/api/v1/exams/${exam.id}`)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(exam).toMatchObject({
      id: expect.any(String),
      version: 1,
      patientId,
      visitId: expect.any(String),
      licenceClass: 'B',
      group: 2,
      purpose: 'renewal',
      state: 'arrived',
      assessment: { group: 2, outcome: 'incomplete' },
      renewal: { eligible: false, reason: expect.any(String) },
      warnings: [],
    })
    expect(Object.keys(exam.sections)).toEqual(names)
    for (const name of names)
      expect(exam.sections[name]).toEqual({ state: 'empty', findings: null })
    expect(exam).not.toHaveProperty('conclusion')
    expect(exam).not.toHaveProperty('certificate')
    expect(nullsIn({ ...exam, sections: {} })).toEqual([])
    expect(await jsonOf(await house.get(`/api/v1/exams/${exam.id}`))).toEqual(exam)
  })

  it('of an old A1 that becomes A is examined by group 1', async () => {
    expect(await opened(house, { licenceClass: 'A', convertedFromA1: true })).toMatchObject({
      group: 1,
      assessment: { group: 1 },
    })
    expect((await opened(house, { licenceClass: 'XMCD' })).group).toBe(1)
  })

  it.each([
    ['B', 18],
    ['C', 21],
    ['D1', 24],
    ['D', 27],
    ['BE', 21],
    ['CE', 24],
    ['DE', 27],
  ])(
    'for class %s asks for %d years of a new right, and warns of a held one',
    async (licenceClass, age) => {
      const young = { birthDate: addMonths(bornYearsAgo(age), 1) }
      for (const purpose of ['new', 'upgrade']) {
        const problem = await refused(await openFor(young, { licenceClass, purpose }), 422)
        expect(pointersOf(problem)).toEqual(['/licenceClass'])
      }
      for (const purpose of ['renewal', 'reissue']) {
        const answer = await openFor(young, { licenceClass, purpose })
        expect(answer.status).toBe(201)
        const { warnings } = await jsonOf(answer)
        expect(warnings.map(({ code }: Wire) => code)).toContain('under-age')
      }
      const birthday = await openFor(
        { birthDate: bornYearsAgo(age) },
        { licenceClass, purpose: 'new' },
      )
      expect(birthday.status).toBe(201)
    },
  )

  it.each<[object, string]>([
    [{ patientId: undefined }, '/patientId'],
    [{ patientId: 5 }, '/patientId'],
    [{ licenceClass: 'B2' }, '/licenceClass'],
    [{ licenceClass: null }, '/licenceClass'],
    [{ purpose: 'exchange' }, '/purpose'],
    [{ purpose: undefined }, '/purpose'],
    [{ consents: undefined }, '/consents'],
    [{ consents: {} }, '/consents/exam'],
    [{ consents: { exam: false } }, '/consents/exam'],
    [{ consents: { exam: 'true' } }, '/consents/exam'],
    [{ consents: { exam: true, renewal: 'no' } }, '/consents/renewal'],
    [{ consents: { exam: true, marketing: true } }, '/consents/marketing'],
    [{ heldLicence: { number: '1', class: 'B2' } }, '/heldLicence/scheme'],
    [{ heldLicence: { number: '1', class: 'B2', scheme: '2024' } }, '/heldLicence/scheme'],
    [{ heldLicence: { number: '1', class: 'Z', scheme: '2025' } }, '/heldLicence/class'],
    [{ heldLicence: { number: '', class: 'B2', scheme: 'pre-2025' } }, '/heldLicence/number'],
    [{ heldLicence: { class: 'B2', scheme: 'pre-2025' } }, '/heldLicence/number'],
    [
      { heldLicence: { number: '1', class: 'B', scheme: '2025', expiresOn: '2026-13-01' } },
      '/heldLicence/expiresOn',
    ],
    [{ delivery: { method: 'drone' } }, '/delivery/method'],
    [{ delivery: {} }, '/delivery/method'],
    [{ delivery: { method: 'post', address: 'a\u0000b' } }, '/delivery/address'],
    [{ disabledApplicant: 1 }, '/disabledApplicant'],
    [{ convertedFromA1: true }, '/convertedFromA1'],
    [{ state: 'finished' }, '/state'],
    [{ facilityId: nowhere }, '/facilityId'],
  ])('%j is 422 at %s', async (changes, pointer) => {
    const { id: patientId } = await registered(house)
    const body = { patientId, licenceClass: 'B', purpose: 'new', consents: { exam: true } }
    const problem = await refused(await house.post('/api/v1/exams', { ...body, ...changes }), 422)
    expect(pointersOf(problem)).toEqual([pointer])
  })

  it('for nobody is 404', async () => {
    const body = { licenceClass: 'B', purpose: 'new', consents: { exam: true } }
    for (const patientId of [nowhere, 'x', 'ệ']) {
      await refused(await house.post('/api/v1/exams', { ...body, patientId }), 404)
    }
  })
})

describe('sections', () => {
  const at = (id: string, name = '') => `/api/v1/exams/${id}/sections${name && `/${name}`}`

  it('are put one at a time or many, each as a whole, and move the exam on', async () => {
    const { id } = await opened(house)
    const one = await house.put(at(id, 'eyes'), { colourVision: 'normal', oneEyed: false })
    expect(one.status).toBe(200)
    const exam = await jsonOf(one)
    expect(exam).toMatchObject({ version: 2, state: 'in-progress' })
    expect(one.headers.get('etag')).toBe('"2"')
    expect(exam.sections.eyes).toMatchObject({
      state: 'signed',
      findings: { colourVision: 'normal', oneEyed: false },
      by: expect.any(String),
      at: expect.stringMatching(instant),
    })
    const many = await jsonOf(await house.put(at(id), { eyes: { oneEyed: true }, ent: {} }))
    expect(many.version).toBe(3)
    expect(many.sections.eyes.findings).toEqual({ oneEyed: true })
    expect(many.sections.ent).toMatchObject({ state: 'signed', findings: {} })
    expect(many.sections.endocrine.state).toBe('empty')
  })

  it('keep every property exactly, nulls and all', async () => {
    const { id } = await opened(house)
    const findings: Wire = fitFindings(on)
    findings.eyes.diseases = 'Viêm kết mạc — đã khỏi 😀'
    findings.ent.note = 'x'.repeat(2000)
    findings.substances.otherTests = [{ name: 'Glucose', result: '5,4 mmol/l' }]
    findings.substances.alcohol = { value: 0, unit: 'mg/l-breath' }
    const exam = await jsonOf(await house.put(at(id), findings))
    for (const name of names) expect(exam.sections[name].findings).toEqual(findings[name])
    expect(exam.assessment.outcome).toBe('fit')
  })

  it('are all recorded or none', async () => {
    const { id } = await opened(house)
    const wrong = { ent: { hearingAid: true }, eyes: { oneEyed: 'yes' } }
    expect(pointersOf(await refused(await house.put(at(id), wrong), 422))).toEqual([
      '/eyes/oneEyed',
    ])
    const eyes = await app().as(['examiner:eyes'])
    await refused(await eyes.put(at(id), { eyes: {}, ent: {} }), 403)
    expect(await jsonOf(await house.get(`/api/v1/exams/${id}`))).toMatchObject({
      version: 1,
      state: 'arrived',
    })
  })

  it('of a program that does not sign stay drafts, and do not replace what is signed', async () => {
    const { id } = await opened(house)
    const lab = await app().as(['lab'])
    const drafted = await jsonOf(await lab.put(at(id, 'substances'), { heroin: 'negative' }))
    expect(drafted.sections.substances.state).toBe('draft')
    expect((await house.put(at(id, 'substances'), {})).status).toBe(200)
    await refused(await lab.put(at(id, 'substances'), {}), 409)
  })

  it.each<[string[], string, number]>([
    [['reception'], 'declaration', 200],
    [['reception'], 'ent', 403],
    [['lab'], 'substances', 200],
    [['lab'], 'ent', 403],
    [['examiner'], 'substances', 200],
    [['examiner:eyes'], 'eyes', 200],
    [['examiner:eyes'], 'ent', 403],
    [['concluder'], 'eyes', 403],
    [['cashier'], 'declaration', 403],
  ])('of %j, the section %s → %i', async (grants, name, status) => {
    const { id } = await opened(house)
    const caller = await app().as(grants, { signsAs: true })
    const answer = await caller.put(at(id, name), {})
    expect(answer.status).toBe(status)
  })

  it.each<[string, unknown, string]>([
    ['', {}, ''],
    ['', { teeth: {} }, '/teeth'],
    ['', { eyes: null }, '/eyes'],
    ['', { eyes: { acuity: { both: { uncorrected: 25 } } } }, '/eyes/acuity/both/uncorrected'],
    ['', { neurology: { lastSeizureOn: '2999-01-01' } }, '/neurology/lastSeizureOn'],
    ['eyes', { eyes: {} }, '/eyes'],
    ['eyes', { acuity: { both: { uncorrected: -1 } } }, '/acuity/both/uncorrected'],
    ['cardiovascular', { systolic: 100, diastolic: 100 }, '/diastolic'],
    ['psychiatry', { stableSince: '2199-01-01' }, '/stableSince'],
    ['ent', { note: 'a\u0000b' }, '/note'],
    ['ent', { note: '\ud83d' }, '/note'],
    ['declaration', { personal: { spine: { answer: true } } }, '/personal/spine/detail'],
    [
      'declaration',
      { personal: { spine: { answer: true, detail: ' ' } } },
      '/personal/spine/detail',
    ],
    ['declaration', { personal: { back: { answer: true } } }, '/personal/back'],
    ['declaration', { family: { other: true } }, '/family/other'],
    ['declaration', { signedAt: 'yesterday' }, '/signedAt'],
    ['teeth', {}, ''],
    ['sections', {}, ''],
  ])('%s %j is 422 at %j', async (name, findings, pointer) => {
    const { id } = await opened(house)
    const problem = await refused(await house.put(at(id, name), findings), 422)
    expect(pointersOf(problem)[0]).toBe(pointer)
  })

  it('show a declaration as it was given, its instant too', async () => {
    const { id } = await opened(house)
    const declaration = {
      family: { cancer: { answer: false }, other: { answer: true, detail: 'Gút' } },
      personal: { narcotics: { answer: false }, spine: { answer: true, detail: 'Thoát vị' } },
      currentIllness: 'Không',
      medicines: 'Không',
      signedAt: new Date(app().clock.now().getTime() - 60_000).toISOString(),
    }
    const exam = await jsonOf(await house.put(at(id, 'declaration'), declaration))
    expect(exam.sections.declaration.findings).toEqual(declaration)
  })

  it('show findings to no cashier, no reception and no licence desk', async () => {
    const { id } = await opened(house)
    await house.put(at(id), unfitFindings(on))
    for (const role of ['reception', 'cashier', 'licence-desk']) {
      const caller = await app().as([role])
      const answer = await caller.get(`/api/v1/exams/${id}`)
      expect(answer.status).toBe(200)
      const text = await answer.text()
      expect(text, role).not.toMatch(/morphin|positive|colourVision|uncorrected|systolic/)
      const { sections } = JSON.parse(text)
      for (const name of names) expect(sections[name]).not.toHaveProperty('findings')
      await refused(await caller.get(`/api/v1/exams/${id}/assessment`), 403)
    }
  })
})

describe('a conclusion', () => {
  const conclude = (id: string, body: object) => house.post(`/api/v1/exams/${id}/conclusion`, body)
  const examined = async (findings: object = fitFindings(on), extra: object = {}) => {
    const { id } = await opened(house, extra)
    const answer = await house.put(`/api/v1/exams/${id}/sections`, findings)
    expect(answer.status).toBe(200)
    return id as string
  }
  const nextYear = () => addMonths(calendarDate(on), 12)
  const review = (reexamineOn: string) => ({
    outcome: 'fit-subject-to-review',
    reason: 'Kiểm tra lại huyết áp',
    reexamineOn,
  })

  it('answers 200 with outcome, certificate and renewal, as the exam then shows them', async () => {
    const id = await examined(fitFindings(on), {
      purpose: 'renewal',
      heldLicence: {
        number: '480112345678',
        class: 'B2',
        scheme: 'pre-2025',
        expiresOn: '2099-01-01',
      },
      consents: { exam: true, renewal: true },
    })
    const answer = await conclude(id, { outcome: 'fit' })
    const body = await jsonOf(answer)
    expect(answer.status, JSON.stringify(body)).toBe(200)
    expect(body).toEqual({
      outcome: 'fit',
      state: 'final',
      concludedAt: expect.stringMatching(instant),
      certificate: {
        number: expect.stringMatching(/^\d{5}\/GKSKLX\/[0-9A-Z]{5}\/\d{2}$/),
        verifyUrl: expect.stringMatching(/^https?:\/\/.+\/verify\/.+/),
        validUntil: nextYear(),
      },
      renewal: { eligible: true, caseId: expect.any(String) },
    })
    const exam = await jsonOf(await house.get(`/api/v1/exams/${id}`))
    expect(exam).toMatchObject({
      state: 'finished',
      conclusion: { outcome: 'fit', state: 'final', concludedAt: body.concludedAt },
      certificate: body.certificate,
      renewal: body.renewal,
    })
    const verify = await app().request(new URL(body.certificate.verifyUrl).pathname)
    expect(verify.status).toBe(200)
    const paper = await house.get(`/api/v1/exams/${id}/certificate.pdf`)
    expect(paper.status).toBe(200)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it.each<[string, boolean, object, number, string?]>([
    ['fit → fit', true, { outcome: 'fit' }, 200],
    ['fit → unfit with a reason', true, { outcome: 'unfit', reason: 'Lâm sàng' }, 200],
    ['fit → unfit without one', true, { outcome: 'unfit' }, 422, '/reason'],
    ['fit → review', true, review('2099-01-01'), 200],
    [
      'fit → review without a reason',
      true,
      { ...review('2099-01-01'), reason: undefined },
      422,
      '/reason',
    ],
    [
      'fit → review without a day',
      true,
      { ...review(''), reexamineOn: undefined },
      422,
      '/reexamineOn',
    ],
    ['fit → review in the past', true, review('2020-01-01'), 422, '/reexamineOn'],
    ['fit → review on no day', true, review('2099-02-30'), 422, '/reexamineOn'],
    ['unfit → unfit', false, { outcome: 'unfit' }, 200],
    ['unfit → unfit with a reason', false, { outcome: 'unfit', reason: 'Morphin' }, 200],
    ['unfit → fit', false, { outcome: 'fit' }, 409, 'outcome-contradicts-assessment'],
    ['unfit → review', false, review('2099-01-01'), 409, 'outcome-contradicts-assessment'],
    ['another outcome', true, { outcome: 'maybe' }, 422, '/outcome'],
    ['no outcome', true, {}, 422, '/outcome'],
    ['an empty reason', true, { outcome: 'unfit', reason: '  ' }, 422, '/reason'],
    ['an unknown member', true, { outcome: 'fit', number: '1' }, 422, '/number'],
    ['a reason with a NUL', true, { outcome: 'unfit', reason: 'a\u0000' }, 422, '/reason'],
  ])('%s', async (_, fit, body, status, expected) => {
    const id = await examined(fit ? fitFindings(on) : unfitFindings(on))
    const answer = await conclude(id, body)
    if (status === 200) {
      const concluded = await jsonOf(answer)
      expect(answer.status, JSON.stringify(concluded)).toBe(200)
      const { conclusion } = await jsonOf(await house.get(`/api/v1/exams/${id}`))
      if (concluded.outcome !== 'fit') expect(conclusion.reason).toEqual(expect.any(String))
    } else if (status === 409) await refused(answer, 409, expected)
    else expect(pointersOf(await refused(answer, 422))).toEqual([expected])
  })

  it('today is no future day', async () => {
    const id = await examined()
    expect(pointersOf(await refused(await conclude(id, review(on)), 422))).toEqual(['/reexamineOn'])
  })

  it.each(names)('waits for the section %s, even where no rule reads it', async (name) => {
    const { [name]: _, ...rest } = fitFindings(on) as Wire
    const id = await examined(rest)
    for (const body of [{ outcome: 'fit' }, { outcome: 'unfit', reason: 'x' }]) {
      const { missing } = await refused(await conclude(id, body), 409, 'exam-incomplete')
      expect([...new Set(missing.map(({ section }: Wire) => section))]).toEqual([name])
      for (const item of missing) expect(Object.keys(item).sort()).toEqual(['property', 'section'])
    }
  })

  it('waits for a section that is missing although the rest is unfit already', async () => {
    const { endocrine: _, ...rest } = unfitFindings(on)
    const id = await examined(rest)
    await refused(await conclude(id, { outcome: 'unfit' }), 409, 'exam-incomplete')
  })

  it('is made once; then the exam is closed to everything', async () => {
    const id = await examined()
    expect((await conclude(id, { outcome: 'fit' })).status).toBe(200)
    await refused(await conclude(id, { outcome: 'fit' }), 409, 'already-concluded')
    await refused(await conclude(id, { outcome: 'unfit' }), 409, 'already-concluded')
    const path = `/api/v1/exams/${id}/sections`
    await refused(await house.put(path, { ent: {} }), 409, 'exam-concluded')
    await refused(await house.put(`${path}/ent`, {}), 409, 'exam-concluded')
  })

  it('by twenty at once is made once', async () => {
    const id = await examined()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => conclude(id, { outcome: 'fit' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
  })

  it('needs the role and a doctor’s name', async () => {
    const id = await examined()
    const path = `/api/v1/exams/${id}/conclusion`
    const examiner = await app().as(['examiner'], { signsAs: true })
    await refused(await examiner.post(path, { outcome: 'fit' }), 403)
    const unsigned = await app().as(['concluder'])
    await refused(await unsigned.post(path, { outcome: 'fit' }), 403)
  })

  it.each<[string, object, boolean]>([
    ['no consent was given', { consents: { exam: true }, purpose: 'renewal' }, false],
    [
      'consent was refused',
      { consents: { exam: true, renewal: false }, purpose: 'renewal' },
      false,
    ],
    ['the licence is new', { consents: { exam: true, renewal: true }, purpose: 'new' }, false],
    [
      'class A1 asks for no certificate',
      { licenceClass: 'A1', consents: { exam: true, renewal: true }, purpose: 'renewal' },
      false,
    ],
    [
      'special machinery',
      { licenceClass: 'XMCD', consents: { exam: true, renewal: true }, purpose: 'renewal' },
      false,
    ],
    ['a reissue', { consents: { exam: true, renewal: true }, purpose: 'reissue' }, true],
  ])('opens a case or says why not: %s', async (_, extra, eligible) => {
    const id = await examined(fitFindings(on), extra)
    const { renewal } = await jsonOf(await conclude(id, { outcome: 'fit' }))
    expect(renewal.eligible).toBe(eligible)
    const { items } = await jsonOf(await house.get(`/api/v1/renewal-cases?examId=${id}`))
    expect(items).toHaveLength(eligible ? 1 : 0)
    if (eligible) expect(items[0]).toMatchObject({ id: renewal.caseId, examId: id })
    else expect(renewal).toEqual({ eligible: false, reason: expect.any(String) })
  })
})
