import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { formatDayMonthYear } from '../../src/core/calendar-date.ts'
import { createCast } from '../../src/identity/commands.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { writeAtCursor } from '../furnished/cursor.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const password = 'tiếp đón thử nghiệm 5'
let site: ServedApp
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  const [home] = await app().deps.database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`,
  )
  const system = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' } as const
  const clerk = { username: 'quaytiepdon', name: 'Lê Thị Quầy', grants: ['reception'] }
  await createCast(app().deps, system, [clerk], password)
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  faults = []
  context = await browser.newContext({ locale: 'vi', viewport: { width: 1366, height: 768 } })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(message.text())
    }
  })
  await page.goto(site.url)
  await writeAtCursor(page, 'quaytiepdon')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell h1')
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

async function isClean(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

/** Presses Tab until what is meant has the keyboard, as a hand without a mouse would. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (there) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${selector}`)
}

async function keys(...presses: string[]): Promise<void> {
  for (const key of presses) await page.keyboard.press(key)
}

it('takes An from her card to an open exam and her slip, by scanner and keyboard alone', async () => {
  const { an } = people(today(app().clock))
  await keys('g', 'p')
  await page.waitForURL('**/patients')
  await isClean()
  // The search field has the cursor: what is typed in it is no shortcut.
  await keys('n')
  expect(await page.inputValue('[name=q]')).toBe('n')
  await tabTo('a[href="/patients/new"]')
  await keys('Enter')
  await page.waitForURL('**/patients/new')
  await isClean()
  await writeAtCursor(page, an.cardQr ?? '')
  await keys('Enter')
  await page.waitForSelector(`.toast:has-text("Đã tiếp nhận ${an.demographics.name}.")`)
  expect(await page.textContent('h1')).toBe(an.demographics.name)
  await isClean()

  await writeAtCursor(page, '0905 123 456')
  await keys('Enter')
  await page.waitForSelector('.toast:has-text("Đã lưu số điện thoại.")')
  expect(await page.textContent('main')).toContain('0905123456')
  await isClean()

  await keys('n')
  await page.waitForURL('**/exams/new**')
  await fillOpening(an)
  await page.waitForURL(/\/exams\/[0-9a-f-]{36}/)

  await keys('g', 'p')
  await page.waitForURL('**/patients')
  await writeAtCursor(page, 'nguyen thi an')
  await keys('Enter')
  await page.waitForSelector('mark')
  await isClean()
  await tabTo('a.table-link')
  await keys('Enter')
  await page.waitForSelector('.badge:has-text("Đã đến")')
  await isClean()
  await keys('o')
  await page.waitForURL('**/visits/*')
  expect(await page.textContent('h1')).toContain(an.demographics.name)
  await isClean()
  const printed = context.waitForEvent('response', (answer) => answer.url().endsWith('/slip.pdf'))
  await keys('i')
  expect((await printed).headers()['content-type']).toContain('application/pdf')
  await page.bringToFront()
  await page.reload()
  expect(await page.textContent('main')).toContain('Đã in')
})

/** Goes down a list of choices by the arrow key until the one that is meant stands in it. */
async function choose(selector: string, value: string): Promise<void> {
  await tabTo(selector)
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.inputValue(selector)) === value) return
    await keys('ArrowDown')
  }
  throw new Error(`${selector} never came to ${value}`)
}

async function fillOpening({ heldLicence }: ReturnType<typeof people>['an']): Promise<void> {
  await choose('[name=licenceClass]', 'B')
  await tabTo('[name=purpose]')
  for (let at = 0; at < 5; at += 1) {
    await keys('ArrowDown')
    if (await page.isChecked('[name=purpose][value=renewal]')) break
  }
  await tabTo('[name="heldLicence.number"]')
  await page.keyboard.type(heldLicence?.number ?? '')
  await choose('[name="heldLicence.scheme"]', 'pre-2025')
  await choose('[name="heldLicence.class"]', 'B2')
  await tabTo('[name="heldLicence.expiresOn"]')
  await page.keyboard.type(heldLicence?.expiresOn ? formatDayMonthYear(heldLicence.expiresOn) : '')
  for (const consent of ['exam', 'renewal']) {
    await tabTo(`[name="consents.${consent}"]`)
    await keys('Space')
  }
  await keys('Enter')
}

