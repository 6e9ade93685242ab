import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Cluster } from './embedded-postgres-cluster.ts'

/** What PostgreSQL says of itself in `postmaster.pid`. */
export type Postmaster = { pid: number; folder: string; port: number; status: string }

/** A socket's path has room for about a hundred bytes; '' where the folder's is too long. */
export function socketFolderOf({ folder }: Cluster): string {
  return Buffer.byteLength(join(folder, '.s.PGSQL.65535')) < 100 ? folder : ''
}

/** What the cluster's own `postmaster.pid` says, whether or not it is still true. */
export function readPostmaster(cluster: Cluster): Postmaster | undefined {
  return readLock(pidFile(cluster))
}

/** A postmaster works in its data folder: a number that went to another process is seen. */
export function isAlive(postmaster: Postmaster, folder: string): boolean {
  if (!(postmaster.pid > 0)) return false
  if (existsSync('/proc/self/cwd')) {
    try {
      const at = statSync(`/proc/${postmaster.pid}/cwd`)
      const ours = statSync(folder)
      return at.ino === ours.ino && at.dev === ours.dev
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

/** PostgreSQL itself would refuse to start if the number had gone to another process. */
export function removeStale(cluster: Cluster, stale: Postmaster): void {
  const now = readPostmaster(cluster)
  if (now?.pid === stale.pid || !(Number(now?.pid) > 0)) rmSync(pidFile(cluster), { force: true })
}

/** What a killed PostgreSQL left; its lock would be believed if its number went to another process. */
export function removeDeadSockets(folder: string): void {
  const locks = readdirSync(folder).filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name))
  for (const lock of locks) {
    const path = join(folder, lock)
    const owner = readLock(path)
    if (owner && isAlive(owner, folder)) continue
    rmSync(path, { force: true })
    rmSync(path.replace(/\.lock$/, ''), { force: true })
  }
}

function pidFile({ folder }: Cluster): string {
  return join(folder, 'postmaster.pid')
}

/** From `postmaster.pid`, or from a socket's lock, which begins alike. */
function readLock(path: string): Postmaster | undefined {
  try {
    const [pid, dataFolder = '', , port, , , , status = ''] = readFileSync(path, 'utf8').split('\n')
    return { pid: Number(pid), folder: dataFolder, port: Number(port), status: status.trim() }
  } catch {
    return undefined
  }
}
