import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { notFound } from '../core/errors.ts'
import { allow } from './allow.ts'
import type { AppContext, AppEnv } from './context.ts'
import { liveStream } from './live-stream.ts'

/**
 * Address of the stream over these topics. The page that hands it out has checked the reader's right
 * to what it shows; the seal keeps anyone from listening to other topics.
 */
export function liveUrl(c: AppContext, topics: readonly string[]): string {
  const names = topics.join(' ')
  const query = new URLSearchParams({ topics: names, seal: seal(c, names).toString('base64url') })
  return `/live?${query}`
}

export function liveRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(
    '/live',
    allow.everyone('only topics sealed by a page that was shown, and no data'),
    (c) => {
      const names = c.req.query('topics') ?? ''
      const given = Buffer.from(c.req.query('seal') ?? '', 'base64url')
      const right = seal(c, names)
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw notFound('trang')
      return liveStream(c, names.split(' '))
    },
  )
  return app
}

function seal(c: AppContext, names: string): Buffer {
  return createHmac('sha256', c.get('deps').env.AUTH_SECRET).update(`live\n${names}`).digest()
}
