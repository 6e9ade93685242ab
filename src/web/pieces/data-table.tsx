import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { EmptyState } from './empty-state.tsx'
import { classes, type Label, told } from './label.ts'
import { ColumnHead, TableFilter, tableWords } from './table-tools.tsx'

export type Column<Row> = {
  label: Label
  cell: (row: Row) => Child
  /** Numbers and money stand right. */
  align?: 'end' | undefined
  /** Names the row; carries its link. One per table. */
  head?: boolean | undefined
  /** By what the reader may order the rows with this column's heading. */
  sort?: ((row: Row) => string | number) | undefined
  /** Left out on a phone. */
  minor?: boolean | undefined
  /** As narrow as its content. */
  narrow?: boolean | undefined
}

type DataTableProps<Row> = {
  lang: Lang
  /** What the table lists; heard, and seen when `showCaption`. */
  caption: Label
  showCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Makes each whole row lead somewhere. */
  href?: ((row: Row) => string | undefined) | undefined
  rowId?: ((row: Row) => string) | undefined
  /** Has nothing to stop at: where the table is wider than its window, the arrow keys move it. */
  scrolls?: boolean | undefined
  /** A field that narrows the rows as one types; only where the list is complete. */
  filter?: boolean | Label | undefined
  empty?: Child
  /** Rows of totals under the others. */
  footer?: Child
}

/** A table on a desk, a list of cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  if (!props.rows.length) {
    return <>{props.empty ?? <EmptyState lang={props.lang} title={pieceWords.emptyTable} />}</>
  }
  const sorts = props.columns.some((column) => column.sort)
  return (
    <div class="table-box" {...(sorts || props.filter ? tableWords(props.lang) : {})}>
      {props.filter && <TableFilter lang={props.lang} label={props.filter} name={props.caption} />}
      <div
        class="table-frame"
        {...(props.scrolls && {
          tabindex: 0,
          role: 'group',
          'aria-label': told(props.caption, props.lang),
        })}
      >
        <table class={classes('table', !!props.href && 'table-linked', sorts && 'table-sorts')}>
          <caption class={props.showCaption ? undefined : 'unseen'}>
            {told(props.caption, props.lang)}
          </caption>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <ColumnHead
                  label={column.label}
                  sorts={!!column.sort}
                  cellClass={cellClass(column)}
                  lang={props.lang}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr id={props.rowId?.(row)}>
                {props.columns.map((column) => (
                  <Cell {...props} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
          {props.footer && <tfoot>{props.footer}</tfoot>}
        </table>
      </div>
      {sorts && <p class="unseen" role="status" data-order />}
    </div>
  )
}

function Cell<Row>(props: {
  column: Column<Row>
  row: Row
  lang: Lang
  href?: ((row: Row) => string | undefined) | undefined
}) {
  const { column, row } = props
  const common = {
    class: cellClass(column),
    'data-label': told(column.label, props.lang),
    'data-sort': column.sort?.(row),
  }
  if (!column.head) return <td {...common}>{column.cell(row)}</td>
  const href = props.href?.(row)
  return (
    <th scope="row" {...common}>
      {href ? (
        <a class="table-link" href={href}>
          {column.cell(row)}
        </a>
      ) : (
        column.cell(row)
      )}
    </th>
  )
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  return (
    classes(
      column.align === 'end' && 'end',
      column.minor && 'minor',
      column.narrow && 'narrow',
      column.head && 'head',
    ) || undefined
  )
}
