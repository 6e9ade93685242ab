import { Hono } from 'hono'
import { sql } from '../platform/database.ts'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'

/** What the process knows of itself besides the database. */
export type Readiness = {
  migrated(): boolean
  seeded(): boolean
  worker(): 'running' | 'stopped' | 'elsewhere'
}

export function health(readiness: Readiness): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/healthz', allow.everyone('tells only that the process answers'), (c) =>
    c.json({ status: 'ok' }),
  )
  app.get('/readyz', allow.everyone('tells only what runs'), async (c) => {
    const { database } = c.get('deps')
    const reachable = await database.query(sql`SELECT 1`).then(
      () => true,
      () => false,
    )
    const state = {
      database: reachable ? 'up' : 'down',
      worker: readiness.worker(),
      migrations: readiness.migrated() ? 'applied' : 'pending',
    }
    const ready =
      reachable && readiness.migrated() && readiness.seeded() && readiness.worker() !== 'stopped'
    if (!ready) c.header('Retry-After', '1')
    return c.json(state, ready ? 200 : 503)
  })
  return app
}
