import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { startInstance } from '../../fixtures/story/instance.ts'
import { connectOrStartEmbedded } from '../../src/platform/embedded-postgres.ts'

/** A whole lienthong that is cut off and started again, at one address, and a look into its database. */
export type House = {
  url: string
  databaseUrl: string
  ask<Row>(text: string, values?: unknown[]): Promise<Row[]>
  token(grants: readonly string[], options?: readonly string[]): Promise<string>
  account(role: string): { username: string; password: string }
  /** Sends until it is answered, over a restart too: whoever works there presses again. */
  send(request: Sent): Promise<Response>
  /** Away since then, or back since then, by the clock on the wall. */
  standing: { away: boolean; since: number }
  restart(): Promise<void>
  stop(): Promise<void>
}

export type Sent = {
  token: string
  method: 'GET' | 'POST' | 'PUT'
  path: string
  /** An object goes as JSON, fields as a form. */
  body?: object | URLSearchParams
  key?: string
}

const settings = { LOG_LEVEL: 'error', STAND_IN_PROGRESS_MS: '200,300,300,300' }
const PATIENCE_MS = 90_000

export async function openHouse(): Promise<House> {
  const port = String(await freePort())
  let instance = await startInstance({ ...settings, PORT: port })
  const accounts = instance.account
  const { url, dataFolder } = instance
  const postgres = await connectOrStartEmbedded({ dataFolder, log: { info: () => {} } })
  const pool = new pg.Pool({ connectionString: postgres.url, max: 3 })
  pool.on('error', () => {})
  const standing = { away: false, since: Date.now() }
  return {
    url,
    databaseUrl: postgres.url,
    ask: async (text, values = []) => (await pool.query(text, values)).rows,
    token: (grants, options) => instance.token(grants, options),
    account: accounts,
    send: (request) => sendUntilAnswered(url, request),
    standing,
    async restart() {
      Object.assign(standing, { away: true, since: Date.now() })
      await instance.kill()
      instance = await startInstance({ ...settings, PORT: port }, dataFolder)
      Object.assign(standing, { away: false, since: Date.now() })
    },
    async stop() {
      await pool.end()
      // The database goes with the last who is connected to it.
      await postgres.stop()
      await instance.stop()
    },
  }
}

async function sendUntilAnswered(url: string, request: Sent): Promise<Response> {
  const began = performance.now()
  for (;;) {
    const answer = await sendOnce(url, request).catch(() => undefined)
    if (answer && answer.status < 500 && !(await isStillRunning(answer))) return answer
    if (performance.now() - began > PATIENCE_MS) {
      throw new Error(`${request.method} ${request.path}: no answer (${answer?.status})`)
    }
    await delay(150)
  }
}

/** The first of the two may still run: the same key is asked again. */
async function isStillRunning(answer: Response): Promise<boolean> {
  return answer.status === 409 && (await answer.clone().text()).includes('request-in-progress')
}

function sendOnce(url: string, { token, method, path, body, key }: Sent): Promise<Response> {
  const isForm = body instanceof URLSearchParams
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    'accept-language': 'en',
    ...(isForm && { accept: 'text/html' }),
    ...(body && !isForm && { 'content-type': 'application/json' }),
    ...(key && { 'idempotency-key': key }),
  }
  const sent = isForm ? body : body && JSON.stringify(body)
  return fetch(url + path, { method, headers, redirect: 'manual', ...(sent && { body: sent }) })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
