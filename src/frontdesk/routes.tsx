import type { Hono } from 'hono'
import type { AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { personRoutes } from './person-routes.tsx'
import { visitRoutes } from './visit-routes.tsx'

/** The page of one person and the page of one visit. */
export function frontdeskRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.route('/', personRoutes())
  app.route('/', visitRoutes())
  return app
}
