import type { Hono } from 'hono'
import { DomainError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { getFile } from '../platform/storage.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { setPortrait } from './commands.ts'
import { portraitFaults } from './fault-words.ts'
import { readPortrait } from './portrait.ts'
import { findPatient } from './repository.ts'
import { words } from './words.ts'

export function portraitRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/patients/:id/portrait', allow('patient:read'), showPortrait)
  app.post('/patients/:id/portrait', allow('patient:write'), postPortrait)
  return app
}

async function showPortrait(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aPortrait)
  const { database } = c.get('deps')
  const { facilityId } = c.get('actor')
  const patient = await findPatient(database, facilityId, id)
  const file = patient?.portrait && (await getFile(database, facilityId, patient.portrait))
  if (!file) throw notFound(words.aPortrait)
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.contentType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
}

async function postPortrait(c: AppContext): Promise<Response> {
  const patientId = requireId(c.req.param('id') ?? '', words.aPatient)
  const { portrait } = await c.req.parseBody()
  if (!(portrait instanceof File) || portrait.size === 0) throw nothingChosen()
  const picture = readPortrait(Buffer.from(await portrait.arrayBuffer()))
  return redirectAfter(c, {
    run: (deps) => setPortrait(deps, c.get('actor'), { patientId, portrait: picture }),
    to: () => `/patients/${patientId}?said=portrait`,
  })
}

function nothingChosen(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'portrait-missing',
    detail: portraitFaults.missing,
    errors: [{ pointer: '/portrait', code: 'missing', message: portraitFaults.missing }],
  })
}
