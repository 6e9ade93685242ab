import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll } from 'vitest'
import { type Outside, startOutside } from '../../fixtures/outside/launch.ts'
import { cron, jobsOf } from '../../src/app.tsx'
import type { Actor } from '../../src/core/actor.ts'
import { calendarDateOf } from '../../src/core/calendar-date.ts'
import type { ExamOutcome } from '../../src/core/event.ts'
import { sql, transact } from '../../src/platform/database.ts'
import { startWorker, type Worker } from '../../src/platform/jobs.ts'
import { publish } from '../../src/platform/publish.ts'
import { type FacilityCredential, facilityCredential } from '../../src/platform/signing.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { type TestClock, testClock } from '../support/clock.ts'

/** The application listening on a real port, its worker, and the stand-ins behind it. */
export type Clinic = {
  app: TestApp
  outside: Outside
  credential: FacilityCredential
  baseUrl: string
  actor: Actor
  worker(): Promise<Worker>
  control(which: 'gateway' | 'authority', faults: object): Promise<void>
  ask(url: string): Promise<Record<string, unknown>>
}

export function withClinic(options: { worker: boolean } = { worker: true }): () => Clinic {
  let clinic: Clinic | undefined
  const stops: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    clinic = await openClinic(stops)
    if (options.worker) await clinic.worker()
  })
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop()
  })
  return () => {
    if (!clinic) throw new Error('the clinic opens in beforeAll')
    return clinic
  }
}

/** Whatever it starts, it leaves a way to stop in `stops`, last first. */
export async function openClinic(
  stops: (() => Promise<unknown>)[],
  clock: TestClock = testClock(),
): Promise<Clinic> {
  let app: TestApp | undefined
  const fetchLate = (request: Request) =>
    app?.request(request.url, request) ?? new Response('', { status: 503 })
  const { server, port } = await listen(fetchLate)
  stops.push(() => close(server))
  const baseUrl = `http://127.0.0.1:${port}`
  const opened = await openTestApp(
    { publicUrl: baseUrl, OUTSIDE_TIMEOUT_MS: 3_000 },
    undefined,
    clock,
  )
  app = opened
  stops.push(() => opened.close())
  const { env } = opened.deps
  const credential = await facilityCredential({
    dataFolder: env.dataFolder,
    organisation: env.FACILITY_NAME,
    at: new Date(),
  })
  const outside = await startOutside({
    dataFolder: env.dataFolder,
    facilityCertificatePem: credential.certificatePem,
    callbackBaseUrl: baseUrl,
    centre: { bin: env.BANK_BIN, account: env.BANK_ACCOUNT },
    secrets: {
      gatewayUsername: env.GATEWAY_USERNAME,
      gatewayPassword: env.GATEWAY_PASSWORD,
      authorityToken: env.AUTHORITY_TOKEN,
      authorityWebhookSecret: env.AUTHORITY_WEBHOOK_SECRET,
    },
  })
  stops.push(() => outside.stop())
  const worker = async () => {
    const started = await startWorker(
      opened.deps,
      opened.url,
      jobsOf({
        gatewayUrl: outside.gateway.url,
        authorityUrl: outside.authority.url,
        credential,
        stop: async () => {},
      }),
      cron,
    )
    stops.push(() => started.stop())
    return started
  }
  return {
    app: opened,
    outside,
    credential,
    baseUrl,
    actor: await concluder(opened),
    worker,
    async control(which, faults) {
      const body = JSON.stringify(faults)
      await fetch(`${outside[which].url}/_control`, { method: 'POST', body })
    },
    ask: async (url) => (await (await fetch(url)).json()) as Record<string, unknown>,
  }
}

async function concluder(app: TestApp): Promise<Actor> {
  const [row] = await app.deps.database.query<{
    id: string
    facility_id: string
    name: string
    doctor_registration: string
  }>(sql`SELECT s.id, s.facility_id, s.name, s.doctor_registration
         FROM staff s JOIN facility f ON f.id = s.facility_id
         WHERE 'concluder' = ANY (s.roles) AND f.code = ${app.deps.env.FACILITY_CODE} LIMIT 1`)
  if (!row) throw new Error('no concluder')
  const { id, name, facility_id: facilityId, doctor_registration: registration } = row
  const doctor = { staffId: id, name, registration }
  return { kind: 'staff', id, name, facilityId, roles: ['concluder'], specialties: 'all', doctor }
}

export type Visit = {
  outcome?: ExamOutcome
  purpose?: string
  licenceClass?: string
  consent?: boolean
  ward?: string | null
  expiresOn?: string | null
  heldLicence?: object | null
}

let serial = 100_000

