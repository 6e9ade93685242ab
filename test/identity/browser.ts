import { expect } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import type { TestApp } from '../support/app.ts'

/** What a browser is to the server: cookies, its own origin, forms. */
export type Browser = {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(
    path: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>
}

type Requests = Pick<TestApp, 'request'> & { deps: Pick<TestApp['deps'], 'env'> }

export function openBrowser(app: Requests): Browser {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}), ...init.headers }
    const answer = await app.request(path, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { origin: app.deps.env.publicUrl, ...headers },
        body: new URLSearchParams(fields),
      }),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.some((attribute) => attribute === 'Max-Age=0')) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

export async function signedIn(
  app: Requests,
  username: string,
  password: string,
): Promise<Browser> {
  const browser = openBrowser(app)
  const answer = await browser.post('/sign-in', { username, password })
  expect(answer.status).toBe(303)
  return browser
}

export async function staffIdOf(app: TestApp, username: string): Promise<string> {
  const [row] = await app.deps.database.query<{ id: string }>(
    sql`SELECT id FROM staff WHERE username = ${username}`,
  )
  if (!row) throw new Error(`no ${username}`)
  return row.id
}

export async function auditOf(app: TestApp, subjectId: string): Promise<string[]> {
  const rows = await app.deps.database.query<{ action: string }>(sql`
    SELECT action FROM audit_entry WHERE subject_id = ${subjectId} ORDER BY at, id`)
  return rows.map((row) => row.action)
}
