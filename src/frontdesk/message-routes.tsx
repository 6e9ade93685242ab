import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { type FieldError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { fieldErrors } from '../web/validation.ts'
import { messageTemplates, type Template, templateSchema } from './message.ts'
import { changeTemplate, sendAgain } from './message-commands.ts'
import { templateOf } from './message-handlers.ts'
import { findTemplates, listMessages } from './message-repository.ts'
import { MessageListView, TemplatesView } from './message-views.tsx'
import { messageWords as words } from './message-words.ts'

/** What went out to people's phones, and in which words. */
export function messageRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/messages', allow('message:read'), showMessages)
  app.post('/messages/:id/again', allow('appointment:book'), postAgain)
  app.get('/settings/messages', allow('message:template'), (c) => templatesPage(c))
  app.post('/settings/messages/:key', allow('message:template'), postTemplate)
  return app
}

async function showMessages(c: AppContext): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const actor = c.get('actor')
  return page(
    c,
    {
      title: words.title,
      section: '/appointments',
      width: 'wide',
      live: [`facility:${actor.facilityId}`],
      said: saidIn(c, { again: { text: words.againSaid } }),
    },
    <MessageListView
      lang={c.get('lang')}
      messages={await listMessages(database, actor.facilityId)}
      connected={env.demo || env.SMS_URL !== undefined}
      once={clock.id()}
      maySend={may(actor, 'appointment:book')}
    />,
  )
}

async function postAgain(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', words.aMessage)
  return redirectAfter(c, {
    run: (deps) => sendAgain(deps, c.get('actor'), id),
    to: () => '/messages?said=again',
  })
}

type Asked = Omit<Template, 'key'>
type Shown = { key: string; asked: Asked; errors: readonly FieldError[] }

async function templatesPage(c: AppContext, shown?: Shown): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const own = await findTemplates(database, c.get('actor').facilityId)
  const templates = messageTemplates.map((key) => {
    const kept = templateOf(key, own)
    if (shown?.key !== key) return { ...kept, errors: [] }
    return { key, ...shown.asked, errors: shown.errors }
  })
  return page(
    c,
    {
      title: words.templates,
      section: '/settings',
      status: shown && shown.errors.length > 0 ? 422 : 200,
      said: saidIn(c, { saved: { text: words.savedSaid } }),
    },
    <TemplatesView
      lang={c.get('lang')}
      templates={templates}
      connected={env.demo || env.SMS_URL !== undefined}
      once={clock.id()}
    />,
  )
}

/** Saves a template, or only shows what people would read. */
async function postTemplate(c: AppContext): Promise<Response> {
  const key = messageTemplates.find((each) => each === c.req.param('key'))
  if (!key) throw notFound(words.aTemplate)
  const typed = await formOf(c)
  const asked: Asked = {
    body: typed[`body-${key}`] ?? '',
    plain: typed[`plain-${key}`] === 'on',
    enabled: typed[`enabled-${key}`] === 'on',
  }
  const parsed = templateSchema.safeParse(asked)
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues)
    return templatesPage(c, { key, asked, errors: errors.map((one) => inForm(one, key)) })
  }
  if (typed.act === 'preview') return templatesPage(c, { key, asked, errors: [] })
  return redirectAfter(c, {
    run: (deps) => changeTemplate(deps, c.get('actor'), { key, ...parsed.data }),
    to: () => `/settings/messages?said=saved#${key}`,
  })
}

/** The page has a form for each template, whose fields are named after it. */
function inForm(error: FieldError, key: string): FieldError {
  return { ...error, pointer: `${error.pointer}-${key}` }
}
