import type { Hono } from 'hono'
import { allow } from '../web/allow.ts'
import type { AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { bankRoutes } from './bank-routes.tsx'
import { postCancellation, postPayment, showBill, showReceipt } from './bill-routes.tsx'
import { showCounter } from './counter-routes.tsx'
import { groupBillRoutes } from './group-bill-routes.tsx'
import { postBill, showNewBill } from './new-bill-routes.tsx'
import { payeeRoutes } from './payee-routes.tsx'
import { priceRoutes } from './price-routes.tsx'

export function billingRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/bills', allow('invoice:read'), showCounter)
  app.get('/bills/new', allow('invoice:issue'), (c) => showNewBill(c, c.req.query('exam') ?? ''))
  app.post('/bills', allow('invoice:issue'), postBill)
  app.get('/bills/:id', allow('invoice:read'), (c) => showBill(c))
  app.get('/bills/:id/receipt.pdf', allow('invoice:read'), showReceipt)
  app.post('/bills/:id/payments', allow('payment:take'), postPayment)
  app.post('/bills/:id/cancellation', allow('invoice:cancel'), postCancellation)
  app.route('/', groupBillRoutes())
  app.route('/', bankRoutes())
  app.route('/', payeeRoutes())
  app.route('/', priceRoutes())
  return app
}
