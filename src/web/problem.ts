import { HTTPException } from 'hono/http-exception'
import { DomainError, type ErrorKind, invalid } from '../core/errors.ts'
import { say } from '../core/text.ts'
import { databaseUnavailable, isConnectionLoss, isUnstorable } from '../platform/database.ts'
import { traceOf } from '../platform/log.ts'
import { type AppContext, speaksJson } from './context.ts'
import { errorPage } from './error-page.tsx'
import { errorWords, problemTitles } from './error-words.ts'

export const statusOf = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>

/** The one error door: RFC 9457 for programs, a page for people; a 500 says nothing but its id. */
export function answerError(error: unknown, c: AppContext): Response | Promise<Response> {
  const known = asDomainError(error)
  if (!known) {
    c.get('deps').log.error(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        route: c.req.routePath,
        ...traceOf(error),
      },
      'unexpected error',
    )
  }
  const shown = known ?? unexpected()
  const status = known ? statusOf[known.kind] : 500
  setHeaders(c, shown)
  if (!speaksJson(c)) return errorPage(c, { status, error: shown })
  return c.body(JSON.stringify(problemOf(shown, status, c)), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}

function problemOf(error: DomainError, status: number, c: AppContext): object {
  const lang = c.get('lang') ?? 'vi'
  return {
    type: `https://lienthong.example/problems/${error.code}`,
    title: problemTitles[status]?.[lang] ?? error.code,
    status,
    code: error.code,
    detail: say(error.detail, lang),
    requestId: c.get('requestId'),
    ...(error.errors.length > 0 && {
      errors: error.errors.map(({ pointer, code, message }) => ({
        pointer,
        code,
        message: say(message, lang),
      })),
    }),
    ...error.extra,
  }
}

function setHeaders(c: AppContext, error: DomainError): void {
  if (error.kind === 'unauthenticated') c.header('WWW-Authenticate', 'Bearer')
  if (error.kind === 'unavailable') c.header('Retry-After', '2')
  if (error.code === 'request-in-progress') c.header('Retry-After', '1')
  if (error.kind === 'too-many') c.header('Retry-After', String(error.extra.retryAfter ?? 60))
  c.header('Cache-Control', 'no-store')
}

function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error
  if (isConnectionLoss(error)) return databaseUnavailable()
  if (isUnstorable(error)) return invalid([], 'control-character')
  if (error instanceof HTTPException) return fromHttp(error.status)
  return undefined
}

function fromHttp(status: number): DomainError | undefined {
  const kind = (Object.keys(statusOf) as ErrorKind[]).find((name) => statusOf[name] === status)
  const title = problemTitles[status]
  return kind && title && new DomainError({ kind, code: kind, detail: title })
}

function unexpected(): DomainError {
  return new DomainError({
    kind: 'unavailable',
    code: 'unexpected',
    detail: errorWords.unexpected,
  })
}
