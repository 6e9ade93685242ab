import type { Hono } from 'hono'
import { forbidden, mayRecord, signatory } from '../core/actor.ts'
import { DomainError, type FieldError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill, type Text } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { fieldErrors } from '../web/validation.ts'
import { AssessmentPanel } from './assessment-views.tsx'
import { recordSections } from './commands.ts'
import { discardDraft, keepDraft } from './draft-commands.ts'
import { findDraft } from './draft-repository.ts'
import { type Exam, mayDo } from './exam.ts'
import { fieldsFor } from './fields/section-fields.ts'
import { type Findings, type Section, sectionSchemas, sections } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { assessed, readExam, type SeenExam, seeExam } from './loading-commands.ts'
import { pageWords } from './page-words.ts'
import { SectionView } from './section-views.tsx'
import { standardInForce } from './standards/circular-36-2024.ts'
import { readForm, type Typed, typedFrom, typedOf, withNormals } from './typed-section.ts'
import { visibleAssessment } from './visibility.ts'
import { nextSection, ownSections } from './worklist.ts'

/** One specialty's form: shown, assessed while it is typed, kept as a draft, saved, signed. */
export function sectionRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const examiner = allow('exam:examine')
  const path = '/exams/:id/sections/:section'
  app.get(path, examiner, showSection)
  app.post(path, examiner, postSection)
  app.post(`${path}/normal`, examiner, postNormal)
  app.post(`${path}/assessment`, examiner, postAssessment)
  app.post(`${path}/draft`, examiner, postDraft)
  app.post(`${path}/draft/discard`, examiner, postDiscard)
  return app
}

type Asked = { examId: string; section: Section }

function askedOf(c: AppContext): Asked {
  const section = sections.find((name) => name === c.req.param('section'))
  if (!section) throw notFound('mục khám')
  if (!mayRecord(c.get('actor'), section)) throw forbidden()
  return { examId: requireId(c.req.param('id') ?? '', 'lượt khám'), section }
}

async function showSection(c: AppContext): Promise<Response> {
  const { deps, actor } = c.var
  const { examId, section } = askedOf(c)
  const seen = await seeExam(deps, actor, examId, section)
  if (!mayDo(seen.exam, 'record')) return c.redirect(`/exams/${examId}`, 303)
  const staffId = actor.kind === 'staff' ? actor.id : undefined
  const draft =
    staffId && (await findDraft(deps.database, actor.facilityId, { examId, section, staffId }))
  const recorded = seen.exam.sections[section]
  const typed = draft ? draft.typed : recorded ? typedOf(section, recorded.findings) : {}
  return sectionPage(c, seen, section, { typed, draftAt: draft ? draft.savedAt : undefined })
}

type Shown = {
  typed: Typed
  draftAt?: Date | undefined
  seen?: string
  status?: 200 | 409 | 422
  errors?: readonly FieldError[]
  notice?: { kind: 'info' | 'warn' | 'error'; text: Text }
}

function sectionPage(
  c: AppContext,
  seen: SeenExam,
  section: Section,
  shown: Shown,
): Promise<Response> {
  const { deps, actor, lang } = c.var
  const { exam, person, visible } = seen
  const recordedAt = exam.sections[section]?.at.toISOString() ?? ''
  const props = {
    lang,
    exam,
    person,
    section,
    fields: fieldsFor(section, standardInForce(today(deps.clock)), exam.group),
    assessment: visibleAssessment(assessedWith(c, exam, section, shown.typed), visible),
    once: deps.clock.id(),
    seen: shown.seen ?? recordedAt,
    maySign: signatory(actor) !== undefined,
    own: new Set(ownSections(actor)),
    typed: shown.typed,
    notice: shown.notice,
    draftAt: shown.draftAt,
    errors: shown.errors,
  }
  return page(
    c,
    {
      title: pageWords.sections,
      width: 'wide',
      section: '/exams',
      status: shown.status ?? 200,
      scripts: ['exam.js'],
    },
    <SectionView {...props} />,
  )
}

/** What the rules would say if what stands on the form were recorded. */
function assessedWith(c: AppContext, exam: Exam, section: Section, typed: Typed): Assessment {
  const { findings } = readForm(section, typed)
  const valid = sectionSchemas[section].safeParse(findings).success
  if (!valid) return assessed(c.get('deps'), exam)
  const recorded = { state: 'draft' as const, findings, by: '', at: exam.createdAt }
  const { frozenAssessment: _, ...open } = exam
  return assessed(c.get('deps'), { ...open, sections: { ...exam.sections, [section]: recorded } })
}

type Form = { typed: Typed; act: 'sign' | 'save'; seen: string }

async function formOf(c: AppContext, section: Section): Promise<Form> {
  const body = await c.req.parseBody()
  const act = body.act === 'save' ? 'save' : 'sign'
  return { typed: typedFrom(section, body), act, seen: String(body.seen ?? '') }
}

async function postSection(c: AppContext): Promise<Response> {
  const { actor } = c.var
  const { examId, section } = askedOf(c)
  const form = await formOf(c, section)
  const sign = form.act === 'sign' && signatory(actor) !== undefined
  const read = readForm(section, form.typed)
  const parsed = sectionSchemas[section].safeParse(read.findings)
  const faults = parsed.success ? [] : fieldErrors(parsed.error.issues)
  const wrong = [...read.errors, ...faults]
  const errors =
    wrong.length === 0 && sign ? await unanswered(c, { examId, section }, form.typed) : wrong
  if (errors.length > 0) return again(c, { examId, section }, { ...form, status: 422, errors })
  try {
    return await redirectAfter<Exam>(c, {
      run: (deps) =>
        recordSections(deps, actor, {
          examId,
          findings: { [section]: parsed.data } as Findings,
          section,
          sign,
          seen: { [section]: form.seen },
        }),
      to: (exam) => afterRecording(c, exam),
    })
  } catch (error) {
    return refused(c, { examId, section }, form, error)
  }
}

/** Their next section of this exam, else the exam. */
function afterRecording(c: AppContext, exam: Exam): string {
  const next = nextSection(c.get('actor'), exam)
  return next ? `/exams/${exam.id}/sections/${next}` : `/exams/${exam.id}`
}

/** A doctor signs a section only with everything in it that the rules of this class ask. */
async function unanswered(c: AppContext, asked: Asked, typed: Typed): Promise<FieldError[]> {
  const { exam } = await readExam(c.get('deps'), c.get('actor'), asked.examId)
  const { missing } = assessedWith(c, exam, asked.section, typed)
  return missing
    .filter(({ section }) => section === asked.section)
    .map(({ property }) => ({
      pointer: `/${property.replaceAll('.', '/')}`,
      code: 'missing',
      message: pageWords.stillMissing,
    }))
}

async function refused(c: AppContext, asked: Asked, form: Form, error: unknown): Promise<Response> {
  if (!(error instanceof DomainError)) throw error
  if (error.kind === 'invalid') {
    return again(c, asked, { ...form, status: 422, errors: error.errors })
  }
  if (error.kind !== 'conflict' || error.code === 'exam-concluded') throw error
  // Seen now: saving again is saving over it knowingly.
  const { typed } = form
  return again(c, asked, { typed, status: 409, notice: { kind: 'error', text: error.detail } })
}

/** The same form with everything that was typed. */
async function again(c: AppContext, { examId, section }: Asked, shown: Shown): Promise<Response> {
  const seen = await readExam(c.get('deps'), c.get('actor'), examId)
  return sectionPage(c, seen, section, shown)
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
