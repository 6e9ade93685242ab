import { migrate } from '../../prisma/migrate.ts'
import { seed } from '../../prisma/seed.ts'
import { readEnv } from '../../src/platform/env.ts'
import { openLog } from '../../src/platform/log.ts'
import { openDeps } from '../../src/server.ts'
import { atDatabase } from './at-database.ts'

export function seedCommand(): Promise<number> {
  const env = readEnv()
  return atDatabase(env, async (url) => {
    await migrate(url, { info: (message) => console.log(message) })
    const deps = openDeps(env, url, openLog('warn', process.stderr))
    try {
      const { passwords } = await seed(deps)
      for (const { username, password } of passwords) console.log(`${username} ${password}`)
      return 0
    } finally {
      await deps.live.close()
      await deps.database.close()
    }
  })
}
