import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import type { Section } from '../../src/exams/findings.ts'
import { typedOf } from '../../src/exams/typed-section.ts'
import { sql } from '../../src/platform/database.ts'
import type { Browser } from '../identity/browser.ts'
import { withApp } from '../support/app.ts'
import { bodyOf, type Desks, examined, openDesks, openExam, registerPerson } from './desk.ts'
import { enrolStaff, signIn, staffPassword } from './staff.ts'

const app = withApp()
let desks: Desks
let doctor: Browser
beforeAll(async () => {
  desks = await openDesks(app())
  await enrolStaff(app())
  doctor = await signIn(app(), 'bacsi')
})

const typed = (section: Section) =>
  typedOf(section, fitFindings(desks.today)[section] as Record<string, unknown>)

const textOf = async (answer: Response) => (await answer.text()).replace(/\s+/g, ' ')

describe('opening an exam at reception', () => {
  it('asks, opens and goes to the exam', async () => {
    const reception = await signIn(app(), 'tiepdon')
    const patientId = await registerPerson(desks.reception)
    const form = await reception.get(`/exams/new?patient=${patientId}`)
    expect(form.status).toBe(200)
    const answer = await reception.post('/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'renewal',
      'heldLicence.number': '790123456789',
      'heldLicence.scheme': 'pre-2025',
      'heldLicence.class': 'B2',
      'heldLicence.expiresOn': '2099-01-01',
      'consents.exam': 'true',
      'consents.renewal': 'true',
      'delivery.method': 'collect',
      _once: 'open-1',
    })
    expect(answer.status).toBe(303)
    const path = answer.headers.get('location') ?? ''
    expect(path).toMatch(/^\/exams\/[0-9a-f-]{36}$/)
    const page = await textOf(await reception.get(path))
    expect(page).toContain('Tờ khai')
    const rows = await app().deps.database.query(sql`
      SELECT scope, given FROM consent WHERE exam_id = ${path.slice(7)} ORDER BY scope`)
    expect(rows).toEqual([
      { scope: 'exam', given: true },
      { scope: 'renewal', given: true },
    ])
  })

  it('knows from a class of one scheme alone under which it was issued', async () => {
    const reception = await signIn(app(), 'tiepdon')
    const patientId = await registerPerson(desks.reception)
    const open = (licence: string) =>
      reception.post('/exams', {
        patientId,
        licenceClass: 'B',
        purpose: 'renewal',
        'heldLicence.number': '790123456789',
        'heldLicence.scheme': '',
        'heldLicence.class': licence,
        'consents.exam': 'true',
        'delivery.method': 'collect',
      })
    const ofBoth = await open('B1')
    expect(ofBoth.status).toBe(422)
    expect(await textOf(ofBoth)).toContain('href="#f-heldLicence-scheme"')
    const opened = await open('B2')
    expect(opened.status).toBe(303)
    const [row] = await app().deps.database.query<{ scheme: string }>(sql`
      SELECT held_licence ->> 'scheme' AS scheme FROM exam
      WHERE id = ${(opened.headers.get('location') ?? '').slice(7)}`)
    expect(row?.scheme).toBe('pre-2025')
  })

  it('keeps what was typed when something is wrong', async () => {
    const reception = await signIn(app(), 'tiepdon')
    const patientId = await registerPerson(desks.reception)
    const answer = await reception.post('/exams', {
      patientId,
      licenceClass: 'C1',
      purpose: 'renewal',
      'heldLicence.number': 'AB 12345',
      'heldLicence.scheme': '2025',
      'heldLicence.class': 'B2',
    })
    expect(answer.status).toBe(422)
    const page = await textOf(answer)
    expect(page).toContain('value="AB 12345"')
    expect(page).toContain('href="#f-heldLicence-class"')
    expect(page).toContain('href="#f-consents-exam"')
    expect(page).toContain('Không có đồng ý này thì không khám được')
  })
})

