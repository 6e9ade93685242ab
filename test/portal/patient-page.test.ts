import { afterEach, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { type Caller, withApp } from '../support/app.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'

const app = withApp({ RELEASE_CERTIFICATE_UNPAID: false })
afterEach(() => app().clock.hold(undefined))

const everything = ['reception', 'examiner', 'lab', 'concluder', 'cashier']

type Opened = { caller: Caller; patientId: string; examId: string; visitId: string; name: string }

let serial = 0

type Made = {
  id: string
  visitId: string
  total: number
  billCode: string
  qr: { payload: string }
}

async function json(answer: Response): Promise<Made> {
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return (await answer.json()) as Made
}

/** A person at the reception desk with an exam opened for class B. */
async function arrive(): Promise<Opened> {
  const caller = await app().as(everything, { signsAs: true })
  serial += 1
  const name = `Nguyễn Thị Kiểm Thử ${String.fromCharCode(64 + serial)}`
  const { id: patientId } = await json(
    await caller.post('/api/v1/patients', {
      name,
      birthDate: '1985-03-08',
      sex: 'female',
      identityCard: { number: `04818500${String(serial).padStart(4, '0')}` },
      confirmNew: true,
    }),
  )
  const exam = await json(
    await caller.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'renewal',
      heldLicence: {
        number: '480165012345',
        class: 'B2',
        scheme: 'pre-2025',
        expiresOn: '2099-12-31',
      },
      consents: { exam: true, renewal: true },
    }),
  )
  return { caller, patientId, examId: exam.id, visitId: exam.visitId, name }
}

/** What the phone reads from the slip that reception prints: a path of ours. */
async function slipOf({ caller, visitId }: Opened): Promise<string> {
  const answer = await caller.post(`/visits/${visitId}/slip.pdf`, '')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const link = await scanPage(new Uint8Array(await answer.arrayBuffer()), 1)
  expect(link.startsWith(`${app().deps.env.publicUrl}/v/`)).toBe(true)
  return new URL(link).pathname
}

async function see(
  path: string,
  lang = 'vi',
): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await app().request(path, {
    headers: { accept: 'text/html', 'accept-language': lang },
  })
  const markup = await answer.text()
  const text = markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return { status: answer.status, text, headers: answer.headers }
}

async function examine({ caller, examId }: Opened): Promise<void> {
  const today = calendarDateOf(app().clock.now())
  await json(await caller.put(`/api/v1/exams/${examId}/sections`, fitFindings(today)))
}

async function billed({ caller, examId }: Opened): Promise<Made> {
  const items = [{ code: 'KSKLX', quantity: 1 }]
  return json(await caller.post('/api/v1/invoices', { examId, items }))
}

