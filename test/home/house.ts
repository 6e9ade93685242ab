import { fitFindings, unfitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { jsonOf, somebody, type Wire } from '../contract/wire.ts'
import type { Caller, TestApp } from '../support/app.ts'

export type Guest = {
  name: string
  idNumber: string
  patientId: string
  visitId: string
  examId: string
}

/** A centre in the middle of its day, on a clock that stands still between what happens. */
export async function openHouse(app: TestApp) {
  const desks = {
    reception: await app.as(['reception']),
    doctor: await app.as(['examiner'], { signsAs: true }),
    lab: await app.as(['lab'], { signsAs: true }),
    concluder: await app.as(['concluder'], { signsAs: true }),
    cashier: await app.as(['cashier-manager']),
  }
  const date = calendarDateOf(app.clock.now())
  const at = (time: string) => app.clock.hold(`${date}T${time}:00+07:00`)

  async function arrive(name: string, time: string, extra: object = {}): Promise<Guest> {
    at(time)
    const person = somebody({ name, confirmNew: true })
    const { id: patientId } = await taken(await desks.reception.post('/api/v1/patients', person))
    const exam = await taken(
      await desks.reception.post('/api/v1/exams', {
        patientId,
        licenceClass: 'B',
        purpose: 'new',
        consents: { exam: true },
        ...extra,
      }),
    )
    const idNumber = person.identityCard.number
    return { name, idNumber, patientId, visitId: exam.visitId, examId: exam.id }
  }

  async function examine(
    { examId }: Guest,
    time: string,
    which: { without?: readonly string[]; fit?: boolean } = {},
  ): Promise<void> {
    at(time)
    const all = which.fit === false ? unfitFindings(date) : fitFindings(date)
    const left = Object.entries(all).filter(([section]) => !which.without?.includes(section))
    const { substances, ...others } = Object.fromEntries(left)
    const path = `/api/v1/exams/${examId}/sections`
    await taken(await desks.doctor.put(path, others))
    if (substances) await taken(await desks.lab.put(`${path}/substances`, substances))
  }

  async function bill({ examId }: Guest, time: string): Promise<Wire> {
    at(time)
    const items = [{ code: 'KSKLX', quantity: 1 }]
    return taken(await desks.cashier.post('/api/v1/invoices', { examId, items }))
  }

  async function pay({ id, total }: Wire, time: string): Promise<void> {
    at(time)
    await taken(
      await desks.cashier.post(`/api/v1/invoices/${id}/payments`, {
        method: 'cash',
        tendered: total,
      }),
    )
  }

  async function conclude({ examId }: Guest, time: string, outcome = 'fit'): Promise<void> {
    at(time)
    const ground = outcome === 'fit' ? {} : { reason: 'theo các điều không đạt' }
    await taken(
      await desks.concluder.post(`/api/v1/exams/${examId}/conclusion`, { outcome, ...ground }),
    )
  }

  return { desks, date, at, arrive, examine, bill, pay, conclude }
}

async function taken(answer: Response): Promise<Wire> {
  if (answer.status < 300) return jsonOf(answer)
  throw new Error(`${answer.status}: ${await answer.text()}`)
}

/** A second facility of the same installation. */
export async function openNeighbour(app: TestApp): Promise<string> {
  await app.deps.database.query(sql`
    INSERT INTO facility (id, code, name, superior_body, address)
    VALUES (${app.clock.id()}, '48999', 'Trung tâm bên cạnh', 'Sở Y tế', 'Đà Nẵng')
    ON CONFLICT DO NOTHING`)
  return '48999'
}

export type Page = { status: number; html: string; title: string; primary: string | undefined }

/** What somebody sees: the page's title, and where its one primary act leads. */
export async function look(caller: Caller, path = '/'): Promise<Page> {
  const answer = await caller.get(path, { accept: 'text/html' })
  const html = await answer.text()
  const title = /<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''
  const primary = /<a class="button button-primary[^"]*" href="([^"]*)"/.exec(html)?.[1]
  return { status: answer.status, html, title, primary: primary?.replaceAll('&amp;', '&') }
}
