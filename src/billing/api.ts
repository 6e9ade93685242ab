import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { conflict, notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { today } from '../platform/clock.ts'
import { recordView } from '../platform/publish.ts'
import { qrSvg } from '../platform/qr-drawing.ts'
import { allow } from '../web/allow.ts'
import { answer, expectedVersion } from '../web/answer.ts'
import { apiApp } from '../web/api-app.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { once } from '../web/once.ts'
import { cashTakenBody, decodedBody, invoiceBody, pricesBody } from './api-schema.ts'
import { type Provider, providers } from './bank-notification.ts'
import { bankWords } from './bank-words.ts'
import { bankName } from './banks.ts'
import { billWords } from './bill-words.ts'
import { issueInvoice, takeCashPayment } from './commands.ts'
import type { Invoice } from './invoice.ts'
import { loadInvoice } from './invoice-repository.ts'
import { paymentQrOf } from './payment-qr.ts'
import { presentDecoded, presentInvoice, presentPayment, presentPrice } from './present.ts'
import { listPrices } from './price-repository.ts'
import { printBill } from './print.ts'
import { cashPaymentSchema, decodeSchema, issueInvoiceSchema } from './schema.ts'
import { decodeQr } from './vietqr-decode.ts'
import { takeBankMessage } from './webhook.ts'

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } })
const params = z.object({ id: z.string() })
const paperQuery = z.object({ paper: z.enum(['A5', '80mm']).optional() })
const ok = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: json(schema),
})

const pricesRoute = createRoute({
  method: 'get',
  path: '/api/v1/prices',
  summary: 'The price list of today',
  middleware: [allow('price:read')] as const,
  responses: { 200: ok(pricesBody, 'Prices in effect') },
})

const issueRoute = createRoute({
  method: 'post',
  path: '/api/v1/invoices',
  summary: 'Issue a bill for an exam at the prices of today',
  middleware: [allow('invoice:issue'), once()] as const,
  request: { body: { content: json(issueInvoiceSchema), required: true } },
  responses: { 201: ok(invoiceBody, 'The bill, with its VietQR') },
})

const invoiceRoute = createRoute({
  method: 'get',
  path: '/api/v1/invoices/{id}',
  summary: 'A bill',
  middleware: [allow('invoice:read')] as const,
  request: { params },
  responses: { 200: ok(invoiceBody, 'The bill') },
})

const qrRoute = createRoute({
  method: 'get',
  path: '/api/v1/invoices/{id}/qr.svg',
  summary: 'The VietQR of what remains to be paid',
  middleware: [allow('invoice:read')] as const,
  request: { params },
  responses: {
    200: {
      description: 'The code, error correction M',
      content: { 'image/svg+xml': { schema: z.string() } },
    },
  },
})

const pdfRoute = createRoute({
  method: 'get',
  path: '/api/v1/invoices/{id}/bill.pdf',
  summary: 'The bill on paper; the receipt once it is paid',
  middleware: [allow('invoice:read')] as const,
  request: { params, query: paperQuery },
  responses: {
    200: {
      description: 'A5 or an 80 mm roll',
      content: { 'application/pdf': { schema: z.string() } },
    },
  },
})

const cashRoute = createRoute({
  method: 'post',
  path: '/api/v1/invoices/{id}/payments',
  summary: 'Take cash for all that remains',
  middleware: [allow('payment:take'), once()] as const,
  request: { params, body: { content: json(cashPaymentSchema), required: true } },
  responses: { 201: ok(cashTakenBody, 'The payment and the change') },
})

const decodeRoute = createRoute({
  method: 'post',
  path: '/api/v1/vietqr/decode',
  summary: 'Read a VietQR or another EMV merchant code strictly',
  middleware: [allow('signed-in')] as const,
  request: { body: { content: json(decodeSchema), required: true } },
  responses: { 200: ok(decodedBody, 'What the code says') },
})

const webhookRoute = createRoute({
  method: 'post',
  path: '/webhooks/bank/{provider}',
  summary: 'A bank notification; proves itself, repeats change nothing',
  security: [],
  middleware: [allow.everyone('the notifier proves itself over the body it sends')] as const,
  request: { params: z.object({ provider: z.string().openapi({ enum: [...providers] }) }) },
  responses: { 200: ok(z.object({ success: z.literal(true) }), 'Stored, first or repeated') },
})

export function billingApi(): OpenAPIHono<AppEnv> {
  const api = apiApp()
  api.openapi(pricesRoute, async (c) => {
    const { database, clock } = c.get('deps')
    const rows = await listPrices(database, c.get('actor').facilityId, today(clock))
    return c.json({ items: rows.map(presentPrice) }, 200)
  })
  api.openapi(issueRoute, (c) => {
    const input = c.req.valid('json')
    const lang = c.get('lang')
    return answer(c, {
      status: 201,
      run: (deps) => issueInvoice(deps, c.get('actor'), input),
      body: (invoice) => presentInvoice(invoice, lang),
      headers: ({ id }) => ({ Location: `/api/v1/invoices/${id}` }),
    })
  })
  api.openapi(invoiceRoute, async (c) => {
    const invoice = await invoiceAsked(c)
    const { patientId } = invoice
    const view = {
      action: 'invoice.viewed',
      subjectType: 'invoice',
      subjectId: invoice.id,
    } as const
    await recordView(c.get('deps'), c.get('actor'), { ...view, patientId })
    c.header('ETag', `"${invoice.version}"`)
    return c.json(presentInvoice(invoice, c.get('lang')), 200)
  })
  api.openapi(qrRoute, async (c) => {
    const qr = paymentQrOf(await invoiceAsked(c))
    if ('reason' in qr) throw conflict('no-qr', qr.reason)
    const headers = { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' }
    return c.body(qrSvg(qr.payload, 'VietQR'), 200, headers)
  })
  api.openapi(pdfRoute, async (c) => {
    const invoice = await invoiceAsked(c)
    const bytes = await printBill(
      c.get('deps'),
      c.get('actor'),
      invoice,
      c.req.valid('query').paper,
    )
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${invoice.number}.pdf"`,
      'Cache-Control': 'no-store',
    })
  })
  api.openapi(cashRoute, (c) => {
    const { tendered } = c.req.valid('json')
    const input = { invoiceId: c.req.valid('param').id, tendered, version: expectedVersion(c) }
    return answer(c, {
      status: 201,
      run: (deps) => takeCashPayment(deps, c.get('actor'), input),
      body: ({ payment, change }) => ({ payment: presentPayment(payment), change }),
      headers: ({ invoiceId }) => ({ Location: `/api/v1/invoices/${invoiceId}` }),
    })
  })
  api.openapi(decodeRoute, (c) => {
    const decoded = decodeQr(c.req.valid('json').payload)
    return c.json(presentDecoded(decoded, bankName), 200)
  })
  api.openapi(webhookRoute, async (c) => {
    const provider = providerNamed(c.req.valid('param').provider)
    const headers = { get: (name: string) => c.req.header(name) }
    await takeBankMessage(c.get('deps'), provider, { headers, raw: await c.req.text() })
    return c.json({ success: true as const }, 200)
  })
  return api
}

function invoiceAsked(c: AppContext): Promise<Invoice> {
  const { database, env } = c.get('deps')
  const id = requireId(c.req.param('id') ?? '', billWords.aBill)
  return loadInvoice(database, { facilityId: c.get('actor').facilityId, env }, id)
}

function providerNamed(name: string): Provider {
  const provider = providers.find((known) => known === name)
  if (!provider) throw notFound(bankWords.aNotifier)
  return provider
}
