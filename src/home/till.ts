import type { BankTransaction } from '../billing/bank-transaction.ts'
import type { UnbilledExam } from '../billing/invoice.ts'
import type { Dong } from '../core/money.ts'

export type UnpaidBill = {
  id: string
  number: string
  patientName: string
  remaining: Dong
  issuedAt: Date
}

/** Bills that wait for money, whoever waits longest first, with how much is owed in all. */
export type Unpaid = { bills: readonly UnpaidBill[]; count: number; owed: Dong }

/** What stands at the till now: no findings, no outcomes. */
export type TillDay = {
  unbilled: readonly UnbilledExam[]
  unpaid: Unpaid
  takings: { cash: Dong; transfer: Dong }
  /** What only who answers for the till works on. */
  manager?: { transfers: readonly BankTransaction[]; earlier: Unpaid }
}
