import type { CalendarDate } from '../core/calendar-date.ts'
import { conflict } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import type { Match } from './matching.ts'
import { words } from './words.ts'

export const invoiceStates = [
  'draft',
  'issued',
  'balanced',
  'cancelled',
  'entered-in-error',
] as const
export type InvoiceState = (typeof invoiceStates)[number]
export type InvoiceAction = 'issue' | 'pay' | 'cancel' | 'print'

/** The page draws its buttons from the table the commands check. */
export const allowedActions = {
  draft: ['issue'],
  issued: ['pay', 'cancel', 'print'],
  balanced: ['print'],
  cancelled: ['print'],
  'entered-in-error': [],
} as const satisfies Record<InvoiceState, readonly InvoiceAction[]>

export type InvoiceLine = {
  code: string
  name: string
  unit: string
  quantity: number
  price: Dong
  amount: Dong
}

/** The account that patients pay into, as it is printed beside every QR. */
export type Payee = { bin: string; bankName: string; account: string; name: string }

export type Payment = {
  id: string
  receiptNumber: string
  method: 'cash' | 'transfer'
  amount: Dong
  /** Cash only: what was handed over; the rest went back as change. */
  tendered?: Dong
  /** Transfers only: the bank's own reference. */
  reference?: string
  match?: Match
  takenAt: Date
  takenBy: string
}

export type Invoice = {
  id: string
  version: number
  number: string
  examId: string
  visitId: string
  patientId: string
  billCode: string
  state: InvoiceState
  lines: InvoiceLine[]
  total: Dong
  /** Đồng received; exceeds the total when too much came. */
  paid: Dong
  payments: Payment[]
  payee: Payee
  issuedAt: Date
  issuedBy: string
  cancelReason?: string
}

/** Whom a bill is for and who issues it: all that the cashier needs of either. */
export type BillHead = {
  patient: { name: string; birthDate: CalendarDate }
  licenceClass: string
  facility: { name: string; address: string; taxCode?: string; phone?: string; logo?: Uint8Array }
}

/** An exam that nobody has billed yet. */
export type UnbilledExam = {
  examId: string
  patientName: string
  birthDate: CalendarDate
  licenceClass: string
  since: Date
}

/** A bill in a list. */
export type BillRow = Pick<Invoice, 'id' | 'number' | 'billCode' | 'total' | 'paid'> & {
  state: InvoiceState
  patientName: string
  issuedAt: Date
  balancedAt?: Date
}

/** Totals that a bill page and the machine API both show. */
export type Balance = { total: Dong; paid: Dong; remaining: Dong; overpaid: Dong }

export function allows(state: InvoiceState, action: InvoiceAction): boolean {
  return (allowedActions[state] as readonly InvoiceAction[]).includes(action)
}

export function requireAction(state: InvoiceState, action: InvoiceAction): void {
  if (allows(state, action)) return
  throw conflict(`invoice-${state}`, words.stateRefuses[state], { state })
}

/** Integer đồng times a whole quantity needs no rounding. */
export function lineOf(
  price: { code: string; name: string; unit: string; amount: Dong },
  quantity: number,
): InvoiceLine {
  const { code, name, unit, amount } = price
  return { code, name, unit, quantity, price: amount, amount: amount * quantity }
}

export function totalOf(lines: readonly { amount: Dong }[]): Dong {
  return lines.reduce((sum, line) => sum + line.amount, 0)
}

/** `paid` is đồng received, also what was too much. */
export function balanceOf(total: Dong, paid: Dong): Balance {
  return {
    total,
    paid,
    remaining: Math.max(0, total - paid),
    overpaid: Math.max(0, paid - total),
  }
}

/** `issued` while paid < total, `balanced` from there on; other states are not moved by money. */
export function stateAfterPayment(state: InvoiceState, balance: Balance): InvoiceState {
  return state === 'issued' && balance.remaining === 0 ? 'balanced' : state
}
