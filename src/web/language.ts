import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Lang } from '../core/text.ts'
import type { AppContext, AppEnv } from './context.ts'

export const LANGUAGE_COOKIE = 'lang'

/** Vietnamese first; the switch on the page wins over the browser's wish. */
export const language: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('lang', chosen(c))
  await next()
  // Styles and scripts speak no language; varying by cookie would load them anew at every sign-in.
  if (c.req.path.startsWith('/assets/')) return
  c.res.headers.append('Vary', 'Accept-Language, Cookie')
  c.res.headers.set('Content-Language', c.get('lang'))
}

function chosen(c: AppContext): Lang {
  const cookie = getCookie(c, LANGUAGE_COOKIE)
  if (cookie === 'vi' || cookie === 'en') return cookie
  return preferred(c.req.header('accept-language') ?? '')
}

/** The first of ours by weight; `vi` when neither is asked for. */
export function preferred(header: string): Lang {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { tag: tag.trim(), weight: q ? Number(q.trim().slice(2)) : 1 }
  })
  const ours = wishes
    .filter(({ tag, weight }) => /^(vi|en)(-|$)/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]
  return ours?.tag.startsWith('en') ? 'en' : 'vi'
}
