import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { identity, serverEnv } from './embedded-postgres-binaries.ts'
import type { Cluster, Settings } from './embedded-postgres-cluster.ts'
import {
  isAlive,
  readPostmaster,
  removeDeadSockets,
  removeStale,
  socketFolderOf,
} from './embedded-postgres-postmaster.ts'

/** Sized for the two cores of a small clinic's machine. */
const serverSettings: Settings = {
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '1GB',
  wal_compression: 'on',
  jit: 'off',
  // Parallel query buys nothing on two cores and fails where /dev/shm is small.
  max_parallel_workers_per_gather: '0',
  // A statement or the DETAIL of an error may hold a patient's data; a log must not.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** The port of the PostgreSQL that is running on this cluster, if one is. */
export async function findRunning(cluster: Cluster): Promise<number | undefined> {
  for (let unnumbered = 0; ; ) {
    const postmaster = readPostmaster(cluster)
    if (!postmaster) return undefined
    if (postmaster.status === 'ready' && isAlive(postmaster, cluster.folder)) return postmaster.port
    // A file that was begun this moment has no number in it yet.
    const beginning = !(postmaster.pid > 0) && unnumbered++ < 20
    if (!beginning && !isAlive(postmaster, cluster.folder)) {
      removeStale(cluster, postmaster)
      return undefined
    }
    await delay(10)
  }
}

export async function launch(
  cluster: Cluster,
  settings: Settings,
  wantedPort?: number,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort())
    const failure = await launchOn(cluster, settings, port)
    if (!failure) return port
    const other = await findRunning(cluster)
    if (other !== undefined) return other
    const passing = /Address already in use|shared memory block|lock file/.test(failure)
    if (!passing || attempt === 40) throw new Error(`PostgreSQL did not start: ${failure}`)
    await delay(250)
  }
}

/** Fast shutdown: clients are cut off, everything committed is on disk when this returns. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const first = readPostmaster(cluster)
  if (!first || !isAlive(first, cluster.folder)) return
  process.kill(first.pid, 'SIGINT')
  while (readPostmaster(cluster)?.pid === first.pid && isAlive(first, cluster.folder)) {
    await delay(5)
  }
}

async function launchOn(cluster: Cluster, settings: Settings, port: number): Promise<string> {
  rotate(cluster.logFile)
  removeDeadSockets(cluster.folder)
  const logStart = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0
  const logFile = openSync(cluster.logFile, 'a', 0o600)
  const sockets = { unix_socket_directories: socketFolderOf(cluster), port: String(port) }
  const args = Object.entries({ ...serverSettings, ...settings, ...sockets })
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.folder, ...args.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: a Ctrl-C in the terminal is for Node, which stops PostgreSQL when it is done.
    {
      ...identity(cluster.account),
      env: serverEnv,
      cwd: '/',
      stdio: ['ignore', logFile, logFile],
      detached: true,
    },
  )
  closeSync(logFile)
  child.unref()
  return untilReady(child, cluster, logStart)
}

/** Resolves to '' when the server takes connections, else to what it said when it ended. */
async function untilReady(
  child: ChildProcess,
  cluster: Cluster,
  logStart: number,
): Promise<string> {
  let failure = ''
  const onError = (error: Error) => {
    failure = error.message
  }
  const onExit = () => {
    failure ||= readFileSync(cluster.logFile, 'utf8').slice(logStart) || 'it ended without a word'
  }
  child.once('error', onError).once('exit', onExit)
  while (!failure) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') break
    await delay(5)
  }
  child.off('error', onError).off('exit', onExit)
  return failure
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10_000_000) renameSync(logFile, `${logFile}.1`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
