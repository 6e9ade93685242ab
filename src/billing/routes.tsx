import type { Hono } from 'hono'
import { allow } from '../web/allow.ts'
import type { AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { bankRoutes } from './bank-routes.tsx'
import { postCancellation, postPayment, showBill, showReceipt } from './bill-routes.tsx'
import { showCounter } from './counter-routes.tsx'
import { postBill, showNewBill } from './new-bill-routes.tsx'

export function billingRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/bills', allow('invoice:read'), showCounter)
  app.get('/bills/new', allow('invoice:issue'), (c) => showNewBill(c, c.req.query('exam') ?? ''))
  app.post('/bills', allow('invoice:issue'), postBill)
  app.get('/bills/:id', allow('invoice:read'), (c) => showBill(c))
  app.get('/bills/:id/receipt.pdf', allow('invoice:read'), showReceipt)
  app.post('/bills/:id/payments', allow('payment:take'), postPayment)
  app.post('/bills/:id/cancellation', allow('invoice:cancel'), postCancellation)
  app.route('/', bankRoutes())
  return app
}
