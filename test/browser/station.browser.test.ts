import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { openStation, shutStation } from '../../src/frontdesk/station-commands.ts'
import { numberText } from '../../src/frontdesk/ticket.ts'
import { createCast } from '../../src/identity/commands.ts'
import { today } from '../../src/platform/clock.ts'
import { bodyOf, type Desks, openDesks, openExam } from '../exams/desk.ts'
import { type Floor, openFloor } from '../frontdesk/floor.ts'
import { writeAtCursor } from '../furnished/cursor.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const password = 'ngồi bàn thử nghiệm 5'
const registration = '0007101/DNA-CCHN'

let app: TestApp
let desks: Desks
let floor: Floor
let site: ServedApp
let browser: Browser
let contexts: BrowserContext[]
let faults: string[]

beforeAll(async () => {
  app = await openTestApp()
  // A morning, so that nothing of this happens on two days.
  app.clock.hold(`${today(app.clock)}T08:00:00+07:00`)
  desks = await openDesks(app)
  floor = await openFloor(app)
  const { facilityId } = floor
  const system = { kind: 'system', id: 'test', name: 'test', facilityId } as const
  const eyes = ['examiner:eyes']
  await createCast(
    app.deps,
    system,
    [
      { username: 'casang', name: 'Hồ Thị Sáng', grants: eyes, doctorRegistration: registration },
      { username: 'cachieu', name: 'Võ Văn Chiều', grants: eyes },
      { username: 'tiepdonban', name: 'Lê Thị Quầy', grants: ['reception'] },
    ],
    password,
  )
  site = await serveApp(app)
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
  await app?.close()
})

beforeEach(() => {
  contexts = []
  faults = []
})
afterEach(async () => {
  for (const context of contexts) await context.close()
  expect(faults).toEqual([])
})

/** Somebody at a browser of their own, signed in by keys. */
async function signedIn(username: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'vi',
    viewport: { width: 1366, height: 768 },
  })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(message.text())
    }
  })
  await page.goto(site.url)
  await writeAtCursor(page, username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell h1')
  return page
}

/** Everybody who comes waits at this one, and these others are open too. */
async function onlyOpen(name: string, ...others: string[]): Promise<void> {
  const admin = floor.person('admin', 'admin')
  for (const { id } of floor.stations) await shutStation(app.deps, admin, id)
  for (const each of [name, ...others]) {
    await openStation(app.deps, admin, floor.station(each).id)
  }
}

/** So many come, with nothing left but their eyes and the conclusion. */
async function come(count: number): Promise<{ examId: string; visitId: string; number: string }[]> {
  const { eyes: _, ...others } = fitFindings(desks.today)
  const guests = []
  for (let guest = 0; guest < count; guest += 1) {
    const exam = await openExam(desks)
    await bodyOf(await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, others))
    const { number } = await floor.ticket(exam.visitId)
    guests.push({ examId: exam.id, visitId: exam.visitId, number: numberText(number) })
  }
  return guests
}

const isClean = async (page: Page) => expect(await axeFaults(page), page.url()).toEqual([])

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** What stands large in front of whoever sits there. */
const seated = (page: Page) =>
  page
    .locator('.seated')
    .textContent()
    .then((text) => text ?? '')

const sees = (page: Page, ...texts: string[]) =>
  expect
    .poll(() => seated(page), { timeout: 10_000 })
    .toSatisfy((text: string) => texts.every((each) => text.includes(each)))

const queueOf = (page: Page) => page.locator('[id^="ticket-"] .ticket-number').allInnerTexts()

const isSaid = (page: Page, text: string) => page.waitForSelector(`.toast:has-text("${text}")`)

/** Calls the next by its key; the number alone stood there before, as who is next. */
async function call(page: Page, number: string | undefined): Promise<void> {
  await press(page, 'n')
  await sees(page, number ?? '', 'gọi lần 1')
}

