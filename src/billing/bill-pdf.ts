import { amountInWords } from '../core/amount-in-words.ts'
import { calendarDateOf, clockTimeOf, formatDayMonthYear } from '../core/calendar-date.ts'
import { type Dong, formatDong, groupThousands } from '../core/money.ts'
import { makePdf } from '../platform/pdf.ts'
import { type Box, columns, pad, rule, space, stack, whole } from '../platform/pdf-box.ts'
import { table } from '../platform/pdf-table.ts'
import { field, ink, text } from '../platform/pdf-text.ts'
import type { BillProps } from './bill-props.ts'
import { drawWayToPay } from './way-to-pay-drawing.ts'

/** The bill, and once it is paid the receipt: A5, one page unless the lines need more. */
export function billPdf(props: BillProps): Promise<Uint8Array> {
  const { state, number } = props
  const title = state === 'balanced' ? 'PHIẾU THU' : 'PHIẾU THANH TOÁN'
  return makePdf({
    title: `${title} ${number}`,
    paper: 'A5',
    createdAt: props.createdAt,
    footer: `${number}  ·  ${props.billCode}`,
    ...(state === 'cancelled' ? { watermark: 'ĐÃ HỦY' } : {}),
    body: [
      drawHead(props),
      pad(drawTitle(title, props), { top: 9, bottom: 8 }),
      drawPatient(props),
      pad(drawLines(props), { top: 7 }),
      drawTotal(props),
      ...drawPayments(props),
      ...drawWayToPay(props),
      drawSignatures(props),
    ],
  })
}

function drawHead({ facility, copy }: BillProps): Box {
  const small = { size: 8, colour: ink.muted } as const
  return stack([
    columns(
      [
        {
          width: 'rest',
          box: text(facility.name.toUpperCase(), { face: 'semibold', size: 9.5 }),
        },
        {
          width: 70,
          box: text(copy ? `BẢN SAO ${copy}` : '', {
            face: 'semibold',
            size: 8,
            align: 'right',
          }),
        },
      ],
      8,
    ),
    ...(facility.address ? [text(`Địa chỉ: ${facility.address}`, small)] : []),
    text(
      [
        facility.taxCode ? `Mã số thuế: ${facility.taxCode}` : '',
        facility.phone ? `Điện thoại: ${facility.phone}` : '',
      ]
        .filter(Boolean)
        .join('     '),
      small,
    ),
    space(3),
    rule(),
  ])
}

function drawTitle(title: string, { number, issuedAt }: BillProps): Box {
  return stack([
    text(title, { face: 'semibold', size: 14, align: 'center' }),
    text('Dịch vụ khám sức khỏe', { size: 8.5, align: 'center', colour: ink.muted }),
    text(['Số: ', { text: number, face: 'semibold' }, `   ·   ${moment(issuedAt)}`], {
      size: 8.5,
      align: 'center',
    }),
  ])
}

function drawPatient({ patient, billCode }: BillProps): Box {
  const side = (box: Box) => ({ width: 170, box })
  const born = field('Năm sinh', patient.birthYear ? String(patient.birthYear) : '………')
  return stack(
    [
      field('Người bệnh', patient.name.toUpperCase(), { size: 9.5 }),
      columns([{ width: 'rest', box: born }, side(field('Mã thanh toán', billCode))], 8),
      ...(patient.code ? [field('Mã người bệnh', patient.code)] : []),
    ],
    2,
  )
}

function drawLines({ lines }: BillProps): Box {
  const end = { align: 'right' } as const
  const rows = lines.map((line, index) => [
    String(index + 1),
    text([line.name, { text: `  ${line.code}`, size: 7, colour: ink.muted }], { size: 8.5 }),
    String(line.quantity),
    groupThousands(line.price),
    groupThousands(line.amount),
  ])
  return table(
    [
      { head: 'STT', width: 26, align: 'center' },
      { head: 'Nội dung', width: 'rest' },
      { head: 'SL', width: 26, align: 'center' },
      { head: 'Đơn giá (đ)', width: 66, ...end },
      { head: 'Thành tiền (đ)', width: 74, ...end },
    ],
    rows,
  )
}

function drawTotal({ total, paid, remaining, state }: BillProps): Box {
  const amount = (label: string, value: Dong, size = 9) =>
    text([`${label}:   `, { text: formatDong(value), face: 'semibold' }], { size, align: 'right' })
  const partly = state === 'issued' && paid > 0
  return whole(
    pad(
      stack([
        amount('Tổng cộng', total, 11),
        ...(partly ? [amount('Đã thu', paid), amount('Còn phải thu', remaining, 11)] : []),
        text([
          { text: 'Bằng chữ: ', colour: ink.muted },
          { text: inWords(total), face: 'italic' },
        ]),
      ]),
      { top: 5 },
    ),
  )
}

function inWords(amount: Dong): string {
  return `${amountInWords(amount)}.`
}

function drawPayments({ payments }: BillProps): Box[] {
  if (payments.length === 0) return []
  const rows = payments.map((payment) => [
    moment(payment.at),
    payment.method === 'cash' ? 'Tiền mặt' : 'Chuyển khoản',
    [payment.reference, payment.cashier && `Thu ngân: ${payment.cashier}`]
      .filter(Boolean)
      .join('\n'),
    groupThousands(payment.amount),
  ])
  const heads = [
    { head: 'Thời gian', width: 88 },
    { head: 'Hình thức', width: 70 },
    { head: 'Tham chiếu', width: 'rest' as const },
    { head: 'Số tiền (đ)', width: 74, align: 'right' as const },
  ]
  return [
    pad(text('Đã thu', { face: 'semibold' }), { top: 6, bottom: 2 }),
    table(heads, rows, { size: 8 }),
  ]
}

function drawSignatures({ state, payments }: BillProps): Box {
  if (state !== 'balanced') return space(0)
  const cashier = payments.findLast((payment) => payment.cashier)?.cashier ?? ''
  const side = (title: string, name: string): Box =>
    stack([
      text(title, { face: 'semibold', align: 'center' }),
      text('(Ký, ghi rõ họ tên)', { size: 7.5, align: 'center', colour: ink.muted }),
      space(34),
      text(name, { face: 'medium', align: 'center' }),
    ])
  return whole(
    pad(
      columns([
        { width: 'rest', box: side('Người nộp tiền', '') },
        { width: 'rest', box: side('Người thu tiền', cashier) },
      ]),
      { top: 14 },
    ),
  )
}

/** `10:32 24/11/2026`, the clinic's time. */
function moment(instant: Date): string {
  return `${clockTimeOf(instant)} ${formatDayMonthYear(calendarDateOf(instant))}`
}
