import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { identity, serverEnv } from './embedded-postgres-binaries.ts'
import type { Cluster, Settings } from './embedded-postgres-cluster.ts'

/** What PostgreSQL says of itself in `postmaster.pid`. */
type Postmaster = { pid: number; folder: string; port: number; status: string }

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

/** A socket's path has room for about a hundred bytes; '' where the folder's is too long. */
export function socketFolderOf({ folder }: Cluster): string {
  return Buffer.byteLength(join(folder, '.s.PGSQL.65535')) < 100 ? folder : ''
}

/** The port of the PostgreSQL that is running on this cluster, if one is. */
export async function findRunning(cluster: Cluster): Promise<number | undefined> {
  for (;;) {
    const postmaster = readPostmaster(pidFile(cluster))
    if (!postmaster) return undefined
    if (!isAlive(postmaster, cluster.folder)) {
      // PostgreSQL itself would refuse to start if the number had gone to another process.
      rmSync(pidFile(cluster), { force: true })
      return undefined
    }
    if (postmaster.status === 'ready') return postmaster.port
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
  const first = readPostmaster(pidFile(cluster))
  if (!first || !isAlive(first, cluster.folder)) return
  process.kill(first.pid, 'SIGINT')
  while (readPostmaster(pidFile(cluster))?.pid === first.pid && isAlive(first, cluster.folder)) {
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
    const postmaster = readPostmaster(pidFile(cluster))
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') break
    await delay(5)
  }
  child.off('error', onError).off('exit', onExit)
  return failure
}

function pidFile({ folder }: Cluster): string {
  return join(folder, 'postmaster.pid')
}

/** From `postmaster.pid`, or from a socket's lock, which begins alike. */
function readPostmaster(path: string): Postmaster | undefined {
  try {
    const [pid, dataFolder = '', , port, , , , status = ''] = readFileSync(path, 'utf8').split('\n')
    return { pid: Number(pid), folder: dataFolder, port: Number(port), status: status.trim() }
  } catch {
    return undefined
  }
}

/** A postmaster works in its data folder: a number that went to another process is seen. */
function isAlive(postmaster: Postmaster, folder: string): boolean {
  if (!(postmaster.pid > 0)) return false
  if (existsSync('/proc/self/cwd')) {
    try {
      return readlinkSync(`/proc/${postmaster.pid}/cwd`) === folder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EACCES') return false
    }
  }
  try {
    process.kill(postmaster.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return postmaster.folder === folder
}

/** What a killed PostgreSQL left; its lock would be believed if its number went to another process. */
function removeDeadSockets(folder: string): void {
  const locks = readdirSync(folder).filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name))
  for (const lock of locks) {
    const path = join(folder, lock)
    const owner = readPostmaster(path)
    if (owner && isAlive(owner, folder)) continue
    rmSync(path, { force: true })
    rmSync(path.replace(/\.lock$/, ''), { force: true })
  }
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
