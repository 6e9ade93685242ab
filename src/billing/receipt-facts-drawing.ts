import { formatDong } from '../core/money.ts'
import type { Fact } from '../platform/pdf-family.ts'
import type { ReceiptProps } from './bill-props.ts'
import { paper } from './paper-words.ts'

/** How the money came, and what is left on either side. */
export function howPaid({ bill, payment, before }: ReceiptProps): Fact[] {
  const { method, reference, tendered, amount } = payment
  const rest = bill.total - before - amount
  return [
    [paper.method, paper[method]],
    reference !== undefined && [paper.reference, reference],
    tendered !== undefined && tendered > amount && [paper.tendered, formatDong(tendered)],
    tendered !== undefined && tendered > amount && [paper.change, formatDong(tendered - amount)],
    payment.cashier !== undefined && [paper.takenBy, payment.cashier],
    rest < 0 && [paper.overpaid, formatDong(-rest)],
    [paper.remaining, rest > 0 ? formatDong(rest) : paper.settled],
  ]
}
