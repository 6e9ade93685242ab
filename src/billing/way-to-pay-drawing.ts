import { formatDong } from '../core/money.ts'
import { type Box, columns, mm, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { facts, scale } from '../platform/pdf-family.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { ink, text } from '../platform/pdf-text.ts'
import type { BillProps } from './bill-props.ts'
import { paper } from './paper-words.ts'

/** Wide enough for an old phone held over a folded paper. */
const QR_SIDE = mm(46)

/** What a phone scans, and in words whom it pays; once paid or cancelled, nothing. */
export function drawWayToPay({ qr, qrReason, state, billCode }: BillProps): Box[] {
  if (state !== 'issued') return []
  if (!qr) return qrReason ? [whole(drawNoCode(qrReason))] : []
  const payee = stack([
    text(paper.scan, { face: 'semibold', size: scale.heading }),
    space(3),
    facts(
      [
        [paper.accountName, qr.accountName],
        [paper.account, qr.account],
        [paper.bank, qr.bank],
        [paper.money, formatDong(qr.amount)],
        [paper.memo, billCode],
      ],
      78,
      { size: 9.5 },
    ),
    space(4),
    text(paper.compare, { size: scale.small, colour: ink.muted }),
    text(paper.after, { size: scale.small, colour: ink.muted }),
  ])
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
  return pad(text([{ text: `${paper.noCode} `, face: 'semibold' }, reason]), { top: 10 })
}
