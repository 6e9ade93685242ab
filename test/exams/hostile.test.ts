import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { withApp } from '../support/app.ts'
import { bodyOf, type Desks, examined, openDesks, openExam, registerPerson } from './desk.ts'
import { enrolStaff, signIn } from './staff.ts'

const app = withApp()
let desks: Desks
beforeAll(async () => {
  desks = await openDesks(app())
  await enrolStaff(app())
})

/** Text that a JSON parser takes and a database cannot keep. */
const unkeepable = ['a\u0000b', '\ud800', 'x\udfff']

describe('text that no database can keep', () => {
  it.each(unkeepable)('is refused as content in a section (%#)', async (note) => {
    const exam = await openExam(desks)
    const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections/ent`, { note })
    expect(answer.status).toBe(422)
    expect((await bodyOf(answer)).errors[0].pointer).toBe('/note')
  })

  it.each(unkeepable)('is refused in an intake and in a conclusion (%#)', async (text) => {
    const patientId = await registerPerson(desks.reception)
    const base = { patientId, licenceClass: 'B', purpose: 'renewal', consents: { exam: true } }
    const held = { number: text, class: 'B2', scheme: 'pre-2025' }
    const opened = await desks.reception.post('/api/v1/exams', { ...base, heldLicence: held })
    expect(opened.status).toBe(422)
    const delivery = { method: 'post', address: text }
    expect((await desks.reception.post('/api/v1/exams', { ...base, delivery })).status).toBe(422)
    const exam = await examined(desks)
    const answer = await desks.concluder.post(`/api/v1/exams/${exam.id}/conclusion`, {
      outcome: 'unfit',
      reason: text,
    })
    expect(answer.status).toBe(422)
  })

  it('is refused on a form, and never loses a draft with a server’s fault', async () => {
    const exam = await openExam(desks)
    const doctor = await signIn(app(), 'bacsi')
    const path = `/exams/${exam.id}/sections/ent`
    expect((await doctor.post(path, { note: 'a\u0000b', act: 'save', seen: '' })).status).toBe(422)
    expect((await doctor.post(`${path}/draft`, { note: 'a\u0000b' })).status).toBeLessThan(500)
    expect((await doctor.get('/exams?q=%00a')).status).toBeLessThan(500)
    expect((await desks.doctor.get('/api/v1/exams?q=%00ab')).status).toBeLessThan(500)
  })
})

describe('a body that is none', () => {
  it.each([
    ['null', 422],
    ['[]', 422],
    ['"text"', 422],
    ['{', 400],
    ['', 400],
    ['{"__proto__": {"x": 1}}', 422],
    ['{"constructor": {}}', 422],
  ])('%s is %i', async (body, status) => {
    const exam = await openExam(desks)
    const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, body)
    expect(answer.status).toBe(status)
  })

  it('of another type is 415', async () => {
    const exam = await openExam(desks)
    const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, 'eyes=1', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(answer.status).toBe(415)
  })

  it('with markup comes back as text', async () => {
    const { ent, ...rest } = fitFindings(desks.today)
    const note = '<script>alert(1)</script>"\'{{7*7}}'
    const exam = await examined(desks, { ...rest, ent: { ...ent, note } })
    const concluder = await signIn(app(), 'ketluan')
    const page = await (await concluder.get(`/exams/${exam.id}`)).text()
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<script>alert(1)')
  })
})
