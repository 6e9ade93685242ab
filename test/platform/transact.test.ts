import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/core/actor.ts'
import { sql, transact } from '../../src/platform/database.ts'
import type { Deps } from '../../src/platform/deps.ts'
import { addJob } from '../../src/platform/jobs.ts'
import { publish } from '../../src/platform/publish.ts'
import { withApp } from '../support/app.ts'

describe('a transaction', () => {
  const app = withApp()
  const actor = async (): Promise<Actor> => {
    const [row] = await app().deps.database.query<{ id: string }>(
      sql`SELECT id FROM facility LIMIT 1`,
    )
    return { kind: 'system', id: 'test', name: 'test', facilityId: row?.id ?? '' }
  }
  const traces = async (subject: string) => {
    const [row] = await app().deps.database.query<{ audit: number; jobs: number }>(sql`
      SELECT (SELECT count(*) FROM audit_entry WHERE subject_id = ${subject}) AS audit,
             (SELECT count(*) FROM graphile_worker._private_jobs WHERE payload ->> 'of' = ${subject}) AS jobs`)
    return row
  }
  const work = (deps: Deps, by: Actor, id: string, end: () => void) =>
    transact(deps, by, async (tx) => {
      await addJob(tx, 'nothing', { of: id })
      await publish(tx, { type: 'visit.opened', visitId: id, patientId: id })
      end()
    })

  it('commits the rows, the audit and the jobs together', async () => {
    const id = app().deps.clock.id()
    await work(app().deps, await actor(), id, () => {})
    expect(await traces(id)).toEqual({ audit: 1, jobs: 1 })
  })

  it('leaves nothing of a command that throws', async () => {
    const id = app().deps.clock.id()
    const failing = work(app().deps, await actor(), id, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await traces(id)).toEqual({ audit: 0, jobs: 0 })
  })

  it('is undone by a handler that throws', async () => {
    const id = app().deps.clock.id()
    const handlers = {
      'visit.opened': [
        () => {
          throw new Error('a handler’s no')
        },
      ],
    }
    const failing = work({ ...app().deps, handlers }, await actor(), id, () => {})
    await expect(failing).rejects.toThrow('a handler’s no')
    expect(await traces(id)).toEqual({ audit: 0, jobs: 0 })
  })

  it('announces its topics only after the commit', async () => {
    const id = app().deps.clock.id()
    const { live } = app().deps
    const heard: number[] = []
    await expect.poll(() => live.latest()).toBeDefined()
    const leave = live.subscribe([`visit:${id}`], live.latest(), {
      changed: (at) => heard.push(at),
      ended: () => undefined,
    })
    const failing = work(app().deps, await actor(), id, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(heard).toEqual([])
    await work(app().deps, await actor(), id, () => {})
    await expect.poll(() => heard).toEqual([expect.any(Number)])
    leave()
  })

  it('cannot touch the audit that is written', async () => {
    const { database } = app().deps
    await expect(database.query(sql`UPDATE audit_entry SET action = 'x'`)).rejects.toThrow(
      'append-only',
    )
    await expect(database.query(sql`DELETE FROM audit_entry`)).rejects.toThrow('append-only')
  })
})
