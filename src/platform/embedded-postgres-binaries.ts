import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Account } from './embedded-postgres-account.ts'

export type Binaries = { initdb: string; postgres: string }

/** The environment of every PostgreSQL process: nothing of ours leaks into it. */
export const serverEnv = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }

/**
 * The binaries of the npm package, where this account can run them. They are copied to
 * `copyFolder` (once per version) when they lie under a closed home, or lack the symlinks
 * that the package's install script makes and may not be given them in place.
 */
export async function findBinaries(
  account: Account | undefined,
  copyFolder: string,
  log: { info(message: string): void },
): Promise<Binaries> {
  const packaged = await packagedFolder()
  if (runs(packaged.native, account)) return binariesIn(packaged.native)
  linkLibraries(packaged.native)
  if (runs(packaged.native, account)) return binariesIn(packaged.native)

  const copy = join(copyFolder, `postgresql-${packaged.version}`)
  if (!existsSync(copy)) {
    copyNative(packaged.native, copy)
    log.info(`PostgreSQL's programs cannot be run where they are installed; copied to ${copy}`)
  }
  execFileSync(binariesIn(copy).postgres, ['--version'], { ...identity(account), env: serverEnv })
  return binariesIn(copy)
}

export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

function binariesIn(native: string): Binaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

function runs(native: string, account: Account | undefined): boolean {
  const options = { ...identity(account), env: serverEnv, cwd: '/', stdio: 'ignore' } as const
  try {
    execFileSync(binariesIn(native).postgres, ['--version'], options)
    return true
  } catch {
    return false
  }
}

async function packagedFolder(): Promise<{ native: string; version: string }> {
  const require = createRequire(import.meta.url)
  const umbrella = createRequire(require.resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = umbrella.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const { postgres }: { postgres: string } = await import(pathToFileURL(entry).href)
  const native = dirname(dirname(postgres))
  const manifest = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  return { native, version: JSON.parse(manifest).version }
}

function linkLibraries(native: string): void {
  const listed = join(native, 'pg-symlinks.json')
  if (!existsSync(listed)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(listed, 'utf8'))
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    try {
      // Every link of the package points to a file beside it.
      symlinkSync(basename(source), link)
    } catch {
      // Already there, or a folder we may not write: whether it runs is asked afterwards.
    }
  }
}

function copyNative(native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(join(unfinished, 'native'))
  openToAll(unfinished)
  try {
    renameSync(join(unfinished, 'native'), copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  }
  rmSync(unfinished, { recursive: true, force: true })
}

/** npm keeps the umask of whoever installed; the copy must be readable whatever that was. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
