import type { Child } from 'hono/jsx'
import { type Lang, say, type Text } from '../core/text.ts'
import { amountText } from '../web/pieces/amount.tsx'
import { ChartFrame } from '../web/pieces/chart-frame.tsx'
import { countText, decimalText, shareText } from '../web/pieces/chart-number.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import type { FigureName } from './figures.ts'
import { type Period, queryOf } from './period.ts'
import { type Cell, isShare, type Sheet, type SheetColumn } from './sheet.ts'

type FigureProps = {
  lang: Lang
  name: FigureName
  period: Period
  sheet: Sheet
  message: Child
  legend?: Child
  note?: Child
  children?: Child
}

/** One chart with its sentence, its table and the table's file. */
export function Figure({ name, period, sheet, ...props }: FigureProps) {
  return (
    <ChartFrame
      {...props}
      id={name}
      csv={`/figures.csv?of=${name}&${queryOf(period)}`}
      table={<SheetTable lang={props.lang} sheet={sheet} />}
    />
  )
}

function SheetTable({ lang, sheet }: { lang: Lang; sheet: Sheet }) {
  const { columns, totals } = sheet
  return (
    <DataTable
      lang={lang}
      caption={sheet.caption}
      rows={sheet.rows}
      columns={columns.map((column, at) => ({
        label: column.label,
        head: at === 0,
        align: at > 0 && column.kind !== 'text' ? ('end' as const) : undefined,
        cell: (row: readonly Cell[]) => cellText(row[at], column, lang),
      }))}
      footer={totals && <TotalsRow lang={lang} columns={columns} totals={totals} />}
    />
  )
}

function TotalsRow(props: {
  lang: Lang
  columns: readonly SheetColumn[]
  totals: readonly Cell[]
}) {
  const { lang, columns, totals } = props
  return (
    <tr>
      {columns.map((column, at) =>
        at === 0 ? (
          <th scope="row">{cellText(totals[at], column, lang)}</th>
        ) : (
          <td class="end" data-label={say(column.label, lang)}>
            {cellText(totals[at], column, lang)}
          </td>
        ),
      )}
    </tr>
  )
}

const numbers: Partial<Record<SheetColumn['kind'], (value: number, lang: Lang) => string>> = {
  dong: amountText,
  days: decimalText,
  minutes: countText,
  count: countText,
}

function cellText(cell: Cell, { kind }: SheetColumn, lang: Lang): string {
  if (cell === undefined) return '—'
  if (typeof cell === 'number') return (numbers[kind] ?? countText)(cell, lang)
  if (isShare(cell)) return shareText(cell.part, cell.whole, lang)
  if (typeof cell === 'string') return kind === 'day' ? dateText(cell, lang) : cell
  return say(cell as Text, lang)
}
