import { fitFindings } from '../../fixtures/cast/findings.ts'
import { roles } from '../../src/core/actor.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import { sql } from '../../src/platform/database.ts'
import { declaredRoutes } from '../../src/web/allow.ts'
import { transfer } from '../billing/counter.ts'
import { jsonOf, somebody } from '../contract/wire.ts'
import { slipOf } from '../portal/visitor.ts'
import type { Caller, TestApp } from '../support/app.ts'

/** One finished visit with one of everything that has an id, and the address of each. */
export type House = {
  caller: Caller
  patientId: string
  visitId: string
  examId: string
  openExamId: string
  invoiceId: string
  bankTransactionId: string
  caseId: string
  transmissionId: string
  stationId: string
  priceId: string
  staffId: string
  tokenId: string
  verifyCode: string
  link: string
  frontDesk: FrontDesk
}

/** What the front desk has ids for: a group with its list, a slot, a booking, a message. */
type FrontDesk = Record<
  'groupId' | 'listId' | 'slotId' | 'appointmentId' | 'messageId' | 'deviceId',
  string
>

export const everyRole = (app: TestApp, facility?: string): Promise<Caller> =>
  app.as([...roles], { signsAs: true, ...(facility && { facility }) })

/** `words` go wherever a person may type: the attack of the test, or its canary. */
export async function furnish(app: TestApp, words = 'không', person: object = {}): Promise<House> {
  const caller = await everyRole(app)
  await app.as(['auditor'])
  const made = async (answer: Response) => {
    if (answer.status > 201) throw new Error(`${answer.status} ${await answer.text()}`)
    return jsonOf(answer)
  }
  const { id: patientId } = await made(
    await caller.post('/api/v1/patients', somebody({ confirmNew: true, ...person })),
  )
  await portray(app, caller, patientId)
  const ask = {
    patientId,
    licenceClass: 'B',
    purpose: 'renewal',
    heldLicence,
    delivery: post(words),
  }
  const consents = { exam: true, renewal: true }
  const exam = await made(await caller.post('/api/v1/exams', { ...ask, consents }))
  const open = await made(await caller.post('/api/v1/exams', { ...ask, consents }))
  await made(await caller.put(`/api/v1/exams/${exam.id}/sections`, saying(app, words)))
  await made(await caller.put(`/api/v1/exams/${open.id}/sections`, saying(app, words)))
  const items = [{ code: 'KSKLX', quantity: 1 }]
  const bill = await made(await caller.post('/api/v1/invoices', { examId: exam.id, items }))
  await transfer(app, { amount: 1_000, memo: words })
  await transfer(app, { amount: bill.total, memo: bill.billCode })
  const conclusion = { outcome: 'fit-subject-to-review', reason: words, reexamineOn: '2099-01-01' }
  await made(await caller.post(`/api/v1/exams/${exam.id}/conclusion`, conclusion))
  const link = await slipOf(app, {
    caller,
    visitId: exam.visitId,
    patientId,
    examId: exam.id,
    name: '',
  })
  const found = await idsOf(app, exam.id, app.deps.env.FACILITY_CODE)
  const ids = { patientId, visitId: exam.visitId, examId: exam.id, openExamId: open.id }
  const frontDesk = await furnishFrontDesk(app, patientId, words)
  return { caller, ...ids, invoiceId: bill.id, link, ...found, frontDesk }
}

async function furnishFrontDesk(
  app: TestApp,
  patientId: string,
  words: string,
): Promise<FrontDesk> {
  const { database, clock } = app.deps
  const names = ['groupId', 'listId', 'slotId', 'appointmentId', 'messageId', 'deviceId'] as const
  const ids = Object.fromEntries(names.map((name) => [name, clock.id()])) as FrontDesk
  const home = sql`(SELECT id FROM facility WHERE code = ${app.deps.env.FACILITY_CODE})`
  const later = new Date(clock.now().getTime() + 3_600_000)
  const rows = { rows: [{ line: 1, cells: ['Họ tên', 'Ngày sinh'] }], otherSheets: [] }
  await database.query(sql`
    INSERT INTO visitor_group (id, facility_id, name, licence_class, purpose, created_at,
      created_by_name)
    VALUES (${ids.groupId}, ${home}, ${words}, 'C', 'renewal', ${clock.now()}, 'test')`)
  await database.query(sql`
    INSERT INTO group_list (id, facility_id, group_id, sha256, content, uploaded_at,
      uploaded_by_name)
    VALUES (${ids.listId}, ${home}, ${ids.groupId}, ${'0'.repeat(64)},
      ${JSON.stringify(rows)}::jsonb, ${clock.now()}, 'test')`)
  await database.query(sql`
    INSERT INTO slot (id, facility_id, starts_at, minutes, capacity, public_capacity)
    VALUES (${ids.slotId}, ${home}, ${later}, 30, 5, 5)`)
  await database.query(sql`
    INSERT INTO device (id, facility_id, name, kind, code_hash, code_expires_at, created_at)
    VALUES (${ids.deviceId}, ${home}, ${words.slice(0, 40)}, 'board', sha256(convert_to(${ids.deviceId}, 'UTF8')), ${later},
      ${clock.now()})`)
  await database.query(sql`
    INSERT INTO appointment (id, facility_id, slot_id, state, source, patient_id, name, folded_name,
      birth_date, licence_class, purpose, booked_at, booked_by)
    VALUES (${ids.appointmentId}, ${home}, ${ids.slotId}, 'booked', 'desk', ${patientId}, ${words},
      'x', '1985-04-03', 'B', 'renewal', ${clock.now()}, 'test')`)
  await database.query(sql`
    INSERT INTO message (id, facility_id, template, subject_id, phone, body, state, queued_at,
      useful_until)
    VALUES (${ids.messageId}, ${home}, 'appointment-reminder', ${ids.appointmentId}, '0905000001',
      ${words}, 'refused', ${clock.now()}, ${later})`)
  return ids
}

