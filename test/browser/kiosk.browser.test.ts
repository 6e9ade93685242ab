import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { deviceCookie } from '../../src/identity/device.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { pairedDevice } from '../identity/device-cast.ts'
import { answersOf } from '../portal/kiosk-cast.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

let app: TestApp
let served: ServedApp
let browser: Browser
let context: BrowserContext
let page: Page

const person = {
  name: 'Lương Thị Đứng',
  birthDate: '1990-05-04',
  sex: 'female' as const,
  number: '048190001234',
}

beforeAll(async () => {
  app = await openTestApp()
  served = await serveApp(app)
  browser = await openChromium()
  const device = await pairedDevice(app, 'kiosk')
  const name = deviceCookie('kiosk')
  const value = device.cookies.get(name) ?? ''
  context = await browser.newContext({
    viewport: { width: 1080, height: 1700 },
    hasTouch: true,
    locale: 'vi',
    reducedMotion: 'reduce',
  })
  await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/kiosk', httpOnly: true }])
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
  await app?.close()
})
beforeEach(async () => {
  await page?.close()
  page = await context.newPage()
  page.setDefaultTimeout(5_000)
  await page.clock.install()
  await page.goto(`${served.url}/kiosk`)
})

const step = (name: string) => page.waitForURL(`**/kiosk/${name}`)
const next = () => page.locator('.kiosk-form .kiosk-actions .button-primary').tap()

const choose = (name: string | RegExp) =>
  page.getByRole('radio', { name, exact: typeof name === 'string' }).tap()

async function begin(): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu' }).tap()
  await step('card')
}

async function typeByHand(): Promise<void> {
  await next()
  await step('person')
  const { person: typed } = answersOf(person)
  for (const name of ['name', 'birthDate', 'identityCard.number', 'phone']) {
    await page.locator(`[name="${name}"]`).fill(typed[name] ?? '')
  }
  await choose('Nữ')
}

async function answerTheRest(): Promise<void> {
  await step('licence')
  await choose('Đổi')
  await choose(/^B · /)
  await next()
  await step('held')
  await page.getByRole('button', { name: 'Tôi không mang theo giấy phép' }).tap()
  for (const questions of ['family', 'health']) {
    await step(questions)
    await page.getByRole('button', { name: 'Không có gì trong các mục còn lại' }).tap()
    await page.locator('[value=false]:checked').first().waitFor({ state: 'attached' })
    await next()
  }
  await step('consent')
  for (const box of await page.getByRole('checkbox').all()) await box.check()
}

const visible = () => page.locator('body').textContent()

describe('a person at the kiosk', () => {
  it('registers standing, by touch alone, and every page leaves axe nothing to say', async () => {
    const faults: Record<string, unknown> = {}
    const look = async (name: string) => {
      const found = [...(await axeFaults(page)), ...((await overflowOf(page)) > 0 ? ['wide'] : [])]
      if (found.length > 0) faults[name] = found
      for (const control of await page
        .locator('.kiosk :is(a, button, .choice-option):visible')
        .all()) {
        const box = await control.boundingBox()
        if (box && box.height < 44) faults[`${name} ${await control.textContent()}`] = box.height
      }
    }
    await look('start')
    await begin()
    await look('card')
    await typeByHand()
    await look('person')
    await next()
    await answerTheRest()
    await look('consent')
    await next()
    await step('done')
    await look('done')
    expect(faults).toEqual({})
    expect(await page.locator('.kiosk-number').textContent()).toMatch(/^\d{3}$/)
    expect(await visible()).not.toContain(person.name)
    await page.getByRole('button', { name: 'Xong' }).tap()
    await page.waitForURL('**/kiosk')
  })

  it('is read from the card by a scanner that types, and shown what it says', async () => {
    const { cardQr = '', demographics } = people(today(app.clock)).an
    await begin()
    await page.locator('[data-use=scan-field]').fill(cardQr)
    await page.keyboard.press('Enter')
    await step('person')
    expect(await visible()).toContain(demographics.name)
    await page.getByRole('button', { name: 'Dừng và xóa' }).tap()
    await page.waitForURL('**/kiosk')
    await page.goBack()
    await page.waitForURL('**/kiosk')
    expect(await visible()).not.toContain(demographics.name)
  })

  it('hears each page by its heading, and each question by its name', async () => {
    await begin()
    await typeByHand()
    await next()
    await step('licence')
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await answerToHealth()
    const asthma = page.getByRole('radiogroup', { name: 'Hen phế quản' })
    await asthma.getByRole('radio', { name: 'Có' }).tap()
    await page.getByLabel(/^Ghi rõ: Hen phế quản/).fill('mẹ')
  })

  async function answerToHealth(): Promise<void> {
    await choose('Đổi')
    await choose(/^B · /)
    await next()
    await step('held')
    await page.getByRole('button', { name: 'Tôi không mang theo giấy phép' }).tap()
    await step('family')
  }
})

