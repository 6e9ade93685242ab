import type { Dong } from '../core/money.ts'
import type { InvoiceState } from './invoice.ts'

/** What became of one bank transaction. Belongs to the transaction, never to the invoice. */
export const matches = [
  'exact',
  'partial',
  'over',
  'duplicate',
  'late',
  'unmatched',
  'foreign-account',
  'outgoing',
] as const
export type Match = (typeof matches)[number]

export type Decision = {
  match: Match
  /** What pays the bill off. */
  applied: Dong
  /** What is owed back to whoever paid. */
  excess: Dong
}

export type Receipt = { amount: Dong; direction: 'in' | 'out'; ours: boolean }
export type Bill = { state: InvoiceState; total: Dong; paid: Dong }

/** Kept and shown, but no money that came to us: never booked, never matched. */
export function isIgnored(match: Match): boolean {
  return match === 'outgoing' || match === 'foreign-account'
}

/**
 * Where received money goes. `bill` is the one invoice whose code stands in the memo: absent when
 * there is no code, an unknown one, or more than one.
 */
export function decideMatch(receipt: Receipt, bill: Bill | undefined): Decision {
  const { amount } = receipt
  if (receipt.direction === 'out' || amount <= 0) return nothing('outgoing')
  if (!receipt.ours) return nothing('foreign-account')
  if (!bill || bill.state === 'draft') return nothing('unmatched')
  if (bill.state === 'cancelled' || bill.state === 'entered-in-error') return nothing('late')
  const remaining = Math.max(0, bill.total - bill.paid)
  if (remaining === 0) return { match: 'duplicate', applied: 0, excess: amount }
  if (amount < remaining) return { match: 'partial', applied: amount, excess: 0 }
  if (amount === remaining) return { match: 'exact', applied: amount, excess: 0 }
  return { match: 'over', applied: remaining, excess: amount - remaining }
}

function nothing(match: Match): Decision {
  return { match, applied: 0, excess: 0 }
}

/** A facility that the money may be for, and its bills whose codes stand in the memo. */
export type Candidate = { facilityId: string; ours: boolean; home: boolean; invoiceIds: string[] }

export type Addressee = { facilityId: string; ours: boolean; invoiceId: string | undefined }

/**
 * The facility whose account received the money, preferring the one whose bill is named where
 * several share an account; a foreign account's news goes to the installation's own facility.
 * Two codes in two places of a memo name no bill: a person must choose.
 */
export function addresseeOf(
  candidates: readonly Candidate[],
  places: number,
): Addressee | undefined {
  const ours = candidates.filter((candidate) => candidate.ours)
  const chosen =
    ours.find(({ invoiceIds }) => invoiceIds.length > 0) ??
    ours.find(({ home }) => home) ??
    ours[0] ??
    candidates.find(({ home }) => home) ??
    candidates[0]
  if (!chosen) return undefined
  const { facilityId, invoiceIds } = chosen
  const named = chosen.ours && places === 1 && invoiceIds.length === 1
  const invoiceId = named ? invoiceIds[0] : undefined
  return { facilityId, ours: chosen.ours, invoiceId }
}

/** Money that arrived and stands in suspense: these a person may give to a bill. */
export function awaitsBill(transaction: { match: Match; matchedAt?: Date | undefined }): boolean {
  const { match, matchedAt } = transaction
  return (match === 'unmatched' || match === 'late') && matchedAt === undefined
}
