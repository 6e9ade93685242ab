import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type FramedSite, openFramedSite } from './framed-site.tsx'
import { shown, trialView } from './trial-view.tsx'

let browser: Browser
let context: BrowserContext
let page: Page
let site: FramedSite
let faults: string[]

const notice = '[data-live-part=queue] .notice-title'

beforeAll(async () => {
  browser = await openChromium()
  site = await openFramedSite({ live: ['queue:1'] }, trialView)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  Object.assign(site, { posts: 0, answer: 200, person: 'person-1' })
  shown.queue = 1
  faults = []
  context = await browser.newContext({ locale: 'vi' })
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (422|503)|ERR_/.test(message.text())) {
      faults.push(message.text())
    }
  })
  await page.goto(site.url)
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

describe('a form', () => {
  it('is sent once, however often it is submitted', async () => {
    await page.fill('[name=note]', 'x')
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('form[data-keep]')
      for (let again = 0; again < 5; again += 1) form?.requestSubmit()
    })
    await page.waitForURL('**/done')
    expect(site.posts).toBe(1)
  })

  it('gives typing back after the page was left, to the same person, without the password', async () => {
    await page.fill('[name=note]', 'đau đầu')
    await page.fill('[name=password]', 'bí mật')
    await page.check('[name=diplopia][value=true]', { force: true })
    await page.waitForTimeout(500)
    await page.goto(site.url.replace('form', 'done'))
    await page.goto(site.url)
    expect(await page.inputValue('[name=note]')).toBe('đau đầu')
    expect(await page.inputValue('[name=password]')).toBe('')
    expect(await page.isChecked('[name=diplopia][value=true]')).toBe(true)
    expect(await page.textContent('#toasts')).toContain('Đã lấy lại')
    await page.click('#toasts button')
    expect(await page.inputValue('[name=note]')).toBe('')
  })

  it('gives nothing of one person to the next', async () => {
    await page.fill('[name=note]', 'đau đầu')
    await page.waitForTimeout(500)
    site.person = 'person-2'
    await page.goto(site.url)
    expect(await page.inputValue('[name=note]')).toBe('')
  })

  it('forgets what was sent and accepted', async () => {
    await page.fill('[name=note]', 'đã gửi')
    await page.click('text=Lưu')
    await page.waitForURL('**/done')
    await page.goto(site.url)
    expect(await page.inputValue('[name=note]')).toBe('')
  })

  it('keeps what was sent to a server that could not take it', async () => {
    site.answer = 503
    await page.fill('[name=note]', 'chưa ghi')
    await page.click('text=Lưu')
    await page.waitForSelector('body[data-status="503"]')
    await page.goto(site.url)
    expect(await page.inputValue('[name=note]')).toBe('chưa ghi')
  })

  it('comes back with its values and begins at its faults', async () => {
    site.answer = 422
    await page.fill('[name=note]', 'giữ lại')
    await page.click('text=Lưu')
    await page.waitForSelector('body[data-status="422"]')
    expect(await page.inputValue('[name=note]')).toBe('giữ lại')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    await page.click('.error-summary a')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-note')
  })

  it('marks a number that cannot be measured as soon as it is typed', async () => {
    await page.fill('[name=pulse]', '400')
    await page.keyboard.press('Tab')
    expect(await page.getAttribute('[name=pulse]', 'aria-invalid')).toBe('true')
    await page.fill('[name=pulse]', '72,5')
    await page.keyboard.press('Tab')
    expect(await page.getAttribute('[name=pulse]', 'aria-invalid')).toBeNull()
  })

  it('is chosen in by arrow keys', async () => {
    await page.focus('[name=colour][value=normal]')
    await page.keyboard.press('ArrowRight')
    expect(await page.isChecked('[name=colour][value=red]')).toBe(true)
  })
})

describe('a live page', () => {
  it('renews its part and leaves typing, caret and focus alone', async () => {
    await expect.poll(() => site.listeners()).toBe(1)
    await page.fill('[name=find]', 'Nguyễn')
    await page.fill('[name=note]', 'đang gõ')
    await page.focus('[name=find]')
    await page.keyboard.press('Home')
    shown.queue = 7
    site.touch('queue:1')
    await page.waitForFunction(
      (at) => document.querySelector(at)?.textContent === 'Đang chờ: 7',
      notice,
    )
    expect(await page.inputValue('[name=find]')).toBe('Nguyễn')
    expect(await page.inputValue('[name=note]')).toBe('đang gõ')
    await page.keyboard.type('>')
    expect(await page.inputValue('[name=find]')).toBe('>Nguyễn')
  })

  it('keeps the focus on a link inside the part', async () => {
    await expect.poll(() => site.listeners()).toBe(1)
    await page.focus('[data-live-part=queue] a')
    shown.queue = 8
    site.touch('queue:1')
    await page.waitForFunction(
      (at) => document.querySelector(at)?.textContent === 'Đang chờ: 8',
      notice,
    )
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/done')
  })

  it('holds no stream while hidden and catches up when seen again', async () => {
    await expect.poll(() => site.listeners()).toBe(1)
    await setHidden(true)
    await expect.poll(() => site.listeners()).toBe(0)
    shown.queue = 9
    site.touch('queue:1')
    await setHidden(false)
    await page.waitForFunction(
      (at) => document.querySelector(at)?.textContent === 'Đang chờ: 9',
      notice,
    )
    await expect.poll(() => site.listeners()).toBe(1)
  })
})

describe('a live page whose server goes away', () => {
  it('says so, and catches up when it is back', async () => {
    await expect.poll(() => site.listeners()).toBe(1)
    await context.setOffline(true)
    site.cut()
    await page.waitForSelector('.toast')
    expect(await page.textContent('.toast')).toContain('Mất kết nối')
    shown.queue = 5
    site.touch('queue:1')
    await context.setOffline(false)
    await page.waitForFunction(
      (at) => document.querySelector(at)?.textContent === 'Đang chờ: 5',
      notice,
    )
    expect(await page.locator('.toast').count()).toBe(0)
  })
})

describe('the frame', () => {
  it('changes language and stays on the page', async () => {
    await page.click('button[value=en]')
    await page.waitForSelector('html[lang=en]')
    expect(page.url()).toBe(site.url)
  })

  it('lets a keyboard skip to the content', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  it.each([
    ['light', 1366, 768],
    ['dark', 1366, 768],
    ['light', 390, 844],
    ['dark', 390, 844],
    ['light', 683, 384],
  ] as const)('leaves axe nothing to say in %s at %i × %i', async (colorScheme, width, height) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    site.answer = 422
    await page.click('text=Lưu')
    await page.waitForSelector('body[data-status="422"]')
    expect(await axeFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })
})

async function setHidden(hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}
