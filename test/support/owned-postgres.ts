import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { projectPath } from '../../src/platform/paths.ts'

export type OwnedPostgres = {
  url: string
  tookOver: boolean
  owner: ChildProcess
  /** kill −9 of the owner: PostgreSQL is left behind. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** A process of its own that starts PostgreSQL on the folder, optionally as another user. */
export async function ownPostgres(
  dataFolder: string,
  user: { uid?: number; gid?: number } = {},
): Promise<OwnedPostgres> {
  const script = projectPath('test/support/postgres-owner.ts')
  const owner = spawn(process.execPath, ['--import', 'tsx', script, dataFolder], {
    ...user,
    cwd: projectPath('.'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  owner.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const ended = once(owner, 'exit').then(() => {
    throw new Error(complaint)
  })
  ended.catch(() => {})
  const [line] = await Promise.race([once(createInterface(owner.stdout), 'line'), ended])
  const end = async (signal: NodeJS.Signals) => {
    const exit = once(owner, 'exit')
    owner.kill(signal)
    await exit
  }
  return { ...JSON.parse(line), owner, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

export async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is stopped under the client is the test's business, not the process's end.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows as T[]
  } finally {
    await client.end()
  }
}
