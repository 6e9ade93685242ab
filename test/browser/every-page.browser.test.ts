import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { look, usualLook } from '../furnished/look.ts'
import { furnishedPages } from '../furnished/pages.ts'
import { pictureFault } from '../furnished/pictures.ts'
import { keyboardFaults } from '../furnished/reach.ts'
import { openChromium } from '../support/chromium.ts'

/** Of a long page the beginning is kept as its picture. */
const PICTURE_HEIGHT = 1_100

let furnished: Furnished
let browser: Browser

beforeAll(async () => {
  furnished = await openFurnished()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await furnished?.stop()
})

it.each(furnishedPages)('$name looks as it did, and is all within a keyboard’s reach', (shown) =>
  look(browser, furnished, shown, usualLook(shown), async (page) => {
    expect.soft(pictureFault(shown.name, await photograph(page))).toBeUndefined()
    expect(await keyboardFaults(page)).toEqual([])
  }),
)

async function photograph(page: Page): Promise<Buffer> {
  const { width = 0 } = page.viewportSize() ?? {}
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.min(whole, PICTURE_HEIGHT)
  return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } })
}
