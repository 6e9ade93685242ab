import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { type Look, openLook, signInAs } from '../furnished/eyes.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'

let furnished: Furnished
let browser: Browser
let context: BrowserContext
let page: Page
const faults: string[] = []

beforeAll(async () => {
  furnished = await openFurnished()
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await furnished?.stop()
})
afterEach(async () => {
  await context?.close()
  expect(faults.splice(0)).toEqual([])
})

const desk: Look = { size: 'desktop', scheme: 'light', lang: 'vi' }

async function sit(username: string, look: Look = desk): Promise<void> {
  const { app, baseUrl } = furnished.clinic
  context = await openLook(browser, look)
  await signInAs(context, app, baseUrl, username)
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(baseUrl)
}

/** Opens the palette and types, by keyboard alone; waits until the list answers what was typed. */
async function find(text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.waitForSelector('#palette[open]')
  await page.keyboard.type(text)
  await page.waitForFunction(
    () =>
      document.querySelector('.palette-said')?.textContent?.match(/kết quả|result|Không/) != null,
  )
  await page.waitForFunction(() => !document.querySelector('.palette-looking'))
}

const chosen = () =>
  page.evaluate(() => {
    const id = document.querySelector('#palette-field')?.getAttribute('aria-activedescendant')
    const option = id ? document.getElementById(id) : null
    return option?.querySelector('.find-label')?.textContent ?? null
  })

async function isClean(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

/** For a person to look at: `GALLERY=<folder>`. */
async function draw(name: string): Promise<void> {
  const folder = process.env.GALLERY
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

it('leads reception by keyboard alone to a person, without diacritics', async () => {
  await sit('tiepdon')
  await find('ton nu hoang')
  expect(await chosen()).toBe('Công Tằng Tôn Nữ Hoàng Thị Phương Loan')
  await isClean()
  await draw('palette-person')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/patients/${furnished.visits.loan.patientId}`)
})

it('leads the cashier to a bill by the code that stands on it', async () => {
  await sit('thungan')
  await find(furnished.bills.loan?.billCode ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/bills/${furnished.bills.loan?.id}`)
})

it('leads the licence desk to a case', async () => {
  await sit('giayphep')
  await find('nguyen thi an')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/renewals/*')
})

it('does things too: the next bill, another language, out of the door', async () => {
  await sit('thungan')
  await find('lap phieu')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/bills/new?exam=*')
  await find('tieng anh')
  await page.keyboard.press('Enter')
  await page.waitForSelector('html[lang=en]')
  expect(page.url()).toContain('/bills/new?exam=')
  await find('sign out')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sign-in**')
})

it('goes where the first answer leads when Enter comes before it, as from a scanner', async () => {
  await sit('thungan')
  await page.keyboard.press('Control+k')
  await page.waitForSelector('#palette[open]')
  await page.keyboard.insertText(furnished.bills.loan?.billCode ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/bills/${furnished.bills.loan?.id}`)
})

it('chooses by arrows round the end, keeps the caret in the field, and closes by Escape', async () => {
  await sit('tiepdon')
  await page.click('[data-use=palette]')
  await page.waitForSelector('#palette[open]')
  const first = await chosen()
  await page.keyboard.press('ArrowDown')
  expect(await chosen()).not.toBe(first)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  const last = await chosen()
  expect(last).toBe('Đăng xuất')
  await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe(first)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('palette-field')
  await page.keyboard.press('Escape')
  expect(await page.isVisible('#palette')).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('finder')
})

it('leaves the keys of a composing input method alone', async () => {
  await sit('tiepdon')
  await find('khoa')
  const before = await chosen()
  await page.evaluate(() => {
    const field = document.querySelector('#palette-field')
    const keys = { bubbles: true, cancelable: true, isComposing: true }
    field?.dispatchEvent(new KeyboardEvent('keydown', { ...keys, key: 'ArrowDown' }))
    field?.dispatchEvent(new KeyboardEvent('keydown', { ...keys, key: 'Enter' }))
  })
  expect(await chosen()).toBe(before)
  expect(await page.isVisible('#palette')).toBe(true)
})

it('says that there is nothing, and lets go of answers that nobody waits for', async () => {
  await sit('tiepdon')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData() ?? '')
  })
  await find('khongcoai')
  expect(await page.textContent('.palette-said')).toBe('Không tìm thấy gì')
  await isClean()
  // Nine letters are not nine questions.
  expect(sent.length).toBeLessThan(9)
  expect(sent.at(-1)).toBe('q=khongcoai')
  expect(await page.evaluate(() => location.search)).toBe('')
})

it('says what is wrong when the answer is a refusal, and finds again at the next letter', async () => {
  await sit('tiepdon')
  await page.keyboard.press('Control+k')
  await page.waitForSelector('#palette[open]')
  await page.route('**/find/palette', (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '7' }, body: '' }),
  )
  await page.keyboard.type('kho')
  await page.waitForFunction(() =>
    document.querySelector('.palette-said')?.textContent?.includes('chờ 7 giây'),
  )
  await page.unroute('**/find/palette')
  await page.route('**/find/palette', (route) => route.abort())
  await page.keyboard.type('a')
  await page.waitForFunction(() =>
    document.querySelector('.palette-said')?.textContent?.includes('máy chủ không trả lời'),
  )
  await page.unroute('**/find/palette')
  await page.keyboard.type(' ')
  await page.keyboard.type('p')
  await page.waitForFunction(() =>
    document.querySelector('.palette-said')?.textContent?.includes('kết quả'),
  )
})

