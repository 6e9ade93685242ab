import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import type { Section } from '../../src/exams/findings.ts'
import { bodyOf, type Desks, examined, openDesks, openExam } from '../exams/desk.ts'
import { enrolStaff, staffPassword } from '../exams/staff.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
let desks: Desks
let site: ServedApp
let browser: Browser
let context: BrowserContext
let page: Page
let faults: string[]

beforeAll(async () => {
  desks = await openDesks(app())
  await enrolStaff(app())
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  faults = []
  context = await browser.newContext({ locale: 'vi', viewport: { width: 1366, height: 768 } })
  page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(message.text())
    }
  })
})
afterEach(async () => {
  await context.close()
  expect(faults).toEqual([])
})

async function signIn(who: string): Promise<void> {
  await page.goto(`${site.url}/sign-in`)
  await page.fill('[name=username]', `thu.${who}`)
  await page.fill('[name=password]', staffPassword)
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav [aria-current="page"]')
}

async function isAccessible(): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

const without = (...left: Section[]) =>
  Object.fromEntries(
    Object.entries(fitFindings(desks.today)).filter(([name]) => !left.includes(name as Section)),
  )

it('lets a doctor examine eyes by the keyboard alone, with the assessment following', async () => {
  const exam = await examined(desks, without('eyes'))
  await signIn('mat')
  await page.goto(`${site.url}/exams`)
  await isAccessible()
  await page.click(`#exam-${exam.id} a`)
  await page.waitForSelector('h1:has-text("Mắt")')
  await isAccessible()

  await page.focus('[name="acuity.right.uncorrected"]')
  for (const value of ['9', '', '8', '', '10', '']) {
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('1') // one-eyed: no
  await page.keyboard.press('2') // colour vision: red
  await page.waitForSelector('#assessment :text("Rối loạn nhận biết màu cơ bản")')
  await page.waitForSelector('#draft-state:has-text("Đã giữ bản nháp")')

  await page.focus('[name="colourVision"]')
  await page.keyboard.press('1')
  await page.keyboard.press('1') // diplopia: no
  await page.waitForSelector('#assessment .badge:has-text("Đủ điều kiện")')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(`**/exams/${exam.id}`)
  const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
  expect(after.sections.eyes).toMatchObject({
    state: 'signed',
    by: 'Hồ Thị Mắt',
    findings: { acuity: { both: { uncorrected: 10 } }, colourVision: 'normal', diplopia: false },
  })
  await isAccessible()
})

it('brings typing back after the browser was lost, to the same person', async () => {
  const exam = await openExam(desks)
  const path = `${site.url}/exams/${exam.id}/sections/cardiovascular`
  await signIn('bacsi')
  await page.goto(path)
  await page.fill('[name=systolic]', '131')
  await page.fill('[name=pulse]', '66')
  await page.waitForSelector('#draft-state:has-text("Đã giữ bản nháp")')
  await context.close()

  context = await browser.newContext({ locale: 'vi' })
  page = await context.newPage()
  await signIn('bacsi')
  await page.goto(path)
  expect(await page.inputValue('[name=systolic]')).toBe('131')
  expect(await page.textContent('main')).toContain('Đã lấy lại phần bạn nhập dở')
  await page.click('text=Bỏ phần nhập dở')
  await page.waitForSelector('[name=systolic]')
  expect(await page.inputValue('[name=systolic]')).toBe('')
})

it('brings back what was sent after the session had ended, to the page it was typed on', async () => {
  const exam = await openExam(desks)
  const path = `${site.url}/exams/${exam.id}/sections/respiratory`
  await signIn('bacsi')
  await page.goto(path)
  await page.check('[name=mmrc][value="2"]', { force: true })
  await context.clearCookies()
  await page.click('text=Ký mục này')
  await page.waitForURL('**/sign-in?return=**')
  await page.fill('[name=username]', 'thu.bacsi')
  await page.fill('[name=password]', staffPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL(path)
  await page.waitForSelector('[name=mmrc][value="2"]:checked', { state: 'attached' })
  await page.waitForSelector('#draft-state:has-text("Đã giữ bản nháp")')
  await page.click('text=Ký mục này')
  await page.waitForURL(`**/exams/${exam.id}/**`)
  const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
  expect(after.sections.respiratory.findings).toMatchObject({ mmrc: 2 })
})

it('fills normal answers for the doctor to look through, and keeps what was typed', async () => {
  const exam = await openExam(desks)
  await signIn('bacsi')
  await page.goto(`${site.url}/exams/${exam.id}/sections/neurology`)
  await page.check('[name=pathologicalVertigo][value=true]', { force: true })
  await page.click('text=Điền bình thường')
  await page.waitForSelector('text=câu trả lời bình thường, chưa lưu')
  expect(await page.isChecked('[name=pathologicalVertigo][value=true]')).toBe(true)
  expect(await page.isChecked('[name=epilepsy][value=false]')).toBe(true)
  await isAccessible()
  await page.check('[name=pathologicalVertigo][value=false]', { force: true })
  await page.click('text=Ký mục này')
  await page.waitForURL('**/sections/declaration')
})

it('works without JavaScript: what is wrong stands on top and nothing typed is lost', async () => {
  const exam = await openExam(desks)
  await context.close()
  context = await browser.newContext({ locale: 'vi', javaScriptEnabled: false })
  page = await context.newPage()
  await signIn('bacsi')
  await page.goto(`${site.url}/exams/${exam.id}/sections/cardiovascular`)
  await page.fill('[name=systolic]', '120')
  await page.fill('[name=diastolic]', '130')
  await page.click('text=Ký mục này')
  await page.waitForSelector('.error-summary')
  expect(await page.textContent('.error-summary')).toContain('Huyết áp tâm trương phải thấp hơn')
  expect(await page.inputValue('[name=diastolic]')).toBe('130')
})

it('lets the concluding doctor sign with the password entered again', async () => {
  const exam = await examined(desks)
  await signIn('ketluan')
  await page.goto(`${site.url}/exams`)
  await page.click(`#exam-${exam.id} a`)
  await page.click('.page-actions >> text=Kết luận')
  await page.waitForURL('**/conclusion')
  await isAccessible()
  await page.check('[name=outcome][value=fit]', { force: true })
  await page.fill('[name=password]', 'nhầm mật khẩu')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.error-summary')
  expect(await page.isChecked('[name=outcome][value=fit]')).toBe(true)
  await page.fill('[name=password]', staffPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/exams/${exam.id}`)
  const text = (await page.textContent('main')) ?? ''
  expect(text).toMatch(/\d{5}\/GKSKLX\/48001\/\d\d/)
  await isAccessible()
  await page.goto(`${site.url}/records/${exam.patientId}`)
  expect(await page.textContent('main')).toContain('Còn nguyên như khi ký')
  await isAccessible()
})

it('hears its keys wherever the cursor is, but not out of an open dialog or another form', async () => {
  const exam = await examined(desks, without('respiratory'))
  const section = `${site.url}/exams/${exam.id}/sections/respiratory`
  await signIn('bacsi')
  await page.goto(section)
  await page.click('h1')
  expect(await page.evaluate(() => document.activeElement?.closest('form') ?? null)).toBe(null)
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
  await page.focus('.languages button')
  await page.keyboard.press('Alt+n')
  expect(page.url()).toBe(section)
  expect(await page.locator('form[data-sent]').count()).toBe(0)

  await page.click('h1')
  await page.keyboard.press('Alt+n')
  await page.waitForSelector('text=câu trả lời bình thường, chưa lưu')
  await page.click('h1')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL((url) => !url.pathname.includes('/respiratory'))
  const after = await bodyOf(await desks.doctor.get(`/api/v1/exams/${exam.id}`))
  expect(after.sections.respiratory).toMatchObject({ state: 'signed', by: 'Phan Văn Khám' })
})

it('hears keys that are pressed before its scripts have come', async () => {
  const exam = await openExam(desks)
  await signIn('bacsi')
  const slow = new Promise<void>((resolve) => setTimeout(resolve, 1500))
  await page.route('**/assets/**/exam.js', async (route) => {
    await slow
    await route.continue()
  })
  const path = `${site.url}/exams/${exam.id}/sections/neurology`
  await page.goto(path, { waitUntil: 'commit' })
  await page.locator('#section-form').waitFor({ state: 'attached' })
  await page.keyboard.press('Alt+n')
  expect(await page.evaluate(() => document.readyState)).not.toBe('complete')
  await page.waitForSelector('text=câu trả lời bình thường, chưa lưu')
})

it('shows who waits as soon as they arrive', async () => {
  await signIn('bacsi')
  await page.goto(`${site.url}/exams`)
  const exam = await openExam(desks)
  await page.waitForSelector(`#exam-${exam.id}`, { timeout: 10_000 })
})
