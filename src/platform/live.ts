import pg from 'pg'
import type { Logger } from './log.ts'

const CHANNEL = 'lienthong_live'
/** Topics that are touched together go out together: one NOTIFY instead of dozens. */
const GATHER_MS = 25
/** PostgreSQL refuses payloads of 8000 bytes. */
const MAX_TOPICS = 100

export type Live = {
  /** Announces, after a commit, that what these topics show has changed; in every process. */
  touch(topics: Iterable<string>): void
  /** Calls back with the topic; the answer ends the subscription. */
  subscribe(topics: readonly string[], onTouch: (topic: string) => void): () => void
  close(): Promise<void>
}

/**
 * LISTEN/NOTIFY across processes. The notification is sent after the commit and on its own, since
 * NOTIFY inside a transaction makes all commits of the database take turns. Should the process die
 * in between, a page shows the old state until its next event or reload; nothing else hangs on it.
 */
export function openLive(pool: pg.Pool, url: string, log: Logger): Live {
  const listeners = new Map<string, Set<(topic: string) => void>>()
  const pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let connection: pg.Client | undefined

  const hear = (topic: string) => {
    for (const listener of listeners.get(topic) ?? []) listener(topic)
  }

  const send = async () => {
    timer = undefined
    const topics = [...pending]
    pending.clear()
    for (let at = 0; at < topics.length; at += MAX_TOPICS) {
      const payload = topics.slice(at, at + MAX_TOPICS).join(' ')
      await pool.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined)
    }
  }

  const listen = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'lienthong-live' })
    connection = client
    const lost = () => {
      if (connection !== client || closed) return
      connection = undefined
      client.end().catch(() => undefined)
      setTimeout(() => void listen(), 1_000).unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', (message) => {
      for (const topic of (message.payload ?? '').split(' ')) hear(topic)
    })
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
      // Whoever waited through the gap looks again.
      for (const topic of listeners.keys()) hear(topic)
    } catch {
      if (!closed) log.warn({ service: 'live' }, 'cannot listen for live updates, trying again')
      lost()
    }
  }
  /** Begun by the first who listens: a command that only touches needs no connection for it. */
  let listening = false
  const listenOnce = () => {
    if (!listening) void listen()
    listening = true
  }

  return {
    touch(topics) {
      for (const topic of topics) pending.add(topic)
      if (pending.size > 0 && !closed) timer ??= setTimeout(() => void send(), GATHER_MS)
    },
    subscribe(topics, onTouch) {
      listenOnce()
      for (const topic of topics) {
        const set = listeners.get(topic) ?? new Set()
        listeners.set(topic, set.add(onTouch))
      }
      return () => {
        for (const topic of topics) {
          listeners.get(topic)?.delete(onTouch)
          if (listeners.get(topic)?.size === 0) listeners.delete(topic)
        }
      }
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await connection?.end().catch(() => undefined)
    },
  }
}
