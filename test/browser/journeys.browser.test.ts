import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { type Look, looks } from '../furnished/eyes.ts'
import { journeys } from '../furnished/journeys.ts'
import { walk } from '../furnished/walker.ts'
import { openChromium } from '../support/chromium.ts'

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

/**
 * All twelve looks with `JOURNEYS=all`; else three for each role, one of each size, so that over all
 * roles every look is walked in.
 */
function looksFor(at: number): readonly Look[] {
  if (process.env.JOURNEYS === 'all') return looks
  return [0, 1, 2].map((size) => looks[size * 4 + ((at + size) % 4)] as Look)
}

describe.each(journeys.map((journey, at) => ({ ...journey, at })))('$role', (journey) => {
  it.each(looksFor(journey.at))('does the work by keyboard: $size, $scheme, $lang', (look) =>
    walk(browser, furnished, look, (walker) => journey.walk(walker, furnished)),
  )
})
