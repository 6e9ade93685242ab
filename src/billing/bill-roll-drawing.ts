import { amountInWords } from '../core/amount-in-words.ts'
import { type Dong, formatDong, groupThousands } from '../core/money.ts'
import { type Box, columns, mm, pad, rule, space, stack } from '../platform/pdf-box.ts'
import type { Fact } from '../platform/pdf-family.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { type TextStyle, text } from '../platform/pdf-text.ts'
import type { BillProps, ReceiptProps } from './bill-props.ts'
import { moment } from './money-drawing.ts'
import { paper } from './paper-words.ts'
import { howPaid } from './receipt-facts-drawing.ts'

/** A receipt printer knows black and white only: a grey would come out as dots. */
const black = { colour: '#000000', size: 8.5 } as const
const centred = { ...black, align: 'center' } as const
const QR_SIDE = mm(50)

const said = (words: string, style: Partial<TextStyle> = {}) => text(words, { ...black, ...style })
const line = () => pad(rule(black.colour, 0.8), { top: 4, bottom: 4 })

/** The bill on a receipt printer's roll. */
export function billRoll(props: BillProps): Box[] {
  const { number, issuedAt, state, total, paid, remaining } = props
  const partly = state === 'issued' && paid > 0
  return [
    ...head(props, paper.bill, `${number}  ·  ${moment(issuedAt)}`),
    ...(state === 'cancelled' ? [said(paper.cancelledMark, { ...centred, face: 'semibold' })] : []),
    person(props, false),
    line(),
    ...charges(props),
    line(),
    ...(partly ? [pair(paper.total, total), pair(paper.paidSoFar, paid)] : []),
    figure(partly ? paper.remaining : paper.total, partly ? remaining : total),
    ...wayToPay(props),
    ...(state === 'issued' ? [line(), said(paper.after, centred)] : []),
  ]
}

/** The receipt of one payment on a roll. */
export function receiptRoll(props: ReceiptProps): Box[] {
  const { bill, payment, copy } = props
  return [
    ...head(bill, paper.receipt, `${payment.receiptNumber}  ·  ${moment(payment.at)}`),
    ...(copy
      ? [said(`${paper.copy.toUpperCase()} ${copy}`, { ...centred, face: 'semibold' })]
      : []),
    person(bill, true),
    line(),
    ...charges(bill),
    line(),
    figure(paper.received, payment.amount),
    space(3),
    told(howPaid(props)),
    line(),
    said(paper.keep, centred),
  ]
}

function head(props: BillProps, title: string, filed: string): Box[] {
  const { name, address = '', taxCode, phone } = props.facility
  const lines = [
    address,
    taxCode ? `${paper.taxCode}: ${taxCode}` : '',
    phone ? `${paper.phone}: ${phone}` : '',
  ]
  return [
    said(name.toUpperCase(), { ...centred, face: 'semibold', size: 10 }),
    ...lines.filter(Boolean).map((each) => said(each, { ...centred, size: 8 })),
    line(),
    said(title, { ...centred, face: 'semibold', size: 14, leading: 1.3 }),
    said(filed, centred),
    space(4),
  ]
}

function person({ patient, number, billCode }: BillProps, receipt: boolean): Box {
  const born = patient.birthYear ? ` (${patient.birthYear})` : ''
  return told([
    [receipt ? paper.payer : paper.person, patient.name.toUpperCase() + born],
    receipt && [paper.ofBill, number],
    [paper.billCode, billCode],
  ])
}

function told(rows: readonly Fact[]): Box {
  const known = rows.filter((row) => row !== false && row !== undefined)
  return stack(
    known.map(([label, value]) =>
      text([`${label}: `, { text: value, face: 'semibold', colour: black.colour }], black),
    ),
    1,
  )
}

function charges({ lines }: BillProps): Box[] {
  return lines.map((each) =>
    stack([
      said(each.name),
      sides(`${each.quantity} × ${groupThousands(each.price)}`, groupThousands(each.amount)),
    ]),
  )
}

function pair(label: string, value: Dong): Box {
  return sides(`${label}:`, formatDong(value))
}

function sides(left: string, right: string, style: Partial<TextStyle> = {}): Box {
  return columns([
    { width: 'rest', box: said(left, style) },
    { width: mm(34), box: said(right, { ...style, face: 'semibold', align: 'right' }) },
  ])
}

function figure(label: string, value: Dong): Box {
  return stack([
    columns([
      { width: 'rest', box: said(`${label}:`, { face: 'semibold', size: 10 }), valign: 'middle' },
      {
        width: mm(42),
        box: said(formatDong(value), {
          face: 'semibold',
          size: 16,
          align: 'right',
          leading: 1.2,
        }),
      },
    ]),
    text(`${amountInWords(value)}.`, { ...black, face: 'italic' }),
  ])
}

function wayToPay({ qr, qrReason, state, billCode }: BillProps): Box[] {
  if (state !== 'issued') return []
  if (!qr) return qrReason ? [line(), said(`${paper.noCode} ${qrReason}`)] : []
  const code: Box = {
    height: () => QR_SIDE,
    draw: (pdf, x, y, width) =>
      qrCode(qr.payload, QR_SIDE).draw(pdf, x + (width - QR_SIDE) / 2, y, QR_SIDE),
  }
  return [
    line(),
    said(paper.scan, { ...centred, face: 'semibold', size: 9.5 }),
    code,
    told([
      [paper.accountName, qr.accountName],
      [paper.account, qr.account],
      [paper.bank, qr.bank],
      [paper.money, formatDong(qr.amount)],
      [paper.memo, billCode],
    ]),
    space(3),
    said(paper.compare, { size: 8 }),
  ]
}
