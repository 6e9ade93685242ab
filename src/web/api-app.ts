import { OpenAPIHono } from '@hono/zod-openapi'
import { DomainError, notFound } from '../core/errors.ts'
import type { AppEnv } from './context.ts'
import { requestWords } from './request-words.ts'
import { fieldErrors, unstorable } from './validation.ts'

/** A feature's machine routes: what zod refuses becomes one 422 with every fault named. */
export function apiApp(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      const errors = result.success ? unstorable(result.data) : fieldErrors(result.error.issues)
      if (errors.length === 0) return
      if (result.target === 'param') throw notFound(requestWords.aRecord)
      throw new DomainError({
        kind: 'invalid',
        code: 'invalid',
        detail: requestWords.invalidContent,
        errors,
      })
    },
  })
}