const heldLicence = {
  number: '480165012345',
  class: 'B2',
  scheme: 'pre-2025',
  expiresOn: '2099-12-31',
}

const post = (address: string) => ({ method: 'post', address })

/** Everything is fit, and wherever a doctor or a patient may write a word it says these. */
function saying(app: TestApp, words: string): object {
  const findings = fitFindings(calendarDateOf(app.clock.now()))
  const { declaration, ...sections } = findings
  const noted = Object.entries(sections).map(([name, found]) => [name, { ...found, note: words }])
  const { family, personal } = declaration ?? {}
  return {
    ...Object.fromEntries(noted),
    declaration: {
      ...declaration,
      currentIllness: words,
      medicines: words,
      family: { ...family, cardiovascular: { answer: true, detail: words } },
      personal: { ...personal, eyeDisease: { answer: true, detail: words } },
    },
  }
}

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

async function portray(app: TestApp, { token }: Caller, patientId: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/png' }
  const body = Buffer.from(dot, 'base64')
  const path = `/api/v1/patients/${patientId}/portrait`
  const answer = await app.request(path, { method: 'PUT', headers, body })
  if (answer.status !== 200) throw new Error(await answer.text())
}

async function idsOf(app: TestApp, examId: string, facility: string) {
  const [row] = await app.deps.database.query<
    Record<
      | 'bankTransactionId'
      | 'caseId'
      | 'transmissionId'
      | 'stationId'
      | 'priceId'
      | 'staffId'
      | 'tokenId'
      | 'verifyCode',
      string
    >
  >(sql`
    SELECT (SELECT id FROM bank_transaction WHERE match = 'unmatched' LIMIT 1) AS "bankTransactionId",
           (SELECT id FROM renewal_case WHERE exam_id = ${examId}) AS "caseId",
           (SELECT id FROM transmission WHERE exam_id = ${examId}) AS "transmissionId",
           (SELECT id FROM station s WHERE s.facility_id = f.id ORDER BY position LIMIT 1) AS "stationId",
           (SELECT id FROM price p WHERE p.facility_id = f.id LIMIT 1) AS "priceId",
           (SELECT id FROM staff s WHERE s.facility_id = f.id
              AND NOT 'concluder' = ANY (roles) LIMIT 1) AS "staffId",
           (SELECT id FROM api_token t WHERE t.facility_id = f.id AND roles = '{auditor}' LIMIT 1) AS "tokenId",
           (SELECT verify_code FROM certificate WHERE exam_id = ${examId}) AS "verifyCode"
    FROM facility f WHERE f.code = ${facility}`)
  if (!row) throw new Error(`no facility ${facility}`)
  return row
}

export type Route = { method: string; path: string; permission: string | undefined }

export const routesOf = (app: TestApp): Route[] => declaredRoutes(app.app)

/** The address at which this route shows something of that house. */
export function addressOf({ path }: Route, house: House): string {
  const [, first = ''] = /^(?:\/api\/v1)?\/([\w-]+)/.exec(path) ?? []
  const id = idUnder(path, first, house)
  return path
    .replace(/:section/, 'ent')
    .replace(/:list/, house.frontDesk.listId)
    .replace(/:key/, 'appointment-booked')
    .replace(/:code/, house.verifyCode)
    .replace(/:secret/, house.link.split('/').at(-1) ?? '')
    .replace(/:provider/, 'sepay')
    .replace(/:build/, '0')
    .replace(/:name\{\.\+\}/, 'base.css')
    .replace(/:id|:patientId/, id)
}

function idUnder(path: string, first: string, house: House): string {
  const writes = /sections|conclusion|withdrawal|paper-form|exams\/:id\/patient/.test(path)
  const ids: Record<string, string> = {
    patients: house.patientId,
    records: house.patientId,
    visits: house.visitId,
    exams: writes ? house.openExamId : house.examId,
    invoices: house.invoiceId,
    bills: house.invoiceId,
    'bank-transactions': house.bankTransactionId,
    'renewal-cases': house.caseId,
    renewals: house.caseId,
    transmissions: house.transmissionId,
    stations: house.stationId,
    prices: house.priceId,
    // None was asked for: its doors answer as for another's.
    payee: house.priceId,
    staff: house.staffId,
    tokens: house.tokenId,
    groups: house.frontDesk.groupId,
    appointments: path.includes('/slots/') ? house.frontDesk.slotId : house.frontDesk.appointmentId,
    messages: house.frontDesk.messageId,
    devices: house.frontDesk.deviceId,
    // A payee change or a price: none is there.
    settings: house.frontDesk.deviceId,
  }
  const id = ids[first === 'settings' ? (path.split('/')[2] ?? '') : first]
  if (id === undefined && /:id|:patientId/.test(path)) throw new Error(`whose id is in ${path}?`)
  return id ?? ''
}
