import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { languages } from '../core/text.ts'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'
import { LANGUAGE_COOKIE } from './language.ts'

const YEAR = 365 * 24 * 3600

/** The switch in every page's head: remembers the language and shows the same page in it. */
export function languageRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.post('/language', allow.everyone('changes only the reader’s own language'), async (c) => {
    const { lang, to } = await c.req.parseBody()
    const chosen = languages.find((each) => each === lang)
    if (chosen) {
      const secure = new URL(c.get('deps').env.publicUrl).protocol === 'https:'
      setCookie(c, LANGUAGE_COOKIE, chosen, { path: '/', maxAge: YEAR, sameSite: 'Lax', secure })
    }
    return c.redirect(ownPath(to), 303)
  })
  return app
}

/** A path of this site and nothing else: `//elsewhere` and `/\elsewhere` would leave it. */
function ownPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : '/'
}
