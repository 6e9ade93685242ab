import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { EmptyState } from './empty-state.tsx'
import { Icon } from './icon.tsx'
import { classes, type Label, told } from './label.ts'

export type Column<Row> = {
  label: Label
  cell: (row: Row) => Child
  /** Numbers and money stand right. */
  align?: 'end' | undefined
  /** Names the row; carries its link. One per table. */
  head?: boolean | undefined
  /** Where the column's heading leads to, and how the rows stand now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
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
  empty?: Child
  /** Rows of totals under the others. */
  footer?: Child
}

/** A table on a desk, a list of cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  if (!props.rows.length) {
    return <>{props.empty ?? <EmptyState lang={props.lang} title={pieceWords.emptyTable} />}</>
  }
  return (
    <div class="table-frame">
      <table class={classes('table', !!props.href && 'table-linked')}>
        <caption class={props.showCaption ? undefined : 'unseen'}>
          {told(props.caption, props.lang)}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <ColumnHead column={column} lang={props.lang} />
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
  )
}

function ColumnHead<Row>({ column, lang }: { column: Column<Row>; lang: Lang }) {
  const { sort } = column
  return (
    <th
      scope="col"
      class={cellClass(column)}
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
    >
      {sort ? (
        <a class="table-sort" href={sort.href}>
          {told(column.label, lang)}
          {sort.direction && <Icon name="down" />}
        </a>
      ) : (
        told(column.label, lang)
      )}
    </th>
  )
}

function Cell<Row>(props: {
  column: Column<Row>
  row: Row
  lang: Lang
  href?: ((row: Row) => string | undefined) | undefined
}) {
  const { column, row } = props
  const label = told(column.label, props.lang)
  if (!column.head) {
    return (
      <td class={cellClass(column)} data-label={label}>
        {column.cell(row)}
      </td>
    )
  }
  const href = props.href?.(row)
  return (
    <th scope="row" class={cellClass(column)} data-label={label}>
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
