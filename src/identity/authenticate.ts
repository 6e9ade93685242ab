import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../core/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { type AppContext, type AppEnv, speaksJson } from '../web/context.ts'
import { actorCacheOf, type Known } from './actor-cache.ts'
import { authOf } from './auth.ts'
import { loadSession, sessionCookieOf } from './session.ts'
import { findSessionStaff } from './session-repository.ts'
import { staffActor } from './staff.ts'
import { bearerOf, looksLikeToken, serviceActor } from './token.ts'
import { hashToken } from './token-hash.ts'
import { findTokenByHash } from './token-repository.ts'
import { words } from './words.ts'

/**
 * Finds out who is asking: a bearer token, else the session cookie, else nobody (`allow` answers
 * that). A bearer token that is not ours is refused even where anyone may come in.
 */
export function authenticate(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const bearer = bearerOf(c.req.header('authorization'))
    const known = bearer === undefined ? await bySession(c) : await byToken(c.get('deps'), bearer)
    if (!known) return next()
    c.set('actor', known.actor)
    if (known.mustChangePassword && !withoutOwnPassword.test(c.req.path)) return demandPassword(c)
    return next()
  }
}

async function byToken(deps: Deps, token: string): Promise<Known> {
  const known = looksLikeToken(token) ? await findService(deps, token) : undefined
  if (!known) throw tokenUnknown()
  return known
}

function findService(deps: Deps, token: string): Promise<Known | undefined> {
  const hash = hashToken(token)
  return actorCacheOf(deps.database).find(deps.clock, hash.toString('base64'), async () => {
    const found = await findTokenByHash(deps.database, hash, deps.clock.now())
    return found && { actor: serviceActor(found), mustChangePassword: false }
  })
}

async function bySession(c: AppContext): Promise<Known | undefined> {
  const deps = c.get('deps')
  const auth = authOf(deps)
  const cookie = await sessionCookieOf(c, auth)
  if (!cookie) return undefined
  const active = isActivity(c)
  const key = `${active ? 'active' : 'watching'} ${cookie}`
  return actorCacheOf(deps.database).find(deps.clock, key, async () => {
    const session = await loadSession(auth, cookie)
    if (!session) return undefined
    const now = deps.clock.now()
    const idleSince = new Date(now.getTime() - deps.env.SESSION_IDLE_MINUTES * 60_000)
    const staff = await findSessionStaff(deps.database, { id: session.id, now, idleSince, active })
    return staff && { actor: staffActor(staff), mustChangePassword: staff.mustChangePassword }
  })
}

/**
 * A page that keeps itself fresh is not a person at work: what a script fetches and live streams do
 * not put off the idle limit (attacks.md 6). Following a link and sending a form do.
 */
function isActivity(c: AppContext): boolean {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return true
  if ((c.req.header('accept') ?? '').includes('text/event-stream')) return false
  const mode = c.req.header('sec-fetch-mode')
  return mode === undefined || mode === 'navigate'
}

const withoutOwnPassword = /^\/(password|sign-out|sign-in|public|language)\b/

function demandPassword(c: AppContext): Response {
  if (!speaksJson(c) && c.req.method === 'GET') return c.redirect('/password', 303)
  throw new DomainError({
    kind: 'forbidden',
    code: 'password-change-needed',
    detail: words.passwordMustChange,
  })
}

function tokenUnknown(): DomainError {
  return new DomainError({
    kind: 'unauthenticated',
    code: 'token-unknown',
    detail: words.tokenUnknown,
  })
}
