import { afterEach, describe, expect, it } from 'vitest'
import { unfitFindings } from '../../fixtures/cast/findings.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { bodyOf, examined, openDesks } from './desk.ts'

const app = withApp()
afterEach(() => app().clock.hold(undefined))

async function certified(findings?: object, outcome = 'fit') {
  const desks = await openDesks(app())
  const exam = await examined(desks, findings ?? undefined)
  const path = `/api/v1/exams/${exam.id}/conclusion`
  const answer = await bodyOf(await desks.concluder.post(path, { outcome }))
  const { number, verifyUrl } = answer.certificate
  return { examId: exam.id, number, path: new URL(verifyUrl).pathname }
}

async function see(path: string, lang = 'vi') {
  const headers = { accept: 'text/html', 'accept-language': lang }
  const answer = await app().request(path, { headers })
  const text = (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return { status: answer.status, text, answer }
}

describe('the public page that proves a certificate', () => {
  it('says genuine, the class, the outcome, until when and who issued it', async () => {
    const { path, number } = await certified()
    const { status, text } = await see(path)
    expect(status).toBe(200)
    expect(text).toContain('Giấy thật, còn giá trị')
    expect(text).toContain(number)
    expect(text).toContain('Đủ điều kiện sức khỏe lái xe')
    expect(text).toContain(app().deps.env.FACILITY_NAME)
    expect((await see(path, 'en')).text).toContain('Genuine and valid')
  })

  it('masks the name, and shows nothing of what was found', async () => {
    const { path, examId } = await certified(unfitFindings((await openDesks(app())).today), 'unfit')
    const { text } = await see(path)
    expect(text).toContain('Giấy thật: không đủ điều kiện')
    const [row] = await app().deps.database.query<{ name: string; reason: string }>(sql`
      SELECT p.name, c.reason FROM exam e JOIN patient p ON p.id = e.patient_id
      JOIN conclusion c ON c.exam_id = e.id WHERE e.id = ${examId}`)
    expect(text).not.toContain(row?.name)
    expect(text).not.toContain(row?.reason)
    expect(text).toMatch(/Ngu\*\*\* V\*\* /)
  })

  it('says when a certificate has expired', async () => {
    const { path } = await certified()
    app().clock.hold(new Date(Date.now() + 380 * 86_400_000).toISOString())
    expect((await see(path)).text).toContain('Giấy thật, đã hết hạn')
  })

  it('says when a certificate was revoked', async () => {
    const { path, examId } = await certified()
    await app().deps.database.query(sql`
      UPDATE certificate SET revoked_at = now(), revoked_reason = 'in nhầm' WHERE exam_id = ${examId}`)
    expect((await see(path)).text).toContain('Giấy đã bị thu hồi')
  })

  it('knows no certificate of another code, and says so plainly', async () => {
    const { status, text } = await see('/verify/2222-2222-2222-2222-2222')
    expect(status).toBe(404)
    expect(text).toContain('Không phải giấy thật')
  })

  it('takes a code typed by hand, in any case and without dashes', async () => {
    const { path } = await certified()
    const typed = path.replace('/verify/', '').replaceAll('-', '').toLowerCase()
    const { answer } = await see(`/verify?code=${typed}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(path)
  })

  it('escapes what is typed into it', async () => {
    const { answer } = await see('/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E')
    expect(answer.status).toBe(404)
  })
})

describe('the verification page', () => {
  it('asks a network address that tries too often to wait', async () => {
    app().clock.hold('2031-01-01T01:00:00Z')
    const statuses = []
    for (let times = 0; times < 40; times++) statuses.push((await see('/verify/2222')).status)
    expect(statuses.slice(0, 30)).not.toContain(429)
    expect(statuses.at(-1)).toBe(429)
    app().clock.hold('2031-01-01T01:01:01Z')
    expect((await see('/verify/2222')).status).toBe(404)
  })
})
