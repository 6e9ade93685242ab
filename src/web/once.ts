import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../core/errors.ts'
import type { Deps } from '../platform/deps.ts'
import {
  inProgress,
  keepRefusal,
  type Once,
  Replayed,
  type StoredAnswer,
} from '../platform/once.ts'
import { sha256 } from '../platform/storage.ts'
import type { AppContext, AppEnv } from './context.ts'
import { requestWords } from './request-words.ts'

/** What the request says of itself before the command runs. */
export type PendingOnce = { scope: string; key: string; requestHash: string; settled: boolean }

const printable = /^[\x20-\x7e]{1,255}$/
const running = new Set<string>()
const made = new WeakSet<object>()

/** Whether a route's handler is this one, for the contract's document. */
export function isOnce(handler: object): boolean {
  return made.has(handler)
}

/**
 * Idempotency of a machine's write (api.md): put on every POST and PUT route that writes, behind its
 * permission. POST must carry a key, PUT may.
 */
export function once(): MiddlewareHandler<AppEnv> {
  const middleware: MiddlewareHandler<AppEnv> = async (c, next) => {
    const key = c.req.header('idempotency-key')
    if (key === undefined && c.req.method === 'PUT') return next()
    if (key === undefined) throw keyMissing()
    if (!printable.test(key)) throw keyMalformed()
    const pending = await pendingFor(c, key, Buffer.from(await c.req.arrayBuffer()))
    const name = `${pending.scope}\n${pending.key}`
    if (running.has(name)) throw inProgress()
    running.add(name)
    try {
      c.set('once', pending)
      await next()
      await settleRefusal(c, pending)
    } finally {
      running.delete(name)
    }
  }
  made.add(middleware)
  return middleware
}

async function pendingFor(c: AppContext, key: string, body: Uint8Array): Promise<PendingOnce> {
  const { kind, id } = c.get('actor')
  return {
    // Encoded again: a path may hold a NUL, which PostgreSQL keeps in no text.
    scope: `${kind}:${id} ${c.req.method} ${encodeURI(c.req.path)}`,
    key,
    requestHash: sha256(body),
    settled: false,
  }
}

/** A refusal rolled its transaction back, so it is kept apart; a 5xx is not kept at all. */
async function settleRefusal(c: AppContext, pending: PendingOnce): Promise<void> {
  const { status } = c.res
  if (pending.settled || status >= 500 || status < 400) return
  const text = await c.res.clone().text()
  if (['idempotency-key-reused', 'request-in-progress'].some((code) => text.includes(`"${code}"`)))
    return
  const contentType = c.res.headers.get('content-type') ?? ''
  const answer = { status, headers: { 'content-type': contentType }, body: text }
  try {
    await keepRefusal(
      c.get('deps'),
      joined(pending, () => answer),
      answer,
    )
  } catch (error) {
    if (!(error instanceof Replayed)) throw error
    c.res = replay(error.answer)
  }
}

export function replay(answer: StoredAnswer): Response {
  const headers = { ...answer.headers, 'Idempotency-Replayed': 'true' }
  return new Response(answer.body, { status: answer.status, headers })
}

/** The request's deps with its idempotency key joined to the answer of the command to come. */
export function depsWithOnce(c: AppContext, answerOf: (result: unknown) => StoredAnswer): Deps {
  const deps = c.get('deps')
  const pending = c.get('once')
  if (!pending) return deps
  return { ...deps, once: joined(pending, answerOf) }
}

function joined({ scope, key, requestHash }: PendingOnce, answerOf: Once['answerOf']): Once {
  return { scope, key, requestHash, answerOf }
}

/** The same for a page's form, whose hidden `_once` field is its key. */
export async function formOnce(c: AppContext): Promise<PendingOnce | undefined> {
  const body = await c.req.parseBody()
  const key = body._once
  if (typeof key !== 'string' || !printable.test(key)) return undefined
  const fields = Object.entries(body).filter(([, value]) => typeof value === 'string')
  return pendingFor(c, key, Buffer.from(JSON.stringify(fields)))
}

function keyMissing(): DomainError {
  return new DomainError({
    kind: 'malformed',
    code: 'idempotency-key-missing',
    detail: requestWords.keyMissing,
  })
}

function keyMalformed(): DomainError {
  return new DomainError({
    kind: 'malformed',
    code: 'idempotency-key-malformed',
    detail: requestWords.keyMalformed,
  })
}
