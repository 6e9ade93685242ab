import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../support/chromium.ts'
import { checkServed, checkStates, passTheNight } from './morning-audit.ts'
import { keepCalls, openBoard, type Watched, watchBoard } from './morning-board.ts'
import { type BrowserSeat, signIn, sitAtBrowser } from './morning-browsers.ts'
import { type House, openHouse } from './morning-house.ts'
import { planOf, randomFrom } from './morning-people.ts'
import { bringBackTheLate, type Morning, receive, type Seat, sit } from './morning-seats.ts'

// A morning of three hours at the centre, compressed: 200 people, 12 who work there (four of them at
// real browsers), a board in the hall, the server killed in the middle and started again.
// `npm run build && npm run drill:morning -- --people 20 --seed 7` is a tenth of it.
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** How long, in minutes, the three hours last here. */
    minutes: { type: 'string' },
    /** How many milliseconds a board may be behind: more where other work is on the machine. */
    behind: { type: 'string', default: '1000' },
  },
})
const people = Number(values.people)
const minutes = Number(values.minutes ?? Math.max(0.5, people / 50))
const SIMULATED_MINUTES = 180
const LIMIT_MS = (minutes * 5 + 3) * 60_000
console.log(`morning: ${people} people, 3 h in ${minutes} min, --seed ${values.seed}`)

const atBrowsers: Record<string, string> = {
  'Tiếp đón 1': 'reception',
  'Tai mũi họng': 'examiner',
  'Thu ngân': 'cashier',
  'Kết luận': 'concluder',
}
/** Two rooms stay shut, so that a second till and a second concluding doctor find their people. */
const shut = ['Nội khoa 2', 'Mắt 2']
const further = [
  { name: 'Thu ngân 2', room: 'Sảnh, quầy 4', tasks: ['payment'] },
  { name: 'Kết luận 2', room: 'Phòng 205', tasks: ['conclusion'] },
]

const began = performance.now()
const house = await openHouse()
let browser: Browser | undefined
try {
  browser = await openChromium()
  const morning: Morning = {
    house,
    people: new Map(),
    faults: [],
    over: false,
    scale: minutes / SIMULATED_MINUTES,
    boardWithinMs: Number(values.behind),
  }
  process.exitCode = (await play(morning, browser)) ? 0 : 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await browser?.close()
  await house.stop()
}

async function play(morning: Morning, chromium: Browser): Promise<boolean> {
  const seats = await furnish(house)
  await keepCalls(house)
  const desk = await house.token(['reception'])
  const board = await openBoard(house, chromium)
  const pages = new Map<string, Page>()
  for (const role of Object.values(atBrowsers)) {
    pages.set(role, await signIn(chromium, house, role))
  }
  const sitting = seats.map((seat) => {
    if ('token' in seat) return sit(morning, seat).then(() => 0)
    const page = pages.get(seat.role)
    return page ? sitAtBrowser(morning, page, seat) : Promise.resolve(0)
  })
  const work = Promise.all([watchBoard(morning, board), ...sitting])
  const day = Promise.all([
    admit(morning, desk),
    untilThrough(morning, desk),
    restartInTheMiddle(morning),
  ])
  await Promise.race([day, work]).finally(() => day.catch(() => undefined))
  // The board has a moment to show the last of it.
  await delay(1_500)
  morning.over = true
  const [watched, ...served] = await work
  await passTheNight(house)
  const counts = await checkStates(morning)
  await checkServed(morning)
  const atPages = served.reduce((sum: number, count) => sum + (count ?? 0), 0)
  report(morning, watched, counts)
  console.log(`four browsers served ${atPages} stays`)
  return morning.faults.length === 0
}

type Station = { id: string; name: string; tasks: string[] }

async function furnish(at: House): Promise<(Seat | BrowserSeat)[]> {
  await at.ask(`UPDATE station SET open = false WHERE name = ANY ($1)`, [shut])
  for (const { name, room, tasks } of further) {
    await at.ask(
      `INSERT INTO station (id, facility_id, name, room, tasks, position, created_at, updated_at)
       SELECT gen_random_uuid(), id, $1, $2, $3, 90, now(), now() FROM facility
       ORDER BY created_at LIMIT 1`,
      [name, room, tasks],
    )
  }
  const stations = await at.ask<Station>(`
    SELECT id, name, tasks FROM station WHERE open AND facility_id =
      (SELECT id FROM facility ORDER BY created_at LIMIT 1) ORDER BY position`)
  const seats: (Seat | BrowserSeat)[] = []
  for (const station of stations) {
    const role = atBrowsers[station.name]
    seats.push(role ? { ...station, role } : { ...station, token: await tokenFor(at, station) })
  }
  return seats
}

function tokenFor(at: House, { tasks }: Station): Promise<string> {
  if (tasks.includes('payment')) return at.token(['cashier'])
  if (tasks.includes('conclusion')) return at.token(['concluder'], ['--sign'])
  return at.token(['examiner'], ['--sign'])
}

/** They come over the first two of the three hours. */
async function admit(morning: Morning, desk: string): Promise<void> {
  const plans = planOf(people, randomFrom(Number(values.seed)))
  const start = performance.now()
  for (const plan of plans) {
    const due = start + plan.arrives * minutes * 60_000 * (2 / 3)
    await delay(Math.max(0, due - performance.now()))
    await receive(morning, desk, plan)
  }
}

async function restartInTheMiddle({ people: here }: Morning): Promise<void> {
  while (here.size < people / 2) await delay(100)
  await house.restart()
}

/** Until everybody who stayed is through and everybody who left was called in vain. */
async function untilThrough(morning: Morning, desk: string): Promise<void> {
  const start = performance.now()
  for (;;) {
    await delay(1_000)
    await bringBackTheLate(morning, desk)
    const [row] = await house.ask<{ waiting: string; all: string }>(`
      SELECT count(*) FILTER (WHERE state IN ('waiting', 'called', 'serving')) AS waiting,
        count(*) AS all FROM ticket`)
    const late = [...morning.people.values()].some((person) => person.late)
    if (Number(row?.all) === people && Number(row?.waiting) === 0 && !late) return
    if (performance.now() - start > LIMIT_MS) {
      morning.faults.push(`${row?.waiting} of ${row?.all} still wait after ${minutes * 5 + 3} min`)
      return
    }
  }
}

function report(morning: Morning, watched: Watched, counts: Map<string, number>): void {
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`${morning.people.size} visits in ${seconds} s, one kill −9 in the middle`)
  for (const [line, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    console.log(`  ${String(count).padStart(4)}  ${line}`)
  }
  const { looks, worst, back } = watched
  console.log(
    `board: ${looks} looks, at most ${Math.round(worst)} ms behind; right again ${Math.round(back)} ms after the restart`,
  )
  for (const fault of morning.faults) console.log(`FAULT ${fault}`)
  console.log(`${morning.faults.length} faults, --seed ${values.seed}`)
}
