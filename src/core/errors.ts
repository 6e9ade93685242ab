import { say, type Text } from './text.ts'
import { words } from './words.ts'

/** What went wrong, in the field's terms; `web/problem` alone turns a kind into HTTP. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'unsupported-media'
  | 'too-many'
  | 'unavailable'

/** One fault in the request. `pointer` is a JSON Pointer into the body the caller sent. */
export type FieldError = { pointer: string; code: string; message: Text }

export type DomainErrorInit = {
  kind: ErrorKind
  /** kebab-case, stable: programs branch on it. */
  code: string
  detail: Text
  errors?: readonly FieldError[]
  /** Further members of the problem document, e.g. `existingId`, `candidates`, `missing`. */
  extra?: Readonly<Record<string, unknown>>
}

export class DomainError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly detail: Text
  readonly errors: readonly FieldError[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(init: DomainErrorInit) {
    super(`${init.kind}: ${init.code}`)
    this.name = 'DomainError'
    this.kind = init.kind
    this.code = init.code
    this.detail = init.detail
    this.errors = init.errors ?? []
    this.extra = init.extra ?? {}
  }
}

/** Someone else's record and a record that is not there answer alike (attacks.md 2). */
export function notFound(what: Text | string): DomainError {
  return new DomainError({
    kind: 'not-found',
    code: 'not-found',
    detail: {
      vi: say(words.notFound, 'vi', { what: typeof what === 'string' ? what : what.vi }),
      en: say(words.notFound, 'en', { what: typeof what === 'string' ? what : what.en }),
    },
  })
}

export function conflict(
  code: string,
  detail: Text,
  extra: Record<string, unknown> = {},
): DomainError {
  return new DomainError({ kind: 'conflict', code, detail, extra })
}

/** The caller decided on a representation that is no longer the present one. */
export function staleVersion(): DomainError {
  return conflict('stale-version', words.staleVersion)
}

export function invalid(errors: readonly FieldError[], code = 'invalid'): DomainError {
  return new DomainError({
    kind: 'invalid',
    code,
    detail: words.invalid,
    errors,
  })
}
