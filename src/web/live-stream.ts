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
  /** Says where we are; cuts off a reader who has taken nothing since the last time. */
  beat(): void
}

/**
 * A page's one stream: says only *that* a topic changed, the page then asks for itself again. A reader
 * who does not take what is said is told later, once, instead of having it stored up for it.
 */
export function openLiveStream(
  live: Live,
  {
    topics,
    seen,
    retryMs,
  }: { topics: readonly string[]; seen: number | undefined; retryMs: number },
  left: () => void,
): LiveStream {
  let owed: Message | undefined
  let owedAtLastBeat = false
  let controller: ReadableStreamDefaultController<Uint8Array>
  let leave = () => {}

  const flush = () => {
    if (!owed || (controller.desiredSize ?? 0) <= 0) return
    const message = owed
    // Before it goes, since its going asks for the next.
    owed = undefined
    owedAtLastBeat = false
    controller.enqueue(encoded(message))
  }
  const say = (message: Message) => {
    owed = owed ? both(owed, message) : message
    flush()
  }
  const end = (close: () => void) => {
    leave()
    left()
    close()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(opened) {
        controller = opened
        say({ event: 'retry', ms: retryMs })
        leave = live.subscribe(topics, seen, {
          changed: (id, wide) => say({ event: 'changed', id, wide }),
          ended: () => end(() => controller.close()),
        })
      },
      pull: flush,
      cancel: () => end(() => {}),
    },
    { highWaterMark: QUEUE },
  )
  return {
    body,
    beat() {
      if (owed && owedAtLastBeat) return end(() => controller.error(new Error('a slow reader')))
      owedAtLastBeat = owed !== undefined
      say({ event: 'at', id: live.latest() })
    },
  }
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
