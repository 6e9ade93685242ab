import { formatDong } from '../core/money.ts'
import { type Box, columns, mm, pad, rule, space, stack, whole } from '../platform/pdf-box.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { field, ink, text } from '../platform/pdf-text.ts'
import type { BillProps } from './bill-props.ts'

const QR_SIDE = mm(38)

/** What a phone scans, and in words whom it pays; once paid or cancelled, nothing. */
export function drawWayToPay({ qr, qrReason, state, billCode }: BillProps): Box[] {
  if (state !== 'issued') return []
  if (!qr) return qrReason ? [whole(drawNoCode(qrReason))] : []
  const line = (label: string, value: string) => field(label, value, { size: 9 })
  const payee = stack(
    [
      text('Quét mã để chuyển khoản (VietQR)', { face: 'semibold', size: 10 }),
      line('Ngân hàng', qr.bank),
      line('Số tài khoản', qr.account),
      line('Chủ tài khoản', qr.accountName),
      line('Số tiền', formatDong(qr.amount)),
      line('Nội dung', billCode),
      text('Trước khi chuyển, đối chiếu tên tài khoản trên điện thoại với tên in ở đây.', {
        size: 7.5,
        colour: ink.muted,
      }),
    ],
    1.5,
  )
  const box = columns(
    [
      { width: QR_SIDE, box: qrCode(qr.payload, QR_SIDE) },
      { width: 'rest', box: payee, valign: 'middle' },
    ],
    10,
  )
  return [whole(pad(box, { top: 10 }))]
}

function drawNoCode(reason: string): Box {
  return pad(
    stack([
      rule(),
      space(4),
      text([{ text: 'Không có mã QR. ', face: 'semibold' }, reason], { size: 9 }),
    ]),
    { top: 10 },
  )
}
