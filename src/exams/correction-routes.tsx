import type { Hono } from 'hono'
import { DomainError, type FieldError } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import type { Text } from '../core/text.ts'
import { parseIdentityCardQr } from '../patients/identity-card.ts'
import type { Patient } from '../patients/patient.ts'
import { findPatients } from '../patients/repository.ts'
import { searchWords } from '../patients/search.ts'
import { searchPatients } from '../patients/search-repository.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { fieldErrors } from '../web/validation.ts'
import { correctionSchema, isMovable, requireMovable } from './correction.ts'
import { correctPatient } from './correction-commands.ts'
import { CorrectionView } from './correction-views.tsx'
import { correctionWords } from './correction-words.ts'
import { readExam } from './loading-commands.ts'
import { things } from './words.ts'

/** Reception puts right whose exam it is. Looking somebody up is a post: names stay out of addresses. */
export function correctionRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const path = '/exams/:id/patient'
  app.get(path, allow('exam:open'), showCorrection)
  app.post(`${path}/search`, allow('exam:open'), postSearch)
  app.post(path, allow('exam:open'), postCorrection)
  return app
}

const MOST = 8

type Shown = {
  q?: string
  found?: readonly Patient[]
  typed?: { patientId?: string | undefined; reason?: string | undefined }
  errors?: readonly FieldError[]
}

/** To the exam, which says why, where it cannot move any more. */
async function showCorrection(c: AppContext): Promise<Response> {
  const { deps, actor } = c.var
  const { exam } = await readExam(deps, actor, examIdOf(c))
  if (isMovable(exam)) return correctionPage(c, {})
  return c.redirect(`/exams/${exam.id}?said=patient-fixed`, 303)
}

async function correctionPage(c: AppContext, shown: Shown): Promise<Response> {
  const { deps, actor, lang } = c.var
  const { exam, person } = await readExam(deps, actor, examIdOf(c))
  requireMovable(exam)
  const found = shown.found?.filter(({ id }) => id !== exam.patientId)
  return page(
    c,
    {
      title: correctionWords.title,
      section: '/exams',
      status: shown.errors ? 422 : 200,
      scripts: ['scan-keys.js'],
    },
    <CorrectionView
      {...{ lang, exam, person, ...shown, found }}
      today={today(deps.clock)}
      once={deps.clock.id()}
    />,
  )
}

function examIdOf(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', things.exam)
}

async function postSearch(c: AppContext): Promise<Response> {
  const form = await formOf(c)
  const card = form.identityCardQr
  const q = card ? parseIdentityCardQr(card).number : (form.q ?? '').trim()
  return correctionPage(c, { q, found: await lookUp(c, q) })
}

async function lookUp(c: AppContext, q: string): Promise<Patient[]> {
  const { deps, actor } = c.var
  const words = searchWords(q)
  if (words.join(' ').length < 2) return []
  const found = await searchPatients(deps.database, actor.facilityId, { words, limit: MOST })
  return found.slice(0, MOST)
}

async function postCorrection(c: AppContext): Promise<Response> {
  const examId = examIdOf(c)
  const { _once: _, q = '', ...form } = await formOf(c)
  const parsed = correctionSchema.safeParse(form)
  if (!parsed.success)
    return again(c, { ...form, q }, worded(fieldErrors(parsed.error.issues, form)))
  const { reason, version } = parsed.data
  const patientId = requireId(parsed.data.patientId, things.patient)
  try {
    return await redirectAfter(c, {
      run: (deps) => correctPatient(deps, c.get('actor'), { examId, patientId, reason, version }),
      to: () => `/exams/${examId}?said=patient-corrected`,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return again(c, { ...form, q }, error.errors)
  }
}

/** With those who were found, and who was chosen among them. */
async function again(
  c: AppContext,
  form: Record<string, string>,
  errors: readonly FieldError[],
): Promise<Response> {
  const { deps, actor } = c.var
  const { patientId = '', reason, q = '' } = form
  const ids = patientId ? [requireId(patientId, things.patient)] : []
  const found = q ? await lookUp(c, q) : await findPatients(deps.database, actor.facilityId, ids)
  const chosen = found.length > 0 ? { found } : {}
  return correctionPage(c, {
    ...chosen,
    q,
    typed: { patientId, reason },
    errors,
  })
}

/** What is missing, in the words of this form. */
function worded(errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, message: wording[error.pointer] ?? error.message }))
}

const wording: Readonly<Record<string, Text>> = {
  '/patientId': correctionWords.personMissing,
  '/reason': correctionWords.reasonMissing,
}
