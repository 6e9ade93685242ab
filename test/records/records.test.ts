import { beforeAll, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { sql } from '../../src/platform/database.ts'
import { type Body, bodyOf, concluded, type Desks, examined, openDesks } from '../exams/desk.ts'
import { enrolStaff, signIn } from '../exams/staff.ts'
import { withApp } from '../support/app.ts'

const app = withApp()
let desks: Desks
let done: Body
beforeAll(async () => {
  desks = await openDesks(app())
  await enrolStaff(app())
  done = await concluded(desks)
})

const recordOf = (patientId: string) => `/api/v1/patients/${patientId}/record`

describe('a person’s record', () => {
  it('holds what was concluded, as it was signed', async () => {
    const keeper = await app().as(['records'])
    const answer = await keeper.get(recordOf(done.patientId))
    expect(answer.status).toBe(200)
    expect(await bodyOf(answer)).toMatchObject({
      patientId: done.patientId,
      items: [
        {
          examId: done.id,
          kind: 'driver-exam',
          licenceClass: 'B',
          outcome: 'fit',
          certificateNumber: done.certificate.number,
          contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          intact: true,
          findings: { ent: fitFindings(desks.today).ent },
        },
      ],
    })
  })

  it('is empty before a conclusion', async () => {
    const open = await examined(desks)
    const keeper = await app().as(['records'])
    expect((await bodyOf(await keeper.get(recordOf(open.patientId)))).items).toEqual([])
  })

  it('notices what was changed behind the database’s back', async () => {
    const tampered = await concluded(desks)
    const { pool } = app().deps.database
    await pool.query('ALTER TABLE exam_section DISABLE TRIGGER exam_section_frozen')
    await pool.query(
      `UPDATE exam_section SET findings = jsonb_set(findings, '{pulse}', '60')
       WHERE exam_id = $1 AND section = 'cardiovascular'`,
      [tampered.id],
    )
    await pool.query('ALTER TABLE exam_section ENABLE TRIGGER exam_section_frozen')
    const keeper = await app().as(['records'])
    const { items } = await bodyOf(await keeper.get(recordOf(tampered.patientId)))
    expect(items[0].intact).toBe(false)
    const browser = await signIn(app(), 'hoso')
    const page = await (await browser.get(`/records/${tampered.patientId}`)).text()
    expect(page).toContain('Khác nội dung đã ký')
  })

  it('is for those who keep records and those who conclude', async () => {
    const status = async (role: string) =>
      (await (await app().as([role])).get(recordOf(done.patientId))).status
    expect(await status('records')).toBe(200)
    expect(await status('concluder')).toBe(200)
    for (const role of [
      'reception',
      'examiner',
      'lab',
      'cashier',
      'cashier-manager',
      'licence-desk',
      'director',
      'admin',
      'auditor',
    ]) {
      expect(await status(role), role).toBe(403)
    }
    const other = await app().as(['records'], { facility: '48002' })
    expect((await other.get(recordOf(done.patientId))).status).toBe(404)
  })

  it('remembers who read it, and shows it on its page', async () => {
    const browser = await signIn(app(), 'hoso')
    const page = await (await browser.get(`/records/${done.patientId}`)).text()
    expect(page).toContain('Còn nguyên như khi ký')
    expect(page).toContain('Tạ Văn Hồ')
    const rows = await app().deps.database.query<{ name: string }>(sql`
      SELECT actor_name AS name FROM audit_entry
      WHERE action = 'record.viewed' AND patient_id = ${done.patientId}`)
    expect(rows.map(({ name }) => name)).toContain('Tạ Văn Hồ')
  })

  it('is found by name in the list', async () => {
    const browser = await signIn(app(), 'hoso')
    const list = await (await browser.get('/records?q=nguyen')).text()
    expect(list).toContain(`/records/${done.patientId}`)
    const cashier = await signIn(app(), 'thungan')
    expect((await cashier.get('/records')).status).toBe(403)
    expect((await cashier.get(`/records/${done.patientId}`)).status).toBe(403)
  })
})
