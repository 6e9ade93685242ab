import type { Hono } from 'hono'
import { recordView } from '../platform/publish.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { fieldErrors, optionalTypedDate } from '../web/validation.ts'
import { actionWords } from './action-words.ts'
import { auditQuery, pageOf } from './audit-entry.ts'
import { listAudit, listAuditPeople } from './audit-repository.ts'
import { AuditView } from './audit-views.tsx'
import { words } from './words.ts'

const PAGE = 50

/** Who did what, for those who see to it that all was right (Luật KCB 15/2023, Điều 69). */
export function auditRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/audit', allow('audit:read'), showAudit)
  return app
}

async function showAudit(c: AppContext): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  await recordView(deps, actor, {
    action: 'audit.viewed',
    subjectType: 'audit',
    subjectId: facilityId,
  })
  const people = await listAuditPeople(deps.database, facilityId)
  const asked = c.req.query()
  const query = auditQuery(people, Object.keys(actionWords), optionalTypedDate).safeParse(asked)
  const found = query.success ? await listAudit(deps.database, facilityId, query.data, PAGE) : []
  return page(
    c,
    { title: words.audit, width: 'wide', section: '/audit', status: query.success ? 200 : 422 },
    <AuditView
      lang={c.get('lang')}
      actor={actor}
      people={people}
      asked={asked}
      errors={query.success ? [] : fieldErrors(query.error.issues)}
      {...pageOf(found, PAGE)}
    />,
  )
}
