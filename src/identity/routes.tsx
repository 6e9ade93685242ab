import type { Hono } from 'hono'
import { DomainError } from '../core/errors.ts'
import { fill, type Text } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import { type AppContext, type AppEnv, actorOf, clientAddress } from '../web/context.ts'
import { barePage, page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import {
  currentSessionId,
  onlyHouse,
  type PastSession,
  pastSession,
  sessionCookieOf,
} from './authenticate.ts'
import { deviceRoutes } from './device-routes.tsx'
import { localPath } from './local-path.ts'
import { changePassword } from './password-commands.ts'
import { PasswordView } from './password-view.tsx'
import { passwordWords } from './password-words.ts'
import { findFacilityId, findStaff, listCast } from './repository.ts'
import { signIn, signOut } from './sign-in-commands.ts'
import { type SignInProps, SignInView } from './sign-in-views.tsx'
import { signInWords } from './sign-in-words.ts'
import type { Staff } from './staff.ts'
import { staffRoutes } from './staff-routes.tsx'

export function identityRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const atTheDoor = allow.everyone('whoever signs in or out is not yet, or no longer, known')
  app.get('/sign-in', atTheDoor, showSignIn)
  app.post('/sign-in', atTheDoor, postSignIn)
  app.post('/sign-out', atTheDoor, postSignOut)
  app.get('/password', allow('signed-in'), (c) => showPassword(c))
  app.post('/password', allow('signed-in'), postPassword)
  app.route('/', staffRoutes())
  app.route('/', deviceRoutes())
  return app
}

async function showSignIn(c: AppContext): Promise<Response> {
  const back = localPath(c.req.query('return'), '/')
  if (actorOf(c)) return c.redirect(back, 303)
  const past = await pastSession(c)
  const username = c.req.query('username') ?? past?.username ?? ''
  const because = past && whyHere(c, past)
  return signInPage(c, 200, { values: { username, return: back }, because })
}

function whyHere(c: AppContext, { idle }: PastSession): Text {
  const { SESSION_IDLE_MINUTES: minutes } = c.get('deps').env
  return idle ? fill(signInWords.idle, { minutes }) : signInWords.ended
}

async function postSignIn(c: AppContext): Promise<Response> {
  const { username, password, ...rest } = await textFields(c, 'username', 'password', 'return')
  const back = localPath(rest.return, '/')
  try {
    const { cookies, staff } = await signIn(c.get('deps'), {
      username,
      password,
      address: clientAddress(c),
      userAgent: c.req.header('user-agent') ?? '',
    })
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(staff.mustChangePassword ? '/password' : back, 303)
  } catch (error) {
    if (!(error instanceof DomainError) || !/^(credentials-wrong|locked-out)$/.test(error.code)) {
      throw error
    }
    const locked = error.code === 'locked-out'
    if (locked) c.header('Retry-After', String(error.extra.retryAfter))
    const values = { username, return: back }
    const refusal = { text: error.detail, locked }
    return signInPage(c, locked ? 429 : 422, { values, refusal })
  }
}

async function signInPage(
  c: AppContext,
  status: 200 | 422 | 429,
  props: Pick<SignInProps, 'values' | 'refusal' | 'because'>,
): Promise<Response> {
  const [cast] = await Promise.all([castOf(c), onlyHouse(c)])
  const view = <SignInView lang={c.get('lang')} cast={cast} {...props} />
  const width = cast.length > 0 ? 'wide' : 'narrow'
  return barePage(c, { status, title: signInWords.title, width, scripts: ['password.js'] }, view)
}

/** In demonstration mode the sign-in page says who there is to be; never in production. */
async function castOf(c: AppContext): Promise<Staff[]> {
  const { env, database } = c.get('deps')
  if (!env.demo) return []
  const facilityId = await findFacilityId(database, env.FACILITY_CODE)
  return facilityId ? listCast(database, facilityId) : []
}

async function postSignOut(c: AppContext): Promise<Response> {
  const deps = c.get('deps')
  const cookie = await sessionCookieOf(c)
  for (const line of await signOut(deps, actorOf(c), cookie)) {
    c.header('Set-Cookie', line, { append: true })
  }
  return c.redirect('/sign-in', 303)
}

async function showPassword(c: AppContext, failed?: DomainError): Promise<Response> {
  const { database } = c.get('deps')
  const { id, facilityId } = c.get('actor')
  const staff = await findStaff(database, facilityId, id)
  const view = (
    <PasswordView
      lang={c.get('lang')}
      must={staff?.mustChangePassword ?? false}
      {...(failed ? { errors: failed.errors } : {})}
    />
  )
  return page(
    c,
    {
      status: failed ? 422 : 200,
      title: passwordWords.title,
      width: 'narrow',
      scripts: ['password.js'],
      said: saidIn(c, { changed: { text: passwordWords.changed } }),
    },
    view,
  )
}

async function postPassword(c: AppContext): Promise<Response> {
  const { database } = c.get('deps')
  const { id, facilityId } = c.get('actor')
  const input = await textFields(c, 'current', 'next', 'repeated')
  const before = await findStaff(database, facilityId, id)
  try {
    await changePassword(c.get('deps'), c.get('actor'), input, await currentSessionId(c))
    // Whoever was sent here to begin with goes on to their work.
    return c.redirect(before?.mustChangePassword ? '/' : '/password?said=changed', 303)
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'invalid') return showPassword(c, error)
    throw error
  }
}

/** The named fields of a form, absent ones empty. */
async function textFields<N extends string>(
  c: AppContext,
  ...names: N[]
): Promise<Record<N, string>> {
  const body = await c.req.parseBody()
  const text = (name: N) => (typeof body[name] === 'string' ? body[name] : '')
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<N, string>
}
