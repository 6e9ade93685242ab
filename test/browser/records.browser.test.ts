import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { writeAtCursor } from '../furnished/cursor.ts'
import { type Look, openLook, signInAs } from '../furnished/eyes.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'

let furnished: Furnished
let browser: Browser
let context: BrowserContext
let page: Page
const faults: string[] = []

beforeAll(async () => {
  furnished = await openFurnished()
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await furnished?.stop()
})
afterEach(async () => {
  await context?.close()
  expect(faults.splice(0)).toEqual([])
})

async function sit(username: string, look: Look, path: string): Promise<void> {
  const { app, baseUrl } = furnished.clinic
  context = await openLook(browser, look)
  await signInAs(context, app, baseUrl, username)
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(baseUrl + path)
}

async function isClean(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

const desk: Look = { size: 'desktop', scheme: 'light', lang: 'vi' }

it('is found by name and read from what stands out, by keyboard alone', async () => {
  await sit('hoso', desk, '/records')
  await isClean()
  await page.keyboard.press('/')
  await writeAtCursor(page, 'nguyen thi an')
  await page.keyboard.press('Enter')
  await page.waitForSelector('mark')
  await isClean()
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.matches('a.table-link'))) break
  }
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("Bệnh án của Nguyễn Thị An")')
  expect(await page.isVisible('.overview >> text=Bố tăng huyết áp')).toBe(true)
  await isClean()
  await page.click('summary:has-text("Ai đã xem và in")')
  expect(await page.isVisible('.record-views >> text=Xem bệnh án')).toBe(true)
  for (const fold of await page.locator('.overview-fold > summary').all()) await fold.click()
  await isClean()
})

it('shows why somebody was found unfit, on a phone in the dark', async () => {
  const phone: Look = { size: 'phone', scheme: 'dark', lang: 'en' }
  await sit('ketluan', phone, `/records/${furnished.visits.hung.patientId}`)
  expect(await page.isVisible('.badge-bad')).toBe(true)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(390)
  await isClean()
})

it('says what will be there before the first conclusion', async () => {
  await sit('hoso', desk, `/records/${furnished.visits.binh.patientId}`)
  expect(await page.textContent('main')).toContain('Chưa có lần khám nào kết luận')
  await isClean()
})

it('tells of a visit how long it waits and for what, to each what is theirs', async () => {
  const path = `/visits/${furnished.visits.dung.visitId}`
  await sit('thungan', desk, path)
  expect(await page.textContent('.steps')).toMatch(/chưa đủ tiền · đã chờ 1 giờ/)
  await isClean()
  await context.close()
  await sit('bacsi', desk, path)
  expect(await page.textContent('.steps')).not.toContain('Thu phí')
  await isClean()
})
