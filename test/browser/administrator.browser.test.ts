import { crc32, deflateSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Outside, startOutside } from '../../fixtures/outside/launch.ts'
import { createStaff } from '../../src/identity/commands.ts'
import { findFacilityId } from '../../src/identity/repository.ts'
import { today } from '../../src/platform/clock.ts'
import { facilityCredential } from '../../src/platform/signing.ts'
import { actionWords } from '../../src/reports/action-words.ts'
import { type Look, openLook } from '../furnished/eyes.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults, overflowOf } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

/** One administrator's first day in an empty production installation, each sentence after the last. */
let app: TestApp
let outside: Outside
let site: ServedApp
let browser: Browser
let page: Page
const contexts: BrowserContext[] = []
const look: Look = { size: 'desktop', scheme: 'light', lang: 'vi' }
const house = 'Trung tâm Y tế quận Cẩm Lệ'

beforeAll(async () => {
  app = await openTestApp({ demo: false })
  app.clock.hold(`${today(app.clock)}T09:00:00+07:00`)
  site = await serveApp(app)
  const { env } = app.deps
  env.publicUrl = site.url
  const made = { dataFolder: env.dataFolder, organisation: env.FACILITY_NAME, at: new Date() }
  const { certificatePem } = await facilityCredential(made)
  outside = await startOutside({
    dataFolder: env.dataFolder,
    facilityCertificatePem: certificatePem,
    callbackBaseUrl: site.url,
    centre: { bin: env.BANK_BIN, account: env.BANK_ACCOUNT },
    secrets: {
      gatewayUsername: env.GATEWAY_USERNAME,
      gatewayPassword: env.GATEWAY_PASSWORD,
      authorityToken: env.AUTHORITY_TOKEN,
      authorityWebhookSecret: env.AUTHORITY_WEBHOOK_SECRET,
      smsToken: env.SMS_TOKEN ?? '',
      smsSender: env.SMS_SENDER,
    },
  })
  Object.assign(env, {
    GATEWAY_URL: outside.gateway.url,
    AUTHORITY_URL: outside.authority.url,
    SMS_URL: outside.sms?.url,
    SIGNING_KEY_FILE: `${env.dataFolder}/signing/facility.key`,
    SIGNING_CERTIFICATE_FILE: `${env.dataFolder}/signing/facility.crt`,
  })
  browser = await openChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await outside?.stop()
  await site?.stop()
  await app?.close()
})

/** As `lienthong create-admin` makes one. */
async function administrator(username: string, name: string): Promise<string> {
  const { database, env } = app.deps
  const facilityId = (await findFacilityId(database, env.FACILITY_CODE)) ?? ''
  const terminal = { kind: 'system', id: 'command-line', name: 'command line', facilityId } as const
  return (await createStaff(app.deps, terminal, { username, name, grants: ['admin'] })).password
}

async function someone(): Promise<Page> {
  const context = await openLook(browser, look)
  contexts.push(context)
  const opened = await context.newPage()
  opened.setDefaultTimeout(8_000)
  return opened
}

const ownPassword = (username: string) => `mật khẩu của ${username} 1`

/** By the keyboard: the initial password, and then one of their own. */
async function signInFirst(at: Page, username: string, initial: string): Promise<void> {
  await at.goto(`${site.url}/sign-in`)
  await at.waitForSelector('[name=username]:focus')
  await at.keyboard.type(username)
  await at.keyboard.press('Tab')
  await at.keyboard.type(initial)
  await at.keyboard.press('Enter')
  await at.waitForURL('**/password')
  await seen(at, `password-${username}`)
  await at.fill('[name=current]', initial)
  await at.fill('[name=next]', ownPassword(username))
  await at.fill('[name=repeated]', ownPassword(username))
  await at.keyboard.press('Enter')
  await at.waitForURL((url) => url.pathname === '/')
}

/** Nothing for axe to say, nothing wider than the window; a picture where one is asked for. */
async function seen(at: Page, name: string): Promise<void> {
  await at.evaluate(() => document.fonts.ready)
  const { GALLERY } = process.env
  if (GALLERY) await at.screenshot({ path: `${GALLERY}/admin-${name}.png`, fullPage: true })
  expect(await axeFaults(at), name).toEqual([])
  expect(await overflowOf(at), name).toBeLessThanOrEqual(0)
}

const save = (at = page) => at.click('main form .button-primary')
const says = (text: string, at = page) => at.waitForSelector(`.toast:has-text("${text}")`)

