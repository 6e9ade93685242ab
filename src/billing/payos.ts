import { z } from 'zod'
import { bankTime, payosCanonical, type Received } from './bank-notification.ts'
import { hmacHex, sameSecret } from './proof.ts'

const envelope = z.looseObject({
  data: z.record(z.string(), z.unknown()),
  signature: z.string(),
})

const dataSchema = z.looseObject({
  amount: z.number().int(),
  description: z.string().nullish(),
  accountNumber: z.string(),
  virtualAccountNumber: z.string().nullish(),
  reference: z.string().min(1).max(100),
  paymentLinkId: z.string().max(100).nullish(),
  transactionDateTime: z.string().nullish(),
  currency: z.string().nullish(),
  code: z.string().nullish(),
})

/** The proof stands in the body and covers `data`; payOS sends no time to check. */
export function payosProofHolds(body: unknown, checksumKey: string | undefined): boolean {
  const parsed = envelope.safeParse(body)
  if (!parsed.success || !checksumKey) return false
  const expected = hmacHex('sha256', checksumKey, payosCanonical(parsed.data.data))
  return sameSecret(parsed.data.signature.toLowerCase(), expected)
}

export function readPayos(body: unknown): Received {
  const parsed = z.looseObject({ data: dataSchema }).safeParse(body)
  if (!parsed.success) return 'unreadable'
  const { data } = parsed.data
  if (data.currency && data.currency !== 'VND') return 'unreadable'
  if (data.code && data.code !== '00') return 'no-transaction'
  const occurredAt = bankTime(data.transactionDateTime)
  return {
    provider: 'payos',
    providerId: `${data.reference}:${data.paymentLinkId ?? ''}`,
    direction: 'in',
    amount: data.amount,
    accounts: [data.accountNumber, data.virtualAccountNumber ?? ''].filter((a) => a !== ''),
    memo: data.description ?? '',
    reference: data.reference,
    ...(occurredAt ? { occurredAt } : {}),
  }
}
