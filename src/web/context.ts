import type { Context } from 'hono'
import type { Actor } from '../core/actor.ts'
import type { Lang } from '../core/text.ts'
import type { Deps } from '../platform/deps.ts'
import type { PendingOnce } from './once.ts'

export type AppEnv = {
  Variables: {
    deps: Deps
    /** Present behind `allow(permission)`; a public route asks `actorOf`. */
    actor: Actor
    /** Where they work, as the page's head names it; our own house where nobody is known. */
    facilityName?: string
    lang: Lang
    requestId: string
    /** Id of the last live announcement before the request: what it reads shows at least that much. */
    announced: number | undefined
    once: PendingOnce | undefined
  }
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
}

export type AppContext = Context<AppEnv>

export function actorOf(c: AppContext): Actor | undefined {
  return c.get('actor') as Actor | undefined
}

/** Programs get problem documents, people get pages. */
export function speaksJson(c: AppContext): boolean {
  if (/^\/(api|webhooks|fhir|openapi\.json|healthz|readyz)/.test(c.req.path)) return true
  const accept = c.req.header('accept') ?? ''
  return accept.includes('json') && !accept.includes('text/html')
}

/** The caller's address; X-Forwarded-For is believed for as many hops as TRUST_PROXY says. */
export function clientAddress(c: AppContext): string {
  const hops = c.get('deps').env.TRUST_PROXY
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const claimed = hops > 0 ? forwarded.at(-hops) : undefined
  return claimed || c.env?.incoming?.socket?.remoteAddress || 'unknown'
}

/** The page of ours that a request was sent from: what was typed there waits in its tab. */
export function cameFrom(c: AppContext): URL | undefined {
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from)) return undefined
  const page = new URL(from)
  return page.host === (c.req.header('host') ?? new URL(c.req.url).host) ? page : undefined
}
