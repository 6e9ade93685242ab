import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { type FramedSite, openFramedSite } from './framed-site.tsx'
import { shown, trialView } from './trial-view.tsx'

const topic = 'queue:1'
const options = { live: [topic] }
let browser: Browser
let context: BrowserContext
let page: Page
let site: FramedSite
/** How often the page asked for itself again. */
let asked: number

beforeAll(async () => {
  browser = await openChromium()
  site = await openFramedSite(options, trialView)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})
beforeEach(async () => {
  options.live = [topic]
  shown.queue = 1
  asked = 0
  context = await browser.newContext()
  page = await context.newPage()
  await page.goto(site.url)
  await expect.poll(() => site.listeners()).toBe(1)
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch' && request.url() === site.url) asked += 1
  })
})
afterEach(() => context.close())

const moment = () => page.waitForTimeout(500)
const queueIs = (count: number) =>
  page.waitForFunction(
    (text) =>
      document.querySelector('[data-live-part=queue] .notice-title')?.textContent?.endsWith(text),
    `: ${count}`,
  )

async function setHidden(hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
  await expect.poll(() => site.listeners()).toBe(hidden ? 0 : 1)
}

it('does not ask when it comes back and nothing of its own happened', async () => {
  await setHidden(true)
  site.touch('queue:2')
  await setHidden(false)
  await moment()
  expect(asked).toBe(0)
})

it('asks once for all that it missed', async () => {
  await setHidden(true)
  shown.queue = 4
  site.touch(topic)
  site.touch(topic)
  await setHidden(false)
  await queueIs(4)
  await moment()
  expect(asked).toBe(1)
})

it('asks once more when something changed while it asked, however often', async () => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(site.url, async (route) => {
    const answer = await route.fetch()
    await held
    await route.fulfill({ response: answer })
  })
  shown.queue = 2
  site.touch(topic)
  await expect.poll(() => asked).toBe(1)
  await moment()
  shown.queue = 3
  for (let again = 0; again < 5; again += 1) site.touch(topic)
  await moment()
  expect(asked).toBe(1)
  letGo()
  await queueIs(3)
  await moment()
  expect(asked).toBe(2)
})

it('asks again when it got no answer', async () => {
  await page.route(site.url, (route) => (asked === 1 ? route.abort() : route.continue()))
  shown.queue = 5
  site.touch(topic)
  await queueIs(5)
  expect(asked).toBe(2)
})

it('does not forget a change that it got no answer about when it is hidden', async () => {
  await page.route(site.url, (route) => (asked === 1 ? route.abort() : route.continue()))
  shown.queue = 6
  site.touch(topic)
  await expect.poll(() => asked).toBe(1)
  await moment()
  await setHidden(true)
  await setHidden(false)
  await queueIs(6)
})

it('follows the page to topics that came with a change', async () => {
  options.live = [topic, 'invoice:1']
  site.touch(topic)
  await expect.poll(() => asked).toBe(1)
  await moment()
  shown.queue = 7
  site.touch('invoice:1')
  await queueIs(7)
  expect(site.listeners()).toBe(1)
})

it('lets who works see a crowd’s changes first, and spreads the rest', async () => {
  options.live = ['facility:1']
  await page.addInitScript(() => {
    Math.random = () => 0.5
    document.hasFocus = () => document.title === 'focused'
  })
  await page.goto(site.url)
  await expect.poll(() => site.listeners()).toBe(1)
  const address = await page.evaluate(() => document.body.dataset.live ?? '')
  const crowd = new AbortController()
  const signal = crowd.signal
  const { person } = site
  site.person = undefined
  for (let other = 0; other < 50; other += 1) await fetch(new URL(address, site.url), { signal })
  site.person = person
  const untilAsked = async () => {
    const began = performance.now()
    const before = asked
    site.touch('facility:1')
    await expect.poll(() => asked, { interval: 20, timeout: 5_000 }).toBe(before + 1)
    return performance.now() - began
  }
  expect(await untilAsked()).toBeGreaterThan(1_500)
  await moment()
  await page.evaluate(() => {
    document.title = 'focused'
  })
  expect(await untilAsked()).toBeLessThan(1_500)
  crowd.abort()
})
