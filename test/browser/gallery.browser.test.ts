import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { type Look, openLook, signInAs } from '../furnished/eyes.ts'
import { openAs } from '../furnished/look.ts'
import { type FurnishedPage, furnishedPages, pathOf } from '../furnished/pages.ts'
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
 * Pictures of every page for a person to look at: `GALLERY=<folder>` says where they go,
 * `LOOK=phone-dark-en` how they are looked at, `ONLY=<pattern>` which of them, `FOLD=1` only what
 * is seen without scrolling.
 */
it('shows every page', async () => {
  const { GALLERY = '', LOOK = 'desktop-light-vi', ONLY = '' } = process.env
  const [size, scheme, lang] = LOOK.split('-') as [Look['size'], Look['scheme'], Look['lang']]
  const { app, baseUrl } = furnished.clinic
  mkdirSync(GALLERY, { recursive: true })
  const pages = furnishedPages.filter(({ name }) => new RegExp(ONLY).test(name))
  const wrong: string[] = []
  for (const who of new Set(pages.map(whose))) {
    const context = await openLook(browser, { size, scheme, lang })
    if (who === 'board' || who === 'kiosk') await openAs(context, furnished, who)
    else if (who) await signInAs(context, app, baseUrl, who)
    for (const each of pages.filter((page) => whose(page) === who)) {
      const { name } = each
      const path = await pathOf(furnished, each)
      const page = await context.newPage()
      const answer = await page.goto(baseUrl + path)
      const status = answer?.status()
      if (status === undefined || status >= 500) wrong.push(`${name} ${path} ${status}`)
      await page.screenshot({
        path: `${GALLERY}/${name}-${LOOK}.png`,
        fullPage: !process.env.FOLD,
      })
      await page.close()
    }
    await context.close()
  }
  expect(wrong).toEqual([])
}, 600_000)

const whose = ({ as, device }: FurnishedPage) => as ?? device
