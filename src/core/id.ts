import { notFound } from './errors.ts'
import type { Text } from './text.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}

/** The id, or the same 404 that a record which is not there answers. */
export function requireId(text: string, what: Text | string): string {
  if (!isId(text)) throw notFound(what)
  return text
}
