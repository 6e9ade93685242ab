import { formatDong, groupThousands } from '../core/money.ts'
import { makePdf, type Paper } from '../platform/pdf.ts'
import { type Box, pad, stack } from '../platform/pdf-box.ts'
import {
  documentTitle,
  figurePanel,
  filedBy,
  heading,
  letterhead,
  scale,
} from '../platform/pdf-family.ts'
import { table } from '../platform/pdf-table.ts'
import type { BillProps } from './bill-props.ts'
import { billRoll } from './bill-roll-drawing.ts'
import { amountLine, drawInWords, drawLines, drawPayer, houseOf, moment } from './money-drawing.ts'
import { paper } from './paper-words.ts'
import { drawWayToPay } from './way-to-pay-drawing.ts'

export type MoneyPaper = Extract<Paper, 'A5' | '80mm'>

/** The bill: what is charged and how to pay it; A5, one page unless the lines need more, or a roll. */
export function billPdf(props: BillProps, size: MoneyPaper = 'A5'): Promise<Uint8Array> {
  const { state, number } = props
  return makePdf({
    title: `${paper.bill} ${number}`,
    paper: size,
    createdAt: props.createdAt,
    footer: `${number}  ·  ${props.billCode}`,
    ...(state === 'cancelled' ? { watermark: paper.cancelledMark } : {}),
    body: size === 'A5' ? billBody(props) : billRoll(props),
  })
}

function billBody(props: BillProps): Box[] {
  return [
    letterhead(
      houseOf(props),
      filedBy([
        [paper.number, props.number],
        [paper.at, moment(props.issuedAt)],
      ]),
    ),
    documentTitle(paper.bill, paper.service),
    drawPayer(props, false),
    drawLines(props),
    drawTotal(props),
    ...drawPayments(props),
    ...drawWayToPay(props),
  ]
}

/** The one figure a payer looks for: what is still to be paid. */
function drawTotal({ total, paid, remaining, state }: BillProps): Box {
  const partly = state === 'issued' && paid > 0
  if (!partly) return figurePanel(`${paper.total}:`, formatDong(total), [drawInWords(total)])
  return stack([
    pad(stack([amountLine(paper.total, total), amountLine(paper.paidSoFar, paid)]), {
      right: 9,
      bottom: 4,
    }),
    figurePanel(`${paper.remaining}:`, formatDong(remaining), [drawInWords(remaining)]),
  ])
}

function drawPayments({ payments }: BillProps): Box[] {
  if (payments.length === 0) return []
  const rows = payments.map((payment) => [
    moment(payment.at),
    payment.receiptNumber,
    [paper[payment.method], payment.reference].filter(Boolean).join(' · '),
    groupThousands(payment.amount),
  ])
  const heads = [
    { head: paper.when, width: 88 },
    { head: paper.receiptNumber, width: 74 },
    { head: paper.method, width: 'rest' as const },
    { head: paper.sum, width: 74, align: 'right' as const },
  ]
  return [heading(paper.payments), table(heads, rows, { size: scale.small, grid: 'rows' })]
}