/** Down a list of choices by the arrow key, until the one that is meant stands in it. */
async function choose(page: Page, selector: string, value: string): Promise<void> {
  await tabTo(page, selector)
  for (let presses = 0; presses < 15; presses += 1) {
    if ((await page.inputValue(selector)) === value) return
    await press(page, 'ArrowDown')
  }
  throw new Error(`${selector} never came to ${value}`)
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (there) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${selector}`)
}

async function goTo(page: Page, station: string): Promise<void> {
  await press(page, 'g', 'q')
  await page.waitForURL('**/stations')
  await isClean(page)
  await tabTo(page, `a[href="/stations/${floor.station(station).id}"]`)
  await press(page, 'Enter')
  await page.waitForURL(`**/stations/${floor.station(station).id}`)
}

describe('whoever sits at a station', () => {
  it('sits down, calls, calls again, lets in, does the work and is led on, by keys alone', async () => {
    await onlyOpen('Mắt 1', 'Kết luận')
    const [first, second] = await come(2)
    const page = await signedIn('casang')
    await goTo(page, 'Mắt 1')
    await isClean(page)
    expect(await page.textContent('main')).toContain('Chưa có ai ngồi')
    await press(page, 'k')
    await page.waitForSelector('text=Anh/chị ngồi đây từ')
    expect(await queueOf(page)).toEqual([first?.number, second?.number])

    await call(page, first?.number)
    await isClean(page)
    await press(page, 'r')
    await sees(page, 'gọi lần 2')
    expect(await queueOf(page)).toEqual([second?.number])

    await press(page, 'o')
    await page.waitForURL(`**/exams/${first?.examId}/sections/eyes`)
    await isClean(page)
    await press(page, 'Alt+n')
    await page.waitForSelector('text=câu trả lời bình thường, chưa lưu')
    await page.waitForSelector('[name="acuity.right.uncorrected"]')
    for (const eye of ['right', 'left', 'both']) {
      await tabTo(page, `[name="acuity.${eye}.uncorrected"]`)
      await page.keyboard.type('10')
    }
    await press(page, 'Control+Enter')
    await page.waitForURL(`**/exams/${first?.examId}**`)
    await page.waitForSelector('.shell h1')
    // The work was all there was to do here: the ticket went on by itself, and the home leads back.
    expect((await floor.ticket(first?.visitId ?? '')).stationId).toBe(floor.station('Kết luận').id)
    await press(page, 'g', 'h')
    await page.waitForURL(`${site.url}/`)
    await isClean(page)
    await press(page, 'n')
    await page.waitForURL(`**/stations/${floor.station('Mắt 1').id}`)
    await call(page, second?.number)
    await press(page, 'x')
    await isSaid(page, 'Đã xong ở bàn này')
    await sees(page, 'Chưa gọi ai')
    await press(page, 'n')
    await isSaid(page, 'Không còn ai chờ')
    await isClean(page)
  })

  it('lets pass whoever does not come until they count as away; reception brings them back', async () => {
    await onlyOpen('Mắt 1')
    const [absent] = await come(1)
    const page = await signedIn('casang')
    await goTo(page, 'Mắt 1')
    await press(page, 'k')
    await page.waitForSelector('text=Anh/chị ngồi đây từ')
    for (const last of [false, false, true]) {
      await press(page, 'n')
      await sees(page, absent?.number ?? '', last ? 'Ghi không đến' : 'Cho qua sau')
      await press(page, 's')
      await isSaid(page, last ? 'Đã ghi: gọi không đến' : 'Số đó sẽ trở lại sau vài người')
    }
    expect(await queueOf(page)).toEqual([])
    await isClean(page)

    const desk = await signedIn('tiepdonban')
    await desk.goto(`${site.url}/visits/${absent?.visitId}`)
    expect(await desk.textContent('main')).toContain('Gọi không đến')
    await tabTo(desk, 'form[action$="/bring-back"] button')
    await press(desk, 'Enter')
    await desk.waitForURL('**/visits/*said=back')
    await isClean(desk)
    // The doctor’s page heard of it.
    await expect.poll(() => queueOf(page), { timeout: 10_000 }).toEqual([absent?.number])
    await call(page, absent?.number)
    await press(page, 'x')
    await isSaid(page, 'Đã xong ở bàn này')
  })

  it('transfers somebody to another station, whose page has them at once', async () => {
    await onlyOpen('Mắt 1')
    const [guest] = await come(1)
    await openStation(app.deps, floor.person('admin', 'admin'), floor.station('Mắt 2').id)
    const from = await signedIn('casang')
    const to = await signedIn('cachieu')
    await goTo(to, 'Mắt 2')
    await press(to, 'k')
    await to.waitForSelector('text=Anh/chị ngồi đây từ')
    expect(await queueOf(to)).toEqual([])
    await goTo(from, 'Mắt 1')
    await press(from, 'k')
    await from.waitForSelector('text=Anh/chị ngồi đây từ')
    await call(from, guest?.number)
    await choose(from, '[name=toStationId]', floor.station('Mắt 2').id)
    await tabTo(from, '.seated-transfer button')
    await press(from, 'Enter')
    await isSaid(from, 'Đã chuyển bàn')
    await sees(from, 'Chưa gọi ai')
    await expect.poll(() => queueOf(to), { timeout: 10_000 }).toEqual([guest?.number])
    await call(to, guest?.number)
    await press(to, 'x')
    await isSaid(to, 'Đã xong ở bàn này')
  })

  it('hands over in the middle of somebody: the successor reads the note, sees who is under way, and ends the duty', async () => {
    await onlyOpen('Mắt 1')
    const [underWay, next] = await come(2)
    const morning = await signedIn('casang')
    const afternoon = await signedIn('cachieu')
    await goTo(morning, 'Mắt 1')
    await press(morning, 'k')
    await morning.waitForSelector('text=Anh/chị ngồi đây từ')
    await call(morning, underWay?.number)
    await press(morning, 'o')
    await morning.waitForURL(`**/exams/${underWay?.examId}/sections/eyes`)
    await goTo(afternoon, 'Mắt 1')
    await sees(afternoon, underWay?.number ?? '', 'bắt đầu lúc')
    expect(await afternoon.textContent('main')).toContain('Hồ Thị Sáng ngồi đây từ')

    // In a field, letters are typing: out of it by the ways at the page’s beginning.
    await tabTo(morning, '.nav a[href="/stations"]')
    await press(morning, 'Enter')
    await morning.waitForURL('**/stations')
    await tabTo(morning, 'a.button-primary')
    await press(morning, 'Enter')
    await morning.waitForURL('**/stations/*-*')
    await tabTo(morning, '[name=note]')
    await morning.keyboard.type('Bảng chữ E bên trái hỏng đèn')
    await isClean(morning)
    await tabTo(morning, 'form[action$="/hand-over"] button')
    await press(morning, 'Enter')
    await isSaid(morning, 'Đã bàn giao')
    await afternoon.waitForSelector('text=Hồ Thị Sáng bàn giao lúc')
    expect(await afternoon.textContent('main')).toContain('Bảng chữ E bên trái hỏng đèn')
    await isClean(afternoon)

    await press(afternoon, 'k')
    await afternoon.waitForSelector('text=Anh/chị ngồi đây từ')
    await morning.waitForSelector('text=Võ Văn Chiều ngồi đây từ')
    await sees(afternoon, underWay?.number ?? '')
    expect(await queueOf(afternoon)).toEqual([next?.number])
    await press(afternoon, 'x')
    await isSaid(afternoon, 'Đã xong ở bàn này')
    await call(afternoon, next?.number)
    await press(afternoon, 'x')
    await isSaid(afternoon, 'Đã xong ở bàn này')
    await tabTo(afternoon, 'form[action$="/hand-over"] button')
    await press(afternoon, 'Enter')
    await isSaid(afternoon, 'Đã bàn giao')
    await morning.waitForSelector('text=Chưa có ai ngồi')
  })
})

describe('keys', () => {
  it('pressed as soon as the page begins to come are not lost', async () => {
    await onlyOpen('Mắt 1')
    const [guest] = await come(1)
    const page = await signedIn('casang')
    const path = `${site.url}/stations/${floor.station('Mắt 1').id}`
    await page.goto(path)
    await press(page, 'k')
    await page.waitForSelector('text=Anh/chị ngồi đây từ')
    // The modules take their time: the page is there, and nothing listens yet.
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 1500))
    await page.route('**/assets/**/keys.js', async (route) => {
      await slow
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator('.seated-actions').waitFor({ state: 'attached' })
    await press(page, 'n')
    expect(await page.evaluate(() => document.readyState)).not.toBe('complete')
    await sees(page, guest?.number ?? '', 'gọi lần 1')
    await press(page, 'x')
    await isSaid(page, 'Đã xong ở bàn này')
  })

  it('held down do what they do once', async () => {
    await onlyOpen('Mắt 1')
    const [guest] = await come(1)
    const page = await signedIn('casang')
    await page.goto(`${site.url}/stations/${floor.station('Mắt 1').id}`)
    await press(page, 'k')
    await page.waitForSelector('text=Anh/chị ngồi đây từ')
    await call(page, guest?.number)
    await page.keyboard.down('r')
    await sees(page, 'gọi lần 2')
    // A second `down` without an `up` is how a key repeats itself.
    for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('r')
    await page.keyboard.up('r')
    await page.reload()
    await sees(page, 'gọi lần 2')
  })
})
