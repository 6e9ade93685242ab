import { beforeAll, describe, expect, it } from 'vitest'
import { raw } from '../../src/platform/database.ts'
import { transfer } from '../billing/counter.ts'
import { openBrowser } from '../identity/browser.ts'
import { withClinic } from '../renewals/clinic.ts'
import { furnish, type House } from './house.ts'

// attacks.md 14: what a person is, says and pays is in no line of log and in no job.
const clinic = withClinic({ worker: false })
const canaries = {
  name: 'Hoàng Thị Chimhoàngyến',
  number: '048185777771',
  phone: '0977777771',
  email: 'chimhoangyen@example.vn',
  address: 'Ngõ Chimhoàngyến',
  words: 'CANARY-bệnh-sử',
}
const traces = [
  ...Object.values(canaries),
  ...['himhoàngyến', 'chim hoang yen', 'CHIMHOANGYEN', '777777'],
  ...['480165012345', 'CANARY'],
]
let house: House
let secrets: string[] = []

const rows = (statement: string) =>
  clinic().app.deps.database.query<Record<string, unknown>>(raw(statement))

function expectNoTrace(what: string, where: string): void {
  for (const trace of [...traces, ...secrets]) {
    const at = what.indexOf(trace)
    if (at >= 0)
      throw new Error(`${where} holds ${trace}: ${what.slice(Math.max(0, at - 200), at + 80)}`)
  }
}

const logged = () => clinic().app.logged.join('\n')

beforeAll(async () => {
  const { app } = clinic()
  house = await furnish(app, canaries.words, {
    name: canaries.name,
    identityCard: { number: canaries.number, issuedOn: '2021-05-01' },
    phone: canaries.phone,
    email: canaries.email,
    address: { text: canaries.address, ward: '20285', province: '48' },
  })
  secrets = [house.caller.token, house.link.split('/').at(-1) ?? '', house.verifyCode]
}, 60_000)

describe('a canary', () => {
  it('sings in no job that a visit leaves', async () => {
    const jobs = await rows('SELECT payload FROM graphile_worker._private_jobs')
    expect(jobs.length).toBeGreaterThan(0)
    expectNoTrace(JSON.stringify(jobs), 'a job')
  })

  it('sings in no audit entry', async () => {
    const entries = await rows('SELECT action, subject_id, detail FROM audit_entry')
    expect(entries.length).toBeGreaterThan(10)
    const told = JSON.stringify(entries)
    for (const trace of [canaries.name, canaries.number, canaries.phone, canaries.words]) {
      expect(told).not.toContain(trace)
    }
  })

  it('sings in no line of log when everything is looked at, refused or wrong', async () => {
    const { app } = clinic()
    const { caller } = house
    const text = encodeURIComponent(canaries.name)
    for (const path of [
      `/api/v1/patients?q=${text}`,
      `/patients?q=${canaries.phone}`,
      `/exams?q=${text}`,
      `/records?q=${text}`,
      `/bills?q=${canaries.number}`,
      `/api/v1/patients/${canaries.number}`,
      `/nowhere/${text}?q=${canaries.number}`,
      `/verify?code=${house.verifyCode}`,
      `/verify/${house.verifyCode}`,
      `/patients/${house.patientId}`,
      `/api/v1/exams/${house.examId}`,
      `/api/v1/exams/${house.examId}/certificate.pdf`,
      `/api/v1/invoices/${house.invoiceId}/bill.pdf`,
    ]) {
      await caller.get(path)
    }
    for (const path of ['', '/qr.png', '/bill.pdf', '/certificate.pdf']) {
      await app.request(`${house.link}${path}`)
    }
    const person = { name: canaries.name, phone: canaries.phone, birthDate: 'x', x: canaries.words }
    await caller.post('/api/v1/patients', person)
    await caller.post('/api/v1/patients', `{"name":"${canaries.name}"`)
    await caller.put(`/api/v1/exams/${house.examId}/sections/ent`, { note: canaries.words })
    await caller.post('/patients', new URLSearchParams({ name: canaries.name }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    await transfer(app, { amount: 5, memo: canaries.words })
    await app.request('/webhooks/bank/sepay', { method: 'POST', body: canaries.words })
    const browser = openBrowser(app)
    await browser.post('/sign-in', { username: canaries.phone, password: canaries.words })
    expect(app.logged.length).toBeGreaterThan(20)
    expectNoTrace(logged(), 'the log')
  })

  it('sings in no answer and no line of log when the server itself fails', async () => {
    const { app } = clinic()
    const { name, phone, number } = canaries
    const person = {
      name: `${name} Hai`,
      birthDate: '1990-01-01',
      sex: 'female',
      identityCard: { number: '048190777772' },
      phone,
      address: { text: canaries.address },
    }
    await rows('ALTER TABLE patient ADD CONSTRAINT broken CHECK (created_at IS NULL) NOT VALID')
    const answer = await house.caller.post('/api/v1/patients', { ...person, confirmNew: true })
    const page = await house.caller.post(
      '/patients',
      new URLSearchParams({
        ...person,
        identityCard: number,
        confirmNew: 'true',
      } as never).toString(),
      { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    )
    await rows('ALTER TABLE patient DROP CONSTRAINT broken')
    expect(answer.status).toBe(500)
    expectNoTrace(await answer.text(), 'a failure’s answer')
    expect(page.status).toBeGreaterThanOrEqual(422)
    expect(app.logged.some((line) => line.includes('unexpected error'))).toBe(true)
    expectNoTrace(logged(), 'the log')
  })

  it('sings in no failed job and in no line about it', async () => {
    const { control, worker, app } = clinic()
    await control('gateway', { fail: { count: 1, status: 500 } })
    await worker()
    const attempted = async () => {
      const [row] = await rows(
        `SELECT attempts, state FROM transmission WHERE exam_id = '${house.examId}'`,
      )
      return row
    }
    await expect.poll(attempted, { timeout: 15_000 }).toMatchObject({ attempts: 1 })
    await rows(`SELECT graphile_worker.add_job('send-nothing-known', '{"examId":"x"}')`)
    const jobs = await rows('SELECT payload, last_error FROM graphile_worker._private_jobs')
    expectNoTrace(JSON.stringify(jobs), 'a job')
    const kept = await rows(
      'SELECT last_answer FROM transmission UNION ALL SELECT last_answer FROM renewal_case',
    )
    expectNoTrace(JSON.stringify(kept), 'what an outside system answered')
    expectNoTrace(app.logged.join('\n'), 'the log')
  }, 30_000)

  it('leaves only the route’s pattern of an address', () => {
    for (const line of clinic().app.logged) {
      for (const id of [house.patientId, house.examId, house.visitId])
        expect(line).not.toContain(id)
      expect(line).not.toMatch(/\?q=|%20|%CC|%E1/)
    }
  })
})
