import { z } from 'zod'

/** More than any counter sells at once; keeps every total far below 2^53. */
const MOST_PER_LINE = 100_000

export const itemSchema = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z._-]{1,40}$/),
  quantity: z.number().int().min(1).max(MOST_PER_LINE),
})

export const issueInvoiceSchema = z.strictObject({
  examId: z.string().min(1).max(100),
  items: z.array(itemSchema).min(1).max(100),
})
export type IssueInvoice = z.infer<typeof issueInvoiceSchema>

export const cashPaymentSchema = z.strictObject({
  method: z.literal('cash'),
  tendered: z.number().int().min(1).max(1_000_000_000_000),
})

/** PostgreSQL keeps no NUL in a text. */
const reason = z
  .string()
  .trim()
  .min(5)
  .max(500)
  .refine((text) => !text.includes('\0'))

export const cancelSchema = z.strictObject({ reason })

export const matchSchema = z.strictObject({
  /** The bill's code or number, as it is printed. */
  bill: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{1,30}$/),
  reason,
})

export const decodeSchema = z.strictObject({ payload: z.string().max(2_000) })
