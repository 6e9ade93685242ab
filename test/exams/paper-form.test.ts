import { beforeAll, describe, expect, it } from 'vitest'
import { may, roles } from '../../src/core/actor.ts'
import { sectionFields } from '../../src/exams/fields/section-fields.ts'
import { type Section, sections } from '../../src/exams/findings.ts'
import { paperTitles } from '../../src/exams/paper-form-words.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'
import { bodyOf, concluded, type Desks, openDesks, openExam } from './desk.ts'

const app = withApp()
let desks: Desks
beforeAll(async () => {
  desks = await openDesks(app())
})

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())
const flat = (text: string) => text.replace(/\s+/g, ' ')

async function read(path: string) {
  const answer = await desks.reception.get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const bytes = await bytesOf(answer)
  const { pages, title, language } = await readPdf(bytes)
  return { bytes, pages, title, language, text: flat(pages.join(' ')) }
}

describe('the blank paper form', () => {
  it('asks every question of every screen, in the order of the screens', async () => {
    const { text, pages, language } = await read('/exams/blank-form.pdf')
    const titles = sections.map((section) => text.indexOf(paperTitles[section]))
    expect(titles).not.toContain(-1)
    expect(titles).toEqual([...titles].sort((a, b) => a - b))
    const unprinted = sections.flatMap((section) =>
      section === 'declaration' ? [] : left(section),
    )
    expect(unprinted.filter((label) => !text.includes(label))).toEqual([])
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain('20. Sử dụng ma túy và chất gây nghiện')
    expect(text).toContain('/10')
    expect(text).toContain('mmHg')
    expect(language).toBe('vi-VN')
    expect(flat(pages.at(-1) ?? '')).toContain(`Trang ${pages.length}/${pages.length}`)
  })

  it('holds the limits of every group, and of one class only its own', async () => {
    const any = await read('/exams/blank-form.pdf')
    expect(any.text).toContain('dưới 4/10')
    expect(any.text).toContain('dưới 8/10')
    const b = await read('/exams/blank-form.pdf?class=B')
    expect(b.text).toContain('Hạng B – tiêu chuẩn nhóm 2')
    expect(b.text).toContain('dưới 5/10')
    expect(b.text).not.toContain('dưới 8/10')
    expect(b.text).not.toContain('Quáng gà')
    expect(b.pages.length).toBeLessThan(any.pages.length)
  })

  it('knows no class that there is not', async () => {
    expect((await desks.reception.get('/exams/blank-form.pdf?class=Z')).status).toBe(422)
  })

  it('is there for whoever reads exams, and for nobody else', async () => {
    for (const role of roles) {
      const caller = await app().as([role])
      const expected = may(actorIn(role), 'exam:read') ? 200 : 403
      expect((await caller.get('/exams/blank-form.pdf')).status, role).toBe(expected)
    }
  })
})

describe('the paper form of an open exam', () => {
  it('bears the person, the class and a code that leads back to the exam', async () => {
    const exam = await openExam(desks)
    const patient = await bodyOf(await desks.reception.get(`/api/v1/patients/${exam.patientId}`))
    const { bytes, text, title } = await read(`/exams/${exam.id}/paper-form.pdf`)
    expect(text).toContain(patient.name.toUpperCase())
    expect(text).toContain('01/06/1985')
    expect(text).toContain(patient.identityCard.number)
    expect(text).toContain('Hạng B – tiêu chuẩn nhóm 2')
    expect(title).toContain(patient.name)
    expect(await scanPage(bytes, 1)).toBe(`${app().deps.env.publicUrl}/exams/${exam.id}`)
  })

  it('leaves out the specialty that a disabled applicant is not examined in', async () => {
    const exam = await openExam(desks, { disabledApplicant: true })
    const { text } = await read(`/exams/${exam.id}/paper-form.pdf`)
    expect(text).not.toContain('Cơ xương khớp')
  })

  it('shows nothing that was found', async () => {
    const exam = await openExam(desks)
    const eyes = { diseases: 'Đục thủy tinh thể', acuity: { both: { uncorrected: 3 } } }
    await desks.doctor.put(`/api/v1/exams/${exam.id}/sections/eyes`, eyes)
    const { text } = await read(`/exams/${exam.id}/paper-form.pdf`)
    expect(text).not.toContain('Đục thủy tinh thể')
  })

  it('is logged each time, and not there once the exam is concluded', async () => {
    const exam = await openExam(desks)
    await read(`/exams/${exam.id}/paper-form.pdf`)
    await read(`/exams/${exam.id}/paper-form.pdf`)
    const rows = await app().deps.database.query(sql`
      SELECT patient_id AS patient FROM audit_entry
      WHERE action = 'paper-form.printed' AND subject_id = ${exam.id}`)
    expect(rows).toEqual([{ patient: exam.patientId }, { patient: exam.patientId }])
    const done = await concluded(desks)
    expect((await desks.reception.get(`/exams/${done.id}/paper-form.pdf`)).status).toBe(409)
  })

  it('is for those who examine or open exams, in their own centre', async () => {
    const exam = await openExam(desks)
    const path = `/exams/${exam.id}/paper-form.pdf`
    for (const role of roles) {
      const caller = await app().as([role])
      const expected = may(actorIn(role), 'exam:examine') ? 200 : 403
      expect((await caller.get(path)).status, role).toBe(expected)
      if (may(actorIn(role), 'exam:open')) expect(expected, role).toBe(200)
    }
    const elsewhere = await app().as(['reception'], { facility: '48002' })
    expect((await elsewhere.get(path)).status).toBe(404)
  })
})

/** Labels as the screens have them; numbered rows of free tests are lines on paper too. */
function left(section: Section): string[] {
  return sectionFields[section].map(({ label, cell }) => flat(cell ? cell.row.vi : label.vi))
}

function actorIn(role: (typeof roles)[number]) {
  const id = '01900000-0000-7000-8000-000000000000'
  const worker = { id, name: role, facilityId: id, roles: [role], specialties: 'all' as const }
  return { kind: 'service' as const, ...worker }
}
