import { describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { formOn, textOf } from './own-page.ts'
import { arrive, bill, concludeFit, examine, pay, slipOf } from './visitor.ts'

const app = withApp()

const views = async (visitId: string) =>
  app().deps.database.query<{ at: Date; patient: boolean }>(sql`
    SELECT at, patient_id IS NOT NULL AS patient FROM audit_entry
    WHERE action = 'visit.viewed' AND subject_id = ${visitId} AND actor_kind = 'patient'`)

describe('what the patient agreed to', () => {
  it('is shown with its wording, each apart', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const text = await textOf(app(), `${link}/consents`)
    expect(text).toContain('Đồng ý để cơ sở khám, ghi và lưu dữ liệu sức khỏe của tôi')
    expect(text).toContain('mở hồ sơ đổi giấy phép lái xe thay tôi')
    expect(text).toContain('Rút lại điều này không ảnh hưởng đến lượt khám')
  })

  it('is taken back by the patient and spoils nothing of the exam', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/consents`, '/consents/renewal/withdrawal')
    const answer = await send()
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${link}/consents?said=withdrawn`)
    expect(await textOf(app(), `${link}/consents?said=withdrawn`)).toContain('Bạn đã rút lại lúc')

    await examine(app(), visitor)
    await concludeFit(visitor)
    const text = await textOf(app(), link)
    expect(text).toContain('Bạn đủ điều kiện sức khỏe lái xe hạng B.')
    expect(text).toContain('Tải giấy khám sức khỏe (PDF)')
    expect(text).toContain('Bạn đã rút đồng ý mở hồ sơ.')
  })

  it('may be given again while nothing is concluded, and then opens the case', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    await (await formOn(app(), `${link}/consents`, '/consents/renewal/withdrawal')).send()
    const given = await (await formOn(app(), `${link}/consents`, '/consents/renewal')).send()
    expect(given.headers.get('location')).toBe(`${link}/consents?said=given`)
    await examine(app(), visitor)
    await concludeFit(visitor)
    expect(await textOf(app(), link)).toContain('Hồ sơ đã đủ, đang chờ gửi đi.')
  })

  it('ends a renewal that is under way, and is not offered again', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    await examine(app(), visitor)
    await concludeFit(visitor)
    expect(await textOf(app(), `${link}/consents`)).toContain('Hồ sơ đổi giấy phép sẽ dừng lại')
    await (await formOn(app(), `${link}/consents`, '/consents/renewal/withdrawal')).send()
    const [held] = await app().deps.database.query<{ state: string }>(
      sql`SELECT state FROM renewal_case WHERE exam_id = ${visitor.examId}`,
    )
    expect(held?.state).toBe('cancelled')
    const text = await textOf(app(), `${link}/consents`)
    expect(text).toContain('Kết luận đã ký.')
    expect(text).not.toContain('Tôi đồng ý')
    const late = await app().request(`${link}/consents/renewal`, formPost())
    expect(late.status).toBe(409)
  })

  it('is taken back once, however often it is sent', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/consents`, '/consents/renewal/withdrawal')
    const answers = await Promise.all([send(), send(), send()])
    expect((await send()).status).toBe(303)
    // Of several at the same moment one may be asked to wait.
    for (const { status } of answers) expect([303, 409]).toContain(status)
    const rows = await app().deps.database.query(sql`
      SELECT 1 FROM audit_entry WHERE action = 'consent.withdrawn'
        AND subject_id = ${visitor.examId}`)
    expect(rows).toHaveLength(1)
  })

  it('is nobody else’s: a link reaches the consents of its own visit alone', async () => {
    const [mine, other] = [await arrive(app()), await arrive(app())]
    const link = await slipOf(app(), mine)
    await (await formOn(app(), `${link}/consents`, '/consents/renewal/withdrawal')).send()
    const rows = await app().deps.database.query<{ exam: string }>(sql`
      SELECT exam_id::text AS exam FROM consent WHERE withdrawn_at IS NOT NULL
        AND exam_id = ANY (${[mine.examId, other.examId]}::uuid[])`)
    expect(rows).toEqual([{ exam: mine.examId }])
  })

  it('to the exam itself ends it, with its bill and its ticket, and the page says so', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/consents`, '/consents/exam/withdrawal')
    await pay(visitor, await bill(visitor))
    expect((await send()).headers.get('location')).toBe(link)
    const text = await textOf(app(), link)
    expect(text).toContain('Lượt khám này đã hủy.')
    expect(text).toContain('Tiền đã trả được hoàn tại quầy thu ngân')
    expect(text).not.toContain('Số của bạn')
    const [row] = await app().deps.database.query(sql`
      SELECT e.state AS exam, t.state AS ticket FROM exam e JOIN ticket t ON t.visit_id = e.visit_id
      WHERE e.id = ${visitor.examId}`)
    expect(row).toEqual({ exam: 'cancelled', ticket: 'cancelled' })
    expect(await textOf(app(), `${link}/consents`)).not.toContain('Dừng khám và rút')
  })

  it('to the exam is left to the doctors once one of them has signed', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { send } = await formOn(app(), `${link}/consents`, '/consents/exam/withdrawal')
    await examine(app(), visitor)
    const answer = await send()
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Bác sĩ đã ký một phần của lượt khám')
    expect(await textOf(app(), `${link}/consents`)).toContain('Bạn có thể dừng khám bất cứ lúc nào')
    const rows = await app().deps.database.query(sql`
      SELECT 1 FROM consent WHERE exam_id = ${visitor.examId} AND withdrawn_at IS NOT NULL`)
    expect(rows).toEqual([])
  })

  it('is not taken back by another site’s form', async () => {
    const link = await slipOf(app(), await arrive(app()))
    const answer = await app().request(`${link}/consents/renewal/withdrawal`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('who looked', () => {
  it('names doctors, tells others by their work, and knows the page’s own openings', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    await textOf(app(), link)
    await visitor.caller.get(`/exams/${visitor.examId}`)
    await app().deps.database.query(sql`
      INSERT INTO audit_entry (id, facility_id, at, actor_kind, actor_id, actor_name, action,
        subject_type, subject_id, patient_id, detail)
      SELECT gen_random_uuid(), s.facility_id, now(), 'staff', s.id::text, s.name, 'exam.viewed', 'exam',
        ${visitor.examId}, ${visitor.patientId}, '{}'
      FROM staff s WHERE s.username IN ('bacsi', 'thungan')`)
    const [doctor] = await app().deps.database.query<{ name: string }>(
      sql`SELECT name FROM staff WHERE username = 'bacsi'`,
    )
    const [cashier] = await app().deps.database.query<{ name: string }>(
      sql`SELECT name FROM staff WHERE username = 'thungan'`,
    )
    const text = await textOf(app(), `${link}/looked`)
    expect(text).toContain(`Bác sĩ ${doctor?.name}`)
    expect(text).toContain('Thu ngân')
    expect(text).not.toContain(cashier?.name)
    expect(text).toContain('Bạn, hoặc ai có liên kết của bạn')
    expect(text).toContain('Phần mềm được cho phép: test')
    expect(text).toContain('Mở trang này')
  })

  it('names the doctor in whose name a program signed', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    await examine(app(), visitor)
    await concludeFit(visitor)
    const [doctor] = await app().deps.database.query<{ name: string }>(
      sql`SELECT doctor_name AS name FROM conclusion WHERE exam_id = ${visitor.examId}`,
    )
    const text = await textOf(app(), `${link}/looked`)
    expect(text).toContain(`Bác sĩ ${doctor?.name}, qua phần mềm test Ký kết luận`)
  })

  it('tells nothing of another visit, not even of the same person', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const consents = { exam: true }
    const answer = await visitor.caller.post('/api/v1/exams', {
      patientId: visitor.patientId,
      licenceClass: 'B',
      purpose: 'new',
      consents,
    })
    const second = (await answer.json()) as { id: string }
    const made = await bill({ ...visitor, examId: second.id })
    await pay(visitor, made)
    const text = await textOf(app(), `${link}/looked`)
    expect(text).toContain('Mở phiếu khám')
    expect(text).not.toContain('Ghi nhận tiền bạn trả')
    expect(text).not.toContain('Lập phiếu thanh toán')
  })

  it('notes each opening of the link, and a page that renews itself once in ten minutes', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const renew = () =>
      app().request(link, {
        headers: { accept: 'text/html', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
      })
    await textOf(app(), link)
    await textOf(app(), link)
    await renew()
    await renew()
    expect(await views(visitor.visitId)).toHaveLength(2)
    expect((await views(visitor.visitId)).every(({ patient }) => patient)).toBe(true)
    const start = app().clock.now()
    app().clock.hold(new Date(start.getTime() + 11 * 60_000).toISOString())
    await renew()
    app().clock.hold(undefined)
    expect(await views(visitor.visitId)).toHaveLength(3)
  })
})

const formPost = () => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    origin: app().deps.env.publicUrl,
    accept: 'text/html',
  },
  body: '',
})
