import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sections } from '../../src/exams/findings.ts'
import { type Furnished, openFurnished } from '../furnished/clinic.ts'
import { openLook, type Scheme, signInAs } from '../furnished/eyes.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'

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

type Person = 'bacsi' | 'ketluan' | 'tiepdon' | 'thungan' | 'xetnghiem'

async function as(who: Person, scheme: Scheme = 'light', lang: 'vi' | 'en' = 'vi'): Promise<Page> {
  const { app, baseUrl } = furnished.clinic
  const context = await openLook(browser, { size: 'desktop', scheme, lang })
  await signInAs(context, app, baseUrl, who)
  return context.newPage()
}

const at = (path: string) => furnished.clinic.baseUrl + path
const exam = (key: keyof Furnished['visits']) => `/exams/${furnished.visits[key].examId}`

/** Nothing that axe could say; and at 200 % and on the narrowest phone nothing to scroll sideways. */
async function expectClean(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page), name).toEqual([])
  for (const width of [683, 320]) {
    await page.setViewportSize({ width, height: 768 })
    expect(await page.evaluate(wider), `${name} at ${width}`).toEqual([])
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

/** What reaches beyond the right edge, where the page scrolls sideways. */
function wider(): string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return []
  const all = [...document.querySelectorAll<HTMLElement>('main *')]
  const beyond = all.filter((each) => each.getBoundingClientRect().right > innerWidth)
  return beyond.map((each) => `${each.tagName}.${each.className}`).slice(0, 8)
}

const pages = (): [Person, string][] => [
  ['bacsi', '/exams'],
  ['bacsi', '/exams?show=open'],
  ['ketluan', '/exams?show=conclude'],
  ['thungan', '/exams?show=all'],
  ['tiepdon', '/exams?q=khong-ai-ca'],
  ['tiepdon', `/exams/new?patient=${furnished.visits.binh.patientId}`],
  ['bacsi', exam('binh')],
  ['bacsi', exam('khoa')],
  ['tiepdon', exam('khoa')],
  ['thungan', exam('khoa')],
  ['ketluan', exam('an')],
  ['ketluan', exam('hung')],
  ['ketluan', exam('tam')],
  ['tiepdon', exam('an')],
  ['ketluan', `${exam('dung')}/conclusion`],
  ['ketluan', `${exam('khoa')}/conclusion`],
  ['thungan', '/standards'],
  ['thungan', '/standards?group=2'],
  ['xetnghiem', `${exam('loan')}/sections/substances`],
]

describe.each([
  ['light', 'vi'],
  ['dark', 'en'],
] as const)('every page of the exam, %s, %s', (scheme, lang) => {
  it('is clean in every state that an address leads to', async () => {
    for (const who of ['bacsi', 'ketluan', 'tiepdon', 'thungan', 'xetnghiem'] as const) {
      const page = await as(who, scheme, lang)
      for (const [, path] of pages().filter(([person]) => person === who)) {
        expect((await page.goto(at(path)))?.status(), path).toBe(200)
        await expectClean(page, path)
      }
      await page.context().close()
    }
  }, 300_000)

  it('is clean in every section, empty and filled with usual answers', async () => {
    const page = await as('bacsi', scheme, lang)
    for (const section of sections) {
      await page.goto(at(`${exam('binh')}/sections/${section}`))
      await expectClean(page, section)
      await page.click('[data-use="normal"]')
      await page.waitForSelector('main .notice')
      await expectClean(page, `${section}, usual answers`)
    }
    await page.context().close()
  }, 300_000)
})

it('is clean when a form comes back with what is wrong', async () => {
  const doctor = await as('bacsi')
  await doctor.goto(at(`${exam('loan')}/sections/eyes`))
  await doctor.fill('[name="acuity.both.uncorrected"]', '99')
  await doctor.fill('[name="acuity.right.uncorrected"]', 'mười')
  await doctor.click('[data-use="sign"]')
  await doctor.waitForSelector('.error-summary')
  await expectClean(doctor, 'eyes, refused')

  const reception = await as('tiepdon')
  await reception.goto(at(`/exams/new?patient=${furnished.visits.binh.patientId}`))
  await reception.check('[name=purpose][value=renewal]', { force: true })
  await reception.fill('[name="heldLicence.expiresOn"]', '31/02/2027')
  await reception.click('main .button-primary')
  await reception.waitForSelector('.error-summary')
  expect(await reception.textContent('.error-summary')).toContain('Không có ngày này')
  expect(await reception.inputValue('[name="heldLicence.expiresOn"]')).toBe('31/02/2027')
  await expectClean(reception, 'opening, refused')

  const concluder = await as('ketluan')
  await concluder.goto(at(`${exam('dung')}/conclusion`))
  await concluder.check('[name=outcome][value="fit-subject-to-review"]')
  await concluder.click('main .button-primary')
  await concluder.waitForSelector('.error-summary')
  await expectClean(concluder, 'conclusion, refused')
}, 300_000)

