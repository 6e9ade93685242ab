import type { Hono } from 'hono'
import { notFound } from '../core/errors.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { groups } from './licence-class.ts'
import { standardInForce } from './standards/circular-36-2024.ts'
import { StandardsView } from './standards-views.tsx'
import { standardsWords } from './standards-words.ts'
import { things } from './words.ts'

/** The table of rules that every exam is judged by, open to everyone who works here. */
export function standardsRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/standards', allow('signed-in'), showStandards)
  return app
}

function showStandards(c: AppContext): Promise<Response> {
  const standard = standardInForce(today(c.get('deps').clock))
  if (!standard) throw notFound(things.standard)
  const group = groups.find((each) => String(each) === c.req.query('group'))
  return page(
    c,
    { title: standardsWords.title, width: 'wide', section: '/exams' },
    <StandardsView lang={c.get('lang')} standard={standard} group={group} />,
  )
}
