import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { sql } from '../../src/platform/database.ts'
import { renewalWorker, sweepRenewals } from '../../src/renewals/sweep-commands.ts'
import { confirmTransmission } from '../../src/renewals/transmission-commands.ts'
import { conclude, withClinic } from './clinic.ts'

const clinic = withClinic({ worker: false })

const startProcess = async (): Promise<ChildProcess> => {
  const { app, outside, baseUrl } = clinic()
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const file = fileURLToPath(new URL('./worker-process.ts', import.meta.url))
  const urls = [baseUrl, outside.gateway.url, outside.authority.url]
  const child = fork(file, [app.url, app.deps.env.dataFolder, ...urls], {
    execArgv: ['--import', loader],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', reject)
  })
  return child
}

const kill = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

const one = async (statement: ReturnType<typeof sql>): Promise<Record<string, unknown>> => {
  const [row] = await clinic().app.deps.database.query<Record<string, unknown>>(statement)
  return row ?? {}
}

const transmissionOf = (examId: string) =>
  one(sql`SELECT id, state, attempts FROM transmission WHERE exam_id = ${examId}`)
const caseOf = (examId: string) =>
  one(sql`SELECT id, state, dossier_code, attempts FROM renewal_case WHERE exam_id = ${examId}`)

const dossiers = async (caseId: unknown) => {
  const { ask, outside } = clinic()
  return (await ask(`${outside.authority.url}/_state?caseId=${caseId}`)).dossiers
}

/** As if the worker had been gone for a while. */
const later = async (examId: string) => {
  const { database } = clinic().app.deps
  await database.query(
    sql`UPDATE transmission SET updated_at = updated_at - interval '1 hour' WHERE exam_id = ${examId}`,
  )
  await database.query(
    sql`UPDATE renewal_case SET updated_at = updated_at - interval '1 hour' WHERE exam_id = ${examId}`,
  )
}

it('a worker killed between sending a certificate and marking it leads to unknown, never to a second ADD', async () => {
  const { control, ask, outside, app } = clinic()
  const worker = await startProcess()
  await control('gateway', { holdMs: 60_000 })
  const { examId, number } = await conclude(clinic())
  const state = () => ask(`${outside.gateway.url}/_state?so=${number}`)
  await expect.poll(state, { timeout: 15_000 }).toMatchObject({ certificates: [{ SO: number }] })
  expect(await transmissionOf(examId)).toMatchObject({ state: 'sending' })
  await kill(worker)
  await control('gateway', { holdMs: 0 })

  const next = await startProcess()
  await expect
    .poll(
      async () => {
        await later(examId)
        await sweepRenewals(app.deps)
        return transmissionOf(examId)
      },
      { timeout: 15_000 },
    )
    .toMatchObject({ state: 'unknown', attempts: 1 })
  expect((await state()).certificates).toHaveLength(1)
  const desk: Actor = {
    ...renewalWorker(clinic().actor.facilityId),
    kind: 'system',
    id: 'desk',
    name: 'Phòng GPLX',
  }
  const { id } = await transmissionOf(examId)
  await confirmTransmission(app.deps, desk, { id: String(id), reason: 'Đã tra trên cổng' })
  await expect
    .poll(() => caseOf(examId), { timeout: 15_000 })
    .toMatchObject({ dossier_code: expect.any(String) })
  const held = await caseOf(examId)
  expect(await dossiers(held.id)).toMatchObject([{ dossierCode: held.dossier_code }])
  await kill(next)
}, 60_000)

it('a worker killed between handing a case in and marking it leads to one case, handed in again by itself', async () => {
  const { control, app } = clinic()
  const worker = await startProcess()
  await control('authority', { holdMs: 60_000 })
  const { examId } = await conclude(clinic())
  await expect
    .poll(async () => dossiers((await caseOf(examId)).id), { timeout: 15_000 })
    .toHaveLength(1)
  expect(await caseOf(examId)).toMatchObject({ state: 'requested', dossier_code: null })
  await kill(worker)
  await control('authority', { holdMs: 0 })

  const next = await startProcess()
  await later(examId)
  await sweepRenewals(app.deps)
  await expect
    .poll(() => caseOf(examId), { timeout: 15_000 })
    .toMatchObject({ dossier_code: expect.any(String) })
  const held = await caseOf(examId)
  expect(await dossiers(held.id)).toMatchObject([{ dossierCode: held.dossier_code }])
  await kill(next)
}, 60_000)
