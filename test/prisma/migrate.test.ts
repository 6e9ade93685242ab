import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, pendingMigrations } from '../../prisma/migrate.ts'
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let folder: string
let said: string[]
const log = { info: (message: string) => said.push(message) }

beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'lienthong-migrations-'))
  said = []
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function write(name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), script)
}

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe('migrate', () => {
  test('applies in the order of the numbers, not of the letters', async () => {
    write('10_third', 'alter table t rename column b to c')
    write('1_first', 'create table t (a int)')
    write('2_second', 'alter table t rename column a to b')
    await migrate(database.url, log, folder)
    expect(said.map((line) => line.split(' ')[1])).toEqual(['1_first', '2_second', '10_third'])
    expect(await ask('select c from t')).toEqual([])
  })

  test("writes Prisma's own history", async () => {
    write('1_first', 'create table t (a int)')
    await migrate(database.url, log, folder)
    const history = await ask(
      `select migration_name, length(checksum) as checksum, applied_steps_count, logs,
         rolled_back_at, finished_at >= started_at as finished from _prisma_migrations`,
    )
    expect(history).toEqual([
      {
        migration_name: '1_first',
        checksum: 64,
        applied_steps_count: 1,
        logs: null,
        rolled_back_at: null,
        finished: true,
      },
    ])
  })

  test('does nothing when up to date', async () => {
    write('1_first', 'create table t (a int)')
    await migrate(database.url, log, folder)
    said = []
    await migrate(database.url, log, folder)
    expect(said).toEqual([])
    expect(await pendingMigrations(database.url, folder)).toEqual([])
  })

  test('tells what is pending', async () => {
    write('1_first', 'create table t (a int)')
    await migrate(database.url, log, folder)
    write('2_second', 'create table u (a int)')
    expect(await pendingMigrations(database.url, folder)).toEqual(['2_second'])
  })

  test('refuses a migration that was changed after it was applied', async () => {
    write('1_first', 'create table t (a int)')
    await migrate(database.url, log, folder)
    write('1_first', 'create table t (a bigint)')
    await expect(migrate(database.url, log, folder)).rejects.toThrow('1_first was changed')
    await expect(pendingMigrations(database.url, folder)).rejects.toThrow('1_first was changed')
  })

  test('undoes all of a migration that fails, says why, and tries it again when mended', async () => {
    write('1_first', 'create table t (a int); create table t (a int)')
    await expect(migrate(database.url, log, folder)).rejects.toThrow('"t" already exists')
    expect(await ask(`select to_regclass('t') as name`)).toEqual([{ name: null }])
    expect(await ask('select logs from _prisma_migrations')).toEqual([
      { logs: 'error: relation "t" already exists' },
    ])
    write('1_first', 'create table t (a int)')
    await migrate(database.url, log, folder)
    expect(await ask('select a from t')).toEqual([])
  })

  test('refuses to go on after a failure that Prisma left open', async () => {
    write('1_first', 'create table t (a int)')
    await migrate(database.url, log, folder)
    await ask('update _prisma_migrations set finished_at = null')
    await expect(migrate(database.url, log, folder)).rejects.toThrow('failed before')
  })

  test('refuses a folder without a number', async () => {
    write('init', 'select 1')
    await expect(migrate(database.url, log, folder)).rejects.toThrow('"init"')
  })

  test('four processes at once apply each migration once', async () => {
    write('1_first', 'create table t (a int); select pg_sleep(0.2)')
    write('2_second', 'insert into t values (1)')
    await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, log, folder)))
    expect(await ask('select a from t')).toEqual([{ a: 1 }])
    expect(said).toHaveLength(2)
  })

  test('makes the job queue, so that a command can add jobs before any worker ran', async () => {
    write('1_first', `select graphile_worker.add_job('hello')`)
    await migrate(database.url, log, folder)
    expect(await ask('select count(*)::int as n from graphile_worker.jobs')).toEqual([{ n: 1 }])
  })
})

test('a test database is up to date', async () => {
  const migrated = await createTestDatabase()
  expect(await pendingMigrations(migrated.url)).toEqual([])
  await migrated.drop()
})
