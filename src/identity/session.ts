import { getCookie } from 'hono/cookie'
import type { AppContext } from '../web/context.ts'
import { type Auth, authOf, sessionCookieName } from './auth.ts'

/** The request's session cookie and nothing else, so that no second cookie can be taken for it. */
export async function sessionCookieOf(c: AppContext, auth: Auth): Promise<string | undefined> {
  const name = await sessionCookieName(auth)
  const value = getCookie(c, name)
  return value && `${name}=${encodeURIComponent(value)}`
}

/** The session behind the cookie as the database has it; undefined when forged, ended or expired. */
export async function loadSession(
  auth: Auth,
  cookie: string,
): Promise<{ id: string; token: string } | undefined> {
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
  return found?.session
}

export async function currentSessionId(c: AppContext): Promise<string | undefined> {
  const auth = authOf(c.get('deps'))
  const cookie = await sessionCookieOf(c, auth)
  return cookie && (await loadSession(auth, cookie))?.id
}
