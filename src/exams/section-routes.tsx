import type { Hono } from 'hono'
import { signatory } from '../core/actor.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { fieldErrors } from '../web/validation.ts'
import { recordSections } from './commands.ts'
import { findDraft } from './draft-repository.ts'
import { type Exam, mayDo } from './exam.ts'
import { type Findings, sectionSchemas } from './findings.ts'
import { readExam, seeExam } from './loading-commands.ts'
import {
  type Asked,
  askedOf,
  assessedWith,
  type Form,
  formOf,
  type Shown,
  sectionPage,
} from './section-page-routes.tsx'
import { recordedSayings, sectionWords } from './section-words.ts'
import { readForm, type Typed, typedOf } from './typed-section.ts'
import { nextSection } from './worklist.ts'

/** One specialty's form: shown, saved, signed. */
export function sectionRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const examiner = allow('exam:examine')
  const path = '/exams/:id/sections/:section'
  app.get(path, examiner, showSection)
  app.post(path, examiner, postSection)
  return app
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
  const undo = { action: `/exams/${examId}/sections/${section}/draft/restore` }
  const said = saidIn(c, {
    ...recordedSayings,
    'draft-discarded': { text: sectionWords.draftDiscarded, undo },
  })
  return sectionPage(c, seen, section, { typed, draftAt: draft ? draft.savedAt : undefined, said })
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
      to: (exam) => afterRecording(c, exam, `${sign ? 'signed' : 'saved'}-${section}`),
    })
  } catch (error) {
    return refused(c, { examId, section }, form, error)
  }
}

/** Their next section of this exam, else the exam. */
function afterRecording(c: AppContext, exam: Exam, said: string): string {
  const next = nextSection(c.get('actor'), exam)
  const path = next ? `/exams/${exam.id}/sections/${next}` : `/exams/${exam.id}`
  return `${path}?said=${said}`
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
      message: sectionWords.stillMissing,
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