it('takes a mistyped number back', async () => {
  const { minh } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await writeAtCursor(page, minh.cardQr ?? '')
  await keys('Enter')
  await page.waitForURL('**/patients/*-*')
  await writeAtCursor(page, '0905 111 111')
  await keys('Enter')
  await page.waitForSelector('text=0905111111')
  await page.click('summary:has-text("Đổi số")')
  await page.fill('[name=phone]', '0905 222')
  await keys('Enter')
  await page.waitForSelector('.field-error')
  await isClean()
  await page.fill('[name=phone]', '0905 222 222')
  await keys('Enter')
  await page.waitForSelector('text=0905222222')
  await keys('z')
  await page.waitForSelector('text=0905111111')
  await isClean()
  // Nothing of either number stands in an address.
  expect(page.url()).not.toMatch(/0905/)
})

it('looks before it makes a second record of one person', async () => {
  const { hung } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await writeAtCursor(page, hung.cardQr ?? '')
  await keys('Enter')
  await page.waitForSelector('.toast:has-text("Đã tiếp nhận")')

  await page.goto(`${site.url}/patients/new`)
  await tabTo('a[href="/patients/new?by=hand"]')
  await keys('Enter')
  await page.waitForSelector('form[action="/patients"]')
  await isClean()
  await page.fill('[name=birthDate]', '31/02/1993')
  await page.click('form[action="/patients"] .button-primary')
  await page.waitForSelector('.error-summary')
  expect(await page.textContent('.error-summary')).toContain('Không có ngày này')
  await isClean()
  await page.fill('[name=name]', 'TRAN VAN HUNG')
  await page.fill('[name=birthDate]', formatDayMonthYear(hung.demographics.birthDate))
  await page.click('label:has([name=sex][value=male])')
  await page.click('form[action="/patients"] .button-primary')
  await page.waitForSelector('h1:has-text("Có thể đã có hồ sơ")')
  expect(await page.textContent('table')).toContain(hung.demographics.identityCard?.number)
  await isClean()
  await page.click('text=Đây là người khác')
  await page.waitForSelector('.toast:has-text("Đã tiếp nhận")')
})

it('shows what a newer card says otherwise, and follows it', async () => {
  const { dung } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await writeAtCursor(page, dung.cardQr ?? '')
  await keys('Enter')
  await page.waitForSelector('.toast:has-text("Đã tiếp nhận")')
  const newer = (dung.cardQr ?? '').split('|')
  newer[5] = '7 Nguyễn Văn Thoại, phường An Hải, thành phố Đà Nẵng'
  await page.goto(`${site.url}/patients/new`)
  await writeAtCursor(page, newer.join('|'))
  await keys('Enter')
  await page.waitForSelector('h1:has-text("Thẻ khác với hồ sơ đã có")')
  expect(await page.locator('.differs').count()).toBeGreaterThan(0)
  await isClean()
  await page.click('text=Cập nhật hồ sơ theo thẻ')
  await page.waitForSelector('text=7 Nguyễn Văn Thoại')
})

it('hears at once that what was scanned is no card, and scans again', async () => {
  const { tam } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await writeAtCursor(page, 'https://example.com')
  await keys('Enter')
  await page.waitForSelector('.field-error')
  await isClean()
  await writeAtCursor(page, tam.cardQr ?? '')
  await keys('Enter')
  await page.waitForSelector('.toast:has-text("Đã tiếp nhận")')
})

it('amends a person, and hears what is wrong before anything is kept', async () => {
  const { khoa } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await writeAtCursor(page, khoa.cardQr ?? '')
  await keys('Enter')
  await page.waitForURL('**/patients/*-*')
  await page.goto(`${page.url().split('?')[0]}/edit`)
  await isClean()
  await page.fill('[name="identityCard.number"]', '123')
  await page.fill('[name=birthDate]', '1/1/99')
  await page.click('main .button-primary')
  await page.waitForSelector('.error-summary')
  expect(await page.textContent('.error-summary')).toContain('đủ bốn số của năm')
  await isClean()
})

it('finds nobody, and is asked for more than a letter', async () => {
  await page.goto(`${site.url}/patients?q=zzzz`)
  await page.waitForSelector('text=Không tìm thấy ai')
  await isClean()
  await page.goto(`${site.url}/patients?q=z`)
  await page.waitForSelector('.field-error')
  await isClean()
})
