import { parseArgs } from 'node:util'
import { furnish } from '../../fixtures/story/furnish.ts'
import { sql } from '../../src/platform/database.ts'
import type { Deps } from '../../src/platform/deps.ts'
import { readEnv } from '../../src/platform/env.ts'
import { CommandError } from '../command-error.ts'
import { atFacility, type Print } from './at-facility.ts'

const usage = `usage: lienthong furnish [--more]

Fills a demonstration with two weeks of made-up visits, through the same doors as any other, so that
lists and figures have something to show. The clock is held back meanwhile, so the server must not run:
its worker would send everything with today's date.

  --more  although there are visits already`

/** Never in production: what is made up and what is real do not share a database. */
export async function furnishCommand(argv: string[], print: Print = console.log): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { more: { type: 'boolean', default: false } },
  })
  if (!readEnv().demo) throw new CommandError('only a demonstration is furnished, never production')
  return atFacility(undefined, async (deps, actor, url) => {
    await requireRoom(deps, values.more)
    const before = await count(deps)
    await furnish(deps, actor, url)
    const after = await count(deps)
    print(`${after.visits - before.visits} visits on ${after.days} days, ${after.open} open now`)
    print(`${after.bills - before.bills} bills paid, ${after.cases - before.cases} renewal cases`)
    return 0
  })
}

async function requireRoom(deps: Deps, more: boolean): Promise<void> {
  const [found] = await deps.database.query<{ workers: number }>(sql`
    SELECT count(*)::int AS workers FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'lienthong-worker'`)
  if (found?.workers) throw new CommandError(`a server runs on this database; stop it\n\n${usage}`)
  const { visits } = await count(deps)
  if (visits > 0 && !more) throw new CommandError(`there are ${visits} visits already\n\n${usage}`)
}

type Count = { visits: number; days: number; open: number; bills: number; cases: number }

async function count({ database }: Deps): Promise<Count> {
  const [found] = await database.query<Count>(sql`
    SELECT count(*)::int AS visits,
      count(DISTINCT (started_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::int AS days,
      count(*) FILTER (WHERE state IN ('arrived', 'in-progress'))::int AS open,
      (SELECT count(*) FROM invoice WHERE state = 'balanced')::int AS bills,
      (SELECT count(*) FROM renewal_case)::int AS cases
    FROM visit`)
  if (!found) throw new Error('a count without a row')
  return found
}
