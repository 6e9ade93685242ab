import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const password = 'quản trị thử nghiệm 5'
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
  const people = [
    { username: 'sep.ly', name: 'Lý Văn Sếp', grants: ['admin'] },
    { username: 'quay.ly', name: 'Lý Thị Quầy', grants: ['reception'] },
  ]
  await createCast(app().deps, system, people, password)
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
})
afterEach(async () => {
  app().clock.hold(undefined)
  await context.close()
  expect(faults).toEqual([])
})

async function isClean(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

async function signIn(username: string, to = '/'): Promise<void> {
  await page.goto(site.url + to)
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell h1')
}

it('shows the password while it is typed, and tells of Caps Lock', async () => {
  await page.goto(`${site.url}/sign-in`)
  await isClean()
  await page.fill('[name=password]', 'thấy được')
  await page.click('.password-show')
  expect(await page.getAttribute('[name=password]', 'type')).toBe('text')
  await isClean()
  await page.click('.password-show')
  expect(await page.getAttribute('[name=password]', 'type')).toBe('password')
  await page.$eval('[name=password]', (field) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true })),
  )
  expect(await page.textContent('.password-caps')).toBe('Phím Caps Lock đang bật.')
})

it('says what was wrong, and when one may try again', async () => {
  await page.goto(`${site.url}/sign-in`)
  for (let tries = 0; tries < 5; tries += 1) {
    await page.fill('[name=username]', 'nobody.here')
    await page.fill('[name=password]', 'sai rồi')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.notice-error')
    if (tries === 0) {
      expect(await page.inputValue('[name=username]')).toBe('nobody.here')
      await isClean()
    }
  }
  expect(await page.textContent('.notice-error')).toMatch(/thử lại sau \d+ phút/)
  await isClean()
})

it('fits 320 pixels', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${site.url}/sign-in`)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(320)
  await isClean()
})

it('says that the session is over, that typing is kept, and leads back to it', async () => {
  const start = Date.now()
  app().clock.hold(new Date(start).toISOString())
  await signIn('quay.ly', '/patients/new?by=hand')
  await page.fill('[name=name]', 'Đang Gõ Dở')
  await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => /^draft:/.test(key)))
  app().clock.hold(new Date(start + 61 * 60_000).toISOString())
  await page.click('form[action="/patients"] .button-primary')
  await page.waitForURL('**/sign-in**')
  expect(await page.textContent('.notice')).toContain('quá 60 phút không thao tác')
  expect(await page.isVisible('text=vẫn được giữ trên máy này')).toBe(true)
  expect(await page.inputValue('[name=username]')).toBe('quay.ly')
  await isClean()
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/patients/new?by=hand')
  expect(await page.inputValue('[name=name]')).toBe('Đang Gõ Dở')
})

it('makes an account, disables it and takes that back', async () => {
  await signIn('sep.ly')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.waitForURL('**/staff')
  await isClean()
  await page.keyboard.press('n')
  await page.waitForURL('**/staff/new')
  await isClean()
  await page.click('main .button-primary')
  await page.waitForSelector('.error-summary')
  await isClean()
  await page.fill('[name=name]', 'Lê Thị Mới')
  await page.fill('[name=username]', 'moi.le')
  await page.check('[name="grant:reception"]', { force: true })
  await page.click('main .button-primary')
  await page.waitForSelector('.one-time-password')
  expect(await page.textContent('.one-time-password')).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  await isClean()

  await page.click('main .button-primary')
  await page.waitForURL('**/staff')
  await page.fill('[data-filter]', 'moi')
  await page.click('a:has-text("Lê Thị Mới")')
  await page.waitForSelector('h1:has-text("Lê Thị Mới")')
  await isClean()
  await page.click('button:has-text("Khóa tài khoản")')
  await page.waitForSelector('.toast:has-text("Đã khóa tài khoản của Lê Thị Mới.")')
  await page.waitForSelector('.badge:has-text("Đã khóa")')
  await isClean()
  await page.click('.toast button:has-text("Hoàn tác")')
  await page.waitForSelector('.toast:has-text("Đã mở lại tài khoản của Lê Thị Mới.")')
  expect(await page.locator('.badge:has-text("Đã khóa")').count()).toBe(0)

  await page.click('a:has-text("Cấp lại mật khẩu")')
  await page.waitForSelector('dialog[open]')
  await isClean()
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
})

it('makes a token that is seen once, and asks before it is revoked', async () => {
  await signIn('sep.ly', '/tokens/new')
  await isClean()
  await page.click('main .button-primary')
  await page.waitForSelector('.error-summary')
  await isClean()
  await page.fill('[name=name]', 'Máy đếm số')
  await page.check('[name="grant:reception"]', { force: true })
  await page.click('main .button-primary')
  await page.waitForSelector('.one-time-password')
  const token = (await page.textContent('.one-time-password')) ?? ''
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  expect((await app().request('/api/v1/patients?q=an', { headers })).status).toBe(200)
  await isClean()
  await page.click('main .button-primary')
  await page.waitForURL('**/tokens')
  await isClean()
  await page.click('tr:has-text("Máy đếm số") a:has-text("Thu hồi")')
  await page.click('dialog[open] .button-danger')
  await page.waitForSelector('.toast:has-text("Đã thu hồi mã truy cập.")')
  expect((await app().request('/api/v1/patients?q=an', { headers })).status).toBe(401)
})

it('asks on a page of its own where no script runs', async () => {
  const bare = await browser.newContext({ locale: 'vi', javaScriptEnabled: false })
  page = await bare.newPage()
  await signIn('sep.ly', '/staff')
  await page.click('a:has-text("Lý Thị Quầy")')
  await page.click('a:has-text("Cấp lại mật khẩu")')
  await page.waitForURL('**/reset-password')
  expect(await page.textContent('main')).toContain('không lấy lại được')
  await page.click('main .button-danger')
  await page.waitForSelector('.one-time-password')
  await bare.close()
})

it('tells the rules of a new password before they are broken', async () => {
  await signIn('sep.ly', '/password')
  await isClean()
  await page.fill('[name=current]', password)
  await page.fill('[name=next]', 'một câu dễ nhớ hơn')
  await page.fill('[name=repeated]', 'một câu dễ nhớ hơn!')
  expect(await page.locator('.rule.is-met').count()).toBe(2)
  await page.click('main .button-primary')
  await page.waitForSelector('.error-summary')
  expect(await page.textContent('.error-summary')).toContain('mật khẩu cũ vẫn dùng được')
  await isClean()
  await page.fill('[name=current]', password)
  await page.fill('[name=next]', 'một câu dễ nhớ hơn')
  await page.fill('[name=repeated]', 'một câu dễ nhớ hơn')
  await page.click('main .button-primary')
  await page.waitForSelector('.toast:has-text("Đã đổi mật khẩu.")')
})
