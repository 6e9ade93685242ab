import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCast } from '../../src/identity/commands.ts'
import { sql } from '../../src/platform/database.ts'
import { withApp } from '../support/app.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
const password = 'mất kết nối thử 5'
const profile = mkdtempSync(join(tmpdir(), 'lienthong-offline-'))
let site: ServedApp
let port: number
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const [home] = await app().deps.database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${app().deps.env.FACILITY_CODE}`,
  )
  const system = { kind: 'system', id: 'test', name: 'test', facilityId: home?.id ?? '' } as const
  const both = { username: 'quaychung', name: 'Lê Thị Quầy', grants: ['reception', 'cashier'] }
  const other = { username: 'quaykhac', name: 'Ngô Thị Khác', grants: ['reception'] }
  await createCast(app().deps, system, [both, other], password)
  site = await serveApp(app())
  port = Number(new URL(site.url).port)
  await openBrowser()
})
afterAll(async () => {
  await context.close()
  await site.stop()
  rmSync(profile, { recursive: true, force: true })
})

/** The same browser as before, with what it kept on its disk. */
async function openBrowser(): Promise<void> {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
    locale: 'vi-VN',
    viewport: { width: 1366, height: 768 },
  })
  page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(15_000)
}

async function signIn(username: string): Promise<void> {
  await page.goto(`${site.url}/sign-in`)
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell h1')
}

async function isKept(): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/unsent')) !== undefined), {
      timeout: 15_000,
    })
    .toBe(true)
}

type Person = { name: string; number: string; bill?: boolean }

async function writeDown({ name, number, bill = true }: Person): Promise<void> {
  const card = `${number}||${name}|12031985|Nữ|12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng|15082024`
  await page.fill('#scan [name=identityCardQr]', card)
  await page.press('#scan [name=identityCardQr]', 'Enter')
  expect(await page.inputValue('#visit [name=name]')).toBe(name)
  await page.selectOption('[name=licenceClass]', 'B')
  await page.check('[name=purpose][value=new]', { force: true })
  await page.check('[name="consents.exam"]', { force: true })
  if (bill) await page.check('[name="bill.KSKLX"]', { force: true })
  await page.click('#visit .button-primary')
  await page.waitForSelector(`.unsent-entry:has-text("${name}")`)
}

const count = () => page.textContent('[data-unsent] [data-count]')

type Made = { name: string; patients: number; exams: number; bills: number }

function made(): Promise<Made[]> {
  return app().deps.database.query<Made>(sql`
    SELECT p.name, count(DISTINCT p.id)::int AS patients, count(DISTINCT e.id)::int AS exams,
      count(DISTINCT i.id)::int AS bills
    FROM patient p LEFT JOIN exam e ON e.patient_id = p.id LEFT JOIN invoice i ON i.exam_id = e.id
    WHERE p.identity_number LIKE '0481859900%' GROUP BY p.name ORDER BY p.name`)
}

it('goes on without the server, through a restart of the browser, and everything is there once', async () => {
  const reception = await app().as(['reception'])
  await reception.post('/api/v1/patients', {
    name: 'Trần Thị Cũ',
    birthDate: '1985-03-12',
    sex: 'female',
    identityCard: { number: '048185990003' },
  })
  await signIn('quaychung')
  await isKept()
  await site.stop()

  await page.goto(`http://127.0.0.1:${port}/patients/new`)
  await page.waitForURL('**/unsent')
  expect(await page.isVisible('[data-away]')).toBe(true)
  expect(await axeFaults(page)).toEqual([])
  await page.click('#visit .button-primary')
  await page.waitForSelector('[data-faults]:not([hidden])')
  expect(await page.textContent('[data-faults]')).toContain('Nhập họ và tên.')
  await writeDown({ name: 'An Không Mạng', number: '048185990001' })
  await writeDown({ name: 'Bình Không Mạng', number: '048185990002', bill: false })
  await writeDown({ name: 'Cúc Trùng Số', number: '048185990003' })
  expect(await count()).toBe('3 chưa gửi')
  expect(await axeFaults(page)).toEqual([])

  const onDisk = await page.evaluate(readDisk)
  expect(onDisk.entries).toBe(3)
  expect(onDisk.text).not.toMatch(/Không Mạng|048185990001|Trùng/)
  expect(onDisk.extractable).toBe(false)

  await context.close()
  await openBrowser()
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForURL('**/unsent')
  await page.waitForSelector('.unsent-entry:has-text("Bình Không Mạng")')
  expect(await page.locator('.unsent-entry').count()).toBe(3)

  // The session has ended meanwhile; somebody else sits down first.
  await context.clearCookies()
  site = await serveApp(app(), port)
  await page.waitForSelector('[data-signed-out]:not([hidden])', { timeout: 70_000 })
  await signIn('quaykhac')
  await page.goto(`${site.url}/unsent`)
  await page.waitForSelector('[data-others]:not([hidden])')
  expect(await page.textContent('[data-others]')).toContain('còn 3 mục của người khác')
  expect(await page.locator('.unsent-entry').count()).toBe(0)
  expect((await made()).map(({ name }) => name)).toEqual(['Trần Thị Cũ'])

  await context.clearCookies()
  await signIn('quaychung')
  await page.goto(`${site.url}/unsent`)
  await page.waitForSelector('.unsent-entry:has-text("An Không Mạng"):has-text("Đã gửi")')
  await page.waitForSelector('.unsent-entry:has-text("Bình Không Mạng"):has-text("Đã gửi")')
  const refused = '.unsent-entry:has-text("Cúc Trùng Số")'
  await page.waitForSelector(`${refused} .unsent-refusal:not([hidden])`)
  expect(await page.textContent(refused)).toContain('Số này đã đăng ký với dữ liệu khác')
  expect(await page.textContent(`${refused} dl`)).toContain('Cúc Trùng Số')
  expect(await count()).toBe('1 chưa gửi')
  expect(await axeFaults(page)).toEqual([])
  expect(await made()).toEqual([
    { name: 'An Không Mạng', patients: 1, exams: 1, bills: 1 },
    { name: 'Bình Không Mạng', patients: 1, exams: 1, bills: 0 },
    { name: 'Trần Thị Cũ', patients: 1, exams: 0, bills: 0 },
  ])

  await page.click(`${refused} [data-people] button`)
  await page.waitForSelector(`${refused}:has-text("Đã gửi")`)
  expect(await made()).toContainEqual({ name: 'Trần Thị Cũ', patients: 1, exams: 1, bills: 1 })
  expect(await page.isVisible('[data-unsent]')).toBe(false)
})

