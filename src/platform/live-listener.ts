import pg from 'pg'
import type { LiveHub } from './live-hub.ts'
import type { Logger } from './log.ts'

const RETRY_MS = 1_000
/** How often the connection is asked whether it is still there: a dead one would be silent for ever. */
const PULSE_MS = 15_000
const ANSWER_MS = 5_000

/** Keeps a connection on LISTEN, and the hub told of what comes and whether anything may be missing. */
export function keepListening(url: string, log: Logger, hub: LiveHub): { close(): Promise<void> } {
  let connection: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const again = (client: pg.Client) => {
    if (connection !== client || closed) return
    connection = undefined
    hub.lose()
    client.end().catch(() => undefined)
    clearTimeout(timer)
    timer = setTimeout(() => void listen(), RETRY_MS).unref()
  }

  const pulse = async (client: pg.Client) => {
    try {
      await client.query('SELECT')
      if (connection === client) timer = setTimeout(() => void pulse(client), PULSE_MS).unref()
    } catch {
      again(client)
    }
  }

  const listen = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'lienthong-live',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    })
    connection = client
    client.on('error', () => again(client))
    client.on('end', () => again(client))
    client.on('notification', ({ payload = '' }) => {
      const [id, ...topics] = payload.split(' ')
      if (connection === client) hub.hear(Number(id), topics)
    })
    try {
      await client.connect()
      await client.query('LISTEN lienthong_live')
      const { rows } = await client.query<{ id: string }>(
        'SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS id FROM live_event',
      )
      // What has no id yet will be heard; what has one is in the data by now.
      hub.begin(Number(rows[0]?.id))
      void pulse(client)
    } catch {
      if (!closed) log.warn({ service: 'live' }, 'cannot listen for live updates, trying again')
      again(client)
    }
  }

  void listen()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await connection?.end().catch(() => undefined)
    },
  }
}
