import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

export type Role = 'server' | 'command'

/** One process's place at a PostgreSQL that several share. */
export type Presence = {
  /** True to the last one out, who then holds the door: nobody comes in until PostgreSQL is down. */
  leave(): Promise<boolean>
}

export class ServerAlreadyRunning extends Error {
  constructor() {
    super(
      'Another lienthong server is running on this data folder. ' +
        'Stop it first, or choose another folder with LIENTHONG_DATA.',
    )
    this.name = 'ServerAlreadyRunning'
  }
}

/** Advisory locks, both in the first key "lien": one server at a time; everyone who is in. */
const serverLock = '1818846574, 1'
const insideLock = '1818846574, 2'

/** A server's claim on a database, held by a connection of its own until it is released. */
export async function claimServer(url: string): Promise<{ release(): Promise<void> }> {
  const client = await connect(url)
  try {
    await claim(client)
  } catch (error) {
    await client.end()
    throw error
  }
  return { release: () => client.end() }
}

/**
 * Takes a place and keeps it: when the connection is lost, `revive` (which brings PostgreSQL
 * back if it is down, and tells its URL) is asked again until the place is retaken.
 */
export async function takePlace(
  role: Role,
  revive: () => Promise<string>,
  log: { info(message: string): void },
): Promise<Presence> {
  let leaving: Promise<boolean> | undefined
  let comingBack: Promise<void> | undefined
  const onLost = () => {
    if (!leaving) comingBack = comeBack()
  }
  const comeBack = async () => {
    log.info('The connection to PostgreSQL was lost')
    while (!leaving) {
      try {
        client = await enter(await revive(), role, onLost)
        log.info('PostgreSQL is back')
        return
      } catch {
        await delay(500)
      }
    }
  }
  let client = await enter(await revive(), role, onLost)
  const leave = async () => {
    await comingBack
    return isLastOut(client)
  }
  return {
    leave() {
      leaving ??= leave()
      return leaving
    },
  }
}

async function enter(url: string, role: Role, onLost: () => void): Promise<pg.Client> {
  const client = await connect(url)
  try {
    await client.query(`select pg_advisory_lock_shared(${insideLock})`)
    if (role === 'server') await claim(client)
  } catch (error) {
    await client.end()
    throw error
  }
  client.once('end', onLost)
  return client
}

async function claim(client: pg.Client): Promise<void> {
  // A server killed a moment ago may hold its claim until PostgreSQL sees the connection closed.
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await client.query(`select pg_try_advisory_lock(${serverLock}) as mine`)
    if (answer.rows[0].mine) return
    await delay(50)
  }
  throw new ServerAlreadyRunning()
}

async function isLastOut(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${insideLock})`)
    const answer = await client.query(`select pg_try_advisory_lock(${insideLock}) as last`)
    if (answer.rows[0].last) return true
    await client.end()
    return false
  } catch {
    // Our PostgreSQL is gone; one that runs by now is somebody else's to stop.
    return false
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  // An unheard error event would end the process; the end event that follows is what we act on.
  client.on('error', () => {})
  await client.connect()
  return client
}
