import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Furnished } from './clinic.ts'
import { type Look, openLook, signInAs } from './eyes.ts'
import { type FurnishedPage, pathOf } from './pages.ts'

/** Opens a page as somebody would who looks so, and closes it behind them. */
export async function look(
  browser: Browser,
  furnished: Furnished,
  shown: FurnishedPage,
  how: Look,
  see: (page: Page) => Promise<void>,
): Promise<void> {
  const { app, baseUrl } = furnished.clinic
  const context = await openLook(browser, how)
  try {
    if (shown.as) await signInAs(context, app, baseUrl, shown.as)
    if (shown.device) await openAs(context, furnished, shown.device)
    const page = await context.newPage()
    await page.goto(baseUrl + (await pathOf(furnished, shown)))
    await page.evaluate(() => document.fonts.ready)
    await see(page)
  } finally {
    await context.close()
  }
}

/** The key of a paired screen, as its browser keeps it. */
export async function openAs(
  context: BrowserContext,
  { frontDesk, clinic }: Furnished,
  device: 'board' | 'kiosk',
): Promise<void> {
  const { name, token: value } = frontDesk.keys[device]
  await context.addCookies([{ name, value, url: clinic.baseUrl }])
}

/** Staff sit at desks and speak Vietnamese; who is nobody here holds a phone. */
export function usualLook({ as, device }: FurnishedPage): Look {
  return { size: as || device ? 'desktop' : 'phone', scheme: 'light', lang: 'vi' }
}

/** The other one. */
export function unusualLook({ as, device }: FurnishedPage): Look {
  return { size: as || device ? 'phone' : 'desktop', scheme: 'dark', lang: 'en' }
}
