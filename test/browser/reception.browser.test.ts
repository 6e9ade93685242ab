import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { createCast } from '../../src/identity/commands.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
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
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(message.text())
    }
  })
  await page.goto(site.url)
  await page.fill('[name=username]', 'quaytiepdon')
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("đang chờ")')
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

async function isAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  )
}

it('takes An from her card to an open exam, by scanner and keyboard', async () => {
  const { an } = people(today(app().clock))
  await page.click('text=Tiếp nhận người khám')
  await page.waitForURL('**/patients/new')
  await page.keyboard.type(an.cardQr ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL('**said=registered')
  expect(await page.textContent('h1')).toBe(an.demographics.name)
  await page.keyboard.type('0905 123 456')
  await page.keyboard.press('Enter')
  await page.waitForURL('**said=updated')
  expect(await page.textContent('main')).toContain('0905123456')
  await isAccessible()

  await page.click('text=Mở lượt khám')
  await page.selectOption('[name=licenceClass]', 'B')
  await page.check('[name=purpose][value=renewal]', { force: true })
  await page.fill('[name="heldLicence.number"]', an.heldLicence?.number ?? '')
  await page.selectOption('[name="heldLicence.scheme"]', 'pre-2025')
  await page.selectOption('[name="heldLicence.class"]', 'B2')
  await page.fill('[name="heldLicence.expiresOn"]', an.heldLicence?.expiresOn ?? '')
  await page.check('[name="consents.exam"]', { force: true })
  await page.check('[name="consents.renewal"]', { force: true })
  await page.click('form[action="/exams"] .button-primary')
  await page.waitForURL(/\/exams\/[0-9a-f-]{36}/)

  await page.goto(site.url)
  await page.click(`#main >> text=${an.demographics.name}`)
  await page.waitForURL('**/visits/*')
  expect(await page.textContent('h1')).toContain(an.demographics.name)
  await isAccessible()
})

it('looks before it makes a second record of one person', async () => {
  const { hung } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await page.keyboard.type(hung.cardQr ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL('**said=registered')

  await page.goto(`${site.url}/patients/new`)
  await page.click('summary')
  await page.fill('[name=name]', 'TRAN VAN HUNG')
  await page.fill('[name=birthDate]', hung.demographics.birthDate)
  await page.click('label:has([name=sex][value=male])')
  await page.click('form[action="/patients"] .button-primary')
  await page.waitForSelector('h1:has-text("Có thể đã có hồ sơ")')
  expect(await page.textContent('table')).toContain(hung.demographics.identityCard?.number)
  await isAccessible()
  await page.click('text=Đây là người khác')
  await page.waitForURL('**said=registered')
})

it('hears at once that what was scanned is no card, and scans again', async () => {
  const { minh } = people(today(app().clock))
  await page.goto(`${site.url}/patients/new`)
  await page.keyboard.type('https://example.com')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.field-error')
  await isAccessible()
  await page.keyboard.type(minh.cardQr ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL('**said=registered')
})
