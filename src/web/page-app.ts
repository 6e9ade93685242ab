import { Hono } from 'hono'
import type { AppEnv } from './context.ts'

/** A feature's pages, with full paths, mounted by app.tsx at the root. */
export function pageApp(): Hono<AppEnv> {
  return new Hono<AppEnv>()
}
