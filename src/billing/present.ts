import { type Lang, say } from '../core/text.ts'
import { balanceOf, type Invoice, type Payment } from './invoice.ts'
import { paymentQrOf } from './payment-qr.ts'
import type { PriceRow } from './price.ts'
import type { DecodedQr } from './vietqr-decode.ts'

/** The bill as api.md shows it to programs. */
export function presentInvoice(invoice: Invoice, lang: Lang) {
  const { id, version, number, examId, billCode, state, issuedAt, cancelReason } = invoice
  return {
    id,
    version,
    number,
    examId,
    billCode,
    state,
    lines: invoice.lines.map((line) => ({ ...line })),
    ...balanceOf(invoice.total, invoice.paid),
    ...presentQr(invoice, lang),
    payments: invoice.payments.map(presentPayment),
    issuedAt: issuedAt.toISOString(),
    ...(cancelReason ? { cancelReason } : {}),
  }
}

function presentQr(invoice: Invoice, lang: Lang) {
  const qr = paymentQrOf(invoice)
  if ('reason' in qr) return { qrReason: say(qr.reason, lang) }
  const { bin, bankName, account, name } = qr.payee
  const { payload, amount } = qr
  return { qr: { payload, bank: { bin, name: bankName }, account, name, amount } }
}

/** Who took the money stays inside the house. */
export function presentPayment({ takenAt, takenBy: _, ...payment }: Payment) {
  return { ...payment, takenAt: takenAt.toISOString() }
}

export function presentPrice({ amount, ...row }: PriceRow) {
  return { ...row, price: amount }
}

/** A decoded code; `bankName` only says what the BIN is called here. */
export function presentDecoded(decoded: DecodedQr, bankName: (bin: string) => string | undefined) {
  const { bin, scheme, pointOfInitiation, tlv, ...rest } = decoded
  const name = bin && bankName(bin)
  return {
    scheme,
    ...(pointOfInitiation ? { pointOfInitiation } : {}),
    ...(bin ? { bank: { bin, ...(name ? { name } : {}) } } : {}),
    ...rest,
    tlv,
  }
}
