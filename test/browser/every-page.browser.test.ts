import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { type Look, openLook, type Scheme, signInAs } from '../furnished/eyes.ts'
import { type FurnishedPage, furnishedPages, pathOf } from '../furnished/pages.ts'
import { pictureFault } from '../furnished/pictures.ts'
import { keyboardFaults } from '../furnished/reach.ts'
import { openChromium } from '../support/chromium.ts'

/** A desktop's 1366 × 768 at 200 % zoom, as the page's layout sees it. */
const zoomed = { width: 683, height: 384 }
/** The narrowest that WCAG 1.4.10 asks for: 1280 at 400 %. */
const narrowest = { width: 320, height: 640 }
/** Of a long page the beginning is kept as its picture. */
const PICTURE_HEIGHT = 1_800

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

describe.each(furnishedPages)('$name', (shown) => {
  // Staff sit at desks; who is nobody here holds a phone.
  const [desktop, phone] = shown.as
    ? ([
        { size: 'desktop', scheme: 'light', lang: 'vi' },
        { size: 'phone', scheme: 'dark', lang: 'en' },
      ] as const)
    : ([
        { size: 'desktop', scheme: 'dark', lang: 'en' },
        { size: 'phone', scheme: 'light', lang: 'vi' },
      ] as const)

  it(`looks as it did, and has no fault: ${shown.as ? 'desktop' : 'phone'}`, async () => {
    await look(shown, shown.as ? desktop : phone, async (page) => {
      expect(pictureFault(shown.name, await photograph(page))).toBeUndefined()
      expect(await keyboardFaults(page)).toEqual([])
      await expectNoFault(page)
    })
  })

  it(`has no fault in the other language: ${shown.as ? 'phone' : 'desktop'}`, async () => {
    await look(shown, shown.as ? phone : desktop, expectNoFault)
  })
})

async function look(
  shown: FurnishedPage,
  how: Look,
  see: (page: Page) => Promise<void>,
): Promise<void> {
  const { app, baseUrl } = furnished.clinic
  const context = await openLook(browser, how)
  try {
    if (shown.as) await signInAs(context, app, baseUrl, shown.as)
    const page = await context.newPage()
    await page.goto(baseUrl + (await pathOf(furnished, shown)))
    await page.evaluate(() => document.fonts.ready)
    await see(page)
  } finally {
    await context.close()
  }
}

async function photograph(page: Page): Promise<Buffer> {
  const { width = 0 } = page.viewportSize() ?? {}
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.min(whole, PICTURE_HEIGHT)
  return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height } })
}

/** In both colours: as it is, at 200 % zoom, and no wider than the narrowest window. */
async function expectNoFault(page: Page): Promise<void> {
  expect(await faultsOf(page, ['light', 'dark'])).toEqual([])
  await page.setViewportSize(zoomed)
  expect(await faultsOf(page, ['light', 'dark'])).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await page.setViewportSize(narrowest)
  expect(await overflowOf(page)).toBe(0)
}

/** Everything that axe has to say, by every rule it has on by default, however slight. */
async function faultsOf(page: Page, schemes: readonly Scheme[]): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations) {
      faults.push(`${id}, ${colorScheme}: ${nodes.map(({ html }) => html).join(' ')}`)
    }
  }
  return faults
}

/** By how many pixels the page is wider than its window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
