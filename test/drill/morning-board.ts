import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { numberText } from '../../src/frontdesk/ticket.ts'
import { signIn } from './morning-browsers.ts'
import type { House } from './morning-house.ts'
import type { Morning } from './morning-seats.ts'

/** After a cut a board finds its way back by itself within this. */
const BACK_WITHIN_MS = 15_000

export type Watched = { looks: number; worst: number; back: number }

/** The screen in the waiting room, looked at all morning and then compared with who was called. */
export async function watchBoard(morning: Morning, page: Page): Promise<Watched> {
  const { house } = morning
  const looks: Look[] = []
  while (!morning.over) {
    await delay(100)
    const { away, since } = house.standing
    if (away) continue
    const shown = await readPage(page).catch(() => undefined)
    if (shown && house.standing.since === since) looks.push({ ...shown, since })
  }
  await page.context().close()
  return compare(morning, looks, await readCalls(house))
}

/** What the board showed in each room, and since when the server had been there. */
type Look = { at: number; rooms: Map<string, string>; since: number }

/** From then on this was the number in a room; nobody there is ''. */
type Call = { at: number; number: string }

/**
 * A board is as far behind as what it shows has ceased to be true. After a cut it has longer, once:
 * until the first look at which it is right again.
 */
function compare(
  { faults, boardWithinMs }: Morning,
  looks: Look[],
  calls: Map<string, Call[]>,
): Watched {
  const watched: Watched = { looks: looks.length, worst: 0, back: 0 }
  for (const [room, inRoom] of calls) {
    const late: number[] = []
    let backFrom = looks[0]?.since
    for (const { at, rooms, since } of looks) {
      const behind = behindBy(rooms.get(room) ?? '', at, inRoom)
      const limit = backFrom === since ? boardWithinMs : BACK_WITHIN_MS
      if (behind > limit) late.push(behind)
      if (backFrom === since) watched.worst = Math.max(watched.worst, behind)
      else if (behind === 0) {
        watched.back = Math.max(watched.back, at - since)
        backFrom = since
      }
    }
    if (late.length > 0) {
      faults.push(`board: ${room} up to ${Math.max(...late)} ms behind, in ${late.length} looks`)
    }
  }
  return watched
}

/** In milliseconds; what was never true there is behind since the morning began. */
function behindBy(shown: string, at: number, calls: Call[]): number {
  const begun = calls.findLastIndex((call) => call.number === shown && call.at <= at)
  const next = calls[begun + 1]
  return next ? Math.max(0, at - next.at) : 0
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

async function readPage(page: Page): Promise<Omit<Look, 'since'>> {
  const { at, rows } = await page.$$eval('.board-station', (stations) => ({
    at: Date.now(),
    rows: stations.map((station) => [
      station.querySelector('.board-room')?.textContent?.trim() ?? '',
      station.querySelector('strong.board-number')?.textContent?.trim() ?? '',
    ]),
  }))
  return { at, rooms: new Map(rows as [string, string][]) }
}

/** The database itself keeps when which number was where, by the same clock as the pages. */
export async function keepCalls(house: House): Promise<void> {
  await house.ask(`
    CREATE TABLE drill_call (station_id uuid, number integer,
      at timestamptz NOT NULL DEFAULT clock_timestamp())`)
  await house.ask(`INSERT INTO drill_call (station_id) SELECT id FROM station`)
  await house.ask(`
    CREATE FUNCTION drill_call() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE was boolean := OLD.state IN ('called', 'serving');
      is_now boolean := NEW.state IN ('called', 'serving');
    BEGIN
      IF was AND NOT (is_now AND NEW.station_id = OLD.station_id) THEN
        INSERT INTO drill_call (station_id) VALUES (OLD.station_id);
      END IF;
      IF is_now AND NOT (was AND NEW.station_id = OLD.station_id) THEN
        INSERT INTO drill_call (station_id, number) VALUES (NEW.station_id, NEW.number);
      END IF;
      RETURN NULL;
    END $$`)
  await house.ask(`
    CREATE TRIGGER drill_call AFTER UPDATE ON ticket
    FOR EACH ROW EXECUTE FUNCTION drill_call()`)
}

async function readCalls(house: House): Promise<Map<string, Call[]>> {
  const rows = await house.ask<{ at: Date; room: string; number: number | null }>(`
    SELECT c.at, s.room, c.number FROM drill_call c JOIN station s ON s.id = c.station_id
    WHERE s.open AND s.facility_id = (SELECT id FROM facility ORDER BY created_at LIMIT 1)
    ORDER BY c.at`)
  const calls = new Map<string, Call[]>()
  for (const { at, room, number } of rows) {
    const inRoom = calls.get(room) ?? []
    calls.set(room, inRoom)
    inRoom.push({ at: at.getTime(), number: number === null ? '' : numberText(number) })
  }
  return calls
}
