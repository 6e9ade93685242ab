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
  const differing = new Map<string, Differing>()
  while (!morning.over) {
    await delay(100)
    if (house.standing.away) {
      differing.clear()
      continue
    }
    const shown = await roomsOn(page).catch(() => undefined)
    const held = await roomsIn(house)
    if (!shown) continue
    watched.looks += 1
    const now = performance.now()
    for (const [room, number] of held) {
      const before = differing.get(room)
      if (shown.get(room) !== number) {
        differing.set(room, { first: before?.first ?? now, last: now })
        continue
      }
      differing.delete(room)
      if (before) noteLag(morning, watched, room, before)
    }
  }
  for (const [room, lag] of differing) noteLag(morning, watched, room, lag)
  await page.context().close()
  return watched
}

/** When a room was first and last seen to show something else than the database holds. */
type Differing = { first: number; last: number }

/** Between two looks nothing is known: what counts is how long it was certainly behind. */
function noteLag(
  { house, faults }: Morning,
  watched: Watched,
  room: string,
  { first, last }: Differing,
): void {
  const behind = last - first
  if (first - house.standing.since < BACK_WITHIN_MS) {
    watched.back = Math.max(watched.back, last - house.standing.since)
    if (watched.back > BACK_WITHIN_MS) faults.push(`board: ${room} is not back after the cut`)
    return
  }
  watched.worst = Math.max(watched.worst, behind)
  if (behind > AGREES_WITHIN_MS) faults.push(`board: ${room} was ${Math.round(behind)} ms behind`)
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

async function roomsOn(page: Page): Promise<Map<string, string>> {
  const rows = await page.$$eval('.board-station', (stations) =>
    stations.map((station) => [
      station.querySelector('.board-room')?.textContent?.trim() ?? '',
      station.querySelector('strong.board-number')?.textContent?.trim() ?? '',
    ]),
  )
  return new Map(rows as [string, string][])
}

async function roomsIn(house: House): Promise<Map<string, string>> {
  const rows = await house.ask<{ room: string; number: number | null }>(`
    SELECT s.room, t.number FROM station s
    JOIN facility f ON f.id = s.facility_id
    LEFT JOIN ticket t ON t.station_id = s.id AND t.state IN ('called', 'serving')
    WHERE s.open AND f.created_at = (SELECT min(created_at) FROM facility)`)
  return new Map(rows.map(({ room, number }) => [room, number === null ? '' : numberText(number)]))
}
