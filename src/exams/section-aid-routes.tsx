import type { Hono } from 'hono'
import { fill } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { discardDraft, keepDraft, restoreDraft } from './draft-commands.ts'
import { fieldsFor } from './fields/section-fields.ts'
import { readExam } from './loading-commands.ts'
import { askedOf, formOf, sectionPage, seenWith } from './section-page-routes.tsx'
import { AssessmentBeside } from './section-views.tsx'
import { sectionWords } from './section-words.ts'
import { standardInForce } from './standards/circular-36-2024.ts'
import { withNormals } from './typed-section.ts'
import { ownSections } from './worklist.ts'

/** What helps while a section is typed: normal answers, the live assessment, the kept draft. */
export function sectionAidRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const examiner = allow('exam:examine')
  const path = '/exams/:id/sections/:section'
  app.post(`${path}/normal`, examiner, postNormal)
  app.post(`${path}/normal/undo`, examiner, postNormalUndo)
  app.post(`${path}/assessment`, examiner, postAssessment)
  app.post(`${path}/draft`, examiner, postDraft)
  app.post(`${path}/draft/discard`, examiner, postDiscard)
  app.post(`${path}/draft/restore`, examiner, postRestore)
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
      ? fill(sectionWords.allNormalDone, { count: filled.length })
      : sectionWords.allNormalNothing
  const notice = { kind: 'warn' as const, text }
  return sectionPage(c, seen, section, { typed, seen: form.seen, notice, filled })
}

/** Takes back what was filled in, and nothing that was typed. */
async function postNormalUndo(c: AppContext): Promise<Response> {
  const { deps, actor } = c.var
  const { examId, section } = askedOf(c)
  const form = await formOf(c, section)
  const standard = standardInForce(today(deps.clock))
  const seen = await readExam(deps, actor, examId)
  const { asked } = fieldsFor(section, standard, seen.exam.group)
  const normals = new Map(asked.map(({ name, normal }) => [name, String(normal)]))
  const kept = Object.entries(form.typed).filter(
    ([name, text]) => !(form.filled.includes(name) && text === normals.get(name)),
  )
  const notice = { kind: 'info' as const, text: sectionWords.allNormalUndone }
  return sectionPage(c, seen, section, {
    typed: Object.fromEntries(kept),
    seen: form.seen,
    notice,
  })
}

/** The panel beside the form, for exam.js; nothing is written. */
async function postAssessment(c: AppContext): Promise<Response> {
  const { deps, actor, lang } = c.var
  const { examId, section } = askedOf(c)
  const { typed } = await formOf(c, section)
  const seen = await readExam(deps, actor, examId)
  const own = new Set(ownSections(actor))
  return c.html(
    <AssessmentBeside
      {...{ lang, exam: seen.exam, own, section }}
      {...seenWith(c, seen, section, typed)}
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
    to: () => `/exams/${examId}/sections/${section}?said=draft-discarded`,
  })
}

async function postRestore(c: AppContext): Promise<Response> {
  const { examId, section } = askedOf(c)
  return redirectAfter(c, {
    run: (deps) => restoreDraft(deps, c.get('actor'), { examId, section }),
    to: () => `/exams/${examId}/sections/${section}`,
  })
}
