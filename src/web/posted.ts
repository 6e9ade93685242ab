import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../core/errors.ts'
import { type AppContext, type AppEnv, speaksJson } from './context.ts'
import { requestWords } from './request-words.ts'

/** A posted form's text fields; files are read by whoever expects one. */
export async function formOf(c: AppContext): Promise<Record<string, string>> {
  const fields = Object.entries(await c.req.parseBody())
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** A form in parts that is cut or names no boundary is the sender's fault, wherever it is read. */
export const readableForm: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.header('content-type')?.startsWith('multipart/form-data') && !speaksJson(c)) {
    await c.req.parseBody().catch(() => {
      throw unreadableForm()
    })
  }
  await next()
}

function unreadableForm(): DomainError {
  return new DomainError({
    kind: 'malformed',
    code: 'form-malformed',
    detail: requestWords.unreadableForm,
  })
}
