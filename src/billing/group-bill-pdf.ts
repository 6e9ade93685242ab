import { type CalendarDate, formatDayMonthYear } from '../core/calendar-date.ts'
import { type Dong, formatDong, groupThousands } from '../core/money.ts'
import { makePdf } from '../platform/pdf.ts'
import { type Box, pad, stack, whole } from '../platform/pdf-box.ts'
import {
  documentTitle,
  facts,
  figurePanel,
  filedBy,
  letterhead,
  scale,
  signatures,
} from '../platform/pdf-family.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, text } from '../platform/pdf-text.ts'
import type { GroupBills } from './group-bill.ts'
import { groupPaper as paper } from './group-bill-words.ts'
import { amountLine, drawInWords, moment } from './money-drawing.ts'
import { paper as moneyPaper } from './paper-words.ts'

export type GroupBillProps = GroupBills & {
  createdAt: Date
  group: string
  contact: string | null
  facility: { name: string; address: string; taxCode: string | null; phone: string | null }
}

const ROOM_TO_SIGN = 52

/** Every bill of a group on one list, with the sum: what a company's clerk files. */
export function groupBillPdf(props: GroupBillProps): Promise<Uint8Array> {
  const { createdAt, group, contact, bills } = props
  return makePdf({
    title: `${paper.title} ${group}`,
    paper: 'A4',
    createdAt,
    footer: group,
    body: [
      letterhead(houseOf(props), filedBy([[paper.at, moment(createdAt)]])),
      documentTitle(paper.title, paper.service),
      facts(
        [
          [paper.group, group],
          contact ? [paper.contact, contact] : undefined,
          [paper.count, String(bills.length)],
        ],
        84,
        { size: 9.5 },
      ),
      drawBills(props),
      // Nobody signs a page on which no sum stands.
      whole(stack([...drawSum(props), ...drawSigning()])),
    ],
  })
}

function drawSigning(): Box[] {
  const note = text(paper.note, { size: scale.small, colour: ink.muted })
  const signers = [paper.company, paper.house].map((title) => ({ title, hint: paper.signHint }))
  return [pad(note, { top: 8, bottom: 14 }), signatures(signers, ROOM_TO_SIGN)]
}

function houseOf({ facility }: GroupBillProps) {
  const { name, address, taxCode, phone } = facility
  const found = [
    taxCode && `${moneyPaper.taxCode}: ${taxCode}`,
    phone && `${moneyPaper.phone}: ${phone}`,
  ]
  return { name, lines: [address, found.filter(Boolean).join('  ·  ')] }
}

function drawBills({ bills }: GroupBillProps): Box {
  const end = { align: 'right' } as const
  const rows = bills.map((bill, index) => [
    String(index + 1),
    bill.name,
    formatDayMonthYear(bill.birthDate as CalendarDate),
    bill.licenceClass,
    bill.number,
    bill.billCode,
    groupThousands(bill.total),
    groupThousands(bill.paid),
  ])
  const heads = [
    { head: paper.position, width: 26 },
    { head: paper.person, width: 'rest' as const },
    { head: paper.birthDate, width: 58 },
    { head: paper.licenceClass, width: 32 },
    { head: paper.number, width: 82 },
    { head: paper.billCode, width: 78 },
    { head: paper.total, width: 62, ...end },
    { head: paper.paid, width: 58, ...end },
  ]
  return pad(table(heads, rows, { size: scale.small, grid: 'rows' }), { top: 10, bottom: 7 })
}

function drawSum({ total, paid, remaining }: GroupBillProps): Box[] {
  const settled: readonly [string, Dong][] =
    paid > 0
      ? [
          [paper.paidSum, paid],
          [paper.remaining, remaining],
        ]
      : []
  return [
    figurePanel(`${paper.sum}:`, formatDong(total), [drawInWords(total)]),
    ...settled.map(([label, value]) => pad(amountLine(label, value), { top: 4, right: 9 })),
  ]
}
