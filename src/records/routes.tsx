import type { Hono } from 'hono'
import { requireId } from '../core/id.ts'
import { fold } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { readRecord } from './commands.ts'
import { RecordListView } from './list-views.tsx'
import { RecordView } from './record-views.tsx'
import { listRecords } from './repository.ts'
import { words } from './words.ts'

/** The digital record, for those who keep it and those who conclude. */
export function recordRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/records', allow('record:read'), showRecords)
  app.get('/records/:patientId', allow('record:read'), showRecord)
  return app
}

async function showRecords(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const q = (c.req.query('q') ?? '').slice(0, 100).trim()
  const asked = q ? fold(q).split(' ').slice(0, 8) : []
  const items = await listRecords(deps.database, actor.facilityId, asked)
  return page(c, { title: words.records }, <RecordListView {...{ lang, q, items }} />)
}

async function showRecord(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const patientId = requireId(c.req.param('patientId') ?? '', 'người bệnh')
  const record = await readRecord(deps, actor, patientId)
  return page(c, { title: words.records, width: 'wide' }, <RecordView lang={lang} {...record} />)
}
