import type { AppContext } from './context.ts'

/** A posted form's text fields; files are read by whoever expects one. */
export async function formOf(c: AppContext): Promise<Record<string, string>> {
  const fields = Object.entries(await c.req.parseBody())
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
