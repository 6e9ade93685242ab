import type { Hono } from 'hono'
import { DomainError, type FieldError, notFound } from '../core/errors.ts'
import { readPicture } from '../platform/picture.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { differing, type Facility, facilityFields } from './facility.ts'
import { amendFacility, setLogo } from './facility-commands.ts'
import { findLogo, findLogoHash, loadFacility } from './facility-repository.ts'
import { differencesOf, FacilityView } from './facility-views.tsx'
import { LOGO_MAX_BYTES, logoFault, logoOf } from './logo.ts'
import { typedVersion } from './setting.ts'
import { findSetting } from './setting-repository.ts'
import { afterSaving, cameFromSetup } from './way-back.ts'
import { facilityWords as words } from './words.ts'

export function facilityRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('setting:manage')
  app.get('/settings/facility', manager, (c) => showFacility(c))
  app.post('/settings/facility', manager, postFacility)
  app.get('/settings/facility/logo', allow('signed-in'), showLogo)
  app.post('/settings/facility/logo', manager, postLogo)
  app.post('/settings/facility/logo/removal', manager, postRemoval)
  return app
}

type Refused = {
  status: 409 | 422
  form?: Record<string, string>
  errors?: readonly FieldError[]
  logoErrors?: readonly FieldError[]
}

async function showFacility(c: AppContext, refused?: Refused): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const [facility, logo, saved] = await Promise.all([
    loadFacility(database, facilityId),
    findLogoHash(database, facilityId),
    findSetting(database, facilityId, 'facility'),
  ])
  const typed = refused?.form
  const stale = typed && refused.status === 409 ? staleOf(facility, typed) : undefined
  const view = (
    <FacilityView
      lang={c.get('lang')}
      facility={facility}
      values={typed ?? storedOf(facility)}
      once={clock.id()}
      setup={cameFromSetup(typed?.from ?? c.req.query('from'))}
      {...{ saved, logo, stale, errors: refused?.errors, logoErrors: refused?.logoErrors }}
    />
  )
  const said = saidIn(c, {
    saved: { text: words.savedText },
    logo: { text: words.logoSet },
    'no-logo': { text: words.logoGone },
  })
  const status = refused?.status ?? 200
  return page(c, { title: words.title, section: '/settings', width: 'wide', status, said }, view)
}

function storedOf(facility: Facility): Record<string, string> {
  return Object.fromEntries(facilityFields.map((field) => [field, facility[field] ?? '']))
}

function staleOf(facility: Facility, typed: Record<string, string>) {
  return differencesOf(facility, typed, differing(facility, typed))
}

async function postFacility(c: AppContext): Promise<Response> {
  const { version, ...form } = await formOf(c)
  try {
    return await redirectAfter(c, {
      run: (deps) => amendFacility(deps, c.get('actor'), { version: typedVersion(version), form }),
      to: () => afterSaving(form.from, '/settings/facility?said=saved'),
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'stale-version') return showFacility(c, { status: 409, form })
    if (error.kind !== 'invalid') throw error
    return showFacility(c, { status: 422, form, errors: error.errors })
  }
}

async function showLogo(c: AppContext): Promise<Response> {
  const logo = await findLogo(c.get('deps').database, c.get('actor').facilityId)
  if (!logo) throw notFound(words.aLogo)
  return c.body(new Uint8Array(logo.bytes), 200, {
    'Content-Type': logo.contentType,
    'Cache-Control': 'private, max-age=86400',
    'X-Content-Type-Options': 'nosniff',
  })
}

async function postLogo(c: AppContext): Promise<Response> {
  try {
    const { logo: file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0) throw logoFault('missing')
    if (file.size > LOGO_MAX_BYTES) throw logoFault('too-large')
    const logo = logoOf(readPicture(Buffer.from(await file.arrayBuffer())))
    return await redirectAfter(c, {
      run: (deps) => setLogo(deps, c.get('actor'), logo),
      to: () => '/settings/facility?said=logo',
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return showFacility(c, { status: 422, logoErrors: error.errors })
  }
}

function postRemoval(c: AppContext): Promise<Response> {
  return redirectAfter(c, {
    run: (deps) => setLogo(deps, c.get('actor'), undefined),
    to: () => '/settings/facility?said=no-logo',
  })
}
