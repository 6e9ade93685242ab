import { type Dong, INSTANT_TRANSFER_LIMIT } from '../core/money.ts'
import type { Text } from '../core/text.ts'
import { balanceOf, type Invoice, type Payee } from './invoice.ts'
import { encodeVietQr } from './vietqr.ts'
import { words } from './words.ts'

/** What a patient scans to pay what remains, or why there is nothing to scan. */
export type PaymentQr = { payload: string; payee: Payee; amount: Dong } | { reason: Text }

type Payable = Pick<Invoice, 'state' | 'total' | 'paid' | 'billCode' | 'payee'>

/**
 * The code asks for what remains, once. The bill code stands both as bill number and as purpose,
 * because banks forward one or the other; nothing about the patient stands in it.
 */
export function paymentQrOf(invoice: Payable): PaymentQr {
  if (invoice.state !== 'issued') return { reason: words.stateRefuses[invoice.state] }
  const { remaining } = balanceOf(invoice.total, invoice.paid)
  if (remaining >= INSTANT_TRANSFER_LIMIT) return { reason: words.aboveTransferLimit }
  const { payee, billCode } = invoice
  const payload = encodeVietQr({
    pointOfInitiation: '12',
    bin: payee.bin,
    account: payee.account,
    service: 'account',
    amount: remaining,
    billNumber: billCode,
    purpose: billCode,
  })
  return { payload, payee, amount: remaining }
}
