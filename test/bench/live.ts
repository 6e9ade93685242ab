import { type ChildProcess, fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ReadersAnswer, ReadersRequest } from './live-readers.ts'
import { figuresOf, load, processorMs, residentMb, round } from './load.ts'
import { type Bench, note } from './section.ts'
import { signIn } from './session.ts'
import { playVisit } from './visit.ts'
import { drained } from './visits.ts'

const PAGES = 2_000
/** Of them, those that show the whole centre. */
const WIDE_PAGES = 300
const EVERYBODY = 'visit:everybody'
const VISITS_AT_ONCE = 8
const TOUCHES_OF_ALL = 15

/** `cpu`: the server's processor time for telling all of them once, ms. */
type Delay = { p50: number; p99: number; max: number; count: number; cpu?: number }
type LiveFigures = Record<string, object>

/** Two thousand open pages on one process: what they weigh, and when they hear. */
export async function measureLive(bench: Bench): Promise<LiveFigures> {
  const { instance, pool, facilityId } = bench
  const readers = openReaders()
  const paths = sealedPaths(instance.dataFolder, (place) => [
    topicOf(place),
    EVERYBODY,
    ...(place < WIDE_PAGES ? [`facility:${facilityId}`] : []),
  ])
  const port = Number(new URL(instance.url).port)
  try {
    await drained(pool)
    await delay(1_000)
    const before = residentMb(instance.pid)
    const opening = performance.now()
    await readers.ask({ do: 'open', port, paths })
    const openedMs = Math.round(performance.now() - opening)
    await delay(2_000)
    const after = residentMb(instance.pid)
    note(`${PAGES} streams open in ${openedMs} ms, ${before} → ${after} MB`)
    const memory = {
      before,
      after,
      kBPerStream: round(((after - before) * 1_024) / PAGES),
      openedMs,
    }
    const idle = await delays(bench, readers)
    const busy = await underVisits(bench, () => delays(bench, readers))
    const herd = await measureHerd(bench)
    const again = await comeBack(readers, port, paths)
    return {
      memory,
      ...named('idle', idle),
      ...named('busy', busy.result),
      visits: busy.visits,
      ...herd,
      again,
    }
  } finally {
    readers.end()
  }
}

const topicOf = (place: number) => `visit:bench-${place}`

/** The addresses that pages over these topics would have been given. */
function sealedPaths(dataFolder: string, topicsOf: (place: number) => string[]): string[] {
  const kept = JSON.parse(readFileSync(join(dataFolder, 'demonstration.json'), 'utf8'))
  return Array.from({ length: PAGES }, (_, place) => {
    const topics = topicsOf(place).join(' ')
    const seal = createHmac('sha256', kept.AUTH_SECRET)
      .update(`live\n${topics}`)
      .digest('base64url')
    return `/live?${new URLSearchParams({ topics, seal, last: '0' })}`
  })
}

type Readers = ReturnType<typeof openReaders>

