import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { furnish } from '../attacks/house.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const password = 'kiểm soát thử nghiệm 6'
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
  const auditor = { username: 'soatlai', name: 'Trương Thị Soát', grants: ['auditor'] }
  await createCast(app().deps, system, [auditor], password)
  await furnish(app())
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

async function open(width: number, height: number): Promise<void> {
  faults = []
  context = await browser.newContext({ locale: 'vi', viewport: { width, height } })
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(site.url)
  await page.fill('[name=username]', 'soatlai')
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("đăng nhập sai")')
}

async function looksRight(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}

it.each([
  [1366, 768],
  [390, 844],
])('an auditor finds who concluded an exam, on a screen %i wide', async (width, height) => {
  await open(width, height)
  await page.click('.page-actions a[href^="/audit"]')
  await page.waitForSelector('h1:has-text("Nhật ký truy cập")')
  await looksRight()
  await page.selectOption('[name=action]', 'exam.concluded')
  await page.click('.audit-filters button')
  await page.waitForURL('**action=exam.concluded**')
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.click('tbody summary')
  expect(await page.textContent('tbody')).toMatch(/GKSKLX.*Mã đối tượng/s)
  await looksRight()
  await page.goto(`${site.url}/audit?from=2026-02-02&to=2026-01-01`)
  expect(await page.textContent('.audit-filters')).toContain('không trước ngày đầu')
  await looksRight()
})
