import type { Live } from '../platform/live.ts'

/** So many messages wait in a stream before we keep the rest to ourselves. */
const QUEUE = 4

/**
 * An id stands only where the reader has been told all there was up to it: the browser gives it back
 * when it returns. `at` says it while nothing happens.
 */
export type Message =
  | { event: 'retry'; ms: number }
  | { event: 'at'; id: number | undefined }
  | { event: 'changed'; id: number; wide: boolean }

export type LiveStream = {
  body: ReadableStream<Uint8Array>
  /** Says what was held back; false if there was nothing. */
  release(): boolean
  /** Says where we are; cuts off a reader who has taken nothing since the last time. */
  beat(): void
}

export type LiveStreamOptions = {
  topics: readonly string[]
  seen: number | undefined
  retryMs: number
  /** Whether a wide change waits for the next `release`, since another went out lately. */
  holds(stream: LiveStream): boolean
  left(stream: LiveStream): void
}

/**
 * A page's one stream: says only *that* a topic changed, the page then asks for itself again. A reader
 * who does not take what is said is told later, once, instead of having it stored up for it.
 */
export function openLiveStream(live: Live, options: LiveStreamOptions): LiveStream {
  let owed: Message | undefined
  /** Owed, but not before the next release. */
  let held = false
  let owedAtLastBeat = false
  let controller: ReadableStreamDefaultController<Uint8Array>

  const flush = () => {
    if (!owed || (controller.desiredSize ?? 0) <= 0) return false
    const message = owed
    // Before it goes, since its going asks for the next.
    owed = undefined
    held = false
    owedAtLastBeat = false
    controller.enqueue(encoded(message))
    return true
  }
  const say = (message: Message, mayWait = false) => {
    held = mayWait && (held || !owed)
    owed = owed ? both(owed, message) : message
    if (!held) flush()
  }
  const end = (close: () => void) => {
    leave()
    options.left(stream)
    close()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
      },
      pull() {
        if (!held) flush()
      },
      cancel: () => end(() => {}),
    },
    { highWaterMark: QUEUE },
  )
  const stream: LiveStream = {
    body,
    release: flush,
    beat() {
      if (owed && owedAtLastBeat) return end(() => controller.error(new Error('a slow reader')))
      owedAtLastBeat = owed !== undefined
      say({ event: 'at', id: live.latest() })
    },
  }
  say({ event: 'retry', ms: options.retryMs })
  const leave = live.subscribe(options.topics, options.seen, {
    changed: (id, wide) => say({ event: 'changed', id, wide }, wide && options.holds(stream)),
    ended: () => end(() => controller.close()),
  })
  return stream
}

/** What one message says in place of two. */
function both(first: Message, second: Message): Message {
  if (first.event !== 'changed') return second
  if (second.event !== 'changed') return first
  return { ...second, wide: first.wide && second.wide }
}

const encoder = new TextEncoder()
/** A message to thousands is written out once. */
let last: { text: string; bytes: Uint8Array } | undefined

function encoded(message: Message): Uint8Array {
  const text = textOf(message)
  if (last?.text !== text) last = { text, bytes: encoder.encode(text) }
  return last.bytes
}

function textOf(message: Message): string {
  if (message.event === 'retry') return `retry: ${message.ms}\n\n`
  if (message.event === 'changed') {
    return `event: changed\nid: ${message.id}\ndata:${message.wide ? ' wide' : ''}\n\n`
  }
  return message.id === undefined
    ? ': nothing known\n\n'
    : `event: at\nid: ${message.id}\ndata:\n\n`
}
