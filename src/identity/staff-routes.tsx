import type { Hono } from 'hono'
import { DomainError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill, say } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import type { Said } from '../web/pieces/said.tsx'
import { saidIn } from '../web/said.ts'
import { AskFirstView, type Irrevocable } from './ask-first.tsx'
import { createStaff, disableStaff, enableStaff } from './commands.ts'
import { grantNames } from './grant.ts'
import { grantField } from './grant-fields.tsx'
import { NewStaffView } from './new-staff-view.tsx'
import { OnceView } from './once-view.tsx'
import { resetPassword } from './password-commands.ts'
import { findStaff, listStaff } from './repository.ts'
import type { NewStaff, Staff } from './staff.ts'
import { disableQuestion, resetQuestion, StaffMemberView } from './staff-member-view.tsx'
import { StaffListView, staffShows } from './staff-views.tsx'
import { staffWords as words } from './staff-words.ts'
import { countSigningFor } from './token-repository.ts'
import { tokenRoutes } from './token-routes.tsx'

export function staffRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const manager = allow('staff:manage')
  app.get('/staff', manager, showStaff)
  app.get('/staff/new', manager, (c) => newStaffPage(c))
  app.post('/staff', manager, postStaff)
  app.get('/staff/:id', manager, showMember)
  app.get('/staff/:id/disable', manager, askToDisable)
  app.post('/staff/:id/disable', manager, (c) => act(c, disableStaff, 'disabled'))
  app.post('/staff/:id/enable', manager, (c) => act(c, enableStaff, 'enabled'))
  app.get('/staff/:id/reset-password', manager, askToReset)
  app.post('/staff/:id/reset-password', manager, postReset)
  app.route('/', tokenRoutes())
  return app
}

async function showStaff(c: AppContext): Promise<Response> {
  const staff = await listStaff(c.get('deps').database, c.get('actor').facilityId)
  const show = staffShows.find((each) => each === c.req.query('show')) ?? 'active'
  const view = <StaffListView lang={c.get('lang')} staff={staff} show={show} />
  return page(c, { title: words.title, section: '/staff', width: 'wide' }, view)
}

async function showMember(c: AppContext): Promise<Response> {
  const actor = c.get('actor')
  const person = await memberOf(c)
  const signingTokens = await countSigningFor(c.get('deps').database, actor.facilityId, person.id)
  const own = person.id === actor.id
  const view = <StaffMemberView lang={c.get('lang')} {...{ person, own, signingTokens }} />
  const title = { vi: person.name, en: person.name }
  return page(c, { title, section: '/staff', said: saidIn(c, sayings(person)) }, view)
}

/** Disabling and enabling undo each other, as long as it is still so. */
function sayings({ id, name, disabledAt }: Staff): Record<string, Said | undefined> {
  return {
    disabled: disabledAt
      ? { text: fill(words.saidDisabled, { name }), undo: { action: `/staff/${id}/enable` } }
      : undefined,
    enabled: disabledAt
      ? undefined
      : { text: fill(words.saidEnabled, { name }), undo: { action: `/staff/${id}/disable` } },
  }
}

async function memberOf(c: AppContext): Promise<Staff> {
  const id = requireId(c.req.param('id') ?? '', words.aMember)
  const person = await findStaff(c.get('deps').database, c.get('actor').facilityId, id)
  if (!person) throw notFound(words.aMember)
  return person
}

function newStaffPage(c: AppContext, values?: NewStaff, failed?: DomainError) {
  const back = values && failed ? { values, errors: failed.errors } : {}
  const view = <NewStaffView lang={c.get('lang')} {...back} />
  return page(c, { status: failed ? 422 : 200, title: words.add, section: '/staff' }, view)
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

async function askToReset(c: AppContext): Promise<Response> {
  const person = await memberOf(c)
  return askPage(c, person, resetQuestion(c.get('lang'), person))
}

async function askToDisable(c: AppContext): Promise<Response> {
  const person = await memberOf(c)
  const { facilityId } = c.get('actor')
  const count = await countSigningFor(c.get('deps').database, facilityId, person.id)
  return askPage(c, person, disableQuestion(c.get('lang'), person, count))
}

function askPage(c: AppContext, { id, name }: Staff, question: Irrevocable): Promise<Response> {
  const back = { href: `/staff/${id}`, label: { vi: name, en: name } }
  const view = <AskFirstView {...question} back={back} cancel={words.cancel} />
  return page(c, { title: question.act, section: '/staff', width: 'narrow' }, view)
}

async function postReset(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aMember)
  return oneTimePage(c, await resetPassword(c.get('deps'), c.get('actor'), id))
}

/** Answered at once and not by a redirect: the password is kept nowhere that a GET could find it. */
function oneTimePage(c: AppContext, { staff, password }: { staff: Staff; password: string }) {
  const lang = c.get('lang')
  const { name, username } = staff
  const view = (
    <OnceView
      lang={lang}
      title={words.oneTimeTitle}
      of={say(words.oneTimeFor, lang, { name, username })}
      secret={password}
      hint={words.oneTimeHint}
      copy={words.copy}
      done={{ href: '/staff', label: words.done }}
    />
  )
  return page(c, { title: words.oneTimeTitle, section: '/staff' }, view)
}

function act(
  c: AppContext,
  command: typeof disableStaff,
  said: 'disabled' | 'enabled',
): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aMember)
  return redirectAfter(c, {
    run: (deps) => command(deps, c.get('actor'), id),
    to: () => `/staff/${id}?said=${said}`,
  })
}