/** The form came back: it says how many faults there are, and which field each belongs to. */
async function refused(name: string, ...fields: string[]): Promise<void> {
  await page.waitForSelector('.error-summary')
  for (const field of fields) {
    const input = page.locator(`[name="${field}"]`).first()
    expect(await input.getAttribute('aria-invalid'), field).toBe('true')
    const described = (await input.getAttribute('aria-describedby')) ?? ''
    const told = described.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent())
    expect((await Promise.all(told)).join(' ').length, field).toBeGreaterThan(5)
  }
  await seen(page, name)
}

/** A grey square that prints. */
function picture(): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    head.writeUInt32BE(body.length)
    tail.writeUInt32BE(crc32(named))
    return Buffer.concat([head, named, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(120, 0)
  header.writeUInt32BE(120, 4)
  header[8] = 8
  const rows = deflateSync(Buffer.alloc(120 * 121, 90).map((value, at) => (at % 121 ? value : 0)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

it('leads its administrator, once they have a password of their own, to the first thing to do', async () => {
  const initial = await administrator('quan.tri', 'Đỗ Thị Quản')
  page = await someone()
  await signInFirst(page, 'quan.tri', initial)
  expect(await page.textContent('h1')).toBe('Còn 3 việc trước lượt khám đầu tiên')
  await seen(page, 'home-empty')
  await page.keyboard.press('n')
  await page.waitForURL('**/settings/facility?from=setup')
})

it('takes the house’s name, and its logo, which then head every page and paper', async () => {
  await page.fill('[name=name]', '')
  await page.fill('[name=phone]', 'gọi anh Ba')
  await save()
  await refused('facility-refused', 'name', 'phone')
  expect(await page.inputValue('[name=phone]')).toBe('gọi anh Ba')
  await page.fill('[name=name]', house)
  await page.fill('[name=phone]', '0236 3846 000')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/setup')
  expect(await page.textContent('.brand-facility')).toBe(house)
  expect(await page.textContent('h1')).toBe('Còn 2 việc trước lượt khám đầu tiên')
  await seen(page, 'setup')

  await page.goto(`${site.url}/settings/facility`)
  const logo = (name: string, mimeType: string, buffer: Buffer) =>
    page.setInputFiles('[name=logo]', { name, mimeType, buffer })
  await logo('logo.png', 'image/png', Buffer.from('no picture'))
  await page.click('button:has-text("Tải lên")')
  await refused('logo-refused', 'logo')
  await logo('logo.png', 'image/png', picture())
  await page.click('button:has-text("Tải lên")')
  await says('Đã đổi biểu trưng')
  expect(await page.$eval('.logo-shown', (img) => (img as HTMLImageElement).naturalWidth)).toBe(120)
  await seen(page, 'facility')

  const stranger = await someone()
  await stranger.goto(`${site.url}/sign-in`)
  expect(await stranger.textContent('.brand-facility')).toBe(house)
  await seen(stranger, 'sign-in')
})

it('takes the exam’s price, without which nobody can be billed', async () => {
  await page.goto(`${site.url}/setup`)
  await page.keyboard.press('n')
  await page.waitForURL('**/settings/prices/new?from=setup')
  expect(await page.inputValue('[name=code]')).toBe('KSKLX')
  await page.fill('[name=amount]', 'nhiều')
  await page.fill('[name=effectiveFrom]', '31/02/2026')
  await save()
  await refused('price-refused', 'amount', 'legalSource', 'effectiveFrom')
  expect(await page.inputValue('[name=effectiveFrom]')).toBe('31/02/2026')
  await page.fill('[name=amount]', '250000')
  await page.fill('[name=legalSource]', 'Nghị quyết 12/2026/NQ-HĐND')
  const [year, month, day] = today(app.clock).split('-')
  await page.fill('[name=effectiveFrom]', `${day}/${month}/${year}`)
  await save()
  await page.waitForURL('**/setup')
  expect(await page.textContent('h1')).toBe('Còn một việc trước lượt khám đầu tiên')
})

it('takes the opening hours and a holiday as people write them', async () => {
  await page.goto(`${site.url}/settings/hours`)
  await page.focus('[name="1-morning-opens"]')
  await page.keyboard.type('7h30')
  await page.keyboard.press('Tab')
  await page.keyboard.type('7h')
  await page.keyboard.press('Enter')
  await refused('hours-refused', '1-morning-closes')
  expect(await page.inputValue('[name="1-morning-opens"]')).toBe('7h30')
  await page.fill('[name="1-morning-closes"]', '11h30')
  await page.keyboard.press('Enter')
  await says('Đã lưu giờ làm việc.')
  expect(await page.inputValue('[name="1-morning-closes"]')).toBe('11:30')

  await page.fill('[name=holidays]', '31/02/2027 Tết')
  await page.click('button:has-text("Lưu ngày nghỉ")')
  await refused('holidays-refused', 'holidays')
  expect(await page.inputValue('[name=holidays]')).toBe('31/02/2027 Tết')
  await page.fill('[name=holidays]', '2/9/2027 Quốc khánh')
  await page.click('button:has-text("Lưu ngày nghỉ")')
  await says('Đã lưu ngày nghỉ.')
  expect(await page.inputValue('[name=holidays]')).toBe('02/09/2027 Quốc khánh')
  await seen(page, 'hours')
})

it('opens a station, and says which tasks still have none', async () => {
  await page.goto(`${site.url}/settings/stations`)
  await seen(page, 'stations-none')
  await page.keyboard.press('n')
  await page.waitForURL('**/settings/stations/new')
  await page.fill('[name=name]', 'Bàn 1')
  await save()
  await refused('station-refused', 'room')
  expect(await page.inputValue('[name=name]')).toBe('Bàn 1')
  expect(await page.textContent('.error-summary')).toContain('Chọn ít nhất một việc')
  await page.fill('[name=room]', 'Phòng 101')
  await page.getByLabel('Mắt', { exact: true }).focus()
  await page.keyboard.press('Space')
  await save()
  await says('Đã thêm bàn.')
  expect(await page.textContent('tbody tr')).toContain('Phòng 101')
  expect(await page.textContent('.notice')).toContain('Chưa bàn nào làm: Tiếp đón')
  await seen(page, 'stations')
})

it('takes another wording of a message, and shows how people will read it', async () => {
  await page.goto(`${site.url}/settings/messages`)
  const text = '[name="body-appointment-reminder"]'
  const panel = page.locator('#appointment-reminder')
  await page.fill(text, '{place}: nhắc {nguoi}')
  await panel.getByRole('button', { name: 'Lưu mẫu' }).click()
  await refused('template-refused', 'body-appointment-reminder')
  expect(await page.textContent('.error-summary')).toContain('{nguoi}')
  expect(await page.inputValue(text)).toBe('{place}: nhắc {nguoi}')
  await page.fill(text, 'Mai {time}, {day}: mời {name} đến {place}.')
  await panel.getByRole('button', { name: 'Xem thử' }).click()
  await page.locator('#appointment-reminder .notice', { hasText: 'Mai 08:30' }).waitFor()
  await panel.getByRole('button', { name: 'Lưu mẫu' }).click()
  await says('Đã lưu mẫu tin nhắn.')
  await seen(page, 'templates')
})

let auditor: Page

it('makes an account whose person signs in with the password that was shown once', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.waitForURL('**/staff')
  await page.keyboard.press('n')
  await page.waitForURL('**/staff/new')
  await page.waitForSelector('[name=name]:focus')
  await page.keyboard.type('Vũ Thị Soát')
  await save()
  await refused('staff-refused', 'username')
  expect(await page.inputValue('[name=name]')).toBe('Vũ Thị Soát')
  await page.fill('[name=username]', 'kiem.soat')
  await page.check('[name="grant:auditor"]', { force: true })
  await save()
  await page.waitForSelector('.one-time-password')
  await seen(page, 'staff-made')
  const initial = (await page.textContent('.one-time-password code')) ?? ''
  auditor = await someone()
  await signInFirst(auditor, 'kiem.soat', initial)
  expect(await auditor.textContent('.shell')).toContain('Vũ Thị Soát')
  await page.goto(`${site.url}/setup`)
  expect(await page.textContent('main')).toContain('thu ngân')
  await seen(page, 'setup-staff')
})

it('asks for another payee, which another administrator approves and the asker cannot', async () => {
  const { env } = app.deps
  await page.goto(`${site.url}/settings/payee`)
  await page.fill('[name=account]', '12 34!')
  await save()
  await refused('payee-refused', 'bin', 'account', 'name', 'reason')
  expect(await page.inputValue('[name=account]')).toBe('12 34!')
  await page.selectOption('[name=bin]', '970422')
  await page.fill('[name=account]', '0998877665')
  await page.fill('[name=name]', 'TRUNG TAM Y TE CAM LE')
  await page.fill('[name=reason]', 'Tài khoản cũ đóng cuối tháng')
  await page.keyboard.press('Enter')
  await says('Đã gửi yêu cầu')
  expect(await page.textContent('main')).toContain('Chưa có ai khác duyệt được')
  expect(await page.locator('button:has-text("Duyệt đổi tài khoản")').count()).toBe(0)
  await seen(page, 'payee-asked')

  const second = await someone()
  await signInFirst(second, 'quan.tri.hai', await administrator('quan.tri.hai', 'Hồ Văn Nhị'))
  expect(await second.textContent('main')).toContain('Có yêu cầu đổi tài khoản nhận tiền')
  await second.click('a:has-text("Xem yêu cầu")')
  await second.waitForURL('**/settings/payee')
  expect(await second.textContent('main')).toContain(env.BANK_ACCOUNT.slice(-4))
  await seen(second, 'payee-to-decide')
  await second.fill('[name=password]', 'không phải')
  await second.keyboard.press('Enter')
  await second.waitForSelector('.error-summary')
  await second.fill('[name=password]', ownPassword('quan.tri.hai'))
  await second.keyboard.press('Enter')
  await says('Đã duyệt', second)
  await seen(second, 'payee-approved')
  await page.reload()
  expect(await page.textContent('main')).toContain('do Đỗ Thị Quản yêu cầu, Hồ Văn Nhị duyệt')
})

it('finds every connection in order by trying it', async () => {
  await page.goto(`${site.url}/settings/integrations`)
  await seen(page, 'integrations-untested')
  for (const name of ['gateway', 'authority', 'bank', 'signature', 'sms']) {
    await page.locator(`#${name}`).getByRole('button', { name: 'Kiểm tra kết nối' }).click()
    await page.waitForSelector(`#${name} .badge:has-text("Kết nối tốt")`)
  }
  await seen(page, 'integrations')
  await page.goto(`${site.url}/settings`)
  expect(await page.textContent('main')).toContain('Đã thử, tất cả tốt')
  await seen(page, 'settings')
})

it('says of a connection that fails what to do about it', async () => {
  app.clock.hold(`${today(app.clock)}T09:30:00+07:00`)
  const { SMS_TOKEN } = app.deps.env
  app.deps.env.SMS_TOKEN = 'another-token'
  await page.goto(`${site.url}/settings/integrations`)
  await page.locator('#sms').getByRole('button', { name: 'Kiểm tra kết nối' }).click()
  await page.waitForSelector('#sms .badge:has-text("Chưa kết nối được")')
  expect(await page.textContent('#sms')).toContain('mã truy cập trong cấu hình không đúng')
  await seen(page, 'integration-failing')
  Object.assign(app.deps.env, { SMS_TOKEN })
})

it('makes a screen in the hall a board, by a code that is typed there', async () => {
  await page.goto(`${site.url}/devices/new`)
  await save()
  await refused('device-refused', 'name')
  await page.getByRole('radio', { name: 'Bảng gọi số' }).check({ force: true })
  await page.fill('[name=name]', 'Bảng sảnh')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.one-time-password')
  await seen(page, 'device-code')
  const code = (await page.textContent('.one-time-password code')) ?? ''
  const screen = await someone()
  await screen.goto(`${site.url}/pair`)
  await screen.waitForSelector('[name=code]:focus')
  await screen.keyboard.type('SAIMASAIMA')
  await screen.keyboard.press('Enter')
  await screen.waitForSelector('.error-summary')
  expect(await screen.inputValue('[name=code]')).toBe('SAIMASAIMA')
  await seen(screen, 'pair-refused')
  await screen.fill('[name=code]', code.toLowerCase())
  await screen.keyboard.press('Enter')
  await screen.waitForURL('**/board')
  expect(await screen.textContent('h1')).toContain(house)
  await seen(screen, 'board')
  await page.click('main .button-primary')
  await page.waitForURL('**/devices')
  expect(await page.textContent('tbody tr')).toContain('Đã ghép')
  await seen(page, 'devices')
})

it('leaves all of it in the log, with who did it', async () => {
  await auditor.goto(`${site.url}/audit`)
  await seen(auditor, 'audit')
  const rows = await auditor.locator('tbody tr').allTextContents()
  for (const action of [
    'facility.amended',
    'facility.logo-set',
    'price.added',
    'facility.hours-set',
    'facility.holidays-set',
    'station.added',
    'message-template.changed',
    'staff.created',
    'payee.requested',
    'integration.tested',
    'device.created',
  ] as const) {
    const done = rows.filter((row) => row.includes(actionWords[action].vi))
    expect(done.join('\n'), action).toContain('Đỗ Thị Quản')
  }
  const approval = rows.find((row) => row.includes(actionWords['payee.approved'].vi)) ?? ''
  expect(approval).toContain('Hồ Văn Nhị')
})
