import { yearOf } from '../core/calendar-date.ts'
import type { BillPayment, BillProps } from './bill-pdf.ts'
import { type BillHead, balanceOf, type Invoice, type Payment } from './invoice.ts'
import { paymentQrOf } from './payment-qr.ts'

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
