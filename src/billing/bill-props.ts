import { yearOf } from '../core/calendar-date.ts'
import type { Dong } from '../core/money.ts'
import { type BillHead, balanceOf, type Invoice, type Payment } from './invoice.ts'
import { paymentQrOf } from './payment-qr.ts'

export type BillPayment = {
  receiptNumber: string
  method: 'cash' | 'transfer'
  amount: Dong
  at: Date
  /** Transfers only: the bank's own reference. */
  reference?: string
  /** Cash only: who took it, and what was handed over. */
  cashier?: string
  tendered?: Dong
}

export type BillProps = {
  createdAt: Date
  facility: {
    name: string
    address?: string
    taxCode?: string
    phone?: string
    logo?: Uint8Array
  }
  number: string
  billCode: string
  issuedAt: Date
  state: 'issued' | 'balanced' | 'cancelled'
  patient: { name: string; birthYear?: number }
  lines: readonly { code: string; name: string; quantity: number; price: Dong; amount: Dong }[]
  total: Dong
  paid: Dong
  remaining: Dong
  /** The payee is printed in words: a swapped code shows at once (attacks.md 17). */
  qr?: { payload: string; bank: string; account: string; accountName: string; amount: Dong }
  /** Why there is no code to pay with, e.g. the amount. */
  qrReason?: string
  payments: readonly BillPayment[]
}

/** A receipt is for one payment of its bill. */
export type ReceiptProps = {
  bill: BillProps
  payment: BillPayment
  /** What the bill had received before this payment. */
  before: Dong
  /** From the second print on. */
  copy?: number
}

/** The bill as it is printed, in Vietnamese. */
export function billPropsOf(invoice: Invoice, head: BillHead, at: Date): BillProps {
  const { number, billCode, issuedAt, lines, state } = invoice
  const { total, paid, remaining } = balanceOf(invoice.total, invoice.paid)
  return {
    createdAt: at,
    facility: head.facility,
    number,
    billCode,
    issuedAt,
    state: state === 'balanced' || state === 'cancelled' ? state : 'issued',
    patient: { name: head.patient.name, birthYear: yearOf(head.patient.birthDate) },
    lines,
    total,
    paid,
    remaining,
    ...wayToPay(invoice),
    payments: invoice.payments.map(paymentOf),
  }
}

/** The receipt of one of the bill's payments; `copy` numbers what was handed out before. */
export function receiptPropsOf(
  invoice: Invoice,
  head: BillHead,
  print: { payment: Payment; at: Date; copy: number },
): ReceiptProps {
  const index = invoice.payments.findIndex(({ id }) => id === print.payment.id)
  const before = invoice.payments.slice(0, index).reduce((sum, { amount }) => sum + amount, 0)
  return {
    bill: billPropsOf(invoice, head, print.at),
    payment: paymentOf(print.payment),
    before,
    ...(print.copy > 0 ? { copy: print.copy } : {}),
  }
}

function wayToPay(invoice: Invoice): Pick<BillProps, 'qr' | 'qrReason'> {
  const qr = paymentQrOf(invoice)
  if ('reason' in qr) return invoice.state === 'issued' ? { qrReason: qr.reason.vi } : {}
  const { bankName, account, name } = qr.payee
  return {
    qr: { payload: qr.payload, bank: bankName, account, accountName: name, amount: qr.amount },
  }
}

function paymentOf(payment: Payment): BillPayment {
  const { receiptNumber, method, amount, takenAt, takenBy, reference, tendered } = payment
  return {
    receiptNumber,
    method,
    amount,
    at: takenAt,
    ...(reference ? { reference } : {}),
    ...(method === 'cash' ? { cashier: takenBy } : {}),
    ...(tendered === undefined ? {} : { tendered }),
  }
}
