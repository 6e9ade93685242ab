import type { Hono } from 'hono'
import { invalid } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { licenceClasses } from './licence-class.ts'
import { printBlankForm, printPaperForm } from './paper-form-commands.ts'
import { things, words } from './words.ts'

/** The paper form of the exam, for when there is no power or no network. */
export function paperFormRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/exams/blank-form.pdf', allow('exam:read'), showBlankForm)
  app.get('/exams/:id/paper-form.pdf', allow('exam:examine'), showPaperForm)
  return app
}

async function showBlankForm(c: AppContext): Promise<Response> {
  const asked = c.req.query('class')
  const licenceClass = licenceClasses.find((each) => each === asked)
  if (asked && !licenceClass) {
    throw invalid([{ pointer: '/class', code: 'unknown-class', message: words.unknownClass }])
  }
  const name = licenceClass ? `PHIEU-KHAM-${licenceClass}.pdf` : 'PHIEU-KHAM.pdf'
  return pdf(c, await printBlankForm(c.get('deps'), c.get('actor'), licenceClass), name)
}

async function showPaperForm(c: AppContext): Promise<Response> {
  const id = requireId(c.req.param('id') ?? '', things.exam)
  const bytes = await printPaperForm(c.get('deps'), c.get('actor'), id)
  return pdf(c, bytes, `PHIEU-KHAM-${id.slice(-8)}.pdf`)
}

function pdf(c: AppContext, bytes: Uint8Array, name: string): Response {
  return c.body(Buffer.from(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  })
}
