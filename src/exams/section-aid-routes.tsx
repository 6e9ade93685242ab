import type { Hono } from 'hono'
import { fill } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { AssessmentPanel } from './assessment-views.tsx'
import { discardDraft, keepDraft } from './draft-commands.ts'
import { fieldsFor } from './fields/section-fields.ts'
import { readExam } from './loading-commands.ts'
import { pageWords } from './page-words.ts'
import { askedOf, assessedWith, formOf, sectionPage } from './section-page-routes.tsx'
import { standardInForce } from './standards/circular-36-2024.ts'
import { withNormals } from './typed-section.ts'
import { visibleAssessment } from './visibility.ts'
import { ownSections } from './worklist.ts'

/** What helps while a section is typed: normal answers, the live assessment, the kept draft. */
export function sectionAidRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const examiner = allow('exam:examine')
  const path = '/exams/:id/sections/:section'
  app.post(`${path}/normal`, examiner, postNormal)
  app.post(`${path}/assessment`, examiner, postAssessment)
  app.post(`${path}/draft`, examiner, postDraft)
  app.post(`${path}/draft/discard`, examiner, postDiscard)
  return app
}

async function postNormal(c: AppContext): Promise<Response> {
  const { deps, actor } = c.var
  const { examId, section } = askedOf(c)
  const form = await formOf(c, section)
  const seen = await readExam(deps, actor, examId)
  const { asked } = fieldsFor(section, standardInForce(today(deps.clock)), seen.exam.group)
  const { typed, filled } = withNormals(section, form.typed, asked)
  const text =
    filled.length > 0
      ? fill(pageWords.allNormalDone, { count: filled.length })
      : pageWords.allNormalNothing
  const shown = { typed, seen: form.seen, notice: { kind: 'warn' as const, text } }
  return sectionPage(c, seen, section, shown)
}

/** The panel beside the form, for exam.js; nothing is written. */
async function postAssessment(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const { examId, section } = askedOf(c)
  const { typed } = await formOf(c, section)
  const { exam, visible } = await readExam(deps, actor, examId)
  const assessment = visibleAssessment(assessedWith(c, exam, section, typed), visible)
  return c.html(
    <AssessmentPanel
      {...{ lang, examId, assessment, own: new Set(ownSections(actor)), here: section }}
    />,
  )
}

async function postDraft(c: AppContext): Promise<Response> {
  const { examId, section } = askedOf(c)
  const { typed } = await formOf(c, section)
  await keepDraft(c.get('deps'), c.get('actor'), { examId, section, typed })
  return c.body(null, 204)
}

async function postDiscard(c: AppContext): Promise<Response> {
  const { examId, section } = askedOf(c)
  return redirectAfter(c, {
    run: (deps) => discardDraft(deps, c.get('actor'), { examId, section }),
    to: () => `/exams/${examId}/sections/${section}`,
  })
}
