import type { Live } from '../platform/live.ts'
import { type LiveStream, openLiveStream } from './live-stream.ts'

/** How often each stream is spoken to when there is nothing to say. */
const BEAT_MS = 25_000
/**
 * The streams are spoken to in turns, so that thousands are not at one moment. What a crowd hears, again and again on a busy morning, is said once a turn: every half second.
 */
const TURNS = 50
/** Of all readers together. */
const MAX_STREAMS = 10_000

export type StreamWish = {
  topics: readonly string[]
  /** Id of the last announcement that the page has seen. */
  seen: number | undefined
  /** Whom it counts for, and how many each may hold. */
  holders: readonly (readonly [holder: string, limit: number])[]
}

/** The open streams of this process. */
export type LiveStreams = {
  /** Undefined when there are too many already. */
  open(live: Live, wish: StreamWish): ReadableStream<Uint8Array> | undefined
  count(): number
}

export function openLiveStreams(beatMs = BEAT_MS): LiveStreams {
  const turns = Array.from({ length: TURNS }, () => new Set<LiveStream>())
  const held = new Map<string, number>()
  let count = 0
  let serial = 0
  let turn = 0
  let timer: NodeJS.Timeout | undefined
  /** Were told of a wide change since the last turn: the next waits for the next turn. */
  const toldLately = new Set<LiveStream>()

  const take = (holders: StreamWish['holders'], change: 1 | -1) => {
    count += change
    for (const [holder] of holders) {
      const now = (held.get(holder) ?? 0) + change
      if (now > 0) held.set(holder, now)
      else held.delete(holder)
    }
  }

  const holds = (stream: LiveStream) => {
    if (toldLately.has(stream)) return true
    toldLately.add(stream)
    return false
  }

  const beat = () => {
    for (const stream of toldLately) if (!stream.release()) toldLately.delete(stream)
    turn = (turn + 1) % TURNS
    for (const stream of turns[turn] ?? []) stream.beat()
  }

  return {
    count: () => count,
    open(live, { topics, seen, holders }) {
      const full = holders.some(([holder, limit]) => (held.get(holder) ?? 0) >= limit)
      if (full || count >= MAX_STREAMS) return undefined
      serial += 1
      const mates = turns[serial % TURNS] as Set<LiveStream>
      // They come back at different moments, should all be cut at one.
      const retryMs = 1_000 + ((serial * 379) % 3_000)
      const left = (stream: LiveStream) => {
        if (!mates.delete(stream)) return
        toldLately.delete(stream)
        take(holders, -1)
        if (count > 0) return
        clearInterval(timer)
        timer = undefined
      }
      const stream = openLiveStream(live, { topics, seen, retryMs, holds, left })
      mates.add(stream)
      take(holders, 1)
      timer ??= setInterval(beat, beatMs / TURNS).unref()
      return stream.body
    },
  }
}
