import { migrate, pendingMigrations } from '../../prisma/migrate.ts'
import { readEnv } from '../../src/platform/env.ts'
import { atDatabase } from './at-database.ts'

export function migrateCommand(): Promise<number> {
  return atDatabase(readEnv(), async (url) => {
    const pending = await pendingMigrations(url)
    await migrate(url, { info: (message) => console.log(message) })
    console.log(pending.length === 0 ? 'The database is up to date.' : 'Done.')
    return 0
  })
}
