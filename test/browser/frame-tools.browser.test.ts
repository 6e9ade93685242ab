import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type FramedSite, openFramedSite } from './framed-site.tsx'
import { fivePeople, toolsView, waiting } from './tools-view.tsx'

let browser: Browser
let context: BrowserContext
let page: Page
let site: FramedSite
let faults: string[]

const said = { vi: 'Đã hủy lượt khám.', en: 'The visit is cancelled.' }

beforeAll(async () => {
  browser = await openChromium()
  const undo = { action: '/form', fields: { visit: '7' } }
  site = await openFramedSite({ live: ['queue:1'], said: { text: said, undo } }, toolsView)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  Object.assign(site, { posts: 0, answer: 200 })
  waiting.people = [...fivePeople]
  faults = []
  await open({})
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

async function open(settings: { javaScriptEnabled?: boolean }): Promise<void> {
  context = await browser.newContext({ locale: 'vi', ...settings })
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${site.url}?said=cancelled`)
}

describe('shortcuts', () => {
  it('press what carries them, by one key or by two', async () => {
    await page.keyboard.press('n')
    await page.waitForURL('**/done')
    await page.goBack()
    await page.keyboard.press('g')
    await page.keyboard.press('x')
    await page.waitForURL('**/done')
    expect(site.posts).toBe(1)
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.waitForURL('**/exams')
  })

  it('leave typing, an input method and the browser’s own keys alone', async () => {
    await page.focus('[name=q]')
    await page.keyboard.type('n ? g x /')
    expect(await page.inputValue('[name=q]')).toBe('n ? g x /')
    await page.evaluate(() => {
      document.body.focus()
      ;(document.activeElement as HTMLElement).blur()
      const press = (init: KeyboardEventInit) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true, ...init }),
        )
      for (const init of [{ isComposing: true }, { keyCode: 229 }, { ctrlKey: true }]) press(init)
      for (const init of [{ altKey: true }, { metaKey: true }, { key: 'Dead' }]) press(init)
    })
    await page.waitForTimeout(200)
    expect(page.url()).toContain('/form')
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })

  it('go to the search field by a stroke', async () => {
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  })

  it('are listed by ?, and the list closes by Escape with the focus where it was', async () => {
    await page.focus('[data-key=n]')
    await page.keyboard.press('?')
    const text = await page.locator('dialog.keys').textContent()
    for (const name of ['Thêm mới', 'Gửi', 'Hoàn tác', 'Người khám', 'Ctrl', 'Phím tắt']) {
      expect(text).toContain(name)
    }
    await page.keyboard.press('n')
    expect(page.url()).toContain('/form')
    expect(await faultsOf()).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Thêm mới')
  })
})

describe('what was done', () => {
  it('is said in the corner, leaves the address, and is undone by a form', async () => {
    expect(await page.locator('#toasts .said').textContent()).toContain('Đã hủy lượt khám.')
    expect(page.url()).toBe(site.url)
    await page.keyboard.press('z')
    await page.waitForURL('**/done')
    expect(site.posts).toBe(1)
  })

  it('moves nothing on the page', async () => {
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as { value?: number }).value ?? 0
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 300)
        }),
    )
    // A machine without Arial measures its letters otherwise until ours are there.
    expect(shift).toBeLessThan(0.001)
  })

  it('is a notice on top of the page where there are no scripts', async () => {
    await context.close()
    await open({ javaScriptEnabled: false })
    const box = await page.locator('main > .said').boundingBox()
    expect(box?.y).toBeLessThan(150)
    await page.click('text=Hoàn tác')
    await page.waitForURL('**/done')
    expect(site.posts).toBe(1)
  })
})

describe('a table', () => {
  const names = () => page.locator('tbody th:visible').allInnerTexts()
  const sortBy = (name: string) => page.locator('.table-sort', { hasText: name }).press('Enter')

  it('is ordered by its headings: up, down, as it was', async () => {
    await sortBy('Tên')
    expect(await names()).toEqual(['Ánh Hồng', 'Đặng Bình', 'Lê Ân', 'Nguyễn An', 'Trần Đức'])
    await sortBy('Phí')
    expect((await names())[0]).toBe('Lê Ân')
    await sortBy('Phí')
    expect((await names())[0]).toBe('Ánh Hồng')
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('Phí')
    expect(await page.textContent('[data-order]')).toBe('Đã xếp theo Phí, giảm dần')
    await sortBy('Phí')
    expect(await names()).toEqual(fivePeople.map(({ name }) => name))
  })

  it('is narrowed without diacritics, says how many are left, and says when none is', async () => {
    await page.fill('[data-filter]', 'dang')
    expect(await names()).toEqual(['Đặng Bình'])
    expect(await page.textContent('.table-count')).toBe('1 trong 5 dòng')
    await page.fill('[data-filter]', 'xyz')
    expect(await page.textContent('.table-count')).toContain('Không dòng nào')
    await page.fill('[data-filter]', '')
    expect(await names()).toHaveLength(5)
    expect(await page.textContent('.table-count')).toBe('')
  })

  it('keeps its order, its filter and the caret over a live renewal and over Back', async () => {
    await expect.poll(() => site.listeners()).toBe(1)
    await sortBy('Tên')
    await page.focus('[data-filter]')
    await page.keyboard.type('an')
    expect(await names()).toEqual(['Ánh Hồng', 'Đặng Bình', 'Lê Ân', 'Nguyễn An', 'Trần Đức'])
    await page.keyboard.type('h')
    await page.keyboard.press('ArrowLeft')
    waiting.people = [{ name: 'Ánh Bạch', fee: 1 }, ...fivePeople]
    site.touch('queue:1')
    await expect.poll(names).toEqual(['Ánh Bạch', 'Ánh Hồng'])
    await page.keyboard.type('x')
    expect(await page.inputValue('[data-filter]')).toBe('anxh')
    await page.keyboard.press('Backspace')
    await page.click('text=Ánh Hồng')
    await page.waitForURL('**/done')
    await page.goBack()
    await expect.poll(names).toEqual(['Ánh Bạch', 'Ánh Hồng'])
    expect(await page.inputValue('[data-filter]')).toBe('anh')
  })

  it('is a plain table where there are no scripts', async () => {
    await context.close()
    await open({ javaScriptEnabled: false })
    expect(await page.locator('[data-filter]').isVisible()).toBe(false)
    expect(await names()).toHaveLength(5)
    await page.focus('[data-key=n]')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).not.toBe('table-sort')
  })
})

describe('the account on a narrow screen', () => {
  it('opens by its button and closes by Escape; nothing of it is lost', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.locator('.account-menu').isVisible()).toBe(false)
    await page.locator('.account-open').press('Enter')
    for (const part of ['.account-name', 'button[value=en]', 'form[action="/sign-out"]']) {
      expect(await page.locator(part).isVisible()).toBe(true)
    }
    expect(await faultsOf()).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('.account-menu').isVisible()).toBe(false)
  })

  it('stands open on a desk', async () => {
    expect(await page.locator('.account-name').isVisible()).toBe(true)
    expect(await page.locator('.account-open').isVisible()).toBe(false)
  })
})

async function faultsOf(): Promise<string[]> {
  return axeFaults(page)
}

describe('fields', () => {
  it.each([
    ['3/4/1985', '03/04/1985'],
    ['03041985', '03/04/1985'],
    ['hôm qua', 'hôm qua'],
  ])('show the date %j as %j', async (typed, shown) => {
    await page.fill('[name=birth]', typed)
    await page.keyboard.press('Tab')
    expect(await page.inputValue('[name=birth]')).toBe(shown)
  })

  it('name the chosen file in our own words, by mouse and keyboard', async () => {
    await page.setInputFiles('[name=portrait]', {
      name: 'chân dung.png',
      mimeType: 'image/png',
      buffer: Buffer.from('x'),
    })
    expect(await page.textContent('.file-name')).toBe('chân dung.png')
    const [box, face] = await Promise.all(
      ['.file-input', '.file-face .button'].map((at) => page.locator(at).boundingBox()),
    )
    expect(box?.height).toBeGreaterThanOrEqual(face?.height ?? 99)
  })
})
