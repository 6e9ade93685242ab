import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { today } from '../../src/platform/clock.ts'
import { type ServedApp, serveApp } from '../browser/served-app.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { cameraFilm } from './camera-film.ts'

const app = withApp()
const folder = mkdtempSync(join(tmpdir(), 'lienthong-scan-'))
let site: ServedApp
let browser: Browser
let page: Page
let token: string
let cards: ReturnType<typeof people>

beforeAll(async () => {
  cards = people(today(app().clock))
  const film = join(folder, 'camera.y4m')
  writeFileSync(film, cameraFilm(cards.khoa.cardQr ?? ''))
  browser = await openChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])
  site = await serveApp(app())
  token = (await app().as(['reception'])).token
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
    permissions: ['camera'],
  })
  page = await context.newPage()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function isRegistered(name: string): Promise<void> {
  await page.waitForSelector(`text=Đã tiếp nhận ${name}.`)
  expect(await page.textContent('h1')).toBe(name)
}

describe('a card is read', () => {
  test('by a scanner that types into the focused field and presses Enter', async () => {
    await page.goto(`${site.url}/patients/new`)
    await page.keyboard.type(cards.an.cardQr ?? '')
    await page.keyboard.press('Enter')
    await isRegistered(cards.an.demographics.name)
  })

  test('from a photo in which the code is a small part', async () => {
    const photo = join(folder, 'card.png')
    await QRCode.toFile(photo, cards.dung.cardQr ?? '', { width: 420, margin: 90 })
    await page.goto(`${site.url}/patients/new`)
    await page.setInputFiles('[data-use="scan-photo"]', photo)
    await isRegistered(cards.dung.demographics.name)
  })

  test('by the camera', async () => {
    await page.goto(`${site.url}/patients/new`)
    await page.click('[data-use="scan-camera"]')
    await isRegistered(cards.khoa.demographics.name)
  })

  test('by a scanner where JavaScript is off', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    })
    const bare = await plain.newPage()
    await bare.goto(`${site.url}/patients/new`)
    expect(await bare.isVisible('[data-use="scan-camera"]')).toBe(false)
    await bare.fill('[name=identityCardQr]', cards.binh.cardQr ?? '')
    await bare.press('[name=identityCardQr]', 'Enter')
    await bare.waitForURL(/said=registered/)
    expect(await bare.textContent('h1')).toBe(cards.binh.demographics.name)
    await plain.close()
  })

  test('not from a photo without a code, which says so', async () => {
    const photo = join(folder, 'nothing.png')
    await page.goto(`${site.url}/patients/new`)
    await page.screenshot({ path: photo })
    await page.setInputFiles('[data-use="scan-photo"]', photo)
    await expect
      .poll(() => page.textContent('[data-scan-said]'), { timeout: 15_000 })
      .toContain('Không thấy mã QR')
  })
})

test('a large picture becomes a portrait of 4:6 that fits', async () => {
  const photo = join(folder, 'large.png')
  await page.setViewportSize({ width: 2600, height: 2000 })
  await page.screenshot({ path: photo })
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`${site.url}/patients?q=${encodeURIComponent(cards.an.demographics.name)}`)
  await page.click('.table-link')
  await page.click('summary:has-text("Thêm ảnh")')
  await page.setInputFiles('[name="portrait"]', photo)
  const name = () =>
    page.evaluate(
      () => document.querySelector<HTMLInputElement>('[name=portrait]')?.files?.[0]?.name,
    )
  await expect.poll(name).toBe('portrait.jpg')
  await page.waitForSelector('[data-portrait-preview]:not([hidden])')
  await page.click('form[enctype] button')
  await page.waitForSelector('text=Đã lưu ảnh chân dung.')
  const size = await page.evaluate(async () => {
    const picture = document.querySelector<HTMLImageElement>('.portrait img')
    await picture?.decode()
    return [picture?.naturalWidth, picture?.naturalHeight]
  })
  expect(size).toEqual([800, 1200])
})

test.each([
  ['home', '/'],
  ['the list', '/patients'],
  ['registering', '/patients/new'],
])('axe finds nothing on %s', async (_, path) => {
  await page.goto(`${site.url}${path}`)
  expect(await axeFaults(page)).toEqual([])
})

test('axe finds nothing on a person and on their form', async () => {
  await page.goto(`${site.url}/patients`)
  await page.click('.table-link')
  const person = page.url().replace(/[?#].*/, '')
  for (const path of ['', '/edit']) {
    await page.goto(person + path)
    expect(await axeFaults(page)).toEqual([])
  }
})
