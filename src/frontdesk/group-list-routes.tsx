import type { Hono } from 'hono'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill, type Text } from '../core/text.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { readChoice } from './group-decision.ts'
import { judgeList, registerList, uploadList } from './group-list-commands.ts'
import { findList } from './group-list-repository.ts'
import { sampleList } from './group-list-sample.ts'
import { GroupListReportView } from './group-list-views.tsx'
import { groupAsked, groupPage } from './group-page-routes.tsx'
import { decisionWords, fileFaultWords, groupWords as words } from './group-words.ts'

/** Upload, dry run, registration of a group's list. */
export function groupListRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/groups/sample.csv', allow('group:register'), (c) =>
    c.body(sampleList(), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="danh-sach-mau.csv"',
    }),
  )
  app.post('/groups/:id/lists', allow('group:register'), postList)
  app.get('/groups/:id/lists/:list', allow('group:register'), showList)
  app.post('/groups/:id/lists/:list/registration', allow('group:register'), postRegistration)
  return app
}

async function postList(c: AppContext): Promise<Response> {
  const group = await groupAsked(c)
  const { file } = await c.req.parseBody()
  const refuse = (message: Text) =>
    groupPage(c, { typed: {}, errors: [{ pointer: '/file', code: 'file', message }] })
  if (!(file instanceof File) || file.size === 0) return refuse(words.noFile)
  const list = readSpreadsheet(Buffer.from(await file.arrayBuffer()))
  if (typeof list === 'string') return refuse(fileFaultWords[list])
  return redirectAfter(c, {
    run: (deps) => uploadList(deps, c.get('actor'), { groupId: group.id, list }),
    to: (listId) => `/groups/${group.id}/lists/${listId}`,
  })
}

async function showList(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const group = await groupAsked(c)
  const listId = requireId(c.req.param('list') ?? '', words.aList)
  const list = await findList(database, facilityId, { groupId: group.id, listId })
  if (!list) throw notFound(words.aList)
  const report = await judgeList(database, facilityId, { group, list, now: clock.now() })
  const [added, left] = (c.req.query('counts') ?? '').split('-').map(Number)
  return page(
    c,
    {
      title: decisionWords.title,
      section: '/groups',
      width: 'wide',
      said: saidIn(c, { registered: { text: registeredText(added, left) } }),
    },
    <GroupListReportView
      lang={c.get('lang')}
      group={group}
      list={list}
      report={report}
      once={clock.id()}
    />,
  )
}

function registeredText(added = 0, left = 0): Text {
  return left > 0
    ? fill(decisionWords.registeredSaid, { added, left })
    : fill(decisionWords.registeredAllSaid, { added })
}

const MAX_LINE = 1_048_576

async function postRegistration(c: AppContext): Promise<Response> {
  const groupId = requireId(c.req.param('id') ?? '', words.aGroup)
  const listId = requireId(c.req.param('list') ?? '', words.aList)
  const form = await formOf(c)
  const choices = Object.entries(form).flatMap(([name, value]) => {
    const line = Number(/^line-(\d{1,7})$/.exec(name)?.[1])
    return line >= 1 && line <= MAX_LINE ? [[line, readChoice(value)] as const] : []
  })
  return redirectAfter(c, {
    run: (deps) =>
      registerList(deps, c.get('actor'), { groupId, listId, choices: new Map(choices) }),
    to: ({ added, left }) =>
      `/groups/${groupId}/lists/${listId}?said=registered&counts=${added}-${left}`,
  })
}
