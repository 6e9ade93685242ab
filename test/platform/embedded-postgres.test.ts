import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  claimServer,
  connectOrStartEmbedded,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres.ts'
import { canReach } from '../../src/platform/embedded-postgres-account.ts'
import { projectFolder } from '../../src/platform/paths.ts'
import { ask, ownPostgres } from '../support/owned-postgres.ts'

const root = process.getuid?.() === 0
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }

/** One for all tests that need no fresh one: making a database is the slow part. */
const shared = mkdtempSync(join(tmpdir(), 'lienthong-embedded-'))
let dataFolder: string
let said: string[]
let open: EmbeddedPostgres[]
const log = { info: (message: string) => said.push(message) }

beforeEach(() => {
  dataFolder = shared
  said = []
  open = []
})
afterEach(async () => {
  for (const postgres of open.reverse()) await postgres.stop()
  if (dataFolder !== shared) rmSync(dataFolder, { recursive: true, force: true })
})
afterAll(() => rmSync(shared, { recursive: true, force: true }))

function useFreshFolder(): void {
  dataFolder = mkdtempSync(join(tmpdir(), 'lienthong-embedded-'))
}

/** Writes a row that must be there later. */
async function keepRow(url: string): Promise<void> {
  await ask(url, 'drop table if exists kept; create table kept as select 7 as a')
}

function keptRow(url: string): Promise<unknown[]> {
  return ask(url, 'select a from kept')
}

/** Only the tests of durability wait for the disk. */
const settings = { fsync: 'off' }

async function start(folder = dataFolder): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, log, settings })
  open.push(postgres)
  return postgres
}

async function connect(): Promise<EmbeddedPostgres> {
  const postgres = await connectOrStartEmbedded({ dataFolder, log, settings })
  open.push(postgres)
  return postgres
}