/** One exam concluded as the exams feature does it, in one commit; the rows written by hand. */
export async function conclude(
  { app, actor }: Clinic,
  visit: Visit = {},
): Promise<{ examId: string; patientId: string; number: string }> {
  const { clock } = app.deps
  serial += 1
  const [patientId, visitId, examId] = [clock.id(), clock.id(), clock.id()]
  const { outcome = 'fit', ward = '20285' } = visit
  const held = visit.heldLicence === undefined ? heldLicence(visit) : visit.heldLicence
  const number = `${String(serial).slice(-5)}/GKSKLX/${app.deps.env.FACILITY_CODE}/26`
  await transact(app.deps, actor, async (tx) => {
    const { facilityId, now } = tx
    await tx.query(sql`
      INSERT INTO patient (id, facility_id, name, birth_date, sex, identity_number,
        identity_issued_on, identity_issued_place, address_text, ward_code, province_code, phone,
        folded_name, search_text, created_at, updated_at)
      VALUES (${patientId}, ${facilityId}, 'NGUYỄN THỊ AN', '1985-03-02', 'female',
        ${`048185${serial}`}, '2021-05-01', 'Cục CS QLHC về TTXH', '12 Lê Văn Hiến, Đà Nẵng', ${ward},
        '48', '0905123456', 'nguyen thi an', 'nguyen thi an', ${now}, ${now})`)
    await tx.query(sql`
      INSERT INTO visit (id, facility_id, patient_id, state, started_at)
      VALUES (${visitId}, ${facilityId}, ${patientId}, 'in-progress', ${now})`)
    await tx.query(sql`
      INSERT INTO exam (id, facility_id, patient_id, visit_id, licence_class, standards_group,
        standard_id, purpose, held_licence, delivery, state, created_at, updated_at)
      VALUES (${examId}, ${facilityId}, ${patientId}, ${visitId}, ${visit.licenceClass ?? 'B'}, 2,
        'tt-36-2024', ${visit.purpose ?? 'renewal'}, ${held && JSON.stringify(held)}::jsonb,
        '{"method":"collect"}', 'finished', ${now}, ${now})`)
    await tx.query(sql`
      INSERT INTO consent (id, facility_id, patient_id, exam_id, scope, wording, given, recorded_at)
      VALUES (${clock.id()}, ${facilityId}, ${patientId}, ${examId}, 'renewal', 'renewal-2026-1',
        ${visit.consent ?? true}, ${now})`)
    await tx.query(sql`
      INSERT INTO exam_section (exam_id, facility_id, section, state, findings, recorded_by, by_name,
        recorded_at)
      VALUES (${examId}, ${facilityId}, 'substances', 'signed', ${JSON.stringify(substances)}::jsonb,
        'lab', 'Xét nghiệm', ${now})`)
    await tx.query(sql`
      INSERT INTO conclusion (exam_id, facility_id, outcome, state, reason, reexamine_on, assessment,
        content_hash, concluded_at, concluded_on, doctor_id, doctor_name, registration, person)
      VALUES (${examId}, ${facilityId}, ${outcome}, 'final', ${outcome === 'fit' ? null : canary},
        ${outcome === 'fit-subject-to-review' ? '2027-03-01' : null}::date, '{}', ${'0'.repeat(64)},
        ${now}, ${calendarDateOf(now)}, ${actor.id}, ${actor.kind === 'staff' ? actor.name : ''}, 'R1',
        (SELECT to_jsonb(p) FROM patient p WHERE id = ${patientId}))`)
    await tx.query(sql`
      INSERT INTO certificate (exam_id, facility_id, number, verify_code, issued_on, valid_until)
      VALUES (${examId}, ${facilityId}, ${number}, ${clock.secret(15)}, ${calendarDateOf(now)},
        '2027-11-24')`)
    await publish(tx, {
      type: 'exam.concluded',
      examId,
      patientId,
      outcome,
      certificateNumber: number,
      concludedOn: calendarDateOf(now),
    })
  })
  return { examId, patientId, number }
}

/** A diagnosis in words: it must never reach the licence authority. */
export const canary = 'Tăng huyết áp CANARY-DIAGNOSIS'

const substances = {
  ...{ amphetamin: 'negative', marijuana: 'negative', morphin: 'negative', codein: 'negative' },
  ...{ heroin: 'negative', alcohol: null, note: canary },
}

function heldLicence({ expiresOn }: Visit) {
  const held = { number: '480112345678', class: 'B2', scheme: 'pre-2025' }
  return expiresOn === null ? held : { ...held, expiresOn: expiresOn ?? '2027-01-15' }
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server: server as Server, port }),
    )
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
