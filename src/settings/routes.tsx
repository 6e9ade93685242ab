import type { Hono } from 'hono'
import type { AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { facilityRoutes } from './facility-routes.tsx'

/** What a house says of itself: its name and place, its logo, its hours. */
export function settingRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.route('/', facilityRoutes())
  app.route('/', calendarRoutes())
  return app
}