it('bills somebody who was registered while there was a connection', async () => {
  const reception = await app().as(['reception'])
  const person = await reception.post('/api/v1/patients', {
    name: 'Dũng Còn Mạng',
    birthDate: '1985-03-12',
    sex: 'male',
    identityCard: { number: '048185990004' },
  })
  const { id: patientId } = (await person.json()) as { id: string }
  const consents = { exam: true }
  await reception.post('/api/v1/exams', { patientId, licenceClass: 'B', purpose: 'new', consents })
  await page.evaluate(() => localStorage.clear())
  await page.goto(site.url)
  await isKept()
  await page.waitForFunction(() => localStorage.length > 0)
  await site.stop()
  await page.goto(`http://127.0.0.1:${port}/bills`)
  await page.waitForURL('**/unsent')
  await page.click('summary:has-text("Chỉ lập phiếu")')
  await page.selectOption('[name=exam]', { label: 'Dũng Còn Mạng · 1985 · B' })
  await page.check('[name="bill.KSKLX"]', { force: true })
  await page.click('#visit .button-primary')
  await page.waitForSelector('.unsent-entry:has-text("Dũng Còn Mạng"):has-text("Chờ gửi")')
  site = await serveApp(app(), port)
  const sent = '.unsent-entry:has-text("Dũng Còn Mạng"):has-text("Đã gửi")'
  await page.waitForSelector(sent, { timeout: 70_000 })
  expect(await made()).toContainEqual({ name: 'Dũng Còn Mạng', patients: 1, exams: 1, bills: 1 })
})

it('forgets the page on this device when its person signs out', async () => {
  await page.goto(site.url)
  await isKept()
  await page.click('form[action="/sign-out"] button')
  await page.waitForURL('**/sign-in**')
  expect(await page.evaluate(async () => (await caches.match('/unsent')) === undefined)).toBe(true)
})

/** What somebody finds who reads the browser's files. */
async function readDisk() {
  const open = () =>
    new Promise<IDBDatabase>((done) => {
      const asked = indexedDB.open('lienthong-desk')
      asked.onsuccess = () => done(asked.result)
    })
  const db = await open()
  const all = (store: string) =>
    new Promise<Record<string, unknown>[]>((done) => {
      const asked = db.transaction(store).objectStore(store).getAll()
      asked.onsuccess = () => done(asked.result)
    })
  const entries = await all('entries')
  const keys = (await all('keys')) as unknown as CryptoKey[]
  const text = entries
    .map((entry) => {
      const bytes = new TextDecoder('utf-8').decode(entry.data as ArrayBuffer)
      return bytes + JSON.stringify(entry)
    })
    .join()
  return { entries: entries.length, text, extractable: keys.some((key) => key.extractable) }
}
