import { migrate } from '../../prisma/migrate.ts'
import { seed } from '../../prisma/seed.ts'
import type { Actor } from '../../src/core/actor.ts'
import { findFacilityId } from '../../src/identity/repository.ts'
import type { Deps } from '../../src/platform/deps.ts'
import { readEnv } from '../../src/platform/env.ts'
import { openLog } from '../../src/platform/log.ts'
import { openDeps } from '../../src/server.ts'
import { CommandError } from '../command-error.ts'
import { atDatabase } from './at-database.ts'

export type Print = (line: string) => void

/** Runs a command's work on the database, in the name of the terminal at one facility. */
export async function atFacility<T>(
  code: string | undefined,
  work: (deps: Deps, actor: Actor, url: string) => Promise<T>,
): Promise<T> {
  const env = readEnv()
  return atDatabase(env, async (url) => {
    const deps = openDeps(env, url, openLog('warn', process.stderr))
    try {
      await prepareEmpty(deps, url)
      const wanted = code ?? env.FACILITY_CODE
      const facilityId = await findFacilityId(deps.database, wanted)
      if (!facilityId) throw new CommandError(`there is no facility with the code ${wanted}`)
      const actor: Actor = {
        kind: 'system',
        id: 'command-line',
        name: 'command line',
        facilityId,
      }
      return await work(deps, actor, url)
    } finally {
      await deps.live.close()
      await deps.database.close()
    }
  })
}

/** Before the first start there is nothing to command: then the first start's work comes first. */
async function prepareEmpty(deps: Deps, url: string): Promise<void> {
  if (await hasFacility(deps)) return
  await migrate(url, { info: () => {} })
  const { passwords } = await seed(deps)
  for (const { username, password } of passwords) console.log(`${username} ${password}`)
}

async function hasFacility(deps: Deps): Promise<boolean> {
  try {
    return (await findFacilityId(deps.database, deps.env.FACILITY_CODE)) !== undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42P01') return false
    throw error
  }
}