function openReaders() {
  const child: ChildProcess = fork(fileURLToPath(new URL('./live-readers.js', import.meta.url)))
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the readers ended: ${code}`)))
  })
  ended.catch(() => undefined)
  return {
    ask(request: ReadersRequest): Promise<ReadersAnswer> {
      const answered = new Promise<ReadersAnswer>((resolve) => {
        child.once('message', (answer) => resolve(answer as ReadersAnswer))
      })
      child.send(request)
      return Promise.race([answered, ended])
    },
    end: () => child.disconnect(),
  }
}

/** Announced as another process announces after its commit, until each page has heard. */
async function delays(bench: Bench, readers: Readers): Promise<{ one: Delay; all: Delay }> {
  const one: number[] = []
  const all: number[] = []
  for (let touch = 0; touch < 150; touch += 1) {
    const place = (touch * 379) % PAGES
    one.push(...(await heardAfter(bench, readers, topicOf(place), [place])))
    await delay(10)
  }
  const everybody = Array.from({ length: PAGES }, (_, place) => place)
  const spent = processorMs(bench.instance.pid)
  for (let touch = 0; touch < TOUCHES_OF_ALL; touch += 1) {
    all.push(...(await heardAfter(bench, readers, EVERYBODY, everybody)))
    await delay(100)
  }
  const cpu = round((processorMs(bench.instance.pid) - spent) / TOUCHES_OF_ALL)
  return { one: delayOf(one), all: { ...delayOf(all), cpu } }
}

/** How long it took until each of these streams heard of a touch, in milliseconds. */
async function heardAfter(
  { pool }: Bench,
  readers: Readers,
  topic: string,
  places: readonly number[],
): Promise<number[]> {
  const waiting = new Set(places)
  const times: number[] = []
  await readers.ask({ do: 'collect' })
  const began = Number(process.hrtime.bigint() / 1_000n)
  await pool.query('SELECT announce_live($1)', [topic])
  while (waiting.size > 0) {
    await delay(5)
    const answer = await readers.ask({ do: 'collect' })
    const heard = 'heard' in answer ? answer.heard : []
    for (let at = 0; at < heard.length; at += 2) {
      const [place = 0, time = 0] = heard.slice(at, at + 2)
      if (time >= began && waiting.delete(place)) times.push((time - began) / 1_000)
    }
  }
  return times
}

function delayOf(times: number[]): Delay {
  const { p50, p99 } = figuresOf(times, 1)
  return { p50, p99, max: round(Math.max(...times)), count: times.length }
}

function named(prefix: string, { one, all }: { one: Delay; all: Delay }): LiveFigures {
  note(`${prefix} ${JSON.stringify({ one, all })}`)
  return { [`${prefix}: one page`]: one, [`${prefix}: all pages`]: all }
}

/** While so many visits go through all the time. */
async function underVisits<T>(bench: Bench, work: () => Promise<T>) {
  let going = true
  const times: number[] = []
  const began = performance.now()
  const lanes = Array.from({ length: VISITS_AT_ONCE }, async () => {
    while (going) {
      const start = performance.now()
      await playVisit(bench.driver, bench.serials())
      times.push(performance.now() - start)
    }
  })
  await delay(500)
  const result = await work()
  going = false
  await Promise.all(lanes)
  const visits = figuresOf(times, (performance.now() - began) / 1_000)
  note(`visits beside the streams ${JSON.stringify(visits)}`)
  await drained(bench.pool)
  return { result, visits }
}

/** The pages of the centre ask for themselves again after one write: at one moment, or spread. */
async function measureHerd(bench: Bench): Promise<LiveFigures> {
  const { http, instance } = bench
  const session = await signIn(instance, 'reception')
  const herd = async (spreadMs: number) => {
    const began = performance.now()
    const times = await Promise.all(
      Array.from({ length: WIDE_PAGES }, async (_, place) => {
        await delay((spreadMs * place) / WIDE_PAGES)
        const start = performance.now()
        const { status } = await http.send('GET', '/', session)
        if (status !== 200) throw new Error(`home: ${status}`)
        return performance.now() - start
      }),
    )
    const { p50, p99 } = figuresOf(times, 1)
    return { p50, p99, max: round(Math.max(...times)), allAfter: round(performance.now() - began) }
  }
  await load(4, 1, async () => void (await http.send('GET', '/', session)))
  const figures = { 'herd at once': await herd(0), 'herd spread': await herd(4_000) }
  note(JSON.stringify(figures))
  return figures
}

/** All are cut at one moment and come back at one moment, as after a restart without the waiting. */
async function comeBack(readers: Readers, port: number, paths: string[]) {
  await readers.ask({ do: 'close' })
  await delay(500)
  const began = performance.now()
  await readers.ask({ do: 'open', port, paths })
  return { openedMs: Math.round(performance.now() - began) }
}
