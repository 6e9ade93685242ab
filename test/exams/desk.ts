import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import type { Caller, TestApp } from '../support/app.ts'

/** The body of an answer whose shape the test goes on to look at. */
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is checked by the expectations
export type Body = any

export const bodyOf = async (answer: Response): Promise<Body> => answer.json()

let people = 0

/** The desks of one health centre, as programs: who opens, examines, concludes. */
export async function openDesks(app: TestApp) {
  return {
    reception: await app.as(['reception']),
    doctor: await app.as(['examiner'], { signsAs: true }),
    concluder: await app.as(['concluder'], { signsAs: true }),
    today: calendarDateOf(app.clock.now()),
  }
}
export type Desks = Awaited<ReturnType<typeof openDesks>>

export async function registerPerson(reception: Caller, birthDate = '1985-06-01'): Promise<string> {
  people += 1
  const number = `0481${birthDate.slice(2, 4)}${String(100_000 + people)}`
  const answer = await reception.post('/api/v1/patients', {
    name: `Nguyễn Văn ${String.fromCharCode(65 + (people % 26))}${'a'.repeat(1 + (people % 7))}`,
    birthDate,
    sex: 'female',
    identityCard: { number },
    confirmNew: true,
  })
  const body = await bodyOf(answer)
  if (answer.status > 201) throw new Error(JSON.stringify(body))
  return body.id
}

export async function openExam(desks: Desks, extra: object = {}): Promise<Body> {
  const patientId = await registerPerson(desks.reception)
  const answer = await desks.reception.post('/api/v1/exams', {
    patientId,
    licenceClass: 'B',
    purpose: 'new',
    consents: { exam: true },
    ...extra,
  })
  const body = await bodyOf(answer)
  if (answer.status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** An exam with everything recorded and signed, waiting for its conclusion. */
export async function examined(
  desks: Desks,
  findings: object = fitFindings(desks.today),
  extra: object = {},
): Promise<Body> {
  const exam = await openExam(desks, extra)
  const answer = await desks.doctor.put(`/api/v1/exams/${exam.id}/sections`, findings)
  const body = await bodyOf(answer)
  if (answer.status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** An examined exam with its conclusion signed: the answer to the conclusion, and the exam's id. */
export async function concluded(
  desks: Desks,
  findings: object = fitFindings(desks.today),
  extra: object = {},
  outcome = 'fit',
): Promise<Body> {
  const exam = await examined(desks, findings, extra)
  const answer = await desks.concluder.post(`/api/v1/exams/${exam.id}/conclusion`, { outcome })
  const body = await bodyOf(answer)
  if (answer.status !== 200) throw new Error(JSON.stringify(body))
  return { ...exam, ...body, id: exam.id }
}
