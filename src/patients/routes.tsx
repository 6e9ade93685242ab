import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { DomainError, type FieldError, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { today } from '../platform/clock.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { fieldErrors, parseOrRefuse } from '../web/validation.ts'
import { knownAreas } from './area-file.ts'
import { amendPatient } from './commands.ts'
import { type FormValues, inputOf, inTermsOfTheForm, typedValues, valuesOf } from './form-values.ts'
import { parseIdentityCardQr } from './identity-card.ts'
import { PatientListView } from './list-views.tsx'
import { fromCard, type Patient } from './patient.ts'
import { portraitRoutes } from './portrait-routes.tsx'
import { EditView, RegisterView } from './register-views.tsx'
import { registerWords } from './register-words.ts'
import { registering } from './registering-routes.tsx'
import { findPatient } from './repository.ts'
import { demographicsOf, demographicsSchema, registrationOf, registrationSchema } from './schema.ts'
import { pageOf, searchOf, searchSchema } from './search.ts'
import { searchPatients } from './search-repository.ts'
import { accentsLost } from './weak-card.ts'
import { weakScan } from './weak-card-routes.tsx'
import { words } from './words.ts'

/** Reception's pages about people; the page of one person is the front desk's. */
export function patientRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const writer = allow('patient:write')
  app.get('/patients', allow('patient:read'), showPatients)
  app.get('/patients/new', writer, (c) => registerPage(c))
  app.post('/patients', writer, postByHand)
  app.post('/patients/scan', writer, postScan)
  app.get('/patients/:id/edit', writer, showEdit)
  app.post('/patients/:id/edit', writer, postEdit)
  app.post('/patients/:id/card', writer, postCard)
  app.route('/', portraitRoutes())
  return app
}

async function showPatients(c: AppContext): Promise<Response> {
  const { q = '', after } = c.req.query()
  const asked = searchSchema.safeParse({ ...(q.trim() && { q }), ...(after && { after }) })
  const errors = asked.success ? [] : fieldErrors(asked.error.issues)
  const search = searchOf(asked.success ? asked.data : {})
  const { database, clock } = c.get('deps')
  const found = asked.success
    ? await searchPatients(database, c.get('actor').facilityId, search)
    : []
  const { items, next } = pageOf(found, search.limit)
  return page(
    c,
    {
      title: words.people,
      section: '/patients',
      width: 'wide',
      status: asked.success ? 200 : 422,
      scripts: may(c.get('actor'), 'patient:write') ? ['scan-keys.js'] : [],
    },
    <PatientListView
      lang={c.get('lang')}
      today={today(clock)}
      q={q.trim()}
      asked={search.words}
      error={errors[0]?.message}
      patients={items}
      next={next}
      mayRegister={may(c.get('actor'), 'patient:write')}
      once={clock.id()}
    />,
  )
}

type Back = { values?: FormValues; errors?: readonly FieldError[]; scanned?: boolean }

function registerPage(c: AppContext, back: Back = {}): Promise<Response> {
  const { clock } = c.get('deps')
  const typing = back.errors ? !back.scanned : c.req.query('by') === 'hand'
  const errors = back.errors && inTermsOfTheForm(back.errors, back.values ?? {})
  return page(
    c,
    {
      title: registerWords.title,
      section: '/patients',
      status: back.errors ? 422 : 200,
      scripts: typing ? ['scan-keys.js'] : ['scan.js', 'scan-keys.js'],
    },
    <RegisterView
      lang={c.get('lang')}
      once={clock.id()}
      by={typing ? 'hand' : 'card'}
      areas={knownAreas()}
      values={back.values ?? {}}
      errors={typing ? errors : undefined}
      scanErrors={typing ? undefined : errors}
    />,
  )
}

async function postByHand(c: AppContext): Promise<Response> {
  const body = await c.req.parseBody()
  const values = typedValues(body)
  const confirmNew = body.confirmNew === 'true'
  return refusedTo(
    (errors) => registerPage(c, { values, errors }),
    () => {
      const input = parseOrRefuse(registrationSchema, { ...inputOf(values), confirmNew })
      const registration = registrationOf(input)
      return registering(c, { registration, action: '/patients', posted: values })
    },
  )
}

async function postScan(c: AppContext): Promise<Response> {
  const body = await c.req.parseBody()
  const identityCardQr = String(body.identityCardQr ?? '')
  const confirmNew = body.confirmNew === 'true'
  return refusedTo(
    (errors) => registerPage(c, { errors, scanned: true }),
    () => {
      if (accentsLost(identityCardQr) && !confirmNew) {
        return weakScan(c, identityCardQr, (back) => registerPage(c, back))
      }
      const registration = registrationOf(
        parseOrRefuse(registrationSchema, { identityCardQr, confirmNew }),
      )
      const posted = { identityCardQr }
      return registering(c, { registration, action: '/patients/scan', posted })
    },
  )
}

async function showEdit(c: AppContext): Promise<Response> {
  const patient = await patientOf(c)
  const values = valuesOf(patient, (ward) => knownAreas().wardByCode.has(ward))
  return editPage(c, patient.id, { version: patient.version, values })
}

function editPage(
  c: AppContext,
  patientId: string,
  form: { version: number; values: FormValues; errors?: readonly FieldError[] },
): Promise<Response> {
  const { clock } = c.get('deps')
  return page(
    c,
    { title: words.editTitle, section: '/patients', status: form.errors ? 422 : 200 },
    <EditView
      lang={c.get('lang')}
      once={clock.id()}
      areas={knownAreas()}
      patientId={patientId}
      name={form.values.name ?? ''}
      values={form.values}
      version={form.version}
      errors={form.errors && inTermsOfTheForm(form.errors, form.values)}
    />,
  )
}

async function postEdit(c: AppContext): Promise<Response> {
  const patientId = requireId(c.req.param('id') ?? '', words.aPatient)
  const body = await c.req.parseBody()
  const values = typedValues(body)
  const version = Number(body.version)
  return refusedTo(
    (errors) => editPage(c, patientId, { version, values, errors }),
    () => {
      const person = demographicsOf(parseOrRefuse(demographicsSchema, inputOf(values)))
      return redirectAfter(c, {
        run: (deps) => amendPatient(deps, c.get('actor'), { patientId, version, person }),
        to: () => `/patients/${patientId}?said=updated`,
      })
    },
  )
}

/** The record follows a newer card; what the card does not say stays. */
async function postCard(c: AppContext): Promise<Response> {
  const known = await patientOf(c)
  const body = await c.req.parseBody()
  const card = fromCard(parseIdentityCardQr(String(body.identityCardQr ?? '')))
  const { phone, email, passport } = known
  const person = {
    ...card,
    ...(passport && { passport }),
    ...(phone && { phone }),
    ...(email && { email }),
  }
  const version = Number(body.version)
  return redirectAfter(c, {
    run: (deps) => amendPatient(deps, c.get('actor'), { patientId: known.id, version, person }),
    to: () => `/patients/${known.id}?said=updated`,
  })
}

async function patientOf(c: AppContext): Promise<Patient> {
  const id = requireId(c.req.param('id') ?? '', words.aPatient)
  const patient = await findPatient(c.get('deps').database, c.get('actor').facilityId, id)
  if (!patient) throw notFound(words.aPatient)
  return patient
}

/** Content that is refused comes back in its form; any other refusal is the error page's. */
async function refusedTo(
  again: (errors: readonly FieldError[]) => Promise<Response>,
  attempt: () => Promise<Response>,
): Promise<Response> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'invalid' && error.errors.length > 0) {
      return again(error.errors)
    }
    throw error
  }
}