describe('the licence somebody holds', () => {
  it('is typed off it; what is wrong is named at its field, and it is there on the way back', async () => {
    await begin()
    await typeByHand()
    await next()
    await step('licence')
    await choose('Đổi')
    await choose(/^B · /)
    await next()
    await step('held')
    expect(await axeFaults(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    await page.getByLabel('Số giấy phép').fill('480165012345')
    await page.getByLabel('Ngày hết hạn').fill('30/02/2030')
    await page.keyboard.press('Enter')
    await page.locator('.error-summary').waitFor()
    expect(await axeFaults(page)).toEqual([])
    const summary = page.locator('.error-summary')
    expect(await summary.textContent()).toContain('Hạng đang giữ: Chọn hạng ghi trên giấy phép.')
    await summary.getByRole('link', { name: /Ngày hết hạn/ }).tap()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
      'heldLicence.expiresOn',
    )
    expect(await page.getByLabel('Số giấy phép').inputValue()).toBe('480165012345')
    await page.getByLabel('Ngày hết hạn').fill('28/02/2030')
    await choose('Hạng cũ (trước 2025)')
    await page.getByLabel('Hạng đang giữ').selectOption('B2')
    await next()
    await step('family')
    await page.locator('.kiosk-actions a').tap()
    await step('held')
    expect(await page.getByLabel('Ngày hết hạn').inputValue()).toBe('28/02/2030')
    expect(await page.getByLabel('Hạng đang giữ').inputValue()).toBe('B2')
  })
})

describe('the kiosk forgets', () => {
  it('who walks away: asks first, then empties the screen, the server and the way back', async () => {
    await begin()
    await typeByHand()
    await next()
    await step('licence')
    await page.goBack()
    await step('person')
    expect(await page.locator('[name=name]').inputValue()).toBe(person.name)
    await page.clock.runFor(46_000)
    await page.getByRole('dialog', { name: 'Bạn còn ở đó không?' }).waitFor()
    await page.clock.runFor(16_000)
    await page.waitForURL('**/kiosk')
    const rows = await app.deps.database.query(sql`SELECT 1 FROM kiosk_draft`)
    expect(rows).toEqual([])
    for (let back = 0; back < 4; back++) {
      await page.goBack({ timeout: 3_000 }).catch(() => null)
      const html = await page.content()
      expect(html).not.toContain(person.name)
      expect(html).not.toContain(person.number)
    }
  })

  it('nobody who says that they are still there', async () => {
    await begin()
    await typeByHand()
    for (let minute = 0; minute < 3; minute++) {
      await page.clock.runFor(46_000)
      await page.getByRole('button', { name: 'Tôi còn ở đây' }).tap()
    }
    expect(await page.locator('[name=name]').inputValue()).toBe(person.name)
    await next()
    await step('licence')
  })

  it('what is on the screen at once, even when it reaches nobody', async () => {
    await begin()
    await typeByHand()
    await context.setOffline(true)
    await page.clock.runFor(62_000)
    await expect.poll(visible).toContain('Ki-ốt đang mất kết nối')
    expect(await page.content()).not.toContain(person.name)
    expect(await page.locator('input[name=name]').count()).toBe(0)
    await context.setOffline(false)
    await page.clock.runFor(4_000)
    await page.waitForURL('**/kiosk')
  })

  it('nothing of what is typed when the network goes for a moment', async () => {
    await begin()
    await typeByHand()
    await context.setOffline(true)
    await next()
    await expect.poll(visible).toContain('Ki-ốt đang mất kết nối')
    await context.setOffline(false)
    await page.clock.runFor(4_000)
    await step('licence')
  })
})