describe('the list of those who wait', () => {
  it('shows a doctor only who waits for their own section, and leads straight to it', async () => {
    const waiting = await openExam(desks)
    const eyes = await signIn(app(), 'mat')
    await desks.doctor.put(`/api/v1/exams/${waiting.id}/sections/declaration`, {})
    const before = await textOf(await eyes.get('/exams'))
    expect(before).toContain(`href="/exams/${waiting.id}/sections/eyes"`)
    await desks.doctor.put(`/api/v1/exams/${waiting.id}/sections/eyes`, {})
    const after = await textOf(await eyes.get('/exams'))
    expect(after).not.toContain(waiting.id)
  })

  it('shows the concluding doctor whose sections are all there', async () => {
    const done = await examined(desks)
    const open = await openExam(desks)
    const concluder = await signIn(app(), 'ketluan')
    const list = await textOf(await concluder.get('/exams'))
    expect(list).toContain(done.id)
    expect(list).not.toContain(open.id)
  })

  it('lets everyone with the right find by name, and nobody else in', async () => {
    const cashier = await signIn(app(), 'thungan')
    expect((await cashier.get('/exams?q=nguyen&show=all')).status).toBe(200)
    const anonymous = await app().request('/exams')
    expect(anonymous.status).toBe(303)
    expect(anonymous.headers.get('location')).toContain('/sign-in')
  })
})

describe('a doctor’s form', () => {
  it('signs what was typed and goes on to the next section', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/eyes`
    const form = await textOf(await doctor.get(path))
    expect(form).toContain('name="acuity.both.uncorrected"')
    expect(form).toMatch(/\/exam\.js"/)
    const answer = await doctor.post(path, { ...typed('eyes'), act: 'sign', seen: '', _once: 'e1' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(
      `/exams/${exam.id}/sections/declaration?said=signed-eyes`,
    )
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.sections.eyes).toMatchObject({ state: 'signed', by: 'Phan Văn Khám' })
    expect(after.sections.eyes.findings.acuity.both.uncorrected).toBe(10)
    expect(after.sections.eyes.findings.refraction.left).toBe(-0.75)
  })

  it('comes back with everything typed and the faults on top', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/cardiovascular`
    const answer = await doctor.post(path, {
      systolic: '12o',
      diastolic: '500',
      pulse: '76',
      act: 'sign',
      seen: '',
    })
    expect(answer.status).toBe(422)
    const page = await textOf(answer)
    expect(page).toContain('value="12o"')
    expect(page).toContain('value="500"')
    expect(page).toContain('href="#f-systolic"')
    expect(page).toContain('href="#f-diastolic"')
  })

  it('is not signed while something the rules ask for is missing, but may be saved', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/respiratory`
    const refused = await doctor.post(path, { act: 'sign', seen: '' })
    expect(refused.status).toBe(422)
    expect(await textOf(refused)).toContain('href="#f-mmrc"')
    const saved = await doctor.post(path, { note: 'đo lại', act: 'save', seen: '' })
    expect(saved.status).toBe(303)
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.sections.respiratory.state).toBe('draft')
  })

  it('fills normal answers only on the form, for the doctor to look through', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/neurology`
    const answer = await doctor.post(`${path}/normal`, { pathologicalVertigo: 'true', seen: '' })
    expect(answer.status).toBe(200)
    const page = await textOf(answer)
    expect(page).toMatch(/Đã điền \d câu trả lời bình thường, chưa lưu/)
    expect(page).toMatch(/name="pathologicalVertigo" value="true" checked/)
    expect(page).toMatch(/name="epilepsy" value="false" checked/)
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.sections.neurology.state).toBe('empty')
  })

  it('is told when someone else recorded the section meanwhile, and keeps the typing', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/ent`
    await desks.doctor.put(`/api/v1/exams/${exam.id}/sections/ent`, { hearingAid: false })
    const answer = await doctor.post(path, { note: 'của tôi', act: 'save', seen: '' })
    expect(answer.status).toBe(409)
    const page = await textOf(answer)
    expect(page).toContain('của tôi')
    const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const again = await doctor.post(path, { ...typed('ent'), act: 'sign', seen })
    expect(again.status).toBe(303)
  })

  it('is answered once, however often it is sent', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/endocrine`
    const fields = { ...typed('endocrine'), act: 'sign', seen: '', _once: `twice-${exam.id}` }
    const answers = [await doctor.post(path, fields), await doctor.post(path, fields)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.version).toBe(2)
  })

  it('refuses whoever may not record the section', async () => {
    const exam = await openExam(desks)
    const eyes = await signIn(app(), 'mat')
    const lab = await signIn(app(), 'lab')
    const cashier = await signIn(app(), 'thungan')
    const at = (section: string) => `/exams/${exam.id}/sections/${section}`
    expect((await eyes.get(at('ent'))).status).toBe(403)
    expect((await lab.get(at('eyes'))).status).toBe(403)
    expect((await lab.get(at('substances'))).status).toBe(200)
    expect((await cashier.get(at('eyes'))).status).toBe(403)
    for (const what of ['', '/normal', '/assessment', '/draft', '/draft/discard']) {
      expect((await eyes.post(`${at('ent')}${what}`, {})).status, what).toBe(403)
    }
    expect((await doctor.get(at('teeth'))).status).toBe(404)
  })
})

