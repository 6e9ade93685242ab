import { DomainError } from '../core/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { receiveBankNotification } from './bank-commands.ts'
import type { NotificationHeaders, Provider, Received } from './bank-notification.ts'
import { cassoProofHolds, readCasso } from './casso.ts'
import { payosProofHolds, readPayos } from './payos.ts'
import { readSepay, sepayProofHolds } from './sepay.ts'
import { words } from './words.ts'

const readers: Record<Provider, (body: unknown) => Received> = {
  sepay: readSepay,
  payos: readPayos,
  casso: readCasso,
}

/** Believes a notifier's message only by its proof over what was sent, then stores and settles. */
export async function takeBankMessage(
  deps: Deps,
  provider: Provider,
  message: { headers: NotificationHeaders; raw: string },
): Promise<void> {
  const body = jsonOf(message.raw)
  if (!proofHolds(deps, provider, message, body)) throw forged()
  const received = readers[provider](body)
  if (received === 'no-transaction') return
  if (received === 'unreadable') throw unreadable()
  const { match } = await receiveBankNotification(deps, {
    notification: received,
    raw: message.raw,
  })
  deps.log.info({ provider, match, requestId: deps.requestId }, 'bank notification')
}

function proofHolds(
  deps: Deps,
  provider: Provider,
  { headers, raw }: { headers: NotificationHeaders; raw: string },
  body: unknown,
): boolean {
  const { env } = deps
  const now = deps.clock.now()
  switch (provider) {
    case 'payos':
      return payosProofHolds(body, env.PAYOS_CHECKSUM_KEY)
    case 'casso':
      return cassoProofHolds(headers, body, env.CASSO_CHECKSUM_KEY, now)
    case 'sepay': {
      const { SEPAY_API_KEY: apiKey, SEPAY_SECRET: secret } = env
      const keys = { apiKey, secret, signatureRequired: env.sepaySignatureRequired }
      return sepayProofHolds(headers, raw, keys, now)
    }
  }
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

function forged(): DomainError {
  return new DomainError({
    kind: 'unauthenticated',
    code: 'proof-invalid',
    detail: words.forged,
  })
}

function unreadable(): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'notification-unreadable',
    detail: words.unreadable,
  })
}
