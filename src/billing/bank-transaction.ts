import type { Dong } from '../core/money.ts'
import type { Provider } from './bank-notification.ts'
import type { InvoiceState } from './invoice.ts'
import { type Match, matches } from './matching.ts'

/** What a notifier said, kept for good, with what became of it. */
export type BankTransaction = {
  id: string
  provider: Provider
  account: string
  amount: Dong
  content: string
  reference?: string
  occurredAt?: Date
  receivedAt: Date
  match: Match
  bill?: { id: string; number: string; billCode: string; state: InvoiceState }
  matchedBy?: string
  matchReason?: string
  matchedAt?: Date
}

/** What the queue page shows: `open` is what still needs a person. */
export type QueueFilter = Match | 'open' | 'all'

/** The filter a request names; anything else shows what needs someone. */
export function queueFilterOf(text: string | undefined): QueueFilter {
  const known: readonly QueueFilter[] = ['open', 'all', ...matches]
  return known.find((filter) => filter === text) ?? 'open'
}

export type BillCandidate = {
  id: string
  number: string
  billCode: string
  patientName: string
  remaining: Dong
  issuedAt: Date
}

/** One day at the bank: everything that came in is either on a bill or in a queue. */
export type DayFigures = { received: Dong; matched: Dong; queued: Dong }
