import { type ChildProcess, fork } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { type Caller, openTestApp, type TestApp } from '../support/app.ts'
import { type LivePage, listenTo } from './live-page.ts'

type Web = { url: string; child: ChildProcess }

let app: TestApp
let desk: Caller
let facility: string
let here: Web
let there: Web
const pages: LivePage[] = []

beforeAll(async () => {
  app = await openTestApp()
  desk = await app.as(['reception'])
  const [row] = await app.deps.database.query<{ id: string }>(sql`SELECT id FROM facility LIMIT 1`)
  facility = `facility:${row?.id}`
  ;[here, there] = await Promise.all([start(), start()])
})
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})
afterAll(async () => {
  for (const web of [here, there]) web?.child.kill('SIGKILL')
  await app.close()
})

async function start(): Promise<Web> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const file = fileURLToPath(new URL('./live-process.ts', import.meta.url))
  const child = fork(file, [app.url, app.deps.env.dataFolder], {
    execArgv: ['--import', loader],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (said) => resolve(String(said)))
    child.once('exit', reject)
  })
  return { url, child }
}

const end = ({ child }: Web, signal: 'SIGTERM' | 'SIGKILL') =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })

/** As the page's address and seal have it. */
async function open({ url }: Web, topic: string, last?: number, header?: number) {
  const seal = createHmac('sha256', app.deps.env.AUTH_SECRET)
    .update(`live\n${topic}`)
    .digest('base64url')
  const query = new URLSearchParams({ topics: topic, seal, last: String(last ?? '') })
  const page = await listenTo(`${url}/live?${query}`, header)
  pages.push(page)
  return page
}

/** A page that has been told where it is. */
async function upToDate(web: Web, topic = facility): Promise<number> {
  const page = await open(web, topic)
  await expect.poll(() => page.last()).toBeDefined()
  page.close()
  return page.last() ?? 0
}

const changes = (page: LivePage) => page.said.filter(({ event }) => event === 'changed').length
const silence = () => delay(150)

let serial = 0
/** A patient registered at one of the processes: a command, its commit and what it announces. */
async function register({ url }: Web): Promise<void> {
  serial += 1
  const answer = await fetch(`${url}/api/v1/patients`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${desk.token}`,
      'content-type': 'application/json',
      'idempotency-key': `live-${serial}`,
    },
    body: JSON.stringify({
      name: `Người thứ ${serial}`,
      birthDate: '1985-06-15',
      sex: 'female',
      confirmNew: true,
    }),
  })
  expect([answer.status, await answer.text()]).toEqual([201, expect.anything()])
}

describe('two processes', () => {
  it('hear of each other’s commits', async () => {
    const page = await open(there, facility, await upToDate(there))
    await register(here)
    await expect.poll(() => changes(page)).toBe(1)
    await register(there)
    await expect.poll(() => changes(page)).toBe(2)
    expect(page.said[1]?.id).toBeGreaterThan(page.said[0]?.id ?? Number.POSITIVE_INFINITY)
  })

  it('tell a page that was hidden what it missed, whichever of them it comes back to', async () => {
    const last = await upToDate(here)
    await register(here)
    await silence()
    for (const web of [here, there]) {
      const page = await open(web, facility, last)
      await expect.poll(() => changes(page)).toBe(1)
    }
  })

  it('tell a page that missed nothing nothing', async () => {
    const last = await upToDate(here)
    const back = [await open(here, facility, last), await open(there, facility, 0, last)]
    await register(here)
    const another = await open(there, 'visit:of-somebody-else', last)
    await expect.poll(() => back.map(changes)).toEqual([1, 1])
    await silence()
    expect(back.map(changes)).toEqual([1, 1])
    expect(changes(another)).toBe(0)
  })
})

describe('a listener that is lost', () => {
  const cut = () =>
    app.deps.database.query(sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'lienthong-live' AND datname = current_database()`)

  it('makes nobody ask when nothing happened', async () => {
    const page = await open(there, facility, await upToDate(there))
    await cut()
    await delay(1_500)
    expect(changes(page)).toBe(0)
    await register(here)
    await expect.poll(() => changes(page)).toBe(1)
  })

  it('makes its pages ask when something happened in between', async () => {
    const page = await open(there, facility, await upToDate(there))
    await cut()
    await register(here)
    await expect.poll(() => changes(page), { timeout: 5_000 }).toBe(1)
  })
})

describe('a process that ends', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'is come back to without asking in vain (%s)',
    async (signal) => {
      const last = await upToDate(there)
      const page = await open(there, facility, last)
      const began = performance.now()
      await Promise.all([end(there, signal), page.ended])
      // Streams do not hold it up.
      expect(performance.now() - began).toBeLessThan(3_000)
      there = await start()
      const back = await open(there, facility, last)
      await silence()
      expect(changes(back)).toBe(0)
    },
  )

  it('has missed nothing when it is back', async () => {
    const last = await upToDate(there)
    await end(there, 'SIGTERM')
    await register(here)
    there = await start()
    const back = await open(there, facility, last)
    await expect.poll(() => changes(back)).toBe(1)
  })

  it('announces its last commit before it goes', async () => {
    const page = await open(here, facility, await upToDate(here))
    await Promise.all([register(there), register(there), register(there)])
    await end(there, 'SIGTERM')
    there = await start()
    const known = await upToDate(there)
    await expect.poll(() => page.last()).toBe(known)
  })
})
