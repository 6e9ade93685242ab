import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fold } from '../../src/core/text.ts'
import { today } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database.ts'
import type { Key } from '../../src/web/public/scan-decoder.js'
import { hooked, inputMethods, type Press, scanned } from '../patients/wedge.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()
let site: ServedApp
let browser: Browser
let page: Page
let cdp: CDPSession

beforeAll(async () => {
  site = await serveApp(app())
  browser = await openChromium()
  const { token } = await app().as(['reception'])
  const context = await browser.newContext({
    locale: 'vi-VN',
    viewport: { width: 1366, height: 768 },
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  page = await context.newPage()
  cdp = await context.newCDPSession(page)
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

let serial = 700_000
let number: string
beforeEach(() => {
  serial += 1
  number = `048185${serial}`
})

const card = (name: string, address = '12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng') =>
  `${number}||${name}|12031985|Nữ|${address}|15082024`

/**
 * Presses keys as the operating system would hand them over, at the times that the keys themselves
 * carry. Where an input method composes, its composition grows in the field meanwhile.
 */
async function play(presses: readonly Press[], composing = false): Promise<void> {
  const keys = presses.flat()
  const begun = Date.now() / 1000 - (keys[0]?.at ?? 0) / 1000
  const sent: Promise<unknown>[] = []
  let word = ''
  for (const key of keys) {
    sent.push(cdp.send('Input.dispatchKeyEvent', eventFor(key, begun)))
    const letter = /^Key([A-Z])$/.exec(key.code)?.[1]
    if (!composing || key.type === 'up') continue
    if (letter) {
      word += letter.toLowerCase()
      const text = `${word}\u0301`.normalize('NFC')
      const selectionStart = text.length
      const composition = { text, selectionStart, selectionEnd: selectionStart }
      sent.push(cdp.send('Input.imeSetComposition', composition))
    } else word = ''
  }
  await Promise.all(sent)
}

const virtualKeys: Record<string, number> = { Backspace: 8, Tab: 9, Enter: 13, Process: 229 }

function eventFor(key: Key, begun: number) {
  const text = key.key === 'Enter' ? '\r' : [...key.key].length === 1 && !key.alt ? key.key : ''
  const type =
    key.type === 'up' ? ('keyUp' as const) : text ? ('keyDown' as const) : ('rawKeyDown' as const)
  return {
    type,
    code: key.code,
    key: key.key,
    modifiers: (key.alt ? 1 : 0) + (key.ctrl ? 2 : 0) + (key.shift ? 8 : 0),
    timestamp: begun + key.at / 1000,
    windowsVirtualKeyCode: virtualKeys[key.key] ?? 0,
    ...(type === 'keyDown' && { text }),
  }
}

async function isRegistered(name: string): Promise<void> {
  await page.waitForSelector(`.toast:has-text("Đã tiếp nhận ${name}.")`)
  expect(await page.textContent('h1')).toBe(name)
}

describe('a scanner is heard', () => {
  it('in its own field, while Telex composes there', async () => {
    await page.goto(`${site.url}/patients/new`)
    await play(scanned(card('Nguyễn Thị Xuân'), { composing: true }), true)
    await isRegistered('Nguyễn Thị Xuân')
  })

  it('in the search field of the list, through a Telex that hooks the keyboard', async () => {
    await page.goto(`${site.url}/patients`)
    await page.click('[name=q]')
    await play(hooked(scanned(card("Ksor H'Wen Rmah")), inputMethods.telex))
    await isRegistered("Ksor H'Wen Rmah")
  })

  it('with the cursor nowhere, past every shortcut of the page', async () => {
    await page.goto(`${site.url}/patients`)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await play(scanned(card('Ngô Gia Bảo Nghi', 'K12 Núi Thành, phường Hải Châu, Đà Nẵng')))
    await isRegistered('Ngô Gia Bảo Nghi')
  })

  it('in the middle of a form, which keeps what a hand had typed', async () => {
    await page.goto(`${site.url}/patients/new?by=hand`)
    await page.fill('[name=name]', 'Lê')
    await page.focus('[name=name]')
    const half = scanned(card('Phạm Thị Dở').slice(0, 30), {}, '')
    await play(half)
    expect(await page.inputValue('[name=name]')).toBe('Lê')
    await page.reload()
    await play(scanned(card('Phạm Thị Đủ'), { beyond: 'code points' }, 'Tab'))
    await isRegistered('Phạm Thị Đủ')
  })

  it('without a line end: it stops, and is sent', async () => {
    await page.goto(`${site.url}/patients/new`)
    await play(scanned(card('Bùi Thị Lặng'), {}, ''))
    await isRegistered('Bùi Thị Lặng')
  })

  it('by a driver that pastes', async () => {
    await page.goto(`${site.url}/patients`)
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, card('Đặng Dán'))
    await isRegistered('Đặng Dán')
  })

  it('without accents: everything else stands filled in, and it says what to do', async () => {
    await page.goto(`${site.url}/patients/new`)
    await page.click('.card-help-accents summary')
    expect(await axeFaults(page)).toEqual([])
    await play(scanned(card('Trần Thị Mất'), { beyond: 'nothing' }))
    await page.waitForSelector('.error-summary')
    expect(await page.inputValue('[name="identityCard.number"]')).toBe(number)
    expect(await page.inputValue('[name=birthDate]')).toBe('12/03/1985')
    expect(await page.isChecked('[name=sex][value=female]')).toBe(true)
    expect(await page.textContent('.error-summary')).toContain('Máy quét không gửi dấu')
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('a scanner is heard where reception is, too', () => {
  it('on its home, through a Telex that hooks the keyboard', async () => {
    await page.goto(site.url)
    await play(hooked(scanned(card('Hồ Thị Trang Chủ')), inputMethods.telex))
    await isRegistered('Hồ Thị Trang Chủ')
  })

  it('on its home, through a VNI that makes letters of digits', async () => {
    await page.goto(site.url)
    await play(hooked(scanned(card('Hồ Thị Vê En')), inputMethods.vni))
    await isRegistered('Hồ Thị Vê En')
  })

  it('in the list of stations and at a station, whose keys it does not press', async () => {
    await page.goto(`${site.url}/stations`)
    await play(hooked(scanned(card('Lý Thị Danh Sách')), inputMethods.telex))
    await isRegistered('Lý Thị Danh Sách')
    number = number.replace(/^048185/, '048085')
    const [station] = await app().deps.database.query<{ id: string }>(sql`
      SELECT id FROM station WHERE 'declaration' = ANY (tasks) AND open ORDER BY position LIMIT 1`)
    await page.goto(`${site.url}/stations/${station?.id}`)
    await play(scanned(card('Kiều Thị Khoa Nam Xuân').replace('|Nữ|', '|Nam|')))
    await isRegistered('Kiều Thị Khoa Nam Xuân')
    const duties = await app().deps.database.query(sql`SELECT 1 FROM station_duty`)
    expect(duties).toEqual([])
  })

  it('on the page of an appointment, where the scan opens the exam: in the field, and out of it', async () => {
    for (const [name, inField] of [
      ['Trịnh Thị Hẹn Một', true] as const,
      ['Trịnh Thị Hẹn Hai', false] as const,
    ]) {
      serial += 1
      number = `048185${serial}`
      await page.goto(`${site.url}/appointments/${await bookedFor(name)}/arrival`)
      await page.check('[name="consents.exam"]', { force: true })
      if (inField) await page.focus('[name=identityCardQr]')
      else await page.click('h1')
      expect(await axeFaults(page)).toEqual([])
      const presses = scanned(card(name))
      await play(inField ? hooked(presses, inputMethods.telex) : presses)
      await page.waitForURL('**/visits/*-*')
      expect(await page.textContent('h1')).toContain(name)
    }
  })

  it('there before the consents are ticked: the card stays read, and they are asked for', async () => {
    const name = 'Trịnh Thị Hẹn Ba'
    await page.goto(`${site.url}/appointments/${await bookedFor(name)}/arrival`)
    await play(hooked(scanned(card(name)), inputMethods.vni))
    await page.waitForSelector('.error-summary')
    expect(await page.inputValue('[name=identityCardQr]')).toContain(name)
    await page.check('[name="consents.exam"]', { force: true })
    await page.click('main .button-primary')
    await page.waitForURL('**/visits/*-*')
  })
})

/** An appointment of this day, at this minute. */
async function bookedFor(name: string): Promise<string> {
  const { database, clock, env } = app().deps
  const [slotId, id] = [clock.id(), clock.id()]
  minute += 1
  const startsAt = new Date(Date.parse(`${today(clock)}T10:00:00+07:00`) + minute * 60_000)
  await database.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    SELECT ${slotId}, id, ${startsAt}, 30, 5, 5 FROM facility WHERE code = ${env.FACILITY_CODE}`)
  await database.query(sql`
    INSERT INTO appointment (id, facility_id, slot_id, name, folded_name, birth_date, phone,
      licence_class, purpose, state, source, booked_at, booked_by)
    SELECT ${id}, f.id, ${slotId}, ${name}, ${fold(name)}, '1985-03-12', '0905123123', 'B', 'new',
      'booked', 'desk', ${clock.now()}, 'test' FROM facility f WHERE f.code = ${env.FACILITY_CODE}`)
  return id
}
let minute = 0

describe('a person’s typing is theirs', () => {
  it('digits and letters at a hand’s speed stay in the field', async () => {
    await page.goto(`${site.url}/patients`)
    await page.click('[name=q]')
    await play(scanned('048185001234 nguyen', { gap: 90 }, ''))
    expect(await page.inputValue('[name=q]')).toBe('048185001234 nguyen')
  })

  it('a scan that stops half-way is shown, and the page says so', async () => {
    await page.goto(`${site.url}/patients/new`)
    const half = card('Võ Thị Nửa').slice(0, 22)
    await play(scanned(half, {}, ''))
    await expect.poll(() => page.inputValue('[name=identityCardQr]')).toBe(half)
    expect(await page.textContent('[data-scan-said]')).toContain('Máy quét dừng giữa chừng')
  })
})
