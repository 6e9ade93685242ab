import type pg from 'pg'
import { type LiveReader, openLiveHub } from './live-hub.ts'
import { keepListening } from './live-listener.ts'
import type { Logger } from './log.ts'

/** After an announcement, what is touched within this time goes out together. */
const GATHER_MS = 25
const RETRY_MS = 500
/** PostgreSQL refuses payloads of 8000 bytes. */
const MAX_TOPICS = 100

export type Live = {
  /** Announces, after a commit, that what these topics show has changed; in every process. */
  touch(topics: Iterable<string>): void
  /**
   * Id of the last announcement heard here: whoever reads data from now on sees all that was announced
   * up to it. Undefined while nobody knows.
   */
  latest(): number | undefined
  /** `seen` is the last id that the reader has seen. The answer ends the subscription. */
  subscribe(topics: readonly string[], seen: number | undefined, reader: LiveReader): () => void
  /** Sends what is still to be announced, and ends all subscriptions. */
  close(): Promise<void>
  closed(): boolean
}

/**
 * LISTEN/NOTIFY across processes. The notification is sent after the commit and on its own, since
 * NOTIFY inside a transaction makes all commits of the database take turns. Should the process be
 * killed in between, a page shows the old state until its next event or reload; nothing else hangs
 * on it.
 */
export function openLive(pool: pg.Pool, url: string, log: Logger): Live {
  const hub = openLiveHub()
  const announcer = openAnnouncer(async (topics) => {
    await pool.query({ name: 'live', text: 'SELECT announce_live($1)', values: [topics.join(' ')] })
  })
  let listener: { close(): Promise<void> } | undefined
  let closed = false
  /** Begun by the first who listens: a command that only touches needs no connection for it. */
  const listenOnce = () => {
    listener ??= keepListening(url, log, hub)
  }

  return {
    touch: announcer.touch,
    latest() {
      listenOnce()
      return hub.latest()
    },
    subscribe(topics, seen, reader) {
      listenOnce()
      return hub.subscribe(topics, seen, reader)
    },
    closed: () => closed,
    async close() {
      closed = true
      hub.end()
      await announcer.close()
      await listener?.close()
    },
  }
}

/** Sends at once, then gathers; what could not be sent is sent again. */
function openAnnouncer(send: (topics: readonly string[]) => Promise<void>) {
  const pending = new Set<string>()
  let busy: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const sendAll = async () => {
    while (pending.size > 0) {
      const topics = [...pending].slice(0, MAX_TOPICS)
      for (const topic of topics) pending.delete(topic)
      try {
        await send(topics)
      } catch (error) {
        for (const topic of topics) pending.add(topic)
        throw error
      }
    }
  }

  const begin = () => {
    if (busy || timer || closed || pending.size === 0) return
    busy = sendAll()
      .then(
        () => GATHER_MS,
        () => RETRY_MS,
      )
      .then((wait) => {
        busy = undefined
        timer = setTimeout(() => {
          timer = undefined
          begin()
        }, wait)
      })
  }

  return {
    touch(topics: Iterable<string>) {
      for (const topic of topics) pending.add(topic)
      begin()
    },
    async close() {
      await busy
      closed = true
      clearTimeout(timer)
      await sendAll().catch(() => undefined)
    },
  }
}
