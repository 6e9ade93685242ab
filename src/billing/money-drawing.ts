import { amountInWords } from '../core/amount-in-words.ts'
import { calendarDateOf, clockTimeOf, formatDayMonthYear } from '../core/calendar-date.ts'
import { type Dong, formatDong, groupThousands } from '../core/money.ts'
import { type Box, pad } from '../platform/pdf-box.ts'
import { facts, type Letterhead, scale } from '../platform/pdf-family.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, text } from '../platform/pdf-text.ts'
import type { BillProps } from './bill-props.ts'
import { paper } from './paper-words.ts'

/** The house on a paper about money: the tax office looks for the address and the code. */
export function houseOf({ facility }: BillProps): Letterhead {
  const { name, address = '', taxCode, phone, logo } = facility
  const found = [taxCode && `${paper.taxCode}: ${taxCode}`, phone && `${paper.phone}: ${phone}`]
  return { name, logo, lines: [address, found.filter(Boolean).join('  ·  ')] }
}

export function drawPayer({ patient, number, billCode }: BillProps, receipt: boolean): Box {
  return facts(
    [
      [receipt ? paper.payer : paper.person, patient.name.toUpperCase()],
      [paper.birthYear, patient.birthYear ? String(patient.birthYear) : '………'],
      receipt && [paper.ofBill, number],
      [paper.billCode, billCode],
    ],
    84,
    { size: 9.5 },
  )
}

/** What is charged, line by line. */
export function drawLines({ lines }: BillProps): Box {
  const end = { align: 'right' } as const
  const rows = lines.map((line, index) => [
    String(index + 1),
    text([line.name, { text: `  ${line.code}`, size: scale.tiny, colour: ink.muted }]),
    String(line.quantity),
    groupThousands(line.price),
    groupThousands(line.amount),
  ])
  const heads = [
    { head: paper.position, width: 24 },
    { head: paper.line, width: 'rest' as const },
    { head: paper.quantity, width: 26, ...end },
    { head: paper.price, width: 68, ...end },
    { head: paper.amount, width: 76, ...end },
  ]
  const cell = { top: 3, bottom: 3, left: 4, right: 4 }
  return pad(table(heads, rows, { size: scale.body, grid: 'rows', cell }), { top: 10, bottom: 7 })
}

export function amountLine(label: string, value: Dong): Box {
  return text([{ text: `${label}:   `, colour: ink.muted }, formatDong(value)], { align: 'right' })
}

export function drawInWords(amount: Dong): Box {
  return text([
    { text: `${paper.inWords}: `, colour: ink.muted },
    { text: `${amountInWords(amount)}.`, face: 'italic' },
  ])
}

/** `10:32 24/11/2026`, the clinic's time. */
export function moment(instant: Date): string {
  return `${clockTimeOf(instant)} ${formatDayMonthYear(calendarDateOf(instant))}`
}
