import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { requireId } from '../core/id.ts'
import { searchWords } from '../patients/search.ts'
import { words as patientWords } from '../patients/words.ts'
import { today } from '../platform/clock.ts'
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
  const asked = searchWords(q)
  const items = await listRecords(deps.database, actor.facilityId, asked)
  const view = <RecordListView {...{ lang, q, asked, items }} />
  return page(c, { title: words.records, section: '/records', width: 'wide' }, view)
}

async function showRecord(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const patientId = requireId(c.req.param('patientId') ?? '', patientWords.aPatient)
  const record = await readRecord(deps, actor, patientId)
  const printing = may(actor, 'certificate:read')
  const view = <RecordView {...{ lang, printing, today: today(deps.clock) }} {...record} />
  return page(c, { title: words.records, width: 'wide' }, view)
}
