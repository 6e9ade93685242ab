import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { type Instance, startInstance } from '../../fixtures/story/instance.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'

// Kills the server with −9 in the middle of visits, starts it again on the same folder, sends what
// was not answered once more under its key, and looks for everything that was acknowledged:
// `npm run drill:visits -- --rounds 3` (after `npm run build`).
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const settings = { STAND_IN_PROGRESS_MS: '200,300,300,300', LOG_LEVEL: 'error' }
const desks = ['reception', 'examiner', 'concluder', 'cashier', 'licence-desk']

/** One visit as the programs at its desks know it: how many of its six requests were answered. */
type Visit = {
  serial: number
  answered: number
  patientId?: string
  examId?: string
  invoice?: { id: string; billCode: string; total: number }
  certificate?: string
}
type Clinic = { url: string; token: string; bankKey: string }

const visits: Visit[] = []
const faults: string[] = []
const keys = new WeakMap<Visit, { answered: number; key: string }>()
let instance = await startInstance(settings)
const token = await instance.token(desks, ['--sign'])

try {
  for (let round = 1; round <= Number(values.rounds); round++) {
    const clinic = {
      url: instance.url,
      token,
      bankKey: (await instance.secrets()).SEPAY_API_KEY ?? '',
    }
    const crowd = Array.from({ length: 8 }, () => keepVisiting(clinic))
    await delay(1_500 + Math.random() * 2_000)
    await instance.kill()
    await Promise.all(crowd)
    instance = await startInstance(settings, instance.dataFolder)
    await finishAll({ ...clinic, url: instance.url })
    await audit(instance)
    console.log(`round ${round}: ${visits.length} visits, ${faults.length} faults`)
  }
} finally {
  await instance.stop()
}
for (const fault of faults) console.log(fault)
if (faults.length > 0 || visits.length === 0) process.exitCode = 1

async function keepVisiting(clinic: Clinic): Promise<void> {
  try {
    for (;;) {
      const visit: Visit = { serial: visits.length + 1, answered: 0 }
      visits.push(visit)
      while (visit.answered < 6) await step(clinic, visit)
    }
  } catch {
    // The server was killed in the middle of a request.
  }
}

async function finishAll(clinic: Clinic): Promise<void> {
  for (const visit of visits) {
    while (visit.answered < 6) await step(clinic, visit)
  }
}

/** The next request of a visit; its key is the same however often it is sent. */
async function step(clinic: Clinic, visit: Visit): Promise<void> {
  const { serial, patientId, examId, invoice } = visit
  const birthDate = '1985-06-01'
  const number = `048185${String(100_000 + serial)}`
  const consents = { exam: true, renewal: true }
  const today = calendarDateOf(new Date())
  if (visit.answered === 0) {
    const person = { name: `Người ${letters(serial)}`, birthDate, sex: 'female' }
    const all = { ...person, identityCard: { number }, confirmNew: true }
    visit.patientId = (await send(clinic, visit, 'POST', '/api/v1/patients', all)).id
  } else if (visit.answered === 1) {
    const held = {
      number: '480165012345',
      class: 'B2',
      scheme: 'pre-2025',
      expiresOn: '2099-12-31',
    }
    const exam = { patientId, licenceClass: 'B', purpose: 'renewal', heldLicence: held, consents }
    visit.examId = (await send(clinic, visit, 'POST', '/api/v1/exams', exam)).id
  } else if (visit.answered === 2) {
    await send(clinic, visit, 'PUT', `/api/v1/exams/${examId}/sections`, fitFindings(today))
  } else if (visit.answered === 3) {
    const items = [{ code: 'KSKLX', quantity: 1 }]
    visit.invoice = await send(clinic, visit, 'POST', '/api/v1/invoices', { examId, items })
  } else if (visit.answered === 4) {
    await send(clinic, visit, 'POST', '/webhooks/bank/sepay', notification(serial, invoice))
  } else {
    const path = `/api/v1/exams/${examId}/conclusion`
    const signed = await send(clinic, visit, 'POST', path, { outcome: 'fit' })
    visit.certificate = signed.certificate.number
  }
  visit.answered += 1
}

function letters(serial: number): string {
  return [...String(serial)].map((digit) => 'BCDGHKLMNP'[Number(digit)] ?? '').join('a')
}

function notification(serial: number, invoice: Visit['invoice']): object {
  return {
    ...{ id: serial, gateway: 'Vietcombank', transactionDate: '2026-11-24 10:02:37', code: null },
    ...{ accountNumber: '1012026048001', subAccount: null, transferType: 'in', accumulated: 0 },
    ...{ referenceCode: `FT${serial}`, description: '' },
    ...{ content: invoice?.billCode, transferAmount: invoice?.total },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is compared below
type Wire = any

async function send(
  { url, token, bankKey }: Clinic,
  visit: Visit,
  method: string,
  path: string,
  body: object,
): Promise<Wire> {
  const kept = keys.get(visit)
  const key = kept?.answered === visit.answered ? kept.key : randomUUID()
  keys.set(visit, { answered: visit.answered, key })
  const proof = path.startsWith('/webhooks') ? `Apikey ${bankKey}` : `Bearer ${token}`
  const headers = {
    authorization: proof,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) })
  const text = await answer.text()
  if (!answer.ok) faults.push(`visit ${visit.serial}, ${method} ${path}: ${answer.status} ${text}`)
  if (!answer.ok) throw new Error(text)
  return JSON.parse(text)
}

/** Everything that was answered is there, once; every case reaches the authority, or says why not. */
async function audit(instance: Instance): Promise<void> {
  const numbers = new Set(visits.map(({ certificate }) => certificate))
  if (numbers.size !== visits.length) faults.push('two visits share a certificate number')
  for (const visit of visits) {
    const exam = await read(instance, `/api/v1/exams/${visit.examId}`)
    if (exam.certificate?.number !== visit.certificate)
      faults.push(`visit ${visit.serial}: certificate`)
    const bill = await read(instance, `/api/v1/invoices/${visit.invoice?.id}`)
    if (bill.state !== 'balanced' || bill.paid !== bill.total)
      faults.push(`visit ${visit.serial}: bill ${bill.state}, paid ${bill.paid} of ${bill.total}`)
    await followCase(instance, visit)
  }
}

async function followCase(instance: Instance, visit: Visit): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    const { items } = await read(instance, `/api/v1/renewal-cases?examId=${visit.examId}`)
    if (items.length !== 1) return void faults.push(`visit ${visit.serial}: ${items.length} cases`)
    const { dossierCode, transmission, missing } = items[0]
    // A send that was cut off is never repeated by a job: a person asks the gateway first.
    if (dossierCode || missing.length > 0 || /unknown|sending|needs-data/.test(transmission?.state))
      return
    await delay(200)
  }
  faults.push(`visit ${visit.serial}: its case does not move`)
}

async function read(instance: Instance, path: string): Promise<Wire> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(instance.url + path, { headers })
  if (!answer.ok) faults.push(`${path}: ${answer.status}, though it was acknowledged`)
  return answer.json()
}
