import { z } from '@hono/zod-openapi'
import { providers } from './bank-notification.ts'
import { invoiceStates } from './invoice.ts'
import { matches } from './matching.ts'

/** What programs are answered, for the OpenAPI document. */
const dong = z.int().openapi({ description: 'A whole number of VND' })

export const paymentBody = z.object({
  id: z.string(),
  receiptNumber: z.string(),
  method: z.enum(['cash', 'transfer']),
  amount: dong,
  tendered: dong.optional(),
  reference: z.string().optional(),
  match: z.enum(matches).optional(),
  takenAt: z.iso.datetime(),
})

export const invoiceBody = z
  .object({
    id: z.string(),
    version: z.int(),
    number: z.string(),
    examId: z.string(),
    billCode: z.string(),
    state: z.enum(invoiceStates),
    lines: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        unit: z.string(),
        quantity: z.int(),
        price: dong,
        amount: dong,
      }),
    ),
    total: dong,
    paid: dong,
    remaining: dong,
    overpaid: dong,
    qr: z
      .object({
        payload: z.string(),
        bank: z.object({ bin: z.string(), name: z.string() }),
        account: z.string(),
        name: z.string(),
        amount: dong,
      })
      .optional(),
    qrReason: z.string().optional(),
    payments: z.array(paymentBody),
    issuedAt: z.iso.datetime(),
    cancelReason: z.string().optional(),
  })
  .openapi('Invoice')

export const pricesBody = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      price: dong,
      legalSource: z.string(),
      effectiveFrom: z.iso.date(),
      effectiveTo: z.iso.date().optional(),
      published: z.boolean(),
      illustrative: z.boolean(),
    }),
  ),
  next: z.string().optional(),
})

export const cashTakenBody = z.object({ payment: paymentBody, change: dong })

const tlv = z.array(
  z.object({ id: z.string(), value: z.string(), nested: z.array(z.unknown()).optional() }),
)

export const decodedBody = z
  .object({
    scheme: z.enum(['vietqr', 'emv']),
    pointOfInitiation: z.string().optional(),
    bank: z.object({ bin: z.string(), name: z.string().optional() }).optional(),
    account: z.string().optional(),
    service: z.enum(['account', 'card']).optional(),
    amount: dong.optional(),
    merchantCategory: z.string().optional(),
    name: z.string().optional(),
    city: z.string().optional(),
    billNumber: z.string().optional(),
    reference: z.string().optional(),
    terminal: z.string().optional(),
    purpose: z.string().optional(),
    tlv,
  })
  .openapi('DecodedQr')

export const providerParams = z.object({ provider: z.enum(providers) })