it('moves nothing while it looks', async () => {
  await sit('tiepdon')
  await page.keyboard.press('Control+k')
  await page.waitForSelector('#palette[open]')
  const box = () => page.locator('#palette').boundingBox()
  const before = await box()
  await page.keyboard.type('nguyen thi an')
  await page.waitForFunction(() =>
    document.querySelector('.palette-said')?.textContent?.includes('kết quả'),
  )
  expect(await box()).toEqual(before)
})

it('is a page without scripts', async () => {
  const { app, baseUrl } = furnished.clinic
  context = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: false })
  await signInAs(context, app, baseUrl, 'tiepdon')
  page = await context.newPage()
  await page.goto(baseUrl)
  await page.click('[data-use=palette]')
  await page.waitForURL('**/find')
  await page.fill('[name=q]', 'ton nu hoang')
  await page.keyboard.press('Enter')
  await page.click(`a[href="/patients/${furnished.visits.loan.patientId}"]`)
  await page.waitForURL('**/patients/*')
})

it('follows at home what happens elsewhere', async () => {
  await sit('tiepdon')
  const title = await page.textContent('h1')
  await furnished.desks.payCash(await furnished.desks.issue(furnished.visits.tam))
  await page.waitForFunction(
    (before) => document.querySelector('h1')?.textContent !== before,
    title,
  )
})

const people = [
  'tiepdon',
  'bacsi',
  'xetnghiem',
  'ketluan',
  'thungan',
  'truongthungan',
  'giayphep',
  'hoso',
  'giamdoc',
  'quantri',
  'kiemsoat',
]

it.each([
  { size: 'desktop', scheme: 'light', lang: 'vi' },
  { size: 'phone', scheme: 'dark', lang: 'en' },
] satisfies Look[])(
  'every home and every palette is clean: %j',
  async (look) => {
    for (const who of people) {
      await sit(who, look)
      await isClean()
      await page.click('[data-use=palette]')
      await page.waitForSelector('#palette[open]')
      await isClean()
      const folder = process.env.GALLERY
      const name = `${look.size}-${look.scheme}-${look.lang}`
      if (folder) await page.screenshot({ path: `${folder}/palette-${who}-${name}.png` })
      await context.close()
    }
  },
  180_000,
)
