import type { Dong } from '../core/money.ts'

export const providers = ['sepay', 'payos', 'casso'] as const
export type Provider = (typeof providers)[number]

/** What one notifier says happened on the account, in terms common to all three. */
export type BankNotification = {
  provider: Provider
  /** The notifier's own identity of the transaction; repeats carry the same one. */
  providerId: string
  direction: 'in' | 'out'
  amount: Dong
  /** The accounts it may concern: the bank account, and a virtual one in front of it. */
  accounts: string[]
  memo: string
  reference?: string
  occurredAt?: Date
}

export type NotificationHeaders = { get(name: string): string | undefined }

/** What a provider's genuine message says; a test ping and a failed attempt move no money. */
export type Received = BankNotification | 'no-transaction' | 'unreadable'

/** How far a notifier's clock may be from ours, either way. */
const WINDOW_MS = 5 * 60_000

export function withinWindow(sentAt: number, now: Date): boolean {
  return Math.abs(now.getTime() - sentAt) <= WINDOW_MS
}

/** Banks write local time, `2023-03-25 14:02:37`; some ISO with an offset. */
export function bankTime(text: string | null | undefined): Date | undefined {
  if (!text) return undefined
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text)
  const at = new Date(local ? `${local[1]}T${local[2]}+07:00` : text)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** The text an HMAC of payOS covers: keys sorted, `k=v` joined by `&`, absent values empty. */
export function payosCanonical(data: Readonly<Record<string, unknown>>): string {
  return Object.keys(data)
    .sort()
    .map((key) => `${key}=${payosValue(data[key])}`)
    .join('&')
}

function payosValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(sortedKeys(value)) : String(value)
}

/** The text an HMAC of Casso covers: time, dot, the body with keys sorted at every depth. */
export function cassoCanonical(sentAt: string, body: unknown): string {
  return `${sentAt}.${JSON.stringify(sortedKeys(body))}`
}

/** The text an HMAC of SePay covers. */
export function sepayCanonical(sentAt: string, rawBody: string): string {
  return `${sentAt}.${rawBody}`
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sortedKeys(inner)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
