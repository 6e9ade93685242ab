import { afterEach, describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'
import { arrive, bill, concludeFit, examine, pay, slipOf } from './visitor.ts'

const app = withApp({ RELEASE_CERTIFICATE_UNPAID: false })
afterEach(() => app().clock.hold(undefined))

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

describe('the patient’s page', () => {
  it('shows the visit from the first step to the last', async () => {
    const opened = await arrive(app())
    const link = await slipOf(app(), opened)

    const first = await see(link)
    expect(first.status).toBe(200)
    expect(first.text).toContain(opened.name)
    expect(first.text).toContain('Khai ngay trên điện thoại này')
    expect(first.text).toContain('Thu ngân chưa lập phiếu.')

    await examine(app(), opened)
    expect((await see(link)).text).toContain('Đã xong 9/9 mục.')

    const invoice = await bill(opened)
    const due = await see(link)
    expect(due.text).toContain('Còn phải trả')
    expect(due.text).toContain(invoice.billCode)
    expect(due.text).toContain(app().deps.env.BANK_ACCOUNT_NAME)

    await concludeFit(opened)
    const concluded = await see(link)
    expect(concluded.text).toContain('Bạn đủ điều kiện sức khỏe lái xe hạng B.')
    expect(concluded.text).toContain('Thanh toán xong thì tải được giấy khám sức khỏe tại đây.')
    expect((await app().request(`${link}/certificate.pdf`)).status).toBe(404)

    await pay(opened, invoice)
    const paid = await see(link)
    expect(paid.text).toContain('Đã thanh toán đủ')
    expect(paid.text).toContain('Hồ sơ đổi giấy phép lái xe')
    expect(paid.text).toContain('Tải giấy khám sức khỏe (PDF)')
  })

  it('hands out the certificate, the bill and a code that pays it', async () => {
    const opened = await arrive(app())
    await examine(app(), opened)
    const invoice = await bill(opened)
    const link = await slipOf(app(), opened)

    const picture = await app().request(`${link}/qr.png`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    const print = await app().request(`${link}/bill.pdf`)
    const billBytes = new Uint8Array(await print.arrayBuffer())
    expect(await scanPage(billBytes, 1)).toBe(invoice.qr.payload)

    await concludeFit(opened)
    await pay(opened, invoice)
    const certificate = await app().request(`${link}/certificate.pdf`)
    expect(certificate.status).toBe(200)
    const { pages } = await readPdf(new Uint8Array(await certificate.arrayBuffer()))
    expect(pages.join(' ')).toContain(opened.name.toUpperCase())
    expect(pages.join(' ')).not.toContain('BẢN NHÁP')
    expect((await app().request(`${link}/qr.png`)).status).toBe(404)
  })

  it('shows one visit and nobody else’s', async () => {
    const [mine, other] = [await arrive(app()), await arrive(app())]
    await bill(other)
    const [myLink, otherLink] = [await slipOf(app(), mine), await slipOf(app(), other)]
    const seen = await see(myLink)
    expect(seen.text).toContain(mine.name)
    expect(seen.text).not.toContain(other.name)
    expect((await see(otherLink)).text).not.toContain(mine.name)
    expect((await app().request(`${myLink}/bill.pdf`)).status).toBe(404)
  })

  it('opens no other door of the house', async () => {
    const opened = await arrive(app())
    const secret = (await slipOf(app(), opened)).split('/').at(-1)
    for (const path of [`/api/v1/exams/${opened.examId}`, `/api/v1/patients/${opened.patientId}`]) {
      const answer = await app().request(path, { headers: { authorization: `Bearer ${secret}` } })
      expect(answer.status).toBe(401)
    }
  })

  it('stops opening when a new slip is printed', async () => {
    const opened = await arrive(app())
    const before = await slipOf(app(), opened)
    const after = await slipOf(app(), opened)
    expect(before).not.toBe(after)
    expect((await see(after)).status).toBe(200)
    const gone = await see(before)
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('đến quầy tiếp đón để nhận phiếu mới')
    expect(gone.text).not.toContain(opened.name)
  })

  it('expires, and says what to do then', async () => {
    const opened = await arrive(app())
    const link = await slipOf(app(), opened)
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
    const { headers } = await see(await slipOf(app(), await arrive(app())))
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('keeps only a hash of the secret, and no line of log holds it', async () => {
    const opened = await arrive(app())
    const secret = (await slipOf(app(), opened)).split('/').at(-1) ?? ''
    await see(`/v/${secret}`)
    const [row] = await app().deps.database.query<{ access_hash: string }>(
      sql`SELECT access_hash FROM visit WHERE id = ${opened.visitId}`,
    )
    expect(row?.access_hash).not.toContain(secret)
    expect(app().logged.join('\n')).not.toContain(secret)
  })

  it('listens to the visit’s own topics only, under a seal', async () => {
    const answer = await app().request(await slipOf(app(), await arrive(app())))
    const live = /data-live="([^"]+)"/.exec(await answer.text())?.[1]?.replaceAll('&amp;', '&')
    expect(live).toContain('visit%3A')
    const forged = live?.replace(/topics=[^&]+/, 'topics=facility%3Ax') ?? ''
    expect((await app().request(forged)).status).toBe(404)
  })
})

describe('the slip', () => {
  it('is printed by reception and by nobody who only reads', async () => {
    const { visitId } = await arrive(app())
    const lab = await app().as(['lab'])
    expect((await lab.post(`/visits/${visitId}/slip.pdf`, '')).status).toBe(403)
  })

  it('is not made by looking: a GET leads to the page with the button', async () => {
    const opened = await arrive(app())
    const link = await slipOf(app(), opened)
    const answer = await opened.caller.get(`/visits/${opened.visitId}/slip.pdf`)
    expect(answer.status).toBe(303)
    const page = await opened.caller.get(`/visits/${opened.visitId}/slip`)
    expect(await page.text()).toContain('a slip printed before stops opening')
    expect((await see(link)).status).toBe(200)
  })

  it('of another facility’s visit is not there', async () => {
    const { visitId } = await arrive(app())
    const [other] = await app().deps.database.query<{ code: string }>(
      sql`SELECT code FROM facility WHERE code <> ${app().deps.env.FACILITY_CODE}`,
    )
    const stranger = await app().as(['reception'], { facility: other?.code ?? '' })
    expect((await stranger.post(`/visits/${visitId}/slip.pdf`, '')).status).toBe(404)
  })
})
