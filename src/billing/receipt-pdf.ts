import { formatDong } from '../core/money.ts'
import { makePdf } from '../platform/pdf.ts'
import { type Box, pad, stack } from '../platform/pdf-box.ts'
import {
  documentTitle,
  facts,
  figurePanel,
  filedBy,
  letterhead,
  signatures,
} from '../platform/pdf-family.ts'
import type { MoneyPaper } from './bill-pdf.ts'
import type { ReceiptProps } from './bill-props.ts'
import { receiptRoll } from './bill-roll-drawing.ts'
import { amountLine, drawInWords, drawLines, drawPayer, houseOf, moment } from './money-drawing.ts'
import { paper } from './paper-words.ts'
import { howPaid } from './receipt-facts-drawing.ts'

/** The receipt of one payment (phiếu thu): what came in, how, who took it, and what remains. */
export function receiptPdf(props: ReceiptProps, size: MoneyPaper = 'A5'): Promise<Uint8Array> {
  const { bill, payment } = props
  return makePdf({
    title: `${paper.receipt} ${payment.receiptNumber}`,
    paper: size,
    createdAt: bill.createdAt,
    footer: `${payment.receiptNumber}  ·  ${bill.number}  ·  ${bill.billCode}`,
    body: size === 'A5' ? receiptBody(props) : receiptRoll(props),
  })
}

function receiptBody(props: ReceiptProps): Box[] {
  const { bill, payment, copy } = props
  return [
    letterhead(
      houseOf(bill),
      filedBy([
        [paper.number, payment.receiptNumber],
        [paper.at, moment(payment.at)],
        ...(copy ? [['', `${paper.copy.toUpperCase()} ${copy}`] as const] : []),
      ]),
    ),
    documentTitle(paper.receipt, paper.receivedFor),
    drawPayer(bill, true),
    drawLines(bill),
    drawReceived(props),
    pad(facts(howPaid(props), 104), { top: 8 }),
    pad(
      signatures([
        { title: paper.payerSigns, hint: paper.signHint },
        { title: paper.cashierSigns, hint: paper.signHint, name: payment.cashier ?? '' },
      ]),
      { top: 14 },
    ),
  ]
}

function drawReceived({ bill, payment, before }: ReceiptProps): Box {
  const panel = figurePanel(`${paper.received}:`, formatDong(payment.amount), [
    drawInWords(payment.amount),
  ])
  if (before === 0 && payment.amount === bill.total) return panel
  return stack([
    pad(
      stack([
        amountLine(paper.total, bill.total),
        ...(before > 0 ? [amountLine(paper.paidBefore, before)] : []),
      ]),
      { right: 9, bottom: 4 },
    ),
    panel,
  ])
}
