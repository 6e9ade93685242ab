import type { AppContext } from './context.ts'
import type { Said } from './pieces/said.tsx'

/** What `?said=<key>` stands for on this page: only what the page itself knows to say. */
export function saidIn(
  c: AppContext,
  sayings: Readonly<Record<string, Said | undefined>>,
): Said | undefined {
  const key = c.req.query('said') ?? ''
  return Object.hasOwn(sayings, key) ? sayings[key] : undefined
}
