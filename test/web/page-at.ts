import { Hono } from 'hono'
import type { Actor } from '../../src/core/actor.ts'
import type { Deps } from '../../src/platform/deps.ts'
import type { AppContext, AppEnv } from '../../src/web/context.ts'
import { language } from '../../src/web/language.ts'

/** What drawing a page may ask of the world: settings. No database, so none can be needed. */
export function pageDeps(env: Partial<Deps['env']> = {}): Deps {
  return {
    env: {
      demo: false,
      AUTH_SECRET: 'a-secret-for-tests-that-is-long-enough',
      publicUrl: 'http://localhost:3000',
      TRUST_PROXY: 0,
      ...env,
    },
  } as Deps
}

export const cashier = {
  kind: 'staff',
  id: '0198f2c1-7d3e-7a50-9a4f-2f6f0c1f9e11',
  name: 'Lê Thu Hà',
  facilityId: 'f',
  roles: ['cashier'],
  specialties: [],
} satisfies Actor

type Drawn = (c: AppContext) => Response | Promise<Response>

type At = Partial<Deps['env']> & { facilityName?: string }

/** One page at `/here`, as `actor` asks for it. */
export function pageAt(
  draw: Drawn,
  actor?: Actor,
  { facilityName, ...env }: At = {},
): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('deps', pageDeps(env))
    c.set('requestId', 'request-7')
    c.set('facilityName', facilityName ?? 'Trạm Y tế phường Bến Nghé')
    if (actor) c.set('actor', actor)
    await next()
  })
  app.use(language)
  app.all('/here', draw)
  return app
}
