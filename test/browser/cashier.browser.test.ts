import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { arrivedExam, transfer } from '../billing/counter.ts'
import { writeAtCursor } from '../furnished/cursor.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const password = 'thu ngân thử nghiệm 7'
let site: ServedApp
let browser: Browser
let context: BrowserContext
let page: Page
const faults: string[] = []

beforeAll(async () => {
  const { database } = app().deps
  const [home] = await database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = '48001'`,
  )
  const admin = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' } as const
  const person = { username: 'thuquay', name: 'Cao Thị Thu', grants: ['cashier-manager'] }
  await createCast(app().deps, admin, [person], password)
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  context = await browser.newContext({ locale: 'vi' })
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${site.url}/bills`)
  await page.fill('[name=username]', 'thuquay')
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("Thu phí")')
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

/** The name, Enter to the new bill, Enter to the issued one: its code. */
async function issueByKeyboard(name: string): Promise<string> {
  await writeAtCursor(page, name)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[name="quantity-KSKLX"]:focus')
  expect(await page.inputValue('[name="quantity-KSKLX"]')).toBe('1')
  expect(await page.textContent('[data-bill-total]')).toBe('250.000 đ')
  await expectAccessible()
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("Phiếu thanh toán HD")')
  const codes = await page.locator('dd strong').allTextContents()
  return codes.find((text) => /^LT[A-Z0-9]{9}$/.test(text)) ?? ''
}

async function expectAccessible(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

it('issues a bill without a mouse, and the bank’s news appears by itself', async () => {
  await arrivedExam(app(), '48001', 'Đinh Công Tráng')
  await expectAccessible()
  const code = await issueByKeyboard('Đinh Công Tráng')
  await expectAccessible()
  await page.waitForTimeout(500)
  await transfer(app(), { amount: 100_000, memo: code })
  await page.waitForSelector('text=Đã nhận 100.000 đ trong 250.000 đ')
  await expectAccessible()
  await transfer(app(), { amount: 150_000, memo: code })
  await page.waitForSelector('.settled:has-text("Đã thu đủ")')
  expect(await page.locator('[name=tendered]').count()).toBe(0)
  await expectAccessible()
})

it('takes cash without a mouse and says the change', async () => {
  await arrivedExam(app(), '48001', 'Tạ Quang Bửu')
  await issueByKeyboard('Tạ Quang Bửu')
  await page.keyboard.type('300000')
  await page.waitForSelector('text=Tiền thối lại: 50.000 đ')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.settled:has-text("Đã thu đủ")')
  expect(await page.textContent('.settled-change')).toContain('50.000 đ')
})

it('keeps a cash amount that is being typed when part of the money arrives', async () => {
  await arrivedExam(app(), '48001', 'Hồ Thị Kỷ')
  const code = await issueByKeyboard('Hồ Thị Kỷ')
  await page.waitForTimeout(500)
  await page.keyboard.type('1500')
  await transfer(app(), { amount: 100_000, memo: code })
  await page.waitForSelector('text=Đã nhận 100.000 đ trong 250.000 đ')
  await page.keyboard.type('00')
  expect(await page.inputValue('[name=tendered]')).toBe('150000')
})

it('gives money without a code to the bill that a person names', async () => {
  await arrivedExam(app(), '48001', 'Mạc Thị Bưởi')
  await issueByKeyboard('Mạc Thị Bưởi')
  await transfer(app(), { amount: 250_000, memo: 'tien kham cua em' })
  await page.goto(`${site.url}/bank-transactions`)
  await expectAccessible()
  await page.click('text=tien kham cua em')
  await page.check('text=Mạc Thị Bưởi')
  await page.click('button:has-text("Khớp")')
  await page.waitForSelector('.error-summary')
  await expectAccessible()
  await page.fill('[name=reason]', 'Người trả đưa ảnh chụp giao dịch.')
  await page.click('button:has-text("Khớp")')
  await page.waitForSelector('.badge:has-text("Khớp đúng")')
  await expectAccessible()
})
