import { once } from 'node:events'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { callNext } from '../../src/frontdesk/call-commands.ts'
import { takeStation } from '../../src/frontdesk/duty-commands.ts'
import { finish, recall } from '../../src/frontdesk/stop-commands.ts'
import { deviceCookie } from '../../src/identity/device.ts'
import { type Floor, openFloor } from '../frontdesk/floor.ts'
import { pairedDevice } from '../identity/device-cast.ts'
import { arrive } from '../portal/visitor.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'

let app: TestApp
let floor: Floor
let browser: Browser
let context: BrowserContext
let page: Page
let server: Server
let port = 0

beforeAll(async () => {
  app = await openTestApp()
  floor = await openFloor(app)
  browser = await openChromium()
  await start()
  context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  await context.addInitScript(recordVoice)
  await pairInto(context, 'board')
  page = await context.newPage()
  await page.goto(`${url()}/board`)
})
afterAll(async () => {
  await browser?.close()
  await halt()
  await app?.close()
})

const url = () => `http://127.0.0.1:${port}`

/** The same address again after a halt, as a server that comes back. */
async function start(): Promise<void> {
  const { fetch } = createApp(app.deps, {
    migrated: () => true,
    seeded: () => true,
    worker: () => 'elsewhere',
  })
  server = serve({ fetch, port, hostname: '127.0.0.1' }) as Server
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
}

async function halt(): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

async function pairInto(into: BrowserContext, kind: 'board' | 'kiosk'): Promise<void> {
  const device = await pairedDevice(app, kind)
  const value = device.cookies.get(deviceCookie(kind)) ?? ''
  await into.addCookies([
    { name: deviceCookie(kind), value, domain: '127.0.0.1', path: `/${kind}`, httpOnly: true },
  ])
}

/** A voice that says nothing and remembers what it was asked to say. */
function recordVoice(): void {
  const said: string[] = []
  const voices = ['vi-VN', 'en-US'].map((lang) => ({ lang, name: lang }))
  Object.assign(globalThis, { said })
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
    value: class extends EventTarget {
      lang = ''
      constructor(readonly text: string) {
        super()
      }
    },
  })
  Object.defineProperty(globalThis, 'speechSynthesis', {
    value: {
      getVoices: () => voices,
      cancel() {},
      speak(utterance: EventTarget & { text: string; lang: string }) {
        said.push(`${utterance.lang} ${utterance.text}`)
        setTimeout(() => utterance.dispatchEvent(new Event('end')))
      },
    },
  })
}

const said = () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
const shown = (room: string) =>
  page.locator('.board-station', { hasText: room }).locator('.board-number').textContent()

/** Somebody comes, waits somewhere, and is called there. */
async function called() {
  const { visitId } = await arrive(app)
  const { stationId = '' } = await floor.ticket(visitId)
  return calledAt(stationId)
}

async function calledAt(stationId: string) {
  const station = floor.stations.find(({ id }) => id === stationId)
  if (!station) throw new Error('nobody waits there')
  const doctor = floor.person(station.name, 'examiner', 'lab', 'reception', 'cashier', 'concluder')
  await takeStation(app.deps, doctor, { stationId })
  const ticket = await callNext(app.deps, doctor, { stationId })
  if (!ticket) throw new Error('nobody was called')
  const number = String(ticket.number).padStart(3, '0')
  const at = { stationId, visitId: ticket.visitId }
  return { number, count: ticket.number, station, doctor, at }
}

describe('the board', () => {
  it('shows a call within a second, and says it once in Vietnamese and once in English', async () => {
    const { number, count, station, doctor, at } = await called()
    await expect.poll(() => shown(station.room), { timeout: 1_000 }).toBe(number)
    const call = [
      `vi-VN Mời số ${count} đến ${station.room}.`,
      expect.stringMatching(new RegExp(`^en-US Number ${count}, please`)),
    ]
    await expect.poll(said).toEqual(call)
    await page.reload()
    await expect.poll(() => shown(station.room)).toBe(number)
    await page.waitForTimeout(1_500)
    expect(await said()).toEqual([])
    await recall(app.deps, doctor, at)
    await expect.poll(said).toEqual(call)
  })

  it('can be read from eight metres: numbers and rooms are tall, and all of it fits', async () => {
    for (let n = 0; n < 6; n++) await called()
    const sizes = await page.evaluate(() => {
      const size = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) =>
          Number.parseFloat(getComputedStyle(element).fontSize),
        )
      const cut = [...document.querySelectorAll('.board-room, .board-number')].filter(
        (element) => element.scrollWidth > element.clientWidth + 1,
      )
      return { numbers: size('.board-number'), rooms: size('.board-room'), cut: cut.length }
    })
    // With eleven rooms on a 43-inch screen a digit is then 28 mm tall and a capital 21 mm, or more:
    // a 1/400 of eight metres is 20 mm.
    expect(Math.min(...sizes.numbers)).toBeGreaterThanOrEqual(80)
    expect(Math.min(...sizes.rooms)).toBeGreaterThanOrEqual(60)
    expect(sizes.cut).toBe(0)
    const below = await page.evaluate(() =>
      [...document.querySelectorAll('.board-station')].filter(
        (element) => element.getBoundingClientRect().bottom > innerHeight,
      ),
    )
    expect(below).toEqual([])
    expect(await overflowOf(page)).toBe(0)
  })

  it('leaves axe nothing to say, in either scheme', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeFaults(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  })

  it('keeps what it knew while the server is away, says since when, and catches up by itself', async () => {
    const before = await called()
    await expect.poll(() => shown(before.station.room)).toBe(before.number)
    await halt()
    const lost = page.locator('[data-board-lost]')
    await expect
      .poll(() => lost.textContent(), { timeout: 15_000 })
      .toMatch(/^Mất kết nối từ \d\d:\d\d/)
    expect(await shown(before.station.room)).toBe(before.number)
    await finish(app.deps, before.doctor, before.at)
    const next = await called()
    await start()
    await expect.poll(() => lost.textContent(), { timeout: 15_000 }).toBe('')
    await expect.poll(() => shown(next.station.room)).toBe(next.number)
    await expect.poll(said).toContain(`vi-VN Mời số ${next.count} đến ${next.station.room}.`)
    const after = await called()
    await expect.poll(() => shown(after.station.room), { timeout: 1_000 }).toBe(after.number)
  })

  it('does the same when its network is cut, which no stream tells it', async () => {
    const cut = await context.newCDPSession(page)
    const lost = page.locator('[data-board-lost]')
    await context.setOffline(true)
    await expect.poll(() => lost.textContent(), { timeout: 20_000 }).toMatch(/^Mất kết nối/)
    await context.setOffline(false)
    await expect.poll(() => lost.textContent(), { timeout: 15_000 }).toBe('')
    await cut.detach()
  })

  it('shows its last numbers even where it is turned on without a network', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready)
    const { station, number } = await called()
    await expect.poll(() => shown(station.room)).toBe(number)
    await page.reload()
    await context.setOffline(true)
    await page.reload()
    expect(await shown(station.room)).toBe(number)
    await expect
      .poll(() => page.locator('[data-board-lost]').textContent(), { timeout: 15_000 })
      .toMatch(/^Mất kết nối từ/)
    await context.setOffline(false)
    await expect
      .poll(() => page.locator('[data-board-lost]').textContent(), { timeout: 15_000 })
      .toBe('')
  })
})
