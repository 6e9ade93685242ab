import type { Hono } from 'hono'
import { signatory } from '../core/actor.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Text } from '../core/text.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { fieldErrors, optionalTypedDate } from '../web/validation.ts'
import { conclusionRequest } from './conclusion.ts'
import { concludeExam } from './conclusion-commands.ts'
import { type ConclusionForm, ConclusionView } from './conclusion-views.tsx'
import { type Exam, mayDo } from './exam.ts'
import { readExam, type SeenExam, seeExam } from './loading-commands.ts'
import { pageWords } from './page-words.ts'
import { things, words } from './words.ts'
import { ownSections } from './worklist.ts'

/** The concluding doctor's page: everything that was found, and the signature. */
export function conclusionRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const path = '/exams/:id/conclusion'
  app.get(path, allow('exam:conclude'), showConclusion)
  app.post(path, allow('exam:conclude'), postConclusion)
  return app
}

function examIdOf(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', things.exam)
}

async function showConclusion(c: AppContext): Promise<Response> {
  const seen = await seeExam(c.get('deps'), c.get('actor'), examIdOf(c))
  if (!mayDo(seen.exam, 'conclude')) return c.redirect(`/exams/${seen.exam.id}`, 303)
  const unsigned = signatory(c.get('actor')) ? undefined : words.noSignatory
  return conclusionPage(c, seen, { form: {}, notice: unsigned })
}

type Shown = {
  form: ConclusionForm
  status?: 200 | 403 | 409 | 422
  errors?: readonly FieldError[] | undefined
  notice?: Text | undefined
}

function conclusionPage(c: AppContext, seen: SeenExam, shown: Shown): Promise<Response> {
  const { deps, actor, lang } = c.var
  const { exam, person, assessment, visible, unverified } = seen
  const doctor = signatory(actor)
  return page(
    c,
    {
      title: pageWords.conclusion,
      width: 'wide',
      section: '/exams',
      status: shown.status ?? 200,
    },
    <ConclusionView
      {...{ lang, actor, exam, person, assessment, visible, unverified }}
      form={shown.form}
      errors={shown.errors}
      notice={shown.notice}
      once={deps.clock.id()}
      signer={doctor}
      needsPassword={actor.kind === 'staff'}
      own={new Set(ownSections(actor))}
    />,
  )
}

async function postConclusion(c: AppContext): Promise<Response> {
  const examId = examIdOf(c)
  const { outcome = '', password = '', ...typed } = await formOf(c)
  const form = { outcome, ...askedBy(outcome, typed) }
  const asked = requestOf({ ...form, password })
  const parsed = pageRequest.safeParse(asked)
  if (!parsed.success) {
    return again(c, { form, status: 422, errors: fieldErrors(parsed.error.issues, asked) })
  }
  try {
    return await redirectAfter<Exam>(c, {
      run: (deps) => concludeExam(deps, c.get('actor'), { ...parsed.data, examId }),
      to: () => `/exams/${examId}?said=concluded`,
    })
  } catch (error) {
    return refused(c, form, error)
  }
}

const pageRequest = conclusionRequest.extend({ reexamineOn: optionalTypedDate })

/** Fields that the chosen outcome does not ask for are out of sight, and so not meant. */
function askedBy(outcome: string, { reason = '', reexamineOn = '' }: Record<string, string>) {
  return {
    reason: outcome === 'fit' ? '' : reason.trim(),
    reexamineOn: outcome === 'fit-subject-to-review' ? reexamineOn.trim() : '',
  }
}

function requestOf(form: Record<string, string>): object {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value))
}

/** The same page with everything typed but the password. */
async function again(c: AppContext, shown: Shown): Promise<Response> {
  return conclusionPage(c, await readExam(c.get('deps'), c.get('actor'), examIdOf(c)), shown)
}

async function refused(c: AppContext, form: ConclusionForm, error: unknown): Promise<Response> {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'password-wrong') {
    const fault = { pointer: '/password', code: error.code, message: error.detail }
    return again(c, { form, status: 403, errors: [fault] })
  }
  if (error.kind === 'invalid') return again(c, { form, status: 422, errors: error.errors })
  if (error.kind !== 'conflict' || error.code === 'already-concluded') throw error
  return again(c, { form, status: 409, notice: error.detail })
}
