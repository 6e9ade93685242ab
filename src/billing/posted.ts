import { type Clock, today } from '../platform/clock.ts'
import type { AppContext } from '../web/context.ts'

/** A posted form's text fields. */
export async function formOf(c: AppContext): Promise<Record<string, string>> {
  const fields = Object.entries(await c.req.parseBody())
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Midnight in Vietnam. */
export function startOfToday(clock: Clock): Date {
  return new Date(`${today(clock)}T00:00:00+07:00`)
}
