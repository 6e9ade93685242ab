import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { projectPath } from '../src/platform/paths.ts'
import { describeSchema } from './describe-schema.ts'
import { migrate } from './migrate.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'lienthong-schema-'))
const postgres = await startEmbeddedPostgres({ dataFolder, log: console })
try {
  await migrate(postgres.url, console)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  writeFileSync(projectPath('prisma/schema.prisma'), await describeSchema(client))
  await client.end()
} finally {
  await postgres.stop()
  rmSync(dataFolder, { recursive: true })
}
