import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { type Look, openLook, signInAs } from '../furnished/eyes.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'

let furnished: Furnished
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  furnished = await openFurnished()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await furnished?.stop()
})
afterEach(() => context.close())

async function look(at: Look, path: string, who = 'giamdoc', script = true): Promise<void> {
  const { app, baseUrl } = furnished.clinic
  context = script
    ? await openLook(browser, at)
    : await browser.newContext({ javaScriptEnabled: false })
  await signInAs(context, app, baseUrl, who)
  page = await context.newPage()
  await page.goto(baseUrl + path)
}

const desk: Look = { size: 'desktop', scheme: 'light', lang: 'vi' }

async function faultless(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}

describe('the figures', () => {
  // Every page test looks at them shut, on every size.
  it.each<Look>([desk, { size: 'phone', scheme: 'dark', lang: 'en' }])(
    'have no fault on $size in $scheme with every table open',
    async (at) => {
      await look(at, '/figures?period=month')
      for (const summary of await page.locator('.chart-numbers > summary').all())
        await summary.click()
      await faultless()
    },
  )

  it.each([320, 683])('keep to a window %i wide', async (width) => {
    await look({ ...desk, size: 'phone' }, '/figures?period=month')
    await page.setViewportSize({ width, height: 800 })
    await faultless()
    const texts = await page
      .locator('.chart-plot text')
      .evaluateAll((all) => all.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)))
    expect(Math.min(...texts)).toBeGreaterThanOrEqual(12)
  })

  it('write no label over another, at a desk and on a phone', async () => {
    for (const size of ['desktop', 'phone'] as const) {
      await look({ ...desk, size }, '/figures?period=month')
      const overlaps = await page.locator('.chart-plot').evaluateAll((plots) =>
        plots.flatMap((plot) => {
          const boxes = [...plot.querySelectorAll('text')]
            .filter((text) => text.getClientRects().length > 0)
            .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
          return boxes.flatMap((a, at) =>
            boxes
              .slice(at + 1)
              .filter(
                (b) =>
                  a.box.left < b.box.right &&
                  b.box.left < a.box.right &&
                  a.box.top < b.box.bottom &&
                  b.box.top < a.box.bottom,
              )
              .map((b) => `${a.text} / ${b.text}`),
          )
        }),
      )
      expect(overlaps, size).toEqual([])
      if (size === 'desktop') await context.close()
    }
  })

  it('move nothing while they load', async () => {
    await look(desk, '/figures')
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as { value?: number } & PerformanceEntry).value ?? 0
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 300)
        }),
    )
    expect(shift).toBe(0)
  })

  it('change their period by keyboard and by days that are typed', async () => {
    await look(desk, '/figures')
    await page.keyboard.press('g')
    await page.keyboard.press('f')
    await page.waitForURL('**/figures')
    await page.locator('.tab', { hasText: 'Hôm nay' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**period=today')
    expect(await page.textContent('#people')).toContain('Hôm nay 9 người đến')
    await page.locator('.figure-custom > summary').focus()
    await page.keyboard.press('Enter')
    await page.fill('#f-from', '9/11/2026')
    await page.fill('#f-to', '13112026')
    await page.keyboard.press('Enter')
    await page.waitForURL('**from=09**')
    expect(await page.textContent('.page-lead')).toContain('09/11/2026')
    await faultless()
  })

  it('stand there without any script, each with its table and its file', async () => {
    await look(desk, '/figures?period=month', 'giamdoc', false)
    const charts = await page.locator('figure.chart').count()
    expect(charts).toBe(9)
    expect(await page.locator('figure.chart table').count()).toBe(charts)
    expect(await page.locator('figure.chart a[download]').count()).toBe(charts)
    expect(await page.locator('figure.chart [role=img][aria-label]').count()).toBe(charts)
  })

  it('print in black on white without what is only for a screen', async () => {
    await look({ ...desk, scheme: 'dark' }, '/figures?period=month')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.chart-plot').first().isVisible()).toBe(true)
    for (const hidden of ['.figure-period', '.chart-download', '.chart-numbers', '.side']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    }
    const fill = await page
      .locator('.chart-solid')
      .first()
      .evaluate((mark) => getComputedStyle(mark).fill)
    expect(fill).toBe('rgb(34, 34, 34)')
  })

  it('end where they were refused: the days, and why', async () => {
    await look(desk, '/figures?from=24/11/2026&to=1/11/2026')
    expect(await page.textContent('.figure-days-form')).toContain('không trước ngày đầu')
    await faultless()
  })
})
