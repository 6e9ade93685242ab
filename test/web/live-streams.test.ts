import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Live } from '../../src/platform/live.ts'
import { openLiveHub } from '../../src/platform/live-hub.ts'
import { openLiveStreams } from '../../src/web/live-streams.ts'

const BEAT_MS = 1_000
const deaf = { changed: () => undefined, ended: () => undefined }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened() {
  const hub = openLiveHub()
  hub.begin(7)
  const live = { ...hub, touch: () => undefined, closed: () => false } as unknown as Live
  const streams = openLiveStreams(BEAT_MS)
  const open = (seen = 7) => {
    const body = streams.open(live, { topics: ['visit:1'], seen, holders: [['someone', 999]] })
    const reader = body?.getReader()
    return {
      cancel: () => reader?.cancel(),
      next: async () => new TextDecoder().decode((await reader?.read())?.value),
    }
  }
  return { hub, streams, open }
}

it('says from time to time where it is, so that a page which was away need not ask', async () => {
  const { hub, open } = opened()
  const stream = open()
  await stream.next()
  hub.hear(8, ['visit:2'])
  vi.advanceTimersByTime(BEAT_MS)
  expect(await stream.next()).toBe('event: at\nid: 8\ndata:\n\n')
})

it('gives no id that some of its readers may not have been told of', async () => {
  const { hub, open } = opened()
  hub.lose()
  const stream = open(3)
  await stream.next()
  vi.advanceTimersByTime(BEAT_MS)
  expect(await stream.next()).toBe(': nothing known\n\n')
  hub.begin(7)
  expect(await stream.next()).toContain('changed')
})

it('stores nothing up for a slow reader: it is told once, of the newest', async () => {
  const { hub, open } = opened()
  const stream = open()
  for (let id = 8; id < 500; id += 1) hub.hear(id, ['visit:1'])
  const said: string[] = []
  for (let read = 0; read < 5; read += 1) said.push(await stream.next())
  expect(said.slice(1).map((each) => /id: (\d+)/.exec(each)?.[1])).toEqual(['8', '9', '10', '499'])
})

it('cuts off a reader who takes nothing from one beat to the next', async () => {
  const { hub, streams, open } = opened()
  const slow = open()
  const quick = open()
  const read: Promise<string>[] = []
  for (let turn = 0; turn < 6; turn += 1) {
    hub.hear(8 + turn, ['visit:1'])
    read.push(quick.next(), quick.next())
    await vi.advanceTimersByTimeAsync(BEAT_MS)
  }
  expect(streams.count()).toBe(1)
  await expect(slow.next()).rejects.toThrow('slow')
  await quick.cancel()
  expect(streams.count()).toBe(0)
})

it('keeps one timer for all, and none when nobody listens', async () => {
  const { open } = opened()
  const all = Array.from({ length: 100 }, () => open())
  expect(vi.getTimerCount()).toBe(1)
  for (const each of all) await each.cancel()
  expect(vi.getTimerCount()).toBe(0)
})

it('says once a turn what a crowd hears, and at once what is the page’s own', async () => {
  const { hub, streams } = opened()
  const topics = ['facility:1', 'visit:1']
  for (let desk = 0; desk < 50; desk += 1) hub.subscribe(['facility:1'], 7, deaf)
  const live = { ...hub, touch: () => undefined, closed: () => false } as unknown as Live
  const body = streams.open(live, { topics, seen: 7, holders: [] })
  const reader = body?.getReader()
  const next = async () => new TextDecoder().decode((await reader?.read())?.value)
  await next()
  for (let id = 8; id < 30; id += 1) hub.hear(id, ['facility:1'])
  expect(await next()).toContain('id: 8\ndata: wide')
  vi.advanceTimersByTime(BEAT_MS / 50)
  expect(await next()).toContain('id: 29\ndata: wide')
  expect(await next()).toContain('event: at')
  hub.hear(30, ['facility:1'])
  hub.hear(31, ['visit:1'])
  expect(await next()).toBe('event: changed\nid: 31\ndata:\n\n')
})

it('spreads nothing where only some desks listen', async () => {
  const { hub, open } = opened()
  const stream = open()
  for (let desk = 0; desk < 49; desk += 1) hub.subscribe(['visit:1'], 7, deaf)
  await stream.next()
  hub.hear(8, ['visit:1'])
  expect(await stream.next()).toBe('event: changed\nid: 8\ndata:\n\n')
  hub.subscribe(['visit:1'], 8, deaf)
  hub.hear(9, ['visit:1'])
  expect(await stream.next()).toBe('event: changed\nid: 9\ndata: wide\n\n')
})
