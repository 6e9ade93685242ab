import type { Hono } from 'hono'
import { faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { DomainError, type FieldError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { findPatient } from '../patients/repository.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { fieldErrors } from '../web/validation.ts'
import { openExam } from './commands.ts'
import type { Exam } from './exam.ts'
import { schemeTold } from './held-licence.ts'
import { intakeSchema } from './intake.ts'
import { OpeningView } from './opening-views.tsx'
import { openingWords } from './opening-words.ts'
import { things } from './words.ts'

/** Reception opens an exam for a person it has registered. */
export function openingRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/exams/new', allow('exam:open'), (c) =>
    openingPage(c, c.req.query('patient') ?? '', { typed: {} }),
  )
  app.post('/exams', allow('exam:open'), postExam)
  return app
}

type Typed = Record<string, string>
type Shown = { typed: Typed; errors?: readonly FieldError[] }

async function openingPage(c: AppContext, patientId: string, shown: Shown): Promise<Response> {
  const { deps, actor, lang } = c.var
  const id = requireId(patientId, things.patient)
  const patient = await findPatient(deps.database, actor.facilityId, id)
  if (!patient) throw notFound(things.patient)
  return page(
    c,
    { title: openingWords.title, section: '/patients', status: shown.errors ? 422 : 200 },
    <OpeningView {...{ lang, patient, once: deps.clock.id(), ...shown }} />,
  )
}

async function postExam(c: AppContext): Promise<Response> {
  const typed = asShown(filledIn(await formOf(c)))
  const patientId = typed.patientId ?? ''
  const asked = intakeOf(typed)
  const parsed = intakeSchema.safeParse(asked)
  if (!parsed.success) {
    const errors = worded(fieldErrors(parsed.error.issues, asked), typed)
    return openingPage(c, patientId, { typed, errors })
  }
  const intake = { ...parsed.data, patientId: requireId(patientId, things.patient) }
  try {
    return await redirectAfter<Exam>(c, {
      run: (deps) => openExam(deps, c.get('actor'), intake),
      to: (exam) => `/exams/${exam.id}`,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
    return openingPage(c, patientId, { typed, errors: error.errors })
  }
}

function filledIn(form: Typed): Typed {
  const entries = Object.entries(form).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** What the chosen class does not ask for is out of sight, and so not meant. */
function asShown(typed: Typed): Typed {
  const { disabledApplicant, convertedFromA1, ...rest } = typed
  const { licenceClass = '' } = typed
  return {
    ...rest,
    ...(disabledApplicant && ['A1', 'B'].includes(licenceClass) && { disabledApplicant }),
    ...(convertedFromA1 && licenceClass === 'A' && { convertedFromA1 }),
  }
}

const dates = ['issuedOn', 'expiresOn'] as const

/** The request that the form stands for; a held licence only when something of it was filled in. */
function intakeOf(typed: Typed): object {
  const part = (prefix: string): Typed =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), value] as const] : [],
      ),
    )
  const held = part('heldLicence')
  for (const name of dates) {
    const text = held[name]
    if (text) held[name] = readTypedDate(text) ?? text
  }
  const scheme = schemeTold(held)
  if (scheme) held.scheme = scheme
  const flag = (name: string) => (typed[name] === 'true' ? { [name]: true } : {})
  return {
    patientId: typed.patientId,
    licenceClass: typed.licenceClass,
    purpose: typed.purpose,
    ...(Object.keys(held).length > 0 && { heldLicence: held }),
    consents: {
      exam: typed['consents.exam'] === 'true',
      renewal: typed['consents.renewal'] === 'true',
    },
    delivery: part('delivery'),
    ...flag('disabledApplicant'),
    ...flag('convertedFromA1'),
  }
}

/** A box left empty is said in words that fit a box, a date in words that fit a date. */
function worded(errors: readonly FieldError[], typed: Typed): FieldError[] {
  return errors.map((error) => {
    if (error.pointer === '/consents/exam') {
      return { ...error, message: openingWords.consentExamRequired }
    }
    const name = dates.find((each) => error.pointer === `/heldLicence/${each}`)
    const fault = name && faultOfTypedDate(typed[`heldLicence.${name}`] ?? '')
    return fault ? { ...error, message: typedDateWords[fault] } : error
  })
}
