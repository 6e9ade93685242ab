import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../core/errors.ts'
import { fill, type Text } from '../core/text.ts'
import { type AppContext, type AppEnv, clientAddress } from './context.ts'

const WINDOW_MS = 60_000
/** Beyond this many callers the counts start afresh: memory is the scarcer good. */
const MAX_CALLERS = 20_000

type Window = { since: number; calls: number }

/** At most so many calls a minute from one address or account, counted in this process. */
export function rateLimit(options: {
  perMinute: number
  /** What the caller is told; may name `{seconds}` to wait. */
  text: Text
  /** Who calls, where it is not the address: a whole clinic may sit behind one. */
  by?: (c: AppContext) => string
}): MiddlewareHandler<AppEnv> {
  const windows = new Map<string, Window>()
  return async (c, next) => {
    const now = c.get('deps').clock.now().getTime()
    const caller = (options.by ?? clientAddress)(c)
    const known = windows.get(caller)
    const window = known && now - known.since < WINDOW_MS ? known : { since: now, calls: 0 }
    if (windows.size >= MAX_CALLERS && !known) windows.clear()
    windows.set(caller, window)
    window.calls += 1
    if (window.calls > options.perMinute)
      throw tooMany(options.text, window.since + WINDOW_MS - now)
    await next()
  }
}

function tooMany(text: Text, waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new DomainError({
    kind: 'too-many',
    code: 'too-many-requests',
    detail: fill(text, { seconds }),
    extra: { retryAfter: seconds },
  })
}