it('marks what disqualifies while it is typed, at its field, with the article', async () => {
  const page = await as('bacsi')
  await page.goto(at(`${exam('loan')}/sections/eyes`))
  await page.check('[name=oneEyed][value=false]', { force: true })
  await page.fill('[name="acuity.both.uncorrected"]', '4')
  await page.fill('[name="acuity.right.uncorrected"]', '10')
  const verdict = page.locator('.exam-slot', { has: page.locator('.exam-cells') })
  await verdict.locator('.exam-verdict-bad').waitFor()
  expect(await verdict.textContent()).toContain('Thông tư 36/2024/TT-BYT, Phụ lục I, Mắt, nhóm 2')
  const marked = await page
    .locator('.is-bad')
    .evaluateAll((all) => all.map((field) => (field as HTMLElement).dataset.field))
  expect(marked).toEqual(['acuity.both.uncorrected'])
  await expectClean(page, 'eyes, disqualifying')
  await page.fill('[name="acuity.both.uncorrected"]', '9')
  await verdict.locator('.exam-verdict-bad').waitFor({ state: 'detached' })
  expect(await page.locator('.is-bad').count()).toBe(0)

  await page.goto(at(`${exam('binh')}/sections/cardiovascular`))
  await page.fill('[name=pulse]', '130')
  await page.waitForSelector('[data-field=pulse].is-warn')
  await expectClean(page, 'heart, to look at')
  await page.context().close()
}, 300_000)

it('takes back what was filled in, and what was thrown away', async () => {
  const page = await as('bacsi')
  const path = at(`${exam('loan')}/sections/neurology`)
  await page.goto(path)
  await page.check('[name=epilepsy][value=true]', { force: true })
  await page.keyboard.press('Alt+n')
  await page.waitForSelector('[name=pathologicalVertigo][value=false]:checked', {
    state: 'attached',
  })
  await page.fill('[name=note]', 'tự viết')
  await page.click('main .notice button:has-text("Hoàn tác")')
  await page.waitForSelector('text=Đã bỏ các câu trả lời vừa điền')
  expect(await page.isChecked('[name=pathologicalVertigo][value=false]')).toBe(false)
  expect(await page.isChecked('[name=epilepsy][value=true]')).toBe(true)
  expect(await page.inputValue('[name=note]')).toBe('tự viết')

  await page.fill('[name=note]', 'giữ lại giúp tôi')
  await page.waitForSelector('#draft-state:has-text("Đã giữ bản nháp")')
  await page.goto(path)
  await page.click('text=Bỏ phần nhập dở')
  await page.waitForSelector('.toast:has-text("Đã bỏ phần nhập dở")')
  expect(await page.inputValue('[name=note]')).toBe('')
  await expectClean(page, 'neurology, draft thrown away')
  await page.click('.toast button:has-text("Hoàn tác")')
  await page.waitForSelector('text=Đã lấy lại phần bạn nhập dở')
  expect(await page.inputValue('[name=note]')).toBe('giữ lại giúp tôi')
  await expectClean(page, 'neurology, draft back')
  await page.context().close()
}, 300_000)

it('asks only for what the choices before call for, with the script and without', async () => {
  const { app, baseUrl } = furnished.clinic
  const context = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: false })
  await signInAs(context, app, baseUrl, 'tiepdon')
  const page = await context.newPage()
  await page.goto(at(`/exams/new?patient=${furnished.visits.binh.patientId}`))
  const seen = (name: string) => page.isVisible(`[name="${name}"]`)
  expect(await seen('heldLicence.number')).toBe(false)
  expect(await seen('convertedFromA1')).toBe(false)
  await page.selectOption('[name=licenceClass]', 'A')
  expect(await seen('convertedFromA1')).toBe(true)
  expect(await seen('disabledApplicant')).toBe(false)
  await page.check('[name=purpose][value=renewal]', { force: true })
  expect(await seen('heldLicence.number')).toBe(true)
  expect(await seen('delivery.address')).toBe(false)
  await page.check('[name="delivery.method"][value=post]', { force: true })
  expect(await seen('delivery.address')).toBe(true)
  await page.check('[name=purpose][value=new]', { force: true })
  expect(await seen('heldLicence.number')).toBe(false)
  await context.close()
}, 120_000)
