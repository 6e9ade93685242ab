import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../prisma/migrate.ts'
import {
  connectOrStartEmbedded,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> }

const template = 'lienthong_template'
/** Nothing here outlives the run, so nothing needs to reach the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A database that a superuser's vacuum is in cannot be dropped by us.
  autovacuum: 'off',
}
const quiet = { info: () => {} }

/** vitest's global set-up: one PostgreSQL for the whole run, one migrated template in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepDeadRuns()
  const dataFolder = mkdtempSync(join(tmpdir(), `lienthong-test-${process.pid}-`))
  const postgres = await startEmbeddedPostgres({ dataFolder, log: quiet, settings })
  await administer(postgres.url, `create database ${template}`)
  await migrate(databaseUrl(postgres.url, template), quiet)
  project.provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    remove(dataFolder, postgres.clusterFolder)
  }
}

/** An empty, migrated database of its own; `drop` it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name} template ${template} strategy file_copy`)
  return {
    url: databaseUrl(server, name),
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}

/** A database without any table, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(server, `create database ${name}`)
  return {
    url: databaseUrl(server, name),
    drop: () => administer(server, `drop database if exists ${name} with (force)`),
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A run that was killed leaves a PostgreSQL and a folder behind; the next run clears them away. */
async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^lienthong-test-(\d+)-/.exec(name)?.[1]
    if (!pid || isRunning(Number(pid))) continue
    const dataFolder = join(tmpdir(), name)
    try {
      const left = await connectOrStartEmbedded({ dataFolder, log: quiet, settings })
      await left.stop()
      remove(dataFolder, left.clusterFolder)
    } catch {
      // Another user's, or being cleared by another run.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function remove(dataFolder: string, clusterFolder: string): void {
  rmSync(clusterFolder, { recursive: true, force: true })
  if (!clusterFolder.startsWith(dataFolder)) rmSync(dirname(clusterFolder), { recursive: true })
  rmSync(dataFolder, { recursive: true, force: true })
}