function postmasterPid(clusterFolder: string): number {
  return Number(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isRunning(clusterFolder: string): boolean {
  return existsSync(join(clusterFolder, 'postmaster.pid'))
}

describe('the first start', () => {
  test('makes a database that is durable, checked, in UTF-8 and not for superusers', async () => {
    const postgres = await startEmbeddedPostgres({ dataFolder, log })
    open.push(postgres)
    const [found] = await ask(
      postgres.url,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
         current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
         current_setting('synchronous_commit') as commits, current_setting('timezone') as zone,
         current_setting('is_superuser') as superuser, current_database() as database`,
    )
    expect(found).toEqual({
      fsync: 'on',
      checksums: 'on',
      pages: 'on',
      encoding: 'UTF8',
      commits: 'on',
      zone: 'UTC',
      superuser: 'off',
      database: 'lienthong',
    })
  })

  test('has the extensions that search by name needs', async () => {
    const { url } = await start()
    await ask(
      url,
      'create extension if not exists unaccent; create extension if not exists pg_trgm',
    )
    expect(await ask(url, `select unaccent('Nguyễn Thị Ân') as name`)).toEqual([
      { name: 'Nguyen Thi An' },
    ])
    expect(await ask(url, `select upper('đặng') = 'ĐẶNG' as same`)).toEqual([{ same: true }])
  })

  test('keeps the password to its owner, and asks for it', async () => {
    const { url } = await start()
    expect(statSync(join(dataFolder, 'postgres.password')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataFolder, 'postgres.log')).mode & 0o777).toBe(0o600)
    const guessed = new URL(url)
    guessed.password = 'guessed'
    await expect(ask(guessed.href, 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('writes no values of a failed statement into its log', async () => {
    const { url } = await start()
    await ask(
      url,
      `drop table if exists t; create table t (name text unique); insert into t values ('Canary')`,
    )
    await expect(ask(url, `insert into t values ('Canary')`)).rejects.toThrow('duplicate key')
    const written = readFileSync(join(dataFolder, 'postgres.log'), 'utf8')
    expect(written).toContain('duplicate key')
    expect(written).not.toContain('Canary')
  })

  test('that died half-way is begun again', async () => {
    useFreshFolder()
    mkdirSync(join(dataFolder, 'postgres.4194304'))
    const { url } = await start()
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('the next start', () => {
  test('finds what was there', async () => {
    const first = await start()
    await keepRow(first.url)
    await first.stop()
    expect(isRunning(first.clusterFolder)).toBe(false)
    const second = await start()
    expect(second.tookOver).toBe(false)
    expect(await keptRow(second.url)).toEqual([{ a: 7 }])
  })

  test('goes past a stale postmaster.pid whose number now is another process', async () => {
    const first = await start()
    await first.stop()
    const stale = [process.pid, first.clusterFolder, 0, 5432, '', '127.0.0.1', '', 'ready', '']
    writeFileSync(join(first.clusterFolder, 'postmaster.pid'), stale.join('\n'))
    const second = await start()
    expect(second.tookOver).toBe(false)
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('finds it all when the data folder was moved', async () => {
    useFreshFolder()
    const first = await start()
    await keepRow(first.url)
    await first.stop()
    const moved = `${dataFolder}-moved`
    renameSync(dataFolder, moved)
    dataFolder = moved
    const second = await start()
    expect(await keptRow(second.url)).toEqual([{ a: 7 }])
  })
})

describe('when the server was killed', () => {
  test('the next start takes its PostgreSQL over, with every acknowledged row', async () => {
    const killed = await ownPostgres(dataFolder)
    await keepRow(killed.url)
    await killed.kill()
    const next = await start()
    expect(next.tookOver).toBe(true)
    expect(next.url).toBe(killed.url)
    expect(await keptRow(next.url)).toEqual([{ a: 7 }])
    await next.stop()
    expect(isRunning(next.clusterFolder)).toBe(false)
  })

  test('and its PostgreSQL with it, the next start recovers every acknowledged row', async () => {
    const killed = await ownPostgres(dataFolder)
    await keepRow(killed.url)
    const pid = postmasterPid(join(dataFolder, 'postgres'))
    await killed.kill()
    process.kill(pid, 'SIGKILL')
    const next = await start()
    expect(next.tookOver).toBe(false)
    expect(await keptRow(next.url)).toEqual([{ a: 7 }])
  })
})

describe('when PostgreSQL dies under a living server', () => {
  test('it is started again on the same port', async () => {
    const postgres = await start()
    await keepRow(postgres.url)
    process.kill(postmasterPid(postgres.clusterFolder), 'SIGKILL')
    const answer = async (): Promise<unknown> => {
      for (;;) {
        try {
          return await keptRow(postgres.url)
        } catch {
          await delay(50)
        }
      }
    }
    expect(await answer()).toEqual([{ a: 7 }])
    await expect(startEmbeddedPostgres({ dataFolder, log })).rejects.toThrow('Another lienthong')
  })
})

describe('beside each other', () => {
  test('a second server on the folder is refused and the first goes on', async () => {
    const first = await start()
    await expect(startEmbeddedPostgres({ dataFolder, log })).rejects.toThrow(
      'Another lienthong server is running on this data folder',
    )
    await expect(claimServer(first.url)).rejects.toThrow('Another lienthong server')
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a command uses the running PostgreSQL and leaves it running', async () => {
    const server = await start()
    const command = await connect()
    expect(command.url).toBe(server.url)
    await command.stop()
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a command alone starts PostgreSQL and stops it when it is done', async () => {
    const command = await connect()
    await command.stop()
    expect(isRunning(command.clusterFolder)).toBe(false)
  })

  test('a command that ends leaves PostgreSQL to the server that came meanwhile', async () => {
    const command = await connect()
    const server = await start()
    expect(server.tookOver).toBe(true)
    await command.stop()
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(isRunning(server.clusterFolder)).toBe(false)
  })

  test('four commands at once on a new folder share one PostgreSQL', async () => {
    useFreshFolder()
    const commands = await Promise.all(Array.from({ length: 4 }, connect))
    expect(new Set(commands.map((command) => command.url)).size).toBe(1)
    for (const command of commands) await command.stop()
    expect(isRunning(commands[0]?.clusterFolder ?? '')).toBe(false)
  })

  test('two data folders never meet', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lienthong-embedded-'))
    const one = await start()
    const two = await start(other)
    expect(two.url).not.toBe(one.url)
    await keepRow(one.url)
    await expect(keptRow(two.url)).rejects.toThrow('does not exist')
    await two.stop()
    rmSync(other, { recursive: true })
  })
})

describe.runIf(root)('as root', () => {
  test('PostgreSQL runs as another user', async () => {
    const postgres = await start()
    expect(statSync(postgres.clusterFolder).uid).not.toBe(0)
    expect(statSync(`/proc/${postmasterPid(postgres.clusterFolder)}`).uid).not.toBe(0)
  })

  test('a data folder under a closed home works, and one line says where the data went', async () => {
    useFreshFolder()
    const home = join(dataFolder, 'home')
    mkdirSync(home, { mode: 0o700 })
    chmodSync(dataFolder, 0o700)
    const folder = join(home, 'data')
    const first = await start(folder)
    const moved = first.clusterFolder
    try {
      expect(said).toEqual([
        expect.stringMatching(/cannot reach .* keeps its data in \/var\/lib\//),
      ])
      await keepRow(first.url)
      await first.stop()
      const second = await start(folder)
      expect(second.clusterFolder).toBe(moved)
      expect(await keptRow(second.url)).toEqual([{ a: 7 }])
      await second.stop()
    } finally {
      rmSync(dirname(moved), { recursive: true })
    }
  })

  test.runIf(canReach(nobody, projectFolder))('an ordinary user needs none of that', async () => {
    useFreshFolder()
    chownSync(dataFolder, nobody.uid, nobody.gid)
    const first = await ownPostgres(dataFolder, { uid: nobody.uid, gid: nobody.gid })
    expect(statSync(join(dataFolder, 'postgres')).uid).toBe(nobody.uid)
    await keepRow(first.url)
    await first.kill()
    const second = await ownPostgres(dataFolder, { uid: nobody.uid, gid: nobody.gid })
    expect(second.tookOver).toBe(true)
    expect(await keptRow(second.url)).toEqual([{ a: 7 }])
    await second.stop()
    expect(isRunning(join(dataFolder, 'postgres'))).toBe(false)
  })

  test.runIf(canReach(nobody, projectFolder))(
    "an ordinary user is told when the data is another user's",
    async () => {
      const first = await start()
      await first.stop()
      chmodSync(dataFolder, 0o755)
      await expect(ownPostgres(dataFolder, { uid: nobody.uid, gid: nobody.gid })).rejects.toThrow(
        'belongs to another user',
      )
    },
  )
})
