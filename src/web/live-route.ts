import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { DomainError, notFound } from '../core/errors.ts'
import { allow } from './allow.ts'
import { type AppContext, type AppEnv, actorOf, clientAddress } from './context.ts'
import { openLiveStreams } from './live-streams.ts'
import { liveWords } from './live-words.ts'
import { requestWords } from './request-words.ts'

/** Nobody looks at so many pages at once, and hidden ones hold no stream. */
const STREAMS_PER_PERSON = 50

/**
 * Address of the stream over these topics. The page that hands it out has checked the reader's right
 * to what it shows; the seal keeps anyone from listening to other topics. `last` is what had been
 * announced before the page read its data: the stream tells of everything after it.
 */
export function liveUrl(c: AppContext, topics: readonly string[]): string {
  const names = topics.join(' ')
  const query = new URLSearchParams({ topics: names, seal: seal(c, names).toString('base64url') })
  const last = c.get('announced')
  if (last !== undefined) query.set('last', String(last))
  return `/live?${query}`
}

export function liveRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const streams = openLiveStreams()
  app.get(
    '/live',
    allow.everyone('only topics sealed by a page that was shown, and no data'),
    (c) => {
      const { live, env } = c.get('deps')
      const topics = sealedTopics(c)
      if (live.closed()) throw stopping()
      // Nobody would read the stream, nor end it.
      if (c.req.method === 'HEAD') return c.body(null)
      const actor = actorOf(c)
      const body = streams.open(live, {
        topics,
        seen: seenBy(c),
        holders: [
          [clientAddress(c), env.LIVE_STREAMS_PER_ADDRESS],
          ...(actor ? [[actor.id, STREAMS_PER_PERSON] as const] : []),
        ],
      })
      if (!body) throw tooMany()
      return c.body(body, 200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'Transfer-Encoding': 'chunked',
        'X-Accel-Buffering': 'no',
      })
    },
  )
  return app
}

function sealedTopics(c: AppContext): string[] {
  const names = c.req.query('topics') ?? ''
  const given = Buffer.from(c.req.query('seal') ?? '', 'base64url')
  const right = seal(c, names)
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw notFound(requestWords.aPage)
  return names.split(' ')
}

function seal(c: AppContext, names: string): Buffer {
  return createHmac('sha256', c.get('deps').env.AUTH_SECRET).update(`live\n${names}`).digest()
}

/** The browser's own word, when it comes back by itself, is newer than the page's in the address. */
function seenBy(c: AppContext): number | undefined {
  const said = c.req.header('last-event-id') || c.req.query('last')
  return said && /^\d{1,15}$/.test(said) ? Number(said) : undefined
}

function tooMany(): DomainError {
  const detail = liveWords.tooManyStreams
  return new DomainError({ kind: 'too-many', code: 'too-many-streams', detail })
}

function stopping(): DomainError {
  return new DomainError({ kind: 'unavailable', code: 'stopping', detail: liveWords.stopping })
}
