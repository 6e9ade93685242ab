import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { projectPath } from '../src/platform/paths.ts'

type Log = { info(message: string): void }
type Migration = { name: string; script: string; checksum: string }
type Applied = { name: string; checksum: string; finished: boolean }

/** The key `prisma migrate` locks with, so that the two exclude each other. */
const migrateLock = 72707369

/** Prisma's own table, so that `prisma migrate deploy` and `status` read what we wrote. */
const historyTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/** Brings the database up to date: the job queue's schema, then ours. Safe to run at any time. */
export async function migrate(
  url: string,
  log: Log,
  folder = projectPath('prisma/migrations'),
): Promise<void> {
  const migrations = await readMigrations(folder)
  await withClient(url, async (client) => {
    if ((await findPending(client, migrations)).length === 0) return
    await client.query(`select pg_advisory_lock(${migrateLock})`)
    await client.query(historyTable)
    await runMigrations({ connectionString: url })
    for (const migration of await findPending(client, migrations)) {
      await apply(client, migration)
      log.info(`Migration ${migration.name} applied`)
    }
  })
}

/** Names of the migrations this database lacks; throws when its history is not ours. */
export function pendingMigrations(
  url: string,
  folder = projectPath('prisma/migrations'),
): Promise<string[]> {
  return withClient(url, async (client) => {
    const pending = await findPending(client, await readMigrations(folder))
    return pending.map((migration) => migration.name)
  })
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const numbered = names.map((name) => ({ name, number: numberOf(name) }))
  numbered.sort((a, b) => a.number - b.number)
  return Promise.all(
    numbered.map(async ({ name }) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

function numberOf(name: string): number {
  const number = /^(\d+)_/.exec(name)?.[1]
  if (!number) throw new Error(`Migration folder "${name}" does not begin with a number and "_"`)
  return Number(number)
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const history = await readHistory(client)
  return migrations.filter((migration) => {
    const applied = history.find((row) => row.name === migration.name)
    if (applied && !applied.finished) {
      throw new Error(
        `Migration ${migration.name} failed before and was not resolved: ` +
          'see the logs column of _prisma_migrations and `prisma migrate resolve`',
      )
    }
    if (applied && applied.checksum !== migration.checksum) {
      throw new Error(`Migration ${migration.name} was changed after it was applied`)
    }
    return !applied
  })
}

async function readHistory(client: pg.Client): Promise<Applied[]> {
  const table = await client.query(`select to_regclass('_prisma_migrations') as name`)
  if (!table.rows[0].name) return []
  const history = await client.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null`,
  )
  return history.rows
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, script, checksum } = migration
  const started = await client.query('select clock_timestamp() as now')
  const values = [checksum, name, started.rows[0].now]
  try {
    await client.query('begin')
    await client.query(script)
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values (gen_random_uuid(), $1, $2, $3, clock_timestamp(), 1)`,
      values,
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    // All of it was undone, so it may be tried again; Prisma says that with rolled_back_at.
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, rolled_back_at, logs)
       values (gen_random_uuid(), $1, $2, $3, clock_timestamp(), $4)`,
      [...values, String(error)],
    )
    throw new Error(`Migration ${name} failed and was undone: ${error}`, { cause: error })
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
