import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, canReach, serverAccount } from './embedded-postgres-account.ts'
import { type Binaries, findBinaries, identity, serverEnv } from './embedded-postgres-binaries.ts'

export type Settings = Readonly<Record<string, string>>

/** PostgreSQL's own data on disk, and what it takes to start a server on it. */
export type Cluster = {
  folder: string
  logFile: string
  password: string
  account: Account | undefined
  binaries: Binaries
}

/** Where root's PostgreSQL lives when the data folder lies under a closed home. */
const openHome = '/var/lib/lienthong'

export async function openCluster(
  dataFolder: string,
  settings: Settings,
  log: { info(message: string): void },
): Promise<Cluster> {
  const root = process.getuid?.() === 0
  mkdirSync(dataFolder, { recursive: true, mode: root ? 0o711 : 0o700 })
  const data = realpathSync(dataFolder)
  const home = realpathSync(findHome(data, log))
  const folder = join(home, 'postgres')
  refuseForeign(folder)
  const account = serverAccount(folder)
  const binaries = await findBinaries(account, root ? openHome : data, log)
  const logFile = join(data, 'postgres.log')
  const cluster = { folder, logFile, password: readPassword(data), account, binaries }
  if (!isCluster(folder)) createCluster(cluster, settings.fsync !== 'off')
  else if (account) giveTo(account, folder)
  return cluster
}

/** The data folder, or a folder of its own elsewhere, remembered in the data folder. */
function findHome(data: string, log: { info(message: string): void }): string {
  const account = serverAccount(join(data, 'postgres'))
  const remembered = join(data, 'postgres.location')
  if (existsSync(remembered)) return readFileSync(remembered, 'utf8').trim()
  // The data folder itself is ours: a passer-by learns no names in it, and its files are closed.
  if (account && !canReach(account, data) && canReach(account, dirname(data))) {
    chmodSync(data, statSync(data).mode | 0o011)
  }
  if (canReach(account, data)) return data
  if (isCluster(join(data, 'postgres'))) {
    throw new Error(
      `PostgreSQL's data is in ${data}, which user "${account?.name}" can no longer reach. ` +
        'Open the folders above it again (chmod o+x), or move the data folder.',
    )
  }
  const home = join(openHome, `data-${randomBytes(8).toString('hex')}`)
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(remembered, `${home}\n`)
  log.info(`User "${account?.name}" cannot reach ${data}: PostgreSQL keeps its data in ${home}`)
  return home
}

function refuseForeign(folder: string): void {
  const uid = process.getuid?.()
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid
  if (uid === undefined || uid === 0 || owner === undefined || owner === uid) return
  throw new Error(
    `${folder} belongs to another user (uid ${owner}): start lienthong as that user or as root, ` +
      'or choose another folder with LIENTHONG_DATA.',
  )
}

function isCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'))
}

function readPassword(data: string): string {
  const path = join(data, 'postgres.password')
  if (!existsSync(path)) {
    try {
      writeFileSync(path, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  }
  return readFileSync(path, 'utf8').trim()
}

/** Made beside its place and renamed into it: a start that dies half-way leaves no half cluster. */
function createCluster(cluster: Cluster, sync: boolean): void {
  const unfinished = `${cluster.folder}.${process.pid}`
  const passwordFile = `${unfinished}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  try {
    if (cluster.account) {
      giveTo(cluster.account, unfinished)
      giveTo(cluster.account, passwordFile)
    }
    initialise(cluster, unfinished, passwordFile, sync)
    createDatabase(cluster, unfinished)
    rename(unfinished, cluster.folder)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function rename(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process was first; its cluster is as good, and has the same password.
    if (!isCluster(folder)) throw error
  }
}

function initialise(cluster: Cluster, folder: string, passwordFile: string, sync: boolean): void {
  const args = ['-D', folder, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256']
  args.push('-E', 'UTF8', '-k', '--no-instructions', ...(sync ? [] : ['--no-sync']))
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  try {
    run(cluster, cluster.binaries.initdb, [...args, '--locale=C.UTF-8'])
  } catch (error) {
    if (!/locale/.test(String(error))) throw error
    run(cluster, cluster.binaries.initdb, [...args, '--locale=C'])
  }
}

/** lienthong's own role owns the database and is no superuser: SQL cannot reach the machine. */
function createDatabase(cluster: Cluster, folder: string): void {
  const statements = [
    `create role lienthong login createdb password '${cluster.password}';`,
    'create database lienthong owner lienthong;',
  ]
  const args = ['--single', '-D', folder, 'postgres']
  const said = run(cluster, cluster.binaries.postgres, args, `${statements.join('\n')}\n`)
  if (/ERROR|FATAL/.test(said)) throw new Error(`PostgreSQL's database was not made: ${said}`)
}

function run(cluster: Cluster, program: string, args: string[], input = ''): string {
  const options = { ...identity(cluster.account), env: serverEnv, cwd: '/', input } as const
  return execFileSync(program, args, { ...options, encoding: 'utf8', stdio: 'pipe' })
}

function giveTo(account: Account, path: string): void {
  if (statSync(path).uid !== account.uid) chownSync(path, account.uid, account.gid)
}
