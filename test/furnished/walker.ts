import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFaults } from '../support/page-faults.ts'
import type { Furnished } from './clinic.ts'
import { type Look, openLook } from './eyes.ts'

/** Somebody at a keyboard, with no mouse and no finger. */
export type Walker = {
  page: Page
  look: Look
  /** Presses Tab until what has focus matches, as somebody who cannot point would. */
  tabTo(selector: string): Promise<void>
  /** Tabs there and presses Enter. */
  follow(selector: string): Promise<void>
  /** Tabs there and types, in place of what stood there. */
  fill(selector: string, text: string): Promise<void>
  /** Tabs to a group of choices and moves through it by arrow keys. */
  choose(name: string, value: string): Promise<void>
  /** Tabs to a box and ticks it. */
  tick(name: string): Promise<void>
  press(key: string): Promise<void>
  arrive(url: string | RegExp | ((url: URL) => boolean)): Promise<void>
  /** Nothing that axe could say of the page at hand. */
  expectClean(): Promise<void>
  signIn(username: string): Promise<void>
}

const MOST_TABS = 160

export async function walk(
  browser: Browser,
  { clinic }: Pick<Furnished, 'clinic'>,
  look: Look,
  journey: (walker: Walker) => Promise<void>,
): Promise<void> {
  const context = await openLook(browser, look)
  const faults: string[] = []
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
        faults.push(message.text())
      }
    })
    await journey(walkerOn(page, look, clinic.baseUrl, clinic.app.castPassword))
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

function walkerOn(page: Page, look: Look, baseUrl: string, password: string): Walker {
  const has = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

  const walker: Walker = {
    page,
    look,
    async tabTo(selector) {
      for (let presses = 0; presses < MOST_TABS; presses += 1) {
        if (await has(selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`${selector} is not reached by Tab on ${page.url()}`)
    },
    async follow(selector) {
      await walker.tabTo(selector)
      await page.keyboard.press('Enter')
    },
    async fill(selector, text) {
      await walker.tabTo(selector)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    },
    async choose(name, value) {
      const option = `[name="${name}"][value="${value}"]`
      await walker.tabTo(`[name="${name}"]`)
      for (let presses = 0; presses < 20; presses += 1) {
        if (await page.isChecked(option)) return
        await page.keyboard.press(presses === 0 ? 'Space' : 'ArrowDown')
      }
      throw new Error(`${name} cannot be set to ${value} by arrow keys`)
    },
    async tick(name) {
      await walker.tabTo(`[name="${name}"]`)
      if (!(await page.isChecked(`[name="${name}"]`))) await page.keyboard.press('Space')
    },
    press: (key) => page.keyboard.press(key),
    arrive: (url) => page.waitForURL(url, { timeout: 15_000 }),
    async expectClean() {
      expect(await axeFaults(page)).toEqual([])
    },
    async signIn(username) {
      await page.goto(`${baseUrl}/sign-in`)
      await walker.fill('[name=username]', username)
      await walker.fill('[name=password]', password)
      await page.keyboard.press('Enter')
      await walker.arrive(`${baseUrl}/`)
    },
  }
  return walker
}
