import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../core/errors.ts'
import { type AppEnv, actorOf } from './context.ts'
import { requestWords } from './request-words.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser's write must come from our own pages: a cookie alone proves nothing. Programs send no
 * cookie (their token is not sent by a browser on its own) and webhooks prove themselves.
 */
export const sameOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (safe.has(c.req.method) || actorOf(c)?.kind === 'service') return next()
  if (c.req.path.startsWith('/webhooks/') || c.req.path.startsWith('/api/')) {
    return actorOf(c)?.kind === 'staff' ? refuseForeign(c, next) : next()
  }
  return refuseForeign(c, next)
}

const refuseForeign: MiddlewareHandler<AppEnv> = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return next()
  const origin = c.req.header('origin')
  const own = [new URL(c.req.url).origin, new URL(c.get('deps').env.publicUrl).origin]
  if (site === undefined && origin !== undefined && own.includes(origin)) return next()
  throw new DomainError({
    kind: 'forbidden',
    code: 'foreign-origin',
    detail: requestWords.foreignOrigin,
  })
}
