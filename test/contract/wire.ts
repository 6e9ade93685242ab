import { expect } from 'vitest'
import type { Caller, TestApp } from '../support/app.ts'

/** What came over the wire, as a program that knows only the contract sees it. */
// biome-ignore lint/suspicious/noExplicitAny: the expectations check what came
export type Wire = any

export const jsonOf = async (answer: Response): Promise<Wire> => answer.json()

/** Asserts the one shape of every refusal and gives it back. */
export async function refused(answer: Response, status: number, code?: string): Promise<Wire> {
  const text = await answer.text()
  expect(answer.status, text).toBe(status)
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status,
    code: code ?? expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    detail: expect.any(String),
    requestId: expect.any(String),
  })
  for (const error of problem.errors ?? []) {
    expect(Object.keys(error).sort()).toEqual(['code', 'message', 'pointer'])
    expect(error.pointer).toMatch(/^(\/|$)/)
  }
  return problem
}

export const pointersOf = (problem: Wire): string[] =>
  problem.errors.map((error: { pointer: string }) => error.pointer)

/** One program that plays every desk of a visit, as `lienthong token --role … --sign` makes it. */
export const wholeHouse = (app: TestApp): Promise<Caller> =>
  app.as(['reception', 'examiner', 'lab', 'concluder', 'cashier', 'licence-desk'], {
    signsAs: true,
  })

export const nowhere = '01900000-0000-7000-8000-000000000000'

let people = 500_000

/** Someone whom nobody resembles. */
export function somebody(changes: object = {}): Wire {
  people += 1
  const letters = [...String(people)].map((digit) => String.fromCharCode(97 + Number(digit)))
  return {
    name: `Hoàng Thị ${letters.join('').replace(/^./, (first) => first.toUpperCase())}`,
    birthDate: '1985-06-01',
    sex: 'female',
    identityCard: { number: `048185${people}` },
    ...changes,
  }
}

export async function registered(caller: Caller, changes: object = {}): Promise<Wire> {
  const answer = await caller.post('/api/v1/patients', somebody(changes))
  const body = await jsonOf(answer)
  if (answer.status !== 201) throw new Error(JSON.stringify(body))
  return body
}

export async function opened(caller: Caller, extra: object = {}): Promise<Wire> {
  const { id: patientId } = await registered(caller)
  const answer = await caller.post('/api/v1/exams', {
    patientId,
    licenceClass: 'B',
    purpose: 'new',
    consents: { exam: true },
    ...extra,
  })
  const body = await jsonOf(answer)
  if (answer.status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** A value with each of its optional members absent rather than null, at every depth. */
export function nullsIn(value: Wire, path = ''): string[] {
  if (value === null) return [path]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => nullsIn(inner, `${path}/${key}`))
}

export const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
