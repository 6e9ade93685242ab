import { randomUUID } from 'node:crypto'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import type { Http } from './http.ts'
import { cardOf } from './people.ts'

export type Visit = { examId: string; invoiceId: string }

export type VisitDriver = {
  http: Http
  token: string
  sepayKey: string
  account: string
  today: string
}

/** One complete visit as `api.md` counts it: six requests, each waiting for the one before. */
export async function playVisit(driver: VisitDriver, serial: number): Promise<Visit> {
  const { examId } = await arrive(driver, serial)
  await write(driver, 'PUT', `/api/v1/exams/${examId}/sections`, fitFindings(driver.today))
  const invoice = await issueBill(driver, examId)
  await notifyBank(driver, { serial, ...invoice })
  await write(driver, 'POST', `/api/v1/exams/${examId}/conclusion`, { outcome: 'fit' })
  return { examId, invoiceId: invoice.id }
}

/** Registers someone and opens the exam. */
export async function arrive(
  driver: VisitDriver,
  serial: number,
): Promise<{ examId: string; patientId: string }> {
  const patient = await write(driver, 'POST', '/api/v1/patients', {
    identityCardQr: cardOf(serial),
  })
  const exam = await write(driver, 'POST', '/api/v1/exams', {
    patientId: patient.id,
    licenceClass: 'B',
    purpose: 'renewal',
    heldLicence: {
      number: '480165012345',
      class: 'B2',
      scheme: 'pre-2025',
      expiresOn: '2099-12-31',
    },
    consents: { exam: true, renewal: true },
  })
  return { examId: String(exam.id), patientId: String(patient.id) }
}

type Bill = { id: string; total: number; billCode: string }

export async function issueBill(driver: VisitDriver, examId: string): Promise<Bill> {
  const items = [{ code: 'KSKLX', quantity: 1 }]
  return (await write(driver, 'POST', '/api/v1/invoices', { examId, items })) as Bill
}

type Body = Record<string, unknown>

async function write(
  { http, token }: VisitDriver,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<Body> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  const answer = await http.send(method, path, headers, JSON.stringify(body))
  if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
  return JSON.parse(answer.body.toString('utf8'))
}

export async function notifyBank(
  driver: VisitDriver,
  { serial, total, billCode }: { serial: number; total: number; billCode: string },
): Promise<void> {
  const body = JSON.stringify({
    id: 10_000_000 + serial,
    gateway: 'Vietcombank',
    transactionDate: `${driver.today} 09:30:00`,
    accountNumber: driver.account,
    code: null,
    content: `MBVCB.${serial}.${billCode}.CT tu 0905000000`,
    transferType: 'in',
    transferAmount: total,
    accumulated: 0,
    subAccount: null,
    referenceCode: `FT${serial}`,
    description: '',
  })
  const headers = { authorization: `Apikey ${driver.sepayKey}`, 'content-type': 'application/json' }
  const answer = await driver.http.send('POST', '/webhooks/bank/sepay', headers, body)
  if (answer.status !== 200) throw new Error(`bank notification: ${answer.status} ${answer.body}`)
}
