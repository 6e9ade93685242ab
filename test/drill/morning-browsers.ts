import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import type { House } from './morning-house.ts'
import { countRecorded, isHere, type Morning, type Seat } from './morning-seats.ts'

/** After a cut whoever sits at a browser may find things in disorder for so long. */
const BACK_AT_WORK_MS = 20_000

export type BrowserSeat = Omit<Seat, 'token'> & { role: string }

/** One of the cast at a browser, by the keys that the pages offer; comes back after every cut. */
export async function sitAtBrowser(
  morning: Morning,
  page: Page,
  seat: BrowserSeat,
): Promise<number> {
  const { password } = morning.house.account(seat.role)
  let served = 0
  while (!morning.over) {
    try {
      served += await serveOne(morning, page, seat, password)
    } catch (error) {
      if (morning.over) break
      // The server was cut off, or the page was from before: look again.
      const { away, since } = morning.house.standing
      if (!away && Date.now() - since > BACK_AT_WORK_MS) {
        morning.faults.push(`${seat.name}: ${String(error).slice(0, 200)}`)
      }
      await delay(500)
    }
  }
  await page.context().close()
  return served
}

/** Somebody of the cast, signed in at a browser of their own. */
export async function signIn(browser: Browser, house: House, role: string): Promise<Page> {
  const { username, password } = house.account(role)
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  const { url } = house
  await page.goto(`${url}/sign-in`)
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL((at) => at.pathname === '/')
  return page
}

async function serveOne(
  morning: Morning,
  page: Page,
  seat: BrowserSeat,
  password: string,
): Promise<number> {
  const path = `/stations/${seat.id}`
  await page.goto(morning.house.url + path)
  if (!(await page.locator('.seated [name=visitId]').count())) {
    await pressTo(page, 'n', (at) => at.pathname === path)
  }
  const field = page.locator('.seated [name=visitId]').first()
  if (!(await field.count())) {
    await delay(300)
    return 0
  }
  const visitId = await field.inputValue()
  if (!isHere(morning, visitId)) {
    await pressTo(page, 's', (at) => at.pathname === path)
    return 0
  }
  await pressTo(page, 'o', (at) => at.pathname !== path)
  await doWork(page, password)
  if (!seat.tasks.some((task) => task === 'payment' || task === 'conclusion')) {
    countRecorded(morning, visitId, seat.tasks.length)
  }
  return 1
}

async function doWork(page: Page, password: string): Promise<void> {
  const { pathname } = new URL(page.url())
  if (pathname.startsWith('/bills')) return takeCash(page)
  if (pathname.endsWith('/conclusion')) {
    await page.check('[name=outcome][value=fit]', { force: true })
    await page.fill('[name=password]', password)
    return pressTo(page, 'Enter', (at) => !at.pathname.endsWith('/conclusion'))
  }
  await pressTo(page, 'Alt+n', (at) => at.pathname === `${pathname}/normal`)
  await pressTo(page, 'Control+Enter', (at) => !at.pathname.startsWith(pathname))
}

async function takeCash(page: Page): Promise<void> {
  if (new URL(page.url()).pathname === '/bills/new') {
    await page.waitForSelector('[name="quantity-KSKLX"]:focus')
    await pressTo(page, 'Enter', (at) => /^\/bills\/[0-9a-f-]{36}$/.test(at.pathname))
  }
  await page.fill('[name=tendered]', '300000')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-state=balanced]')
}

async function pressTo(page: Page, key: string, arrived: (at: URL) => boolean): Promise<void> {
  const moved = page.waitForEvent('framenavigated')
  await page.keyboard.press(key)
  await moved
  await page.waitForURL(arrived)
  await page.waitForLoadState('load')
}