describe('the assessment beside the form', () => {
  it('follows what is typed without recording it', async () => {
    const exam = await examined(desks)
    const path = `/exams/${exam.id}/sections/eyes/assessment`
    const red = await textOf(await doctor.post(path, { ...typed('eyes'), colourVision: 'red' }))
    expect(red).toContain('Không đủ điều kiện')
    expect(red).toContain('Rối loạn nhận biết màu cơ bản')
    expect(red).toContain('Thông tư 36/2024/TT-BYT')
    const fit = await textOf(await doctor.post(path, typed('eyes')))
    expect(fit).toContain('Đủ điều kiện')
    const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
    expect(after.version).toBe(exam.version)
  })

  it('tells the lab nothing of the other sections', async () => {
    const lab = await signIn(app(), 'lab')
    const { eyes, ...rest } = fitFindings(desks.today)
    const exam = await examined(desks, { ...rest, eyes: { ...eyes, colourVision: 'red' } })
    const panel = await textOf(
      await lab.post(`/exams/${exam.id}/sections/substances/assessment`, typed('substances')),
    )
    expect(panel).not.toContain('màu')
  })
})

describe('a draft', () => {
  it('comes back to the same person and to nobody else, and is gone once saved', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/eyes`
    const kept = await doctor.post(`${path}/draft`, {
      note: 'gõ dở',
      'acuity.both.corrected': '1x',
    })
    expect(kept.status).toBe(204)
    const mine = await textOf(await doctor.get(path))
    expect(mine).toContain('gõ dở')
    expect(mine).toContain('value="1x"')
    expect(mine).toContain('Đã lấy lại phần bạn nhập dở')
    const eyes = await signIn(app(), 'mat')
    expect(await textOf(await eyes.get(path))).not.toContain('gõ dở')
    const seenByApi = await desks.doctor.get(`/api/v1/exams/${exam.id}`).then((a) => a.text())
    expect(seenByApi).not.toContain('gõ dở')
    await doctor.post(path, { ...typed('eyes'), act: 'sign', seen: '' })
    expect(await textOf(await doctor.get(path))).not.toContain('gõ dở')
  })

  it('can be discarded, and is not taken for a concluded exam', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/sections/ent`
    await doctor.post(`${path}/draft`, { note: 'bỏ đi' })
    expect((await doctor.post(`${path}/draft/discard`)).status).toBe(303)
    expect(await textOf(await doctor.get(path))).not.toContain('bỏ đi')
    const done = await examined(desks)
    await doctor.post(`/exams/${done.id}/sections/ent/draft`, { note: 'không ai cần nữa' })
    await desks.concluder.post(`/api/v1/exams/${done.id}/conclusion`, { outcome: 'fit' })
    const left = await app().deps.database.query(
      sql`SELECT 1 FROM section_draft WHERE exam_id = ${done.id}`,
    )
    expect(left).toEqual([])
    const late = await doctor.post(`/exams/${done.id}/sections/ent/draft`, { note: 'x' })
    expect(late.status).toBe(404)
  })
})

