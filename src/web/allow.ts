import type { Hono, MiddlewareHandler } from 'hono'
import { authorise, type Permission } from '../core/actor.ts'
import { DomainError } from '../core/errors.ts'
import { type AppContext, type AppEnv, actorOf, cameFrom, speaksJson } from './context.ts'
import { requestWords } from './request-words.ts'

const declarations = new WeakMap<object, string>()

function declare(middleware: MiddlewareHandler<AppEnv>, what: string): MiddlewareHandler<AppEnv> {
  declarations.set(middleware, what)
  return middleware
}

/** Declares, on the route itself, the right that it asks for (attacks.md 5). */
export function allow(permission: Permission): MiddlewareHandler<AppEnv> {
  return declare(async (c, next) => {
    const actor = actorOf(c)
    if (!actor && !speaksJson(c)) return c.redirect(signInFor(c), 303)
    if (!actor) throw unauthenticated()
    authorise(actor, permission)
    return next()
  }, permission)
}

/** Declares a route that anyone may call, with the reason why that is safe. */
allow.everyone = (reason: string): MiddlewareHandler<AppEnv> =>
  declare((_c, next) => next(), `everyone: ${reason}`)

function signInFor(c: AppContext): string {
  // A screen without its key has nobody who could sign in.
  if (/^\/(board|kiosk)(\/|$)/.test(c.req.path)) return '/pair'
  const target = c.req.method === 'GET' ? new URL(c.req.url) : cameFrom(c)
  const back = target ? `${target.pathname}${target.search}` : '/'
  return `/sign-in?return=${encodeURIComponent(back)}`
}

export function unauthenticated(): DomainError {
  return new DomainError({
    kind: 'unauthenticated',
    code: 'unauthenticated',
    detail: requestWords.unauthenticated,
  })
}

/** Every route with what it declares; `undefined` where it declares nothing. */
export function declaredRoutes(
  app: Hono<AppEnv>,
): { method: string; path: string; permission: string | undefined }[] {
  const found = new Map<string, { method: string; path: string; permission: string | undefined }>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    const entry = found.get(key) ?? { method, path, permission: undefined }
    entry.permission ??= declarations.get(handler)
    found.set(key, entry)
  }
  return [...found.values()]
}

/** A route without a permission fails the build: no application starts with one. */
export function requireDeclarations(app: Hono<AppEnv>): void {
  const open = declaredRoutes(app).filter((route) => route.permission === undefined)
  if (open.length === 0) return
  const names = open.map((route) => `${route.method} ${route.path}`).join(', ')
  throw new Error(`routes without a declared permission: ${names}`)
}
