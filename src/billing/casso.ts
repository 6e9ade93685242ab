import { z } from 'zod'
import {
  bankTime,
  cassoCanonical,
  type NotificationHeaders,
  type Received,
  withinWindow,
} from './bank-notification.ts'
import { hmacHex, sameSecret } from './proof.ts'

const bodySchema = z.looseObject({
  error: z.number().optional(),
  data: z.looseObject({
    id: z.number().int(),
    reference: z.string().nullish(),
    description: z.string().nullish(),
    amount: z.number().int(),
    transactionDateTime: z.string().nullish(),
    accountNumber: z.string(),
    virtualAccountNumber: z.string().nullish(),
  }),
})

/** `t=<ms>,v1=<hex>`: HMAC-SHA512 over the time and the body with its keys sorted. */
export function cassoProofHolds(
  headers: NotificationHeaders,
  body: unknown,
  checksumKey: string | undefined,
  now: Date,
): boolean {
  const header = /^t=(\d{1,15}),\s*v1=([0-9a-f]{128})$/i.exec(
    headers.get('X-Casso-Signature') ?? '',
  )
  const [sentAt, signature] = [header?.[1], header?.[2]]
  if (!sentAt || !signature || !checksumKey) return false
  const expected = hmacHex('sha512', checksumKey, cassoCanonical(sentAt, body))
  return sameSecret(signature.toLowerCase(), expected) && withinWindow(Number(sentAt), now)
}

export function readCasso(body: unknown): Received {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) return 'unreadable'
  const { data } = parsed.data
  if (data.id === 0) return 'no-transaction'
  const occurredAt = bankTime(data.transactionDateTime)
  return {
    provider: 'casso',
    providerId: String(data.id),
    direction: data.amount < 0 ? 'out' : 'in',
    amount: data.amount,
    accounts: [data.accountNumber, data.virtualAccountNumber ?? ''].filter((a) => a !== ''),
    memo: data.description ?? '',
    ...(data.reference ? { reference: data.reference } : {}),
    ...(occurredAt ? { occurredAt } : {}),
  }
}
