import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Text } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { fieldErrors } from '../web/validation.ts'
import { groupSchema } from './group.ts'
import { bookGroup } from './group-booking-commands.ts'
import { closeGroup, createGroup } from './group-commands.ts'
import { NewGroupView } from './group-form-views.tsx'
import { groupListRoutes } from './group-list-routes.tsx'
import { groupPage } from './group-page-routes.tsx'
import { listGroups } from './group-repository.ts'
import { GroupListView } from './group-views.tsx'
import { groupWords as words } from './group-words.ts'
import { minutesOf } from './slot.ts'

/** Groups, and the lists that they come with. */
export function groupRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.route('/', groupListRoutes())
  app.get('/groups', allow('group:read'), showGroups)
  app.get('/groups/new', allow('group:register'), (c) => newGroupPage(c, { typed: {} }))
  app.post('/groups', allow('group:register'), postGroup)
  app.get('/groups/:id', allow('group:read'), (c) => groupPage(c))
  app.post('/groups/:id/appointments', allow('appointment:book'), postBooking)
  app.post('/groups/:id/closing', allow('group:register'), postClosing)
  return app
}

async function showGroups(c: AppContext): Promise<Response> {
  const actor = c.get('actor')
  const groups = await listGroups(c.get('deps').database, actor.facilityId)
  return page(
    c,
    { title: words.groups, width: 'wide', live: [`facility:${actor.facilityId}`] },
    <GroupListView lang={c.get('lang')} groups={groups} mayAdd={may(actor, 'group:register')} />,
  )
}

type Shown = { typed: Record<string, string>; errors?: readonly FieldError[] }

function newGroupPage(c: AppContext, shown: Shown): Promise<Response> {
  return page(
    c,
    { title: words.newGroup, section: '/groups', status: shown.errors ? 422 : 200 },
    <NewGroupView lang={c.get('lang')} once={c.get('deps').clock.id()} {...shown} />,
  )
}

async function postGroup(c: AppContext): Promise<Response> {
  const { _once, ...typed } = await formOf(c)
  const given = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
  const parsed = groupSchema.safeParse(given)
  if (!parsed.success) {
    return newGroupPage(c, { typed, errors: fieldErrors(parsed.error.issues, given) })
  }
  return redirectAfter(c, {
    run: (deps) => createGroup(deps, c.get('actor'), parsed.data),
    to: (id) => `/groups/${id}?said=created`,
  })
}

async function postBooking(c: AppContext): Promise<Response> {
  const groupId = requireId(c.req.param('id') ?? '', words.aGroup)
  const form = await formOf(c)
  const [day, from] = [readTypedDate(form.day ?? ''), minutesOf(form.from ?? '')]
  const refuse = (pointer: string, message: Text) =>
    groupPage(c, { typed: form, errors: [{ pointer, code: 'refused', message }] })
  if (!day) return refuse('/day', typedDateWords.missing)
  if (from === undefined) return refuse('/from', words.badTime)
  try {
    return await redirectAfter(c, {
      run: (deps) => bookGroup(deps, c.get('actor'), { groupId, day, from }),
      to: (count) => `/groups/${groupId}?said=booked&count=${count}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const [first] = error.errors
    if (first) return refuse(first.pointer, first.message)
    if (error.code !== 'not-enough-places') throw error
    return refuse('/day', error.detail)
  }
}

async function postClosing(c: AppContext): Promise<Response> {
  const groupId = requireId(c.req.param('id') ?? '', words.aGroup)
  const closed = (await formOf(c)).closed === 'true'
  return redirectAfter(c, {
    run: (deps) => closeGroup(deps, c.get('actor'), { groupId, closed }),
    to: () => `/groups/${groupId}?said=${closed ? 'closed' : 'reopened'}`,
  })
}
