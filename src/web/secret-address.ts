import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'

/**
 * For pages whose address is itself the key: it goes to no other site, into no search index and no
 * cache. Stands before the usual security headers, since those are set last by who stands first.
 */
export const secretAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  c.header('Cache-Control', 'no-store')
}
