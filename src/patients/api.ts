import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { recordView } from '../platform/publish.ts'
import { answer, expectedVersion } from '../web/answer.ts'
import { apiApp } from '../web/api-app.ts'
import type { AppContext } from '../web/context.ts'
import { amend, find, portray, read, register } from './api-contract.ts'
import { knownAreas } from './area-file.ts'
import { amendPatient, type Registered, registerPatient, setPortrait } from './commands.ts'
import type { Patient } from './patient.ts'
import { readPortrait } from './portrait.ts'
import { presentPatient } from './presentation.ts'
import { findPatient } from './repository.ts'
import { demographicsOf, registrationOf } from './schema.ts'
import { pageOf, searchOf } from './search.ts'
import { searchPatients } from './search-repository.ts'
import { words } from './words.ts'

/** The machine's way in (api.md, patients). */
export function patientApi() {
  const api = apiApp()
  api.openapi(register, (c) => {
    const registration = registrationOf(c.req.valid('json'))
    return answer<Registered>(c, {
      status: ({ created }) => (created ? 201 : 200),
      run: (deps) => registerPatient(deps, c.get('actor'), { ...registration, atDesk: false }),
      body: ({ patient }) => presented(c, patient),
      headers: ({ patient }) => ({ Location: `/api/v1/patients/${patient.id}` }),
    }) as never
  })
  api.openapi(find, async (c) => {
    const search = searchOf(c.req.valid('query'))
    const { facilityId } = c.get('actor')
    const found = await searchPatients(c.get('deps').database, facilityId, search)
    const { items, next } = pageOf(found, search.limit)
    const shown = items.map((patient) => presented(c, patient))
    return c.json({ items: shown, ...(next && { next }) }, 200)
  })
  api.openapi(read, async (c) => {
    const { deps, actor } = c.var
    const id = requireId(c.req.valid('param').id, words.aPatient)
    const patient = await findPatient(deps.database, actor.facilityId, id)
    if (!patient) throw notFound(words.aPatient)
    await recordView(deps, actor, {
      action: 'patient.viewed',
      subjectType: 'patient',
      subjectId: id,
      patientId: id,
    })
    return c.json(presented(c, patient), 200, { ETag: `"${patient.version}"` })
  })
  api.openapi(amend, (c) => {
    const patientId = requireId(c.req.valid('param').id, words.aPatient)
    const person = demographicsOf(c.req.valid('json'))
    return answer<Patient>(c, {
      status: 200,
      run: (deps) => amendPatient(deps, c.get('actor'), { patientId, person, ...versionSent(c) }),
      body: (patient) => presented(c, patient),
    }) as never
  })
  api.openapi(portray, async (c) => {
    const patientId = requireId(c.req.valid('param').id, words.aPatient)
    const portrait = readPortrait(Buffer.from(await c.req.arrayBuffer()))
    return answer<Patient>(c, {
      status: 200,
      run: (deps) => setPortrait(deps, c.get('actor'), { patientId, portrait, ...versionSent(c) }),
      body: (patient) => presented(c, patient),
    }) as never
  })
  return api
}

function presented(c: AppContext, patient: Patient) {
  return presentPatient(patient, knownAreas(), c.get('lang'))
}

function versionSent(c: AppContext): { version?: number } {
  const version = expectedVersion(c)
  return version === undefined ? {} : { version }
}
