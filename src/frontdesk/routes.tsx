import type { Hono } from 'hono'
import type { AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { moveRoutes } from './appointment-move-routes.tsx'
import { appointmentRoutes } from './appointment-routes.tsx'
import { bookRoutes } from './book-routes.tsx'
import { groupRoutes } from './group-routes.tsx'
import { cardSeenRoutes } from './identity-routes.tsx'
import { messageRoutes } from './message-routes.tsx'
import { personRoutes } from './person-routes.tsx'
import { stationRoutes } from './station-routes.tsx'
import { visitRoutes } from './visit-routes.tsx'

/** The page of one person, the page of one visit, and the stations between them. */
export function frontdeskRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.route('/', personRoutes())
  app.route('/', visitRoutes())
  app.route('/', cardSeenRoutes())
  app.route('/', appointmentRoutes())
  app.route('/', moveRoutes())
  app.route('/', bookRoutes())
  app.route('/', messageRoutes())
  app.route('/', groupRoutes())
  app.route('/', stationRoutes())
  return app
}
