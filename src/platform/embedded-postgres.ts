import { setTimeout as delay } from 'node:timers/promises'
import { type Cluster, openCluster, type Settings } from './embedded-postgres-cluster.ts'
import { socketFolderOf } from './embedded-postgres-postmaster.ts'
import { type Role, takePlace } from './embedded-postgres-presence.ts'
import { findRunning, launch, shutDown } from './embedded-postgres-process.ts'

export { claimServer, ServerAlreadyRunning } from './embedded-postgres-presence.ts'

export type EmbeddedPostgresOptions = {
  dataFolder: string
  log: { info(message: string): void }
  /** Over ours; for tests, which may turn off what a clinic needs. */
  settings?: Settings
}

export type EmbeddedPostgres = {
  url: string
  /** PostgreSQL was running already: a server that was killed left it, or a command started it. */
  tookOver: boolean
  /** Where PostgreSQL's own files are; not always under the data folder. */
  clusterFolder: string
  /** Leaves; the last process to leave shuts PostgreSQL down and waits for it. */
  stop(): Promise<void>
}

/** For the server. A second server on one data folder is refused with `ServerAlreadyRunning`. */
export function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  return join(options, 'server')
}

/** For a command: beside a running server it uses that one's PostgreSQL and leaves it running. */
export function connectOrStartEmbedded(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  return join(options, 'command')
}

async function join(options: EmbeddedPostgresOptions, role: Role): Promise<EmbeddedPostgres> {
  const settings = options.settings ?? {}
  const cluster = await openCluster(options.dataFolder, settings, options.log)
  let port: number | undefined
  let tookOver = false
  const revive = async () => {
    const running = await findRunning(cluster)
    tookOver = running !== undefined
    // The same port again: the connection pools of this process know no other.
    port = running ?? (await launch(cluster, settings, port))
    return urlOf(cluster, port)
  }
  const presence = await untilNotShuttingDown(() => takePlace(role, revive, options.log))
  return {
    url: urlOf(cluster, port ?? 0),
    tookOver,
    clusterFolder: cluster.folder,
    async stop() {
      if (await presence.leave()) await shutDown(cluster)
    },
  }
}

/** Whoever comes while the last one is leaving waits at the door, then starts PostgreSQL afresh. */
async function untilNotShuttingDown<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      const passing =
        code === '57P01' || code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET'
      if (!passing && !message.includes('Connection terminated')) throw error
      await delay(50)
    }
  }
}

/** Over the socket where there is one: on the hot path that is a good third faster than TCP. */
function urlOf(cluster: Cluster, port: number): string {
  const url = `postgresql://lienthong:${cluster.password}@127.0.0.1:${port}/lienthong`
  const socketFolder = socketFolderOf(cluster)
  return socketFolder ? `${url}?host=${encodeURIComponent(socketFolder)}` : url
}
