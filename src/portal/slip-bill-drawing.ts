import { type Dong, formatDong } from '../core/money.ts'
import { type Box, columns, mm, pad, stack, whole } from '../platform/pdf-box.ts'
import { facts, figurePanel, scale } from '../platform/pdf-family.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { text } from '../platform/pdf-text.ts'
import type { SlipProps } from './slip-pdf.ts'
import { slipPaper as paper } from './slip-words.ts'

/** What a slip says of the bill: how much, and where it may be sent. */
export type SlipBill = {
  paid: boolean
  amount: Dong
  billCode: string
  payee: { bankName: string; account: string; name: string }
  /** What a banking app scans; on the paper only where no other code stands beside it. */
  payload?: string
}

const QR_SIDE = mm(34)
const black = '#000000'

const style = { size: scale.heading, colour: black } as const

/** With a phone the patient's own page pays; without one the paper must say all of it. */
export function drawSlipBill({ bill, link }: SlipProps): Box[] {
  if (!bill) return []
  const { paid, amount, billCode } = bill
  if (paid) return [shown([figurePanel(paper.paid, formatDong(amount))])]
  if (!link) return [shown([howToPay(bill)])]
  const words = paper.payByPhone.replace('{code}', billCode)
  const byPhone = text(words, { size: scale.body, colour: black })
  return [shown([figurePanel(paper.pay, formatDong(amount), [byPhone])])]
}

function shown(boxes: readonly Box[]): Box {
  return whole(pad(stack(boxes), { top: 8 }))
}

function howToPay({ amount, payee, billCode, payload }: SlipBill): Box {
  const words = stack([
    text([`${paper.pay} `, { text: formatDong(amount), face: 'semibold', size: scale.title }], {
      size: scale.lead,
      colour: black,
      leading: 1.7,
    }),
    text(paper.payNow, { size: scale.body, colour: black }),
    facts(
      [
        [paper.accountName, payee.name],
        [paper.account, payee.account],
        [paper.bank, payee.bankName],
        [paper.billCode, billCode],
      ],
      96,
      style,
    ),
    text(payload ? `${paper.payHelp} ${paper.compare}` : paper.compare, {
      size: scale.small,
      colour: black,
    }),
  ])
  if (!payload) return words
  return columns(
    [
      { width: 'rest', box: words },
      { width: QR_SIDE, box: qrCode(payload, QR_SIDE) },
    ],
    8,
  )
}