describe('the conclusion’s page', () => {
  it('names what is missing, each leading to its field', async () => {
    const concluder = await signIn(app(), 'ketluan')
    const { eyes, ...rest } = fitFindings(desks.today)
    const exam = await examined(desks, { ...rest, eyes: { ...eyes, colourVision: null } })
    const page = await textOf(await concluder.get(`/exams/${exam.id}/conclusion`))
    expect(page).toContain('Chưa kết luận được')
    expect(page).toContain(`href="/exams/${exam.id}#section-eyes"`)
    const own = await textOf(await doctor.get(`/exams/${exam.id}`))
    expect(own).toContain(`href="/exams/${exam.id}/sections/eyes#f-colourVision"`)
    expect(page).not.toContain('name="password"')
  })

  it('offers only the outcomes that the assessment allows', async () => {
    const concluder = await signIn(app(), 'ketluan')
    const fit = await examined(desks)
    const unfit = await examined(desks, unfitFindings(desks.today))
    const outcomes = async (id: string) => {
      const page = await textOf(await concluder.get(`/exams/${id}/conclusion`))
      return [...page.matchAll(/name="outcome" value="([^"]+)"/g)].map((match) => match[1])
    }
    expect(await outcomes(fit.id)).toEqual(['fit', 'unfit', 'fit-subject-to-review'])
    expect(await outcomes(unfit.id)).toEqual(['unfit'])
  })

  it('is signed with the password entered again, and with no other', async () => {
    const concluder = await signIn(app(), 'ketluan')
    const exam = await examined(desks)
    const path = `/exams/${exam.id}/conclusion`
    const missing = await concluder.post(path, { outcome: 'fit' })
    expect(missing.status).toBe(422)
    const wrong = await concluder.post(path, {
      outcome: 'unfit',
      reason: 'Run tay',
      password: 'không phải',
    })
    expect(wrong.status).toBe(403)
    const page = await textOf(wrong)
    expect(page).toContain('Run tay')
    expect(page).toContain('href="#f-password"')
    expect(page).not.toContain('không phải')
    const right = await concluder.post(path, { outcome: 'fit', password: staffPassword })
    expect(right.status).toBe(303)
    expect(right.headers.get('location')).toBe(`/exams/${exam.id}?said=concluded`)
    const done = await textOf(await concluder.get(`/exams/${exam.id}`))
    expect(done).toContain('/GKSKLX/48001/')
    expect(done).toContain(`/api/v1/exams/${exam.id}/certificate.pdf`)
  })

  it('is for concluding doctors', async () => {
    const exam = await examined(desks)
    for (const who of ['bacsi', 'lab', 'tiepdon', 'thungan', 'hoso']) {
      const browser = await signIn(app(), who)
      expect((await browser.get(`/exams/${exam.id}/conclusion`)).status, who).toBe(403)
      const post = await browser.post(`/exams/${exam.id}/conclusion`, { outcome: 'fit' })
      expect(post.status, who).toBe(403)
    }
  })
})

describe('one exam’s page', () => {
  it('shows findings only to who may see them', async () => {
    const exam = await examined(desks, unfitFindings(desks.today))
    const seenBy = async (who: string) => {
      const browser = await signIn(app(), who)
      return textOf(await browser.get(`/exams/${exam.id}`))
    }
    expect(await seenBy('ketluan')).toContain('Dương tính')
    expect(await seenBy('lab')).toContain('Dương tính')
    for (const who of ['tiepdon', 'thungan']) {
      const page = await seenBy(who)
      expect(page, who).toContain('Đã ký')
      expect(page, who).not.toContain('Dương tính')
      expect(page, who).not.toContain('morphin')
    }
  })

  it('notes who saw it', async () => {
    const exam = await examined(desks)
    await doctor.get(`/exams/${exam.id}`)
    const rows = await app().deps.database.query<{ name: string }>(sql`
      SELECT actor_name AS name FROM audit_entry
      WHERE action = 'exam.viewed' AND subject_id = ${exam.id}`)
    expect(rows.map(({ name }) => name)).toContain('Phan Văn Khám')
  })
})

describe('a consent', () => {
  it('to the renewal is withdrawn at reception, and no case is opened after', async () => {
    const reception = await signIn(app(), 'tiepdon')
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
    const path = `/exams/${exam.id}/consents/renewal/withdrawal`
    expect(await textOf(await reception.get(`/exams/${exam.id}`))).toContain(path)
    expect((await reception.post(path)).status).toBe(303)
    expect((await reception.post(path)).status).toBe(409)
    expect(await textOf(await reception.get(`/exams/${exam.id}`))).toContain('Đã rút lúc')
    expect((await doctor.post(path)).status).toBe(403)
    const answer = await desks.concluder.post(`/api/v1/exams/${exam.id}/conclusion`, {
      outcome: 'fit',
    })
    expect((await bodyOf(answer)).renewal).toEqual({ eligible: false, reason: 'consent-withdrawn' })
  })
})

describe('the table of standards', () => {
  it('stands open to everyone who works here, each rule with its source', async () => {
    const cashier = await signIn(app(), 'thungan')
    const page = await textOf(await cashier.get('/standards'))
    expect(page).toContain('Thông tư 36/2024/TT-BYT, Phụ lục I, Tim mạch, nhóm 3')
    expect(page).toContain('chưa kiểm chứng')
    expect((await app().request('/standards')).status).toBe(303)
  })
})
