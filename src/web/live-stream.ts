import { streamSSE } from 'hono/streaming'
import type { AppContext } from './context.ts'

const PING_MS = 25_000

/**
 * A page's one stream: says only *that* a topic changed, the page then asks for itself again. The
 * caller's right to the topics is checked by the route before. Says `changed` at once to a browser
 * that comes back (Last-Event-ID), since it may have missed something.
 */
export function liveStream(c: AppContext, topics: readonly string[]): Response {
  const { live } = c.get('deps')
  c.header('Cache-Control', 'no-store')
  c.header('X-Accel-Buffering', 'no')
  const cameBack = c.req.header('last-event-id') !== undefined
  return streamSSE(c, async (stream) => {
    let serial = 0
    const say = () => void stream.writeSSE({ event: 'changed', data: '', id: String(++serial) })
    const leave = live.subscribe(topics, say)
    await stream.writeSSE({ event: 'open', data: '', id: '0', retry: 2_000 })
    if (cameBack) say()
    const ping = setInterval(() => void stream.write(': ping\n\n'), PING_MS)
    await new Promise<void>((resolve) => stream.onAbort(resolve))
    clearInterval(ping)
    leave()
  })
}
