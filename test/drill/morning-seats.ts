import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import type { House } from './morning-house.ts'
import type { Person, Plan } from './morning-people.ts'

/** What is known of the morning outside the program. */
export type Morning = {
  house: House
  people: Map<string, Person>
  faults: string[]
  over: boolean
  /** Of a wait in the simulated morning, how long it lasts here. */
  scale: number
  /** So long a board may show something else than the database holds. */
  boardWithinMs: number
}

export type Seat = { id: string; name: string; tasks: string[]; token: string }

/** Nobody of them has come before: registered, given an exam, and said to be pregnant where so. */
export async function receive(morning: Morning, token: string, plan: Plan): Promise<void> {
  const patient = await write(morning, token, 'POST', '/api/v1/patients', {
    name: plan.name,
    birthDate: plan.birthDate,
    sex: 'female',
    identityCard: { number: cardNumber(plan) },
    confirmNew: true,
  })
  const exam = await write(morning, token, 'POST', '/api/v1/exams', {
    patientId: patient.id,
    licenceClass: 'B',
    purpose: 'new',
    consents: { exam: true },
  })
  const person = { ...plan, visitId: exam.visitId, examId: exam.id, recorded: 0 }
  const present = !plan.late && plan.leavesAfter > 0
  morning.people.set(exam.visitId, { ...person, present })
  if (plan.pregnant)
    await press(morning, token, `/visits/${exam.visitId}/priority`, { priority: 'pregnant' })
}

function cardNumber({ serial, birthDate }: Plan): string {
  const century = birthDate < '2000' ? 1 : 3
  return `048${century}${birthDate.slice(2, 4)}${String(serial).padStart(6, '0')}`
}

/** One person at one station, over HTTP: calls, lets in or lets pass, does the work. */
export async function sit(morning: Morning, seat: Seat): Promise<void> {
  const path = `/stations/${seat.id}`
  while (!morning.over) {
    await press(morning, seat.token, `${path}/call`)
    const visitId = await calledAt(morning, seat)
    if (!visitId) {
      await delay(250)
      continue
    }
    await delay(60_000 * morning.scale)
    if (!isHere(morning, visitId)) {
      await press(morning, seat.token, `${path}/skip`, { visitId })
      continue
    }
    await press(morning, seat.token, `${path}/serve`, { visitId })
    await work(morning, seat, visitId)
  }
}

async function calledAt({ house }: Morning, seat: Seat): Promise<string | undefined> {
  const answer = await house.send({
    token: seat.token,
    method: 'GET',
    path: `/stations/${seat.id}`,
  })
  const html = await answer.text()
  return /name="visitId" value="([^"]+)"/.exec(html)?.[1]
}

export function isHere({ people }: Morning, visitId: string): boolean {
  return people.get(visitId)?.present ?? false
}

async function work(morning: Morning, seat: Seat, visitId: string): Promise<void> {
  const person = morning.people.get(visitId)
  if (!person) return void morning.faults.push(`${seat.name}: nobody knows ${visitId}`)
  const { examId } = person
  if (seat.tasks.includes('payment')) return takeFee(morning, seat.token, examId)
  if (seat.tasks.includes('conclusion')) {
    await write(morning, seat.token, 'POST', `/api/v1/exams/${examId}/conclusion`, {
      outcome: 'fit',
    })
    return
  }
  const all = fitFindings(calendarDateOf(new Date())) as Record<string, object>
  const found = Object.fromEntries(seat.tasks.map((task) => [task, all[task]]))
  await write(morning, seat.token, 'PUT', `/api/v1/exams/${examId}/sections`, found)
  countRecorded(morning, visitId, seat.tasks.length)
}

/** Whoever leaves early is called in vain from here on. */
export function countRecorded({ people }: Morning, visitId: string, sections: number): void {
  const person = people.get(visitId)
  if (!person) return
  person.recorded += sections
  if (person.recorded >= person.leavesAfter) person.present = false
}

async function takeFee(morning: Morning, token: string, examId: string): Promise<void> {
  const items = [{ code: 'KSKLX', quantity: 1 }]
  const bill = await write(morning, token, 'POST', '/api/v1/invoices', { examId, items })
  const paid = { method: 'cash', tendered: bill.total }
  await write(morning, token, 'POST', `/api/v1/invoices/${bill.id}/payments`, paid)
}

/** Whoever was late comes to the desk once they are counted as gone, and is in the queue again. */
export async function bringBackTheLate(morning: Morning, token: string): Promise<void> {
  const gone = await morning.house.ask<{ visitId: string }>(
    `SELECT visit_id AS "visitId" FROM ticket WHERE state = 'no-show'`,
  )
  for (const { visitId } of gone) {
    const person = morning.people.get(visitId)
    if (!person?.late) continue
    await press(morning, token, `/visits/${visitId}/bring-back`)
    Object.assign(person, { late: false, present: true })
  }
}

/** A form of a page, pressed; where it leads. */
export async function press(
  { house, faults }: Morning,
  token: string,
  path: string,
  fields: Record<string, string> = {},
): Promise<string> {
  const body = new URLSearchParams({ ...fields, _once: randomUUID() })
  const answer = await house.send({ token, method: 'POST', path, body })
  if (answer.status !== 303) faults.push(`POST ${path}: ${answer.status}`)
  return answer.headers.get('location') ?? ''
}

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is looked at in the end
type Wire = any

async function write(
  { house, faults }: Morning,
  token: string,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
): Promise<Wire> {
  const answer = await house.send({ token, method, path, body, key: randomUUID() })
  const text = await answer.text()
  if (answer.status > 201) {
    faults.push(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`)
    throw new Error(text)
  }
  return JSON.parse(text)
}
