import { expect, it } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { people } from '../../fixtures/cast/people.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { withClinic } from './clinic.ts'

const clinic = withClinic()

const countOf = async (table: 'transmission' | 'renewal_case', examId: string) => {
  const statement =
    table === 'transmission'
      ? sql`SELECT count(*) AS n FROM transmission WHERE exam_id = ${examId}`
      : sql`SELECT count(*) AS n FROM renewal_case WHERE exam_id = ${examId}`
  const [row] = await clinic().app.deps.database.query<{ n: number }>(statement)
  return row?.n
}

it('a conclusion posted many times at once: one certificate, one transmission, one case, one dossier', async () => {
  const { app, ask, outside } = clinic()
  const today = calendarDateOf(new Date())
  const { an } = people(today)
  const reception = await app.as(['reception'])
  const doctor = await app.as(['examiner', 'lab'], { signsAs: true })
  const concluder = await app.as(['concluder'], { signsAs: true })
  const created = async (path: string, body: object) =>
    (await (await reception.post(path, body)).json()) as { id: string }
  const patient = await created('/api/v1/patients', { identityCardQr: an.cardQr })
  const exam = await created('/api/v1/exams', {
    patientId: patient.id,
    licenceClass: an.licenceClass,
    purpose: an.purpose,
    heldLicence: an.heldLicence,
    consents: { exam: true, renewal: true },
  })
  const recorded = await doctor.put(`/api/v1/exams/${exam.id}/sections`, fitFindings(today))
  expect(recorded.status).toBe(200)

  const path = `/api/v1/exams/${exam.id}/conclusion`
  const key = { 'idempotency-key': 'the-same' }
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, () => concluder.post(path, { outcome: 'fit' })),
    ...Array.from({ length: 3 }, () => concluder.post(path, { outcome: 'fit' }, key)),
  ])
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 409).length).toBeGreaterThanOrEqual(6)
  expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
  expect(statuses).toContain(200)

  const desk = await app.as(['licence-desk'])
  type Items = { items: { id: string; dossierCode?: string }[] }
  const cases = async () =>
    ((await (await desk.get(`/api/v1/renewal-cases?examId=${exam.id}`)).json()) as Items).items
  await expect
    .poll(cases, { timeout: 15_000 })
    .toMatchObject([{ dossierCode: expect.any(String), transmission: { state: 'accepted' } }])
  expect([await countOf('transmission', exam.id), await countOf('renewal_case', exam.id)]).toEqual([
    1, 1,
  ])
  const state = await ask(`${outside.authority.url}/_state`)
  expect(state.cases).toBe(1)
  expect(await ask(`${outside.gateway.url}/_state`)).toMatchObject({ received: 1, held: 1 })
})