describe('the patient’s page', () => {
  it('shows the visit from the first step to the last', async () => {
    const opened = await arrive()
    const link = await slipOf(opened)

    const first = await see(link)
    expect(first.status).toBe(200)
    expect(first.text).toContain(opened.name)
    expect(first.text).toContain('Khai tiền sử bệnh tại quầy tiếp đón')
    expect(first.text).toContain('Thu ngân chưa lập phiếu.')

    await examine(opened)
    expect((await see(link)).text).toContain('Đã xong 9/9 mục.')

    const invoice = await billed(opened)
    const due = await see(link)
    expect(due.text).toContain('Còn phải trả')
    expect(due.text).toContain(invoice.billCode)
    expect(due.text).toContain(app().deps.env.BANK_ACCOUNT_NAME)

    await json(
      await opened.caller.post(`/api/v1/exams/${opened.examId}/conclusion`, { outcome: 'fit' }),
    )
    const concluded = await see(link)
    expect(concluded.text).toContain('Bạn đủ điều kiện sức khỏe lái xe hạng B.')
    expect(concluded.text).toContain('Thanh toán xong thì tải được giấy khám sức khỏe tại đây.')
    expect((await app().request(`${link}/certificate.pdf`)).status).toBe(404)

    await json(
      await opened.caller.post(`/api/v1/invoices/${invoice.id}/payments`, {
        method: 'cash',
        tendered: invoice.total,
      }),
    )
    const paid = await see(link)
    expect(paid.text).toContain('Đã thanh toán đủ')
    expect(paid.text).toContain('Hồ sơ đổi giấy phép lái xe')
    expect(paid.text).toContain('Tải giấy khám sức khỏe (PDF)')
  })

  it('hands out the certificate, the bill and a code that pays it', async () => {
    const opened = await arrive()
    await examine(opened)
    const invoice = await billed(opened)
    const link = await slipOf(opened)

    const picture = await app().request(`${link}/qr.png`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    const bill = await app().request(`${link}/bill.pdf`)
    const billBytes = new Uint8Array(await bill.arrayBuffer())
    expect(await scanPage(billBytes, 1)).toBe(invoice.qr.payload)

    await json(
      await opened.caller.post(`/api/v1/exams/${opened.examId}/conclusion`, { outcome: 'fit' }),
    )
    const tendered = invoice.total
    await json(
      await opened.caller.post(`/api/v1/invoices/${invoice.id}/payments`, {
        method: 'cash',
        tendered,
      }),
    )
    const certificate = await app().request(`${link}/certificate.pdf`)
    expect(certificate.status).toBe(200)
    const { pages } = await readPdf(new Uint8Array(await certificate.arrayBuffer()))
    expect(pages.join(' ')).toContain(opened.name.toUpperCase())
    expect(pages.join(' ')).not.toContain('BẢN NHÁP')
    expect((await app().request(`${link}/qr.png`)).status).toBe(404)
  })

  it('shows one visit and nobody else’s', async () => {
    const [mine, other] = [await arrive(), await arrive()]
    await billed(other)
    const [myLink, otherLink] = [await slipOf(mine), await slipOf(other)]
    const seen = await see(myLink)
    expect(seen.text).toContain(mine.name)
    expect(seen.text).not.toContain(other.name)
    expect((await see(otherLink)).text).not.toContain(mine.name)
    expect((await app().request(`${myLink}/bill.pdf`)).status).toBe(404)
  })

  it('opens no other door of the house', async () => {
    const opened = await arrive()
    const secret = (await slipOf(opened)).split('/').at(-1)
    for (const path of [`/api/v1/exams/${opened.examId}`, `/api/v1/patients/${opened.patientId}`]) {
      const answer = await app().request(path, { headers: { authorization: `Bearer ${secret}` } })
      expect(answer.status).toBe(401)
    }
  })

  it('stops opening when a new slip is printed', async () => {
    const opened = await arrive()
    const before = await slipOf(opened)
    const after = await slipOf(opened)
    expect(before).not.toBe(after)
    expect((await see(after)).status).toBe(200)
    const gone = await see(before)
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('đến quầy tiếp đón để nhận phiếu mới')
    expect(gone.text).not.toContain(opened.name)
  })

  it('expires, and says what to do then', async () => {
    const opened = await arrive()
    const link = await slipOf(opened)
    const days = app().deps.env.VISIT_LINK_DAYS
    app().clock.hold(new Date(Date.now() + days * 86_400_000 + 60_000).toISOString())
    expect((await see(link)).status).toBe(404)
    expect((await see(link, 'en')).text).toContain('Bring your identity card to reception')
  })

  it.each(['x', 'A'.repeat(43), '..%2f..%2fetc'])(
    'knows nothing of the made-up link %s',
    async (secret) => {
      expect((await see(`/v/${secret}`)).status).toBe(404)
    },
  )

  it('keeps its address to itself', async () => {
    const { headers } = await see(await slipOf(await arrive()))
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('keeps only a hash of the secret, and no line of log holds it', async () => {
    const opened = await arrive()
    const secret = (await slipOf(opened)).split('/').at(-1) ?? ''
    await see(`/v/${secret}`)
    const [row] = await app().deps.database.query<{ access_hash: string }>(
      sql`SELECT access_hash FROM visit WHERE id = ${opened.visitId}`,
    )
    expect(row?.access_hash).not.toContain(secret)
    expect(app().logged.join('\n')).not.toContain(secret)
  })

  it('listens to the visit’s own topics only, under a seal', async () => {
    const answer = await app().request(await slipOf(await arrive()))
    const live = /data-live="([^"]+)"/.exec(await answer.text())?.[1]?.replaceAll('&amp;', '&')
    expect(live).toContain('visit%3A')
    const forged = live?.replace(/topics=[^&]+/, 'topics=facility%3Ax') ?? ''
    expect((await app().request(forged)).status).toBe(404)
  })
})

describe('the slip', () => {
  it('is printed by reception and by nobody who only reads', async () => {
    const { visitId } = await arrive()
    const lab = await app().as(['lab'])
    expect((await lab.post(`/visits/${visitId}/slip.pdf`, '')).status).toBe(403)
  })

  it('is not made by looking: a GET leads to the page with the button', async () => {
    const opened = await arrive()
    const link = await slipOf(opened)
    const answer = await opened.caller.get(`/visits/${opened.visitId}/slip.pdf`)
    expect(answer.status).toBe(303)
    const page = await opened.caller.get(`/visits/${opened.visitId}/slip`)
    expect(await page.text()).toContain('a slip printed before stops opening')
    expect((await see(link)).status).toBe(200)
  })

  it('of another facility’s visit is not there', async () => {
    const { visitId } = await arrive()
    const [other] = await app().deps.database.query<{ code: string }>(
      sql`SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE}`,
    )
    const stranger = await app().as(['reception'], { facility: other?.code ?? '' })
    expect((await stranger.post(`/visits/${visitId}/slip.pdf`, '')).status).toBe(404)
  })
})
