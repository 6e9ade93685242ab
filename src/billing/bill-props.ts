import { yearOf } from '../core/calendar-date.ts'
import type { Dong } from '../core/money.ts'
import { type BillHead, balanceOf, type Invoice, type Payment } from './invoice.ts'
import { paymentQrOf } from './payment-qr.ts'

export type BillPayment = {
  method: 'cash' | 'transfer'
  amount: Dong
  at: Date
  /** The bank's reference, or the receipt's number for cash. */
  reference?: string
  cashier?: string
}

export type BillProps = {
  createdAt: Date
  facility: { name: string; address?: string; taxCode?: string; phone?: string }
  number: string
  billCode: string
  issuedAt: Date
  state: 'issued' | 'balanced' | 'cancelled'
  patient: { name: string; code?: string; birthYear?: number }
  lines: readonly { code: string; name: string; quantity: number; price: Dong; amount: Dong }[]
  total: Dong
  paid: Dong
  remaining: Dong
  /** The payee is printed in words: a swapped code shows at once (attacks.md 17). */
  qr?: { payload: string; bank: string; account: string; accountName: string; amount: Dong }
  /** Why there is no code to pay with, e.g. the amount. */
  qrReason?: string
  payments: readonly BillPayment[]
  /** From the second print of a receipt on. */
  copy?: number
}

/** The bill as it is printed, in Vietnamese; `copy` numbers the reprints of a receipt. */
export function billPropsOf(
  invoice: Invoice,
  head: BillHead,
  print: { at: Date; copy: number },
): BillProps {
  const { number, billCode, issuedAt, lines, state } = invoice
  const { total, paid, remaining } = balanceOf(invoice.total, invoice.paid)
  return {
    createdAt: print.at,
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
  const { method, amount, takenAt, takenBy, reference, receiptNumber } = payment
  return {
    method,
    amount,
    at: takenAt,
    reference: method === 'transfer' ? (reference ?? receiptNumber) : receiptNumber,
    ...(method === 'cash' ? { cashier: takenBy } : {}),
  }
}
