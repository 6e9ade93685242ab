import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { numberText } from '../../src/frontdesk/ticket.ts'
import { signIn } from './morning-browsers.ts'
import type { House } from './morning-house.ts'
import type { Morning } from './morning-seats.ts'

/** So long a board may show something else than the database holds. */
const AGREES_WITHIN_MS = 1_000
/** After a cut a board finds its way back by itself within this. */
const BACK_WITHIN_MS = 15_000

export type Watched = { looks: number; worst: number; back: number }

/** The screen in the waiting room, compared with the database all morning. */
export async function watchBoard(morning: Morning, page: Page): Promise<Watched> {
  const { house } = morning
  const watched: Watched = { looks: 0, worst: 0, back: 0 }
  const lines = new Map<string, Line>()
  while (!morning.over) {
    await delay(100)
    const { away, since } = house.standing
    if (away) continue
    const shown = await readPage(page).catch(() => undefined)
    const held = await readDatabase(house)
    if (!shown || house.standing.since !== since) continue
    watched.looks += 1
    for (const [room, number] of held.rooms) {
      const line = lines.get(room) ?? { held: number, ceased: new Map(), backSince: since }
      lines.set(room, line)
      // Nothing is known of the time between two looks: a number counts as true up to the later one.
      if (line.held !== number) line.ceased.set(line.held, held.at)
      line.held = number
      const look = { room, line, number: shown.rooms.get(room) ?? '', at: shown.at }
      compare(morning, watched, look)
    }
  }
  await page.context().close()
  return watched
}

/** What is known of one room: its number now, when others ceased to be it, for which cut it is back. */
type Line = { held: string; ceased: Map<string, number>; backSince: number }

type Look = { room: string; line: Line; number: string; at: number }

/**
 * A board is as far behind as what it shows has ceased to be true. After a cut it has longer, once:
 * until the first look at which it is right again.
 */
function compare({ house, faults }: Morning, watched: Watched, look: Look): void {
  const { room, line, number, at } = look
  const { since } = house.standing
  const isRight = number === line.held
  if (line.backSince !== since) {
    if (!isRight) return
    line.backSince = since
    const back = at - since
    watched.back = Math.max(watched.back, back)
    if (back > BACK_WITHIN_MS)
      faults.push(`board: ${room} was right ${Math.round(back)} ms after the restart`)
  } else if (!isRight) {
    // What came and went between two looks, or was never true, counts from when it was first shown.
    const ceased = line.ceased.get(number) ?? at
    line.ceased.set(number, ceased)
    const behind = at - ceased
    watched.worst = Math.max(watched.worst, behind)
    if (behind > AGREES_WITHIN_MS) faults.push(`board: ${room} was ${Math.round(behind)} ms behind`)
  }
}

/** A screen that is paired as one is: a code made by the administrator, typed in once. */
export async function openBoard(house: House, browser: Browser): Promise<Page> {
  const admin = await signIn(browser, house, 'admin')
  await admin.goto(`${house.url}/devices/new`)
  await admin.fill('[name=name]', 'Bảng sảnh chính')
  await admin.check('[name=kind][value=board]', { force: true })
  await admin.click('main form button[type=submit]')
  await admin.waitForSelector('code')
  const code = ((await admin.locator('code').first().textContent()) ?? '').trim()
  await admin.context().close()
  const hall = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const page = await hall.newPage()
  await page.goto(`${house.url}/pair`)
  await page.fill('[name=code]', code)
  await page.keyboard.press('Enter')
  await page.waitForURL((at) => at.pathname.startsWith('/board'))
  await page.waitForSelector('.board-station')
  return page
}

/** Room → number, and when that was so: by the clock of this machine, wherever it is read. */
type Rooms = { at: number; rooms: Map<string, string> }

async function readPage(page: Page): Promise<Rooms> {
  const { at, rows } = await page.$$eval('.board-station', (stations) => ({
    at: Date.now(),
    rows: stations.map((station) => [
      station.querySelector('.board-room')?.textContent?.trim() ?? '',
      station.querySelector('strong.board-number')?.textContent?.trim() ?? '',
    ]),
  }))
  return { at, rooms: new Map(rows as [string, string][]) }
}

async function readDatabase(house: House): Promise<Rooms> {
  const rows = await house.ask<{ at: Date; room: string; number: number | null }>(`
    SELECT clock_timestamp() AS at, s.room, t.number FROM station s
    JOIN facility f ON f.id = s.facility_id
    LEFT JOIN ticket t ON t.station_id = s.id AND t.state IN ('called', 'serving')
    WHERE s.open AND f.created_at = (SELECT min(created_at) FROM facility)`)
  const shown = (number: number | null) => (number === null ? '' : numberText(number))
  return {
    at: rows[0]?.at.getTime() ?? 0,
    rooms: new Map(rows.map(({ room, number }) => [room, shown(number)])),
  }
}
