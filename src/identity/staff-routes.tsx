import type { Hono } from 'hono'
import { DomainError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { createStaff, disableStaff, enableStaff } from './commands.ts'
import { grantNames } from './grant.ts'
import { grantField, NewStaffView } from './new-staff-view.tsx'
import { resetPassword } from './password-commands.ts'
import { findStaff, listStaff } from './repository.ts'
import type { NewStaff, Staff } from './staff.ts'
import { OneTimePasswordView, StaffListView, StaffView } from './staff-views.tsx'
import { revokeToken } from './token-commands.ts'
import { listTokens } from './token-repository.ts'
import { TokenListView } from './token-views.tsx'
import { words } from './words.ts'

export function staffRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('staff:manage')
  app.get('/staff', manager, showStaff)
  app.get('/staff/new', manager, (c) => newStaffPage(c))
  app.post('/staff', manager, postStaff)
  app.get('/staff/:id', manager, showPerson)
  app.post('/staff/:id/disable', manager, (c) => act(c, disableStaff, (id) => `/staff/${id}`))
  app.post('/staff/:id/enable', manager, (c) => act(c, enableStaff, (id) => `/staff/${id}`))
  app.post('/staff/:id/reset-password', manager, postReset)
  app.get('/tokens', manager, showTokens)
  app.post('/tokens/:id/revoke', manager, (c) => act(c, revokeToken, () => '/tokens'))
  return app
}

async function showStaff(c: AppContext): Promise<Response> {
  const staff = await listStaff(c.get('deps').database, c.get('actor').facilityId)
  const view = <StaffListView lang={c.get('lang')} staff={staff} />
  return page(c, { title: words.staffTitle, width: 'wide' }, view)
}

async function showPerson(c: AppContext): Promise<Response> {
  const actor = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', 'nhân viên')
  const person = await findStaff(c.get('deps').database, actor.facilityId, id)
  if (!person) throw notFound('nhân viên')
  const view = <StaffView lang={c.get('lang')} person={person} own={person.id === actor.id} />
  return page(c, { title: words.staffTitle }, view)
}

function newStaffPage(c: AppContext, values?: NewStaff, failed?: DomainError) {
  const back = values && failed ? { values, errors: failed.errors } : {}
  const view = <NewStaffView lang={c.get('lang')} {...back} />
  return page(c, { status: failed ? 422 : 200, title: words.staffNew, section: '/staff' }, view)
}

async function postStaff(c: AppContext): Promise<Response> {
  const body = await c.req.parseBody()
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const input: NewStaff = {
    username: text('username'),
    name: text('name'),
    grants: grantNames.filter((name) => body[grantField(name)] !== undefined),
    doctorRegistration: text('doctorRegistration'),
  }
  try {
    return oneTimePage(c, await createStaff(c.get('deps'), c.get('actor'), input))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return newStaffPage(c, input, error)
  }
}

async function postReset(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', 'nhân viên')
  return oneTimePage(c, await resetPassword(c.get('deps'), c.get('actor'), id))
}

/** Answered at once and not by a redirect: the password is kept nowhere that a GET could find it. */
function oneTimePage(c: AppContext, made: { staff: Staff; password: string }) {
  const view = <OneTimePasswordView lang={c.get('lang')} {...made} />
  return page(c, { title: words.oneTimeTitle, section: '/staff' }, view)
}

async function showTokens(c: AppContext): Promise<Response> {
  const tokens = await listTokens(c.get('deps').database, c.get('actor').facilityId)
  const view = <TokenListView lang={c.get('lang')} tokens={tokens} />
  return page(c, { title: words.tokensTitle, section: '/staff', width: 'wide' }, view)
}

function act(
  c: AppContext,
  command: typeof disableStaff,
  back: (id: string) => string,
): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', 'tài khoản')
  return redirectAfter(c, {
    run: (deps) => command(deps, c.get('actor'), id),
    to: () => back(id),
  })
}
