import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive, bill, concludeFit, examine, slipOf, type Visitor } from '../portal/visitor.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  locale: 'vi',
}

let browser: Browser
let site: ServedApp
let context: BrowserContext
let page: Page
let faults: string[]
let visitor: Visitor
let link: string

beforeAll(async () => {
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})
beforeEach(async () => {
  faults = []
  context = await browser.newContext(phone)
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  visitor = await arrive(app())
  link = await slipOf(app(), visitor)
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

/** Whatever axe says by all its default rules, the best practices too. */
async function faultsOfPage(): Promise<string[]> {
  return axeFaults(page)
}

async function shows(words: string): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout: 10_000 })
}

/** The bank's word that the bill was paid, as SePay sends it. */
async function bankReports(billCode: string, amount: number): Promise<void> {
  const { env } = app().deps
  const body = {
    id: amount + billCode.length,
    gateway: 'Vietcombank',
    transactionDate: '2026-11-24 09:30:00',
    accountNumber: env.BANK_ACCOUNT,
    code: null,
    content: `MBVCB.1.${billCode}.CT tu 0905000000`,
    transferType: 'in',
    transferAmount: amount,
    accumulated: 0,
    subAccount: null,
    referenceCode: `FT${billCode}`,
    description: '',
  }
  const answer = await app().request('/webhooks/bank/sepay', {
    method: 'POST',
    headers: { authorization: `Apikey ${env.SEPAY_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}

describe('the patient with a phone', () => {
  it('sees the whole visit come about without reloading once', async () => {
    await page.goto(site.url + link)
    await shows('Khai ngay trên điện thoại này')
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }))
    expect(await faultsOfPage()).toEqual([])

    await examine(app(), visitor)
    await shows('Đã xong 9/9 mục.')

    const invoice = await bill(visitor)
    await shows('Nội dung chuyển khoản')
    expect(await page.locator('img[alt*="VietQR"]').getAttribute('src')).toContain('/qr.png')
    expect(await faultsOfPage()).toEqual([])

    await bankReports(invoice.billCode, invoice.total)
    await shows('Đã thanh toán đủ')

    await concludeFit(visitor)
    await shows('Bạn đủ điều kiện sức khỏe lái xe hạng B.')
    await shows('Hồ sơ đổi giấy phép đang đi; bạn không phải làm gì.')
    await shows('Hồ sơ đã đủ, đang chờ gửi đi.')
    expect(await faultsOfPage()).toEqual([])
    expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true)
  })

  it('copies the transfer message, and hears that it did', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { billCode } = await bill(visitor)
    await page.goto(site.url + link)
    await page.getByRole('button', { name: 'Sao chép nội dung chuyển khoản' }).press('Enter')
    await shows('Đã sao chép.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(billCode)
  })

  it('changes the language and comes back to the same page', async () => {
    await page.goto(site.url + link)
    await page.getByRole('button', { name: 'English' }).click()
    await shows('Your visit')
    expect(new URL(page.url()).pathname).toBe(link)
  })

  it('needs no script to see where the visit stands', async () => {
    const bare = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const still = await bare.newPage()
    await bill(visitor)
    await still.goto(site.url + link)
    expect(await still.textContent('main')).toContain('Nội dung chuyển khoản')
    expect(await still.getByRole('button', { name: /Sao chép/ }).count()).toBe(0)
    await bare.close()
  })

  it('loads the whole page in less than 60 kB, with the bill and its QR code', async () => {
    await bill(visitor)
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    let total = 0
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
      total += encodedDataLength
    })
    await page.goto(site.url + link)
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(1_500)
    const drawn = page.locator('.qr img')
    expect(await drawn.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    expect(total).toBeGreaterThan(20_000)
    expect(total).toBeLessThan(60_000)
  })

  it('never moves what is being read, not even where the network is slow', async () => {
    await bill(visitor)
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 60_000,
      uploadThroughput: 60_000,
    })
    await page.addInitScript(() => {
      const seen = { shift: 0 }
      Object.assign(window, { seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          seen.shift += (entry as PerformanceEntry & { value: number }).value
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(site.url + link, { waitUntil: 'networkidle' }).catch(() => undefined)
    await page.waitForTimeout(2_000)
    const shift = await page.evaluate(
      () => (window as unknown as { seen: { shift: number } }).seen.shift,
    )
    expect(shift).toBe(0)
  })

  it.each([320, 390, 683, 1366])(
    'finds nothing over the edge and every button a thumb high, %i px wide',
    async (width) => {
      await bill(visitor)
      await page.setViewportSize({ width, height: 844 })
      await page.goto(site.url + link)
      expect(await overflowOf(page)).toBe(0)
      const low = await page.$$eval(
        'main .button, main .glance-next a, main .visit-call, main summary',
        (all) =>
          all
            .filter((each) => each.getClientRects().length > 0)
            .filter((each) => each.getBoundingClientRect().height < 44)
            .map((each) => each.textContent),
      )
      expect(low).toEqual([])
      expect(await faultsOfPage()).toEqual([])
    },
  )

  it('is led by the certificate’s link to the page that proves it', async () => {
    await examine(app(), visitor)
    await concludeFit(visitor)
    await page.goto(site.url + link)
    const [proof] = await Promise.all([
      context.waitForEvent('page'),
      page.getByText('Trang xác thực giấy').click(),
    ])
    await proof.getByText('Giấy thật, còn giá trị').waitFor()
    page = proof
    expect(await faultsOfPage()).toEqual([])
    await page.goto(`${site.url}/verify/AAAA-AAAA-AAAA-AAAA-AAAA`)
    await page.getByRole('heading', { name: 'Không phải giấy thật' }).waitFor()
    expect(await faultsOfPage()).toEqual([])
    faults.length = 0
  })
})
