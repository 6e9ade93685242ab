import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive, bill, concludeFit, examine, slipOf, type Visitor } from '../portal/visitor.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
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

async function seriousFaults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
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
    await shows('Khai tiền sử bệnh tại quầy tiếp đón')
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }))
    expect(await seriousFaults()).toEqual([])

    await examine(app(), visitor)
    await shows('Đã xong 9/9 mục.')

    const invoice = await bill(visitor)
    await shows('Nội dung chuyển khoản')
    expect(await page.locator('img[alt*="VietQR"]').getAttribute('src')).toContain('/qr.png')
    expect(await seriousFaults()).toEqual([])

    await bankReports(invoice.billCode, invoice.total)
    await shows('Đã thanh toán đủ')

    await concludeFit(visitor)
    await shows('Bạn đủ điều kiện sức khỏe lái xe hạng B.')
    await shows('Hồ sơ đã đủ, đang chờ gửi đi.')
    expect(await seriousFaults()).toEqual([])
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

  it('loads the whole page in less than 60 kB, and nothing runs over its edge', async () => {
    await bill(visitor)
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await page.goto(site.url + link)
    await page.waitForTimeout(800)
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total).toBeLessThan(60_000)
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over).toBe(0)
  })

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
    expect(await seriousFaults()).toEqual([])
  })
})
