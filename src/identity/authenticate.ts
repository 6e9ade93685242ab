import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { DomainError } from '../core/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { type AppContext, type AppEnv, speaksJson } from '../web/context.ts'
import { actorCacheOf, type Known } from './actor-cache.ts'
import { authOf, loadSession, sessionCookieName } from './auth.ts'
import { deviceActor, deviceCookie, deviceKindOfPath } from './device.ts'
import { noteDeviceSeen } from './device-commands.ts'
import { findDeviceByToken } from './device-repository.ts'
import { passwordWords } from './password-words.ts'
import { findOnlyFacility } from './repository.ts'
import { findSessionStaff, findSessionUser } from './session-repository.ts'
import { noteSeen } from './sign-in-commands.ts'
import { staffActor } from './staff.ts'
import { bearerOf, looksLikeToken, serviceActor } from './token.ts'
import { noteUsed } from './token-commands.ts'
import { findTokenByHash, hashToken } from './token-repository.ts'
import { tokenWords } from './token-words.ts'

/**
 * Finds out who is asking: a bearer token, else on a device's own pages the device's cookie, else the
 * session cookie, else nobody (`allow` answers that). A bearer token that is not ours is refused even where anyone may come in.
 */
export function authenticate(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const bearer = bearerOf(c.req.header('authorization'))
    const known =
      bearer === undefined
        ? ((await byDevice(c)) ?? (await bySession(c)))
        : await byToken(c.get('deps'), bearer)
    if (!known) return next()
    c.set('actor', known.actor)
    if (known.facilityName) c.set('facilityName', known.facilityName)
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
  const now = deps.clock.now()
  return actorCacheOf(deps.database).find(hash.toString('base64'), now, async () => {
    const found = await findTokenByHash(deps.database, hash)
    if (!found) return undefined
    const actor = serviceActor(found.token)
    if (isLongAgo(found.token.lastUsedAt, now)) await noteUsed(deps, actor)
    return { actor, mustChangePassword: false, facilityName: found.facilityName }
  })
}

/** A device's key counts on its own pages alone, whatever a browser sends along. */
async function byDevice(c: AppContext): Promise<Known | undefined> {
  const kind = deviceKindOfPath(c.req.path)
  const key = kind && getCookie(c, deviceCookie(kind))
  if (!key) return undefined
  const deps = c.get('deps')
  const hash = hashToken(key)
  const now = deps.clock.now()
  return actorCacheOf(deps.database).find(`device ${hash.toString('base64')}`, now, async () => {
    const found = await findDeviceByToken(deps.database, hash, now)
    if (found?.kind !== kind) return undefined
    const actor = deviceActor(found)
    if (isLongAgo(found.lastSeenAt, now)) await noteDeviceSeen(deps, actor)
    return { actor, mustChangePassword: false, facilityName: found.facilityName }
  })
}

async function bySession(c: AppContext): Promise<Known | undefined> {
  const deps = c.get('deps')
  const cookie = await sessionCookieOf(c)
  if (!cookie) return undefined
  const now = deps.clock.now()
  const active = isActivity(c)
  const key = `${active ? 'active' : 'watching'} ${cookie}`
  return actorCacheOf(deps.database).find(key, now, async () => {
    const session = await loadSession(deps, cookie)
    if (!session) return undefined
    const idleSince = new Date(now.getTime() - deps.env.SESSION_IDLE_MINUTES * 60_000)
    const found = await findSessionStaff(deps.database, { id: session.id, now, idleSince })
    if (!found) return undefined
    const actor = staffActor(found.staff)
    if (active && isLongAgo(found.lastSeenAt, now)) await noteSeen(deps, actor, session.id)
    const { staff, facilityName } = found
    return { actor, mustChangePassword: staff.mustChangePassword, facilityName }
  })
}

/** The request's session cookie and nothing else, so that no second cookie can be taken for it. */
export async function sessionCookieOf(c: AppContext): Promise<string | undefined> {
  const name = await sessionCookieName(authOf(c.get('deps')))
  const value = getCookie(c, name)
  return value && `${name}=${encodeURIComponent(value)}`
}

export async function currentSessionId(c: AppContext): Promise<string | undefined> {
  const cookie = await sessionCookieOf(c)
  return cookie && (await loadSession(c.get('deps'), cookie))?.id
}

/** What is left of a session that nobody is signed in by any more: the browser still has its cookie. */
export type PastSession = { idle: boolean; username?: string }

export async function pastSession(c: AppContext): Promise<PastSession | undefined> {
  const deps = c.get('deps')
  const cookie = await sessionCookieOf(c)
  if (!cookie) return undefined
  const session = await loadSession(deps, cookie)
  const user = session && (await findSessionUser(deps.database, session.id))
  if (!user || user.disabled) return { idle: false }
  return { idle: true, username: user.username }
}

/**
 * Heads a page that nobody is signed in to with the house, as its administrator named it. Of several
 * none is chosen yet: then the product's name stands alone.
 */
export async function onlyHouse(c: AppContext): ReturnType<typeof findOnlyFacility> {
  const house = await findOnlyFacility(c.get('deps').database)
  if (house) c.set('facilityName', house.name)
  return house
}

/** Noted by the minute, so that a busy page does not write at every request. */
function isLongAgo(at: Date | null, now: Date): boolean {
  return at === null || now.getTime() - at.getTime() > 60_000
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

const withoutOwnPassword = /^\/(password|sign-out|sign-in|language)$/

function demandPassword(c: AppContext): Response {
  if (!speaksJson(c) && c.req.method === 'GET') return c.redirect('/password', 303)
  throw new DomainError({
    kind: 'forbidden',
    code: 'password-change-needed',
    detail: passwordWords.mustChange,
  })
}

function tokenUnknown(): DomainError {
  return new DomainError({
    kind: 'unauthenticated',
    code: 'token-unknown',
    detail: tokenWords.unknown,
  })
}
