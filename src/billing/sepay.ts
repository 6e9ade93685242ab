import { z } from 'zod'
import {
  bankTime,
  type NotificationHeaders,
  type Received,
  sepayCanonical,
  withinWindow,
} from './bank-notification.ts'
import { hmacHex, sameSecret } from './proof.ts'

/** `signatureRequired`: a key in the header alone does not do once a secret is configured. */
export type SepayKeys = {
  apiKey?: string | undefined
  secret?: string | undefined
  signatureRequired: boolean
}

const bodySchema = z.looseObject({
  id: z.union([z.number().int(), z.string().min(1).max(100)]),
  transactionDate: z.string().nullish(),
  accountNumber: z.string(),
  subAccount: z.string().nullish(),
  content: z.string().nullish(),
  description: z.string().nullish(),
  transferType: z.enum(['in', 'out']),
  transferAmount: z.number().int(),
  referenceCode: z.string().nullish(),
})

/** `Apikey` in the authorisation header, or an HMAC over time and raw body, not older than 5 min. */
export function sepayProofHolds(
  headers: NotificationHeaders,
  rawBody: string,
  keys: SepayKeys,
  now: Date,
): boolean {
  const signature = headers.get('X-SePay-Signature')
  if (signature !== undefined) return signatureHolds(signature, headers, rawBody, keys.secret, now)
  if (keys.signatureRequired || !keys.apiKey) return false
  const given = /^Apikey (.+)$/i.exec(headers.get('Authorization') ?? '')?.[1]
  return given !== undefined && sameSecret(given.trim(), keys.apiKey)
}

function signatureHolds(
  signature: string,
  headers: NotificationHeaders,
  rawBody: string,
  secret: string | undefined,
  now: Date,
): boolean {
  const sentAt = headers.get('X-SePay-Timestamp') ?? ''
  if (!secret || !/^\d{1,12}$/.test(sentAt)) return false
  const expected = `sha256=${hmacHex('sha256', secret, sepayCanonical(sentAt, rawBody))}`
  return sameSecret(signature.toLowerCase(), expected) && withinWindow(Number(sentAt) * 1000, now)
}

export function readSepay(body: unknown): Received {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) return 'unreadable'
  const { data } = parsed
  const occurredAt = bankTime(data.transactionDate)
  return {
    provider: 'sepay',
    providerId: String(data.id),
    direction: data.transferType,
    amount: data.transferAmount,
    accounts: [data.accountNumber, data.subAccount ?? ''].filter((account) => account !== ''),
    memo: data.content || data.description || '',
    ...(data.referenceCode ? { reference: data.referenceCode } : {}),
    ...(occurredAt ? { occurredAt } : {}),
  }
}
