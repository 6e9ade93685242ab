import { expect, it } from 'vitest'
import { cron, jobsOf } from '../../src/app.tsx'
import type { OutsideWorld } from '../../src/outside.ts'
import { sql } from '../../src/platform/database.ts'
import { startWorker } from '../../src/platform/jobs.ts'
import { sweepRenewals } from '../../src/renewals/sweep-commands.ts'
import { conclude, withClinic } from './clinic.ts'

const clinic = withClinic({ worker: false })

async function connect(connected: { gateway: boolean; authority: boolean }) {
  const { app, outside, credential } = clinic()
  app.deps.env.connected = { ...connected, sms: false }
  const world: OutsideWorld = {
    ...(connected.gateway && { gatewayUrl: outside.gateway.url, credential }),
    ...(connected.authority && { authorityUrl: outside.authority.url }),
    stop: async () => {},
  }
  return startWorker(app.deps, app.url, jobsOf(world), cron)
}

async function stands(examId: string) {
  const [row] = await clinic().app.deps.database.query<Record<string, unknown>>(sql`
    SELECT t.state, t.last_answer AS answer, t.attempts, c.state AS case, c.dossier_code AS dossier
    FROM transmission t JOIN renewal_case c ON c.exam_id = t.exam_id WHERE t.exam_id = ${examId}`)
  return row
}

/** An hour goes by, and the sweep comes round. */
async function later(examId: string) {
  const { deps } = clinic().app
  const { database } = deps
  const ago = sql`updated_at = updated_at - interval '1 hour' WHERE exam_id = ${examId}`
  await database.query(sql`UPDATE transmission SET ${ago}`)
  await database.query(sql`UPDATE renewal_case SET ${ago}`)
  await sweepRenewals(deps)
}

async function board(path: string): Promise<string> {
  const desk = await clinic().app.as(['licence-desk'])
  const text = await (await desk.get(path, { accept: 'text/html' })).text()
  return text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

const is = (examId: string, expected: object) =>
  expect.poll(() => stands(examId), { timeout: 15_000, interval: 100 }).toMatchObject(expected)

it('what has nowhere to go yet waits in sight, is not asked for again and again, and leaves by itself once it has', async () => {
  const alone = await connect({ gateway: false, authority: false })
  const { examId } = await conclude(clinic())
  await is(examId, { state: 'retrying', answer: 'not connected', attempts: 1, case: 'ready' })
  const certificates = await board('/transmissions?show=open')
  expect(certificates).toContain('The health-insurance gateway is not connected')
  expect(certificates).toContain('(not connected yet)')
  await later(examId)
  const jobs = sql`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier LIKE 'transmit%'`
  await expect.poll(() => clinic().app.deps.database.query(jobs)).toEqual([])
  expect(await stands(examId)).toMatchObject({ attempts: 1 })
  await alone.stop()

  const half = await connect({ gateway: true, authority: false })
  await later(examId)
  await is(examId, { state: 'accepted', case: 'ready', dossier: null })
  const cases = await board('/renewals?show=open')
  expect(cases).toContain('The licence authority is not connected')
  expect(cases).not.toContain('The health-insurance gateway is not connected')
  expect(cases).toContain('Waits to be handed in')
  await half.stop()

  const whole = await connect({ gateway: true, authority: true })
  await later(examId)
  await is(examId, { dossier: expect.any(String) })
  expect(await board('/renewals')).not.toContain('Not connected to the outside')
  await whole.stop()
}, 60_000)
