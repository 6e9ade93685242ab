import type { TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Deps } from '../platform/deps.ts'
import { Replayed, type StoredAnswer } from '../platform/once.ts'
import type { AppContext } from './context.ts'
import { depsWithOnce, formOnce, replay } from './once.ts'

type Answering<T> = {
  status: 200 | 201 | ((result: T) => 200 | 201)
  /** The command, given deps that carry the request's idempotency key. */
  run: (deps: Deps) => Promise<T>
  /** The representation; pure, since it is kept inside the command's transaction. */
  body: (result: T) => object
  headers?: (result: T) => Record<string, string>
}

/** Passes for whatever an OpenAPI route declares: the body was composed from its command's result. */
export type Answered = Response & TypedResponse<never, never, never>

/** Runs a machine's write and answers it; asked again with the same key, answers the same again. */
export async function answer<T>(c: AppContext, answering: Answering<T>): Promise<Answered> {
  return (await answerOnce(c, answering)) as Answered
}

async function answerOnce<T>(c: AppContext, answering: Answering<T>): Promise<Response> {
  let made: StoredAnswer | undefined
  const answerOf = (result: unknown): StoredAnswer => {
    made = composed(answering, result as T)
    return made
  }
  try {
    const result = await answering.run(depsWithOnce(c, answerOf))
    const settled = made ?? composed(answering, result)
    const pending = c.get('once')
    if (pending) pending.settled = true
    return c.body(settled.body, settled.status as ContentfulStatusCode, settled.headers)
  } catch (error) {
    if (!(error instanceof Replayed)) throw error
    const pending = c.get('once')
    if (pending) pending.settled = true
    return replay(error.answer)
  }
}

function composed<T>(answering: Answering<T>, result: T): StoredAnswer {
  const { status } = answering
  const body = answering.body(result)
  const version = 'version' in body ? { etag: `"${body.version}"` } : {}
  return {
    status: typeof status === 'function' ? status(result) : status,
    headers: { 'content-type': 'application/json', ...version, ...answering.headers?.(result) },
    body: JSON.stringify(body),
  }
}

/** Runs a form's command once, however often it is submitted, and sends the browser on (303). */
export async function redirectAfter<T>(
  c: AppContext,
  form: { run: (deps: Deps) => Promise<T>; to: (result: T) => string },
): Promise<Response> {
  const pending = await formOnce(c)
  c.set('once', pending)
  const answerOf = (result: unknown): StoredAnswer => ({
    status: 303,
    headers: { location: form.to(result as T) },
    body: '',
  })
  try {
    const result = await form.run(depsWithOnce(c, answerOf))
    return c.redirect(form.to(result), 303)
  } catch (error) {
    if (error instanceof Replayed) return c.redirect(error.answer.headers.location ?? '/', 303)
    throw error
  }
}

/** The version a caller says it has read; undefined when it does not say. */
export function expectedVersion(c: AppContext): number | undefined {
  const header = c.req.header('if-match')
  if (header === undefined || header === '*') return undefined
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())
  return match ? Number(match[1]) : -1
}
