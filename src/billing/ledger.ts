import type { Dong } from '../core/money.ts'
import { type Decision, isIgnored } from './matching.ts'

/**
 * `patient-credit` is money to give back; `suspense` is money that arrived and whose bill nobody
 * has named yet.
 */
export const accounts = [
  'cash',
  'bank',
  'receivable',
  'revenue',
  'patient-credit',
  'suspense',
] as const
export type Account = (typeof accounts)[number]

export type JournalLine = { account: Account; debit: Dong; credit: Dong }

/** Revenue counts when the bill is issued; what is not yet paid stands as a receivable. */
export function issueLines(total: Dong): JournalLine[] {
  return [debit('receivable', total), credit('revenue', total)]
}

/** The ledger is only ever appended to: a cancelled bill is taken back, not removed. */
export function cancelLines(total: Dong): JournalLine[] {
  return [debit('revenue', total), credit('receivable', total)]
}

export function cashLines(amount: Dong): JournalLine[] {
  return [debit('cash', amount), credit('receivable', amount)]
}

/** One entry per bank transaction: what pays the bill, what is owed back, what is unexplained. */
export function bankLines(amount: Dong, decision: Decision): JournalLine[] {
  if (isIgnored(decision.match)) return []
  return compact([debit('bank', amount), ...destinationOf(amount, decision)])
}

/** Someone named the bill of money that stood in suspense. */
export function manualMatchLines(amount: Dong, decision: Decision): JournalLine[] {
  return compact([debit('suspense', amount), ...destinationOf(amount, decision)])
}

function destinationOf(amount: Dong, { applied, excess }: Decision): JournalLine[] {
  return [
    credit('receivable', applied),
    credit('patient-credit', excess),
    credit('suspense', amount - applied - excess),
  ]
}

function debit(account: Account, amount: Dong): JournalLine {
  return { account, debit: amount, credit: 0 }
}

function credit(account: Account, amount: Dong): JournalLine {
  return { account, debit: 0, credit: amount }
}

function compact(lines: JournalLine[]): JournalLine[] {
  return lines.filter((line) => line.debit + line.credit > 0)
}
