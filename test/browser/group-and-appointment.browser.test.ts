import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { addDays, type CalendarDate, formatDayMonthYear } from '../../src/core/calendar-date.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import { projectPath } from '../../src/platform/paths.ts'
import { type Look, openLook, signInAs } from '../furnished/eyes.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
let site: ServedApp
let browser: Browser

beforeAll(async () => {
  // In the middle of a morning, whatever the hour is: a booking for today must still be possible.
  app().clock.hold(`${today(app().clock)}T09:00:00+07:00`)
  site = await serveApp(app())
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const desk: Look = { size: 'desktop', scheme: 'light', lang: 'vi' }
const phone: Look = { size: 'phone', scheme: 'dark', lang: 'en' }

async function open(
  look: Look,
  username?: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openLook(browser, look)
  if (username) await signInAs(context, app(), site.url, username)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return { context, page }
}

/** Nothing for axe to say, nothing wider than the window; a picture where one is asked for. */
async function seen(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const { GALLERY } = process.env
  if (GALLERY) await page.screenshot({ path: `${GALLERY}/${name}.png`, fullPage: true })
  expect(await axeFaults(page), name).toEqual([])
  expect(await overflowOf(page), name).toBeLessThanOrEqual(0)
}

async function setSlot(at: Date): Promise<void> {
  await app().deps.database.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    SELECT ${app().clock.id()}, id, ${at}, 30, 6, 4 FROM facility
    WHERE code = ${app().deps.env.FACILITY_CODE}
    ON CONFLICT (facility_id, starts_at) DO UPDATE SET capacity = 6`)
}

it('takes a company’s list, line by line, and bills those who have come', async () => {
  const { context, page } = await open(desk, 'tiepdon')
  await page.goto(`${site.url}/groups`)
  await seen(page, 'groups-none')
  await page.keyboard.press('n')
  await page.waitForURL('**/groups/new')
  await page.keyboard.type('Vận tải Sông Hàn')
  await page.fill('[name=contactName]', 'Chị Hoa')
  await page.selectOption('[name=licenceClass]', 'C')
  await page.selectOption('[name=purpose]', 'renewal')
  await seen(page, 'group-new')
  await page.click('main button.button-primary')
  await page.waitForURL(/\/groups\/[0-9a-f-]{36}/)
  await seen(page, 'group-empty')
  const group = new URL(page.url()).pathname
  await page.setInputFiles('[name=file]', projectPath('fixtures/lists/exceljs.xlsx'))
  await page.click('form[enctype] button')
  await page.waitForURL('**/lists/**')
  await seen(page, 'group-list')
  expect(await page.locator('tbody tr').count()).toBe(4)
  await page.click('.form-actions button.button-primary')
  await page.waitForURL('**said=registered**')
  await page.goto(site.url + group)
  expect(await page.locator('[data-live-part=members] tbody tr').count()).toBe(4)
  await seen(page, 'group')
  await context.close()

  const [member] = await app().deps.database.query<{ id: string }>(sql`
    SELECT patient_id AS id FROM group_member LIMIT 1`)
  const reception = await app().as(['reception'])
  const opened = await reception.post('/api/v1/exams', {
    patientId: member?.id,
    licenceClass: 'C',
    purpose: 'renewal',
    consents: { exam: true },
  })
  expect(opened.status).toBe(201)
  const till = await open(desk, 'thungan')
  await till.page.goto(`${site.url}${group}/bills`)
  await seen(till.page, 'group-bills-new')
  await till.page.click('main form button.button-primary')
  await till.page.waitForURL('**said=issued**')
  await seen(till.page, 'group-bills')
  await till.context.close()
  const small = await open(phone, 'tiepdon')
  await small.page.goto(site.url + group)
  await seen(small.page, 'group-phone')
  await small.context.close()
})

it('lets somebody book on their phone without a script, and arrive by their card', async () => {
  const now = app().clock.now()
  await setSlot(new Date(now.getTime() + 90 * 60_000))
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
    javaScriptEnabled: false,
  })
  const own = await context.newPage()
  await own.goto(`${site.url}/book`)
  const bare = await open(phone)
  await bare.page.goto(`${site.url}/book`)
  await seen(bare.page, 'book')
  await bare.context.close()
  await own.click('button[name=show] >> nth=0')
  await own.check('[name=slotId] >> nth=0')
  await own.fill('[name=name]', 'Nguyễn Thị Bình')
  await own.fill('[name=birthDate]', '01/06/1985')
  await own.fill('[name=phone]', '0905 123 123')
  await own.selectOption('[name=licenceClass]', 'B')
  await own.selectOption('[name=purpose]', 'renewal')
  await own.click('.form-actions button')
  await own.waitForURL(/\/book\/[\w-]{32}$/)
  const link = own.url()
  await context.close()
  const again = await open(phone)
  await again.page.goto(link)
  await seen(again.page, 'booked')
  await again.context.close()

  const { context: deskContext, page } = await open(desk, 'tiepdon')
  await page.goto(`${site.url}/appointments`)
  await seen(page, 'appointments')
  await page.click('a[href$="/arrival"]')
  await page.waitForURL('**/arrival')
  await seen(page, 'arrival')
  await page.check('[name="consents.exam"]')
  await page.check('[name="consents.renewal"]')
  const { binh } = people(today(app().clock))
  await page.fill('[name=identityCardQr]', binh.cardQr ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/visits/**')
  await page.goto(`${site.url}/appointments/slots`)
  await seen(page, 'slots')
  await page.goto(`${site.url}/appointments/new`)
  await seen(page, 'appointment-new')
  await page.goto(`${site.url}/messages`)
  await seen(page, 'messages')
  await deskContext.close()
  const admin = await open(desk, 'quantri')
  await admin.page.goto(`${site.url}/settings/messages`)
  await seen(admin.page, 'templates')
  await admin.context.close()
})

/** Days from today on which a slot at ten stands, whatever the demonstration opens of itself. */
async function days(...ahead: number[]): Promise<CalendarDate[]> {
  const found = ahead.map((count) => addDays(today(app().clock), count))
  for (const day of found) await setSlot(new Date(`${day}T10:00:00+07:00`))
  return found
}

it.each([false, true])(
  'keeps what somebody typed when they choose another day, with scripts: %s',
  async (javaScriptEnabled) => {
    const [first, second] = await days(2, 3)
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'vi-VN',
      javaScriptEnabled,
    })
    const page = await context.newPage()
    await page.goto(`${site.url}/book`)
    await page.click(`button[name=show][value="${first}"]`)
    await page.fill('[name=name]', 'Lý Thị Giữ')
    await page.fill('[name=birthDate]', '02/03/1990')
    await page.fill('[name=phone]', '0905 321 321')
    await page.selectOption('[name=licenceClass]', 'C')
    await page.selectOption('[name=purpose]', 'new')
    await page.click(`button[name=show][value="${second}"]`)
    await page.waitForSelector(`input[name=day][value="${second}"]`, { state: 'attached' })
    expect(page.url()).toBe(`${site.url}/book/day#time`)
    const typed = async (name: string) => page.inputValue(`[name=${name}]`)
    expect(await Promise.all(['name', 'birthDate', 'phone'].map(typed))).toEqual([
      'Lý Thị Giữ',
      '02/03/1990',
      '0905 321 321',
    ])
    expect(await Promise.all(['licenceClass', 'purpose'].map(typed))).toEqual(['C', 'new'])
    // Enter in a field books; it does not choose the first day.
    await page.check('[name=slotId] >> nth=0')
    await page.focus('[name=phone]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/book\/[\w-]{32}$/)
    await context.close()
  },
)

it('books from a person’s page and keeps what was typed when the desk looks at another day', async () => {
  const [first, second] = (await days(4, 5)) as [CalendarDate, CalendarDate]
  const reception = await app().as(['reception'])
  const made = await reception.post('/api/v1/patients', {
    name: 'Võ Thị Hẹn Lại',
    birthDate: '1991-02-03',
    sex: 'female',
    phone: '0905444555',
    confirmNew: true,
  })
  const { id } = (await made.json()) as { id: string }
  const { context, page } = await open(desk, 'tiepdon')
  await page.goto(`${site.url}/patients/${id}`)
  await seen(page, 'person-book')
  await page.click(`a[href="/appointments/new?patient=${id}"]`)
  await page.waitForURL('**/appointments/new**')
  expect(await page.textContent('main')).toContain('Võ Thị Hẹn Lại')
  const typeDay = async (day: CalendarDate) => {
    await page.fill('[name=day]', formatDayMonthYear(day))
    await page.click('button[name=show]')
    await page.waitForSelector(`input[name=shown][value="${day}"]`, { state: 'attached' })
  }
  await page.selectOption('[name=licenceClass]', 'D')
  await page.selectOption('[name=purpose]', 'upgrade')
  await typeDay(first)
  await seen(page, 'appointment-new-person')
  await typeDay(second)
  expect(await page.inputValue('[name=licenceClass]')).toBe('D')
  expect(await page.inputValue('[name=purpose]')).toBe('upgrade')
  // Another day typed and sent at once books nothing on the day that was shown.
  await page.selectOption('[name=slotId]', { index: 1 })
  await page.fill('[name=day]', formatDayMonthYear(first))
  await page.click('main button.button-primary')
  await page.waitForSelector('.error-summary')
  await seen(page, 'appointment-other-day')
  await page.selectOption('[name=slotId]', { index: 1 })
  await page.click('main button.button-primary')
  await page.waitForURL('**said=booked**')
  expect(page.url()).toContain(`day=${first}`)
  expect(await page.textContent('tbody')).toContain('Võ Thị Hẹn Lại')
  await context.close()
})

it('finds another day for whoever is booked on a day that became a holiday', async () => {
  const [closed, open_] = (await days(6, 7)) as [CalendarDate, CalendarDate]
  const reception = await app().as(['reception'])
  const [slot] = await app().deps.database.query<{ id: string }>(sql`
    SELECT s.id FROM slot s JOIN facility f ON f.id = s.facility_id
    WHERE f.code = ${app().deps.env.FACILITY_CODE}
      AND s.starts_at = ${new Date(`${closed}T10:00:00+07:00`)}`)
  const booked = await app().request('/appointments', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${reception.token}`,
      origin: app().deps.env.publicUrl,
      accept: 'text/html',
    },
    body: new URLSearchParams({
      _once: 'holiday',
      slotId: slot?.id ?? '',
      name: 'Trương Văn Lễ',
      birthDate: '05/06/1980',
      phone: '0905 666 777',
      licenceClass: 'B',
      purpose: 'renewal',
    }),
  })
  expect(booked.status).toBe(303)
  const admin = await open(desk, 'quantri')
  await admin.page.goto(`${site.url}/settings/hours`)
  await admin.page.fill('[name=holidays]', `${formatDayMonthYear(closed)} Nghỉ bù`)
  await admin.page.click('form[action="/settings/holidays"] button.button-primary')
  await admin.page.waitForURL('**said=**')
  await admin.context.close()

  const { context, page } = await open(desk, 'tiepdon')
  await page.goto(`${site.url}/appointments`)
  await seen(page, 'appointments-displaced')
  await page.click(`a[href="/appointments?day=${closed}"] >> text=Nghỉ bù`)
  await page.waitForURL(`**day=${closed}`)
  await seen(page, 'appointments-holiday')
  await page.goto(`${site.url}/appointments/slots?day=${closed}`)
  await seen(page, 'slots-holiday')
  await page.fill(`[name=capacity] >> nth=0`, 'năm')
  await page.click(`form[action$="/places"] button >> nth=0`)
  await page.waitForSelector('.error-summary')
  await seen(page, 'slots-wrong-places')
  expect(await page.inputValue('[name=capacity] >> nth=0')).toBe('năm')
  await page.goto(`${site.url}/appointments?day=${closed}`)
  await page.click('a[href$="/move"]')
  await page.waitForURL('**/move')
  await page.fill('[name=day]', formatDayMonthYear(open_))
  await page.click('button[name=show]')
  await page.waitForSelector(`input[name=shown][value="${open_}"]`, { state: 'attached' })
  await seen(page, 'appointment-move')
  await page.selectOption('[name=slotId]', { index: 1 })
  await page.click('main button.button-primary')
  await page.waitForURL('**said=moved**')
  expect(await page.textContent('tbody')).toContain('Trương Văn Lễ')
  expect(await page.locator('.notice-warn').count()).toBe(0)
  await context.close()
  const small = await open(phone, 'tiepdon')
  await small.page.goto(`${site.url}/appointments?day=${closed}`)
  await seen(small.page, 'appointments-holiday-phone')
  await small.context.close()
})
