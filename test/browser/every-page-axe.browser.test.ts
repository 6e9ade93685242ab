import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { look, unusualLook, usualLook } from '../furnished/look.ts'
import { furnishedPages } from '../furnished/pages.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'

/** A desktop's 1366 × 768 at 200 % zoom, as the page's layout sees it. */
const zoomed = { width: 683, height: 384 }
/** What the colour scheme alone can break. */
const colourRules = ['color-contrast', 'link-in-text-block']
/** What a smaller window can break beyond what the phone's look shows. */
const zoomRules = [...colourRules, 'scrollable-region-focusable', 'target-size', 'region']
/** The narrowest that WCAG 1.4.10 asks for: 1280 at 400 %. */
const narrowest = { width: 320, height: 640 }

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

it.each(furnishedPages)('$name leaves axe nothing to say, at 200 % zoom either', async (shown) => {
  await look(browser, furnished, shown, usualLook(shown), async (page) => {
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize(zoomed)
    expect(await axeFaults(page, zoomRules)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFaults(page, colourRules)).toEqual([])
  })
  await look(browser, furnished, shown, unusualLook(shown), async (page) => {
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize(narrowest)
    expect(await overflowOf(page)).toBe(0)
  })
})
