import { expect } from 'vitest'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import type { Caller, TestApp } from '../support/app.ts'
import { scanPage } from '../support/pdf-reader.ts'

/** A person with an exam for class B, and someone who may do at every desk what is done for them. */
export type Visitor = {
  caller: Caller
  patientId: string
  examId: string
  visitId: string
  name: string
}

export type Made = {
  id: string
  visitId: string
  total: number
  billCode: string
  qr: { payload: string }
}

const everyDesk = ['reception', 'examiner', 'lab', 'concluder', 'cashier']
let serial = 0

export async function made(answer: Response): Promise<Made> {
  expect(answer.status, await answer.clone().text()).toBeLessThan(300)
  return (await answer.json()) as Made
}

export async function arrive(app: TestApp): Promise<Visitor> {
  const caller = await app.as(everyDesk, { signsAs: true })
  serial += 1
  const name = `Nguyễn Thị Kiểm Thử ${String.fromCharCode(64 + serial)}`
  const { id: patientId } = await made(
    await caller.post('/api/v1/patients', {
      name,
      birthDate: '1985-03-08',
      sex: 'female',
      identityCard: { number: `04818500${String(serial).padStart(4, '0')}` },
      confirmNew: true,
    }),
  )
  const { id: examId, visitId } = await made(
    await caller.post('/api/v1/exams', {
      patientId,
      licenceClass: 'B',
      purpose: 'renewal',
      heldLicence: {
        number: '480165012345',
        class: 'B2',
        scheme: 'pre-2025',
        expiresOn: '2099-12-31',
      },
      consents: { exam: true, renewal: true },
    }),
  )
  return { caller, patientId, examId, visitId, name }
}

/** What the phone reads from the slip that reception prints: a path of ours. */
export async function slipOf(app: TestApp, { caller, visitId }: Visitor): Promise<string> {
  const answer = await caller.post(`/visits/${visitId}/slip.pdf`, '')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const link = await scanPage(new Uint8Array(await answer.arrayBuffer()), 1)
  expect(link.startsWith(`${app.deps.env.publicUrl}/v/`)).toBe(true)
  return new URL(link).pathname
}

export async function examine(app: TestApp, { caller, examId }: Visitor): Promise<void> {
  const today = calendarDateOf(app.clock.now())
  await made(await caller.put(`/api/v1/exams/${examId}/sections`, fitFindings(today)))
}

export async function bill({ caller, examId }: Visitor): Promise<Made> {
  const items = [{ code: 'KSKLX', quantity: 1 }]
  return made(await caller.post('/api/v1/invoices', { examId, items }))
}

export async function pay({ caller }: Visitor, { id, total: tendered }: Made): Promise<void> {
  await made(await caller.post(`/api/v1/invoices/${id}/payments`, { method: 'cash', tendered }))
}

export async function concludeFit({ caller, examId }: Visitor): Promise<void> {
  await made(await caller.post(`/api/v1/exams/${examId}/conclusion`, { outcome: 'fit' }))
}
