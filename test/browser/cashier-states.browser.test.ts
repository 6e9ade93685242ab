import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { arrivedExam, issueBill, transfer } from '../billing/counter.ts'
import { type Caller, withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const password = 'thu ngân thử nghiệm 7'
let site: ServedApp
let browser: Browser
let page: Page
let cashier: Caller

beforeAll(async () => {
  const { database } = app().deps
  const [home] = await database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = '48001'`,
  )
  const admin = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' } as const
  const person = { username: 'thuquay', name: 'Cao Thị Thu', grants: ['cashier-manager'] }
  await createCast(app().deps, admin, [person], password)
  cashier = await app().as(['cashier-manager'])
  site = await serveApp(app())
  browser = await openChromium()
  const context = await browser.newContext({ locale: 'vi', reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.goto(`${site.url}/bills`)
  await page.fill('[name=username]', 'thuquay')
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("Thu phí")')
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** `SHOTS=<folder>` keeps what was seen, for a person to look at. */
async function expectNoFault(name: string): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 1366],
    ['dark', 683],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 768 })
    const { SHOTS } = process.env
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true })
      await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png`, fullPage: true })
    }
    expect(await axeFaults(page), name).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1366, height: 768 })
}

const open = (path: string) => page.goto(`${site.url}${path}`)

it('names what was paid too much and its next step', async () => {
  const bill = await issueBill(app(), cashier)
  await transfer(app(), { amount: 300_000, memo: bill.billCode })
  await open(`/bills/${bill.id}`)
  await page.waitForSelector('text=Trả thừa 50.000 đ')
  await expectNoFault('bill-over')
})

it('says that short cash took nothing, beside its field', async () => {
  const bill = await issueBill(app(), cashier)
  await open(`/bills/${bill.id}`)
  await page.keyboard.type('200000')
  await page.waitForSelector('text=Còn thiếu: 50.000 đ')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.error-summary')
  expect(await page.inputValue('[name=tendered]')).toBe('200000')
  await expectNoFault('bill-short')
})

it('fills the field with a note at one press', async () => {
  const bill = await issueBill(app(), cashier)
  await open(`/bills/${bill.id}`)
  await page.click('[data-tendered="500000"]')
  await page.waitForSelector('text=Tiền thối lại: 250.000 đ')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.settled-change:has-text("250.000 đ")')
  await expectNoFault('bill-change')
})

it('takes an issued bill back at once, and leads on from the cancelled one', async () => {
  const exam = await arrivedExam(app(), '48001', 'Phan Bội Châu')
  await open(`/bills/new?exam=${exam}`)
  await page.press('[name="quantity-KSKLX"]:focus', 'Enter')
  await page.waitForSelector('.said')
  await page.click('.said button')
  await page.waitForSelector('text=Phiếu đã hủy')
  await page.waitForSelector(`a[href="/bills/new?exam=${exam}"]`)
  await expectNoFault('bill-cancelled')
})

it('asks for a reason before it cancels', async () => {
  const bill = await issueBill(app(), cashier)
  await open(`/bills/${bill.id}`)
  await page.click('summary:has-text("Hủy phiếu")')
  await page.fill('[name=reason]', 'x')
  await page.click('button:has-text("Hủy phiếu")')
  await page.waitForSelector('.error-summary')
  await expectNoFault('bill-cancel-refused')
})

it('walks the price list with arrow keys and keeps what cannot be a quantity', async () => {
  const exam = await arrivedExam(app())
  await open(`/bills/new?exam=${exam}`)
  await page.press('[name="quantity-KSKLX"]:focus', 'ArrowDown')
  await page.keyboard.type('2')
  const [first = '', second = ''] = await page.locator('[data-line-sum]').allTextContents()
  expect([first, second === '']).toEqual(['250.000 đ', false])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('-1')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.error-summary')
  await expectNoFault('bill-new-refused')
})

it('gives the account where no code can pay', async () => {
  const bill = await issueBill(app(), cashier, [{ code: 'KSKLX', quantity: 2000 }])
  await open(`/bills/${bill.id}`)
  await page.waitForSelector('text=Trả bằng chuyển khoản thường')
  await expectNoFault('bill-no-code')
})

it('leads on where money came for nothing known', async () => {
  await transfer(app(), { amount: 123_000, memo: 'khong biet cua ai' })
  await open('/bank-transactions')
  await expectNoFault('bank-open')
  await page.click('text=khong biet cua ai')
  await page.click('button:has-text("Khớp vào phiếu này")')
  await page.waitForSelector('.error-summary')
  await expectNoFault('bank-refused')
})

it('works from issuing to the receipt without a script', async () => {
  const exam = await arrivedExam(app(), '48001', 'Lương Thế Vinh')
  const { cookies } = await page.context().storageState()
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'vi' })
  await plain.addCookies(cookies)
  const still = await plain.newPage()
  await still.goto(`${site.url}/bills/new?exam=${exam}`)
  expect(await still.textContent('[data-bill-total]')).toBe('250.000 đ')
  await still.click('form[action="/bills"] button[type=submit]')
  await still.fill('[name=tendered]', '300000')
  await still.click('button:has-text("Thu 250.000 đ")')
  expect(await still.textContent('.settled-change')).toContain('50.000 đ')
  const href = await still.getAttribute('a[href$="receipt.pdf"]', 'href')
  const receipt = await plain.request.get(`${site.url}${href}`)
  expect(receipt.headers()['content-type']).toBe('application/pdf')
  await plain.close()
})
