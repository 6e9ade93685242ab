import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { textOf } from '../../fixtures/story/pdf-picture.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { bodyOf, type Desks, examined, openDesks } from './desk.ts'

const app = withApp()
let desks: Desks
beforeAll(async () => {
  desks = await openDesks(app())
})

async function concluded(outcome: string, findings: object) {
  const exam = await examined(desks, findings)
  await desks.concluder.post(`/api/v1/exams/${exam.id}/conclusion`, { outcome })
  return exam
}

describe('GET /api/v1/exams/{id}/certificate.pdf', () => {
  it('gives the certificate of a fit and of an unfit person', async () => {
    for (const [outcome, findings] of [
      ['fit', fitFindings(desks.today)],
      ['unfit', unfitFindings(desks.today)],
    ] as const) {
      const exam = await concluded(outcome, findings)
      const answer = await desks.reception.get(`/api/v1/exams/${exam.id}/certificate.pdf`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  it('keeps the person as signed, whatever the record says later', async () => {
    const exam = await concluded('fit', fitFindings(desks.today))
    const path = `/api/v1/exams/${exam.id}/certificate.pdf`
    const print = async () =>
      textOf(new Uint8Array(await (await desks.reception.get(path)).arrayBuffer()))
    const patientPath = `/api/v1/patients/${exam.patientId}`
    const { id, version, warnings, ...person } = await bodyOf(
      await desks.reception.get(patientPath),
    )
    const before = await print()
    const renamed = { ...person, name: 'Người Khác Hẳn' }
    expect((await desks.reception.put(patientPath, renamed)).status).toBe(200)
    expect(await print()).toBe(before)
    expect(before).not.toContain('NGƯỜI KHÁC HẲN')
  })

  it('logs who took a copy', async () => {
    const exam = await concluded('fit', fitFindings(desks.today))
    await desks.concluder.get(`/api/v1/exams/${exam.id}/certificate.pdf`)
    const rows = await app().deps.database.query(sql`
      SELECT subject_id AS id FROM audit_entry
      WHERE action = 'certificate.printed' AND patient_id = ${exam.patientId}`)
    expect(rows).toEqual([{ id: exam.id }])
  })

  it('is not there before the conclusion, nor for other roles and centres', async () => {
    const exam = await examined(desks)
    const path = `/api/v1/exams/${exam.id}/certificate.pdf`
    const early = await desks.reception.get(path)
    expect(early.status).toBe(409)
    expect((await bodyOf(early)).code).toBe('exam-not-concluded')
    for (const role of ['cashier', 'lab', 'examiner', 'admin']) {
      const caller = await app().as([role])
      expect((await caller.get(path)).status, role).toBe(403)
    }
    const other = await app().as(['reception'], { facility: '48002' })
    expect((await other.get(path)).status).toBe(404)
  })
})
