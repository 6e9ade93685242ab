import { type Box, columns, type Padding, type Pdf, pad, rule, stack } from './pdf-box.ts'
import { ink, text } from './pdf-text.ts'

export type TableColumn = {
  head?: string
  width: number | 'rest'
  align?: 'left' | 'center' | 'right'
}
export type TableStyle = {
  size: number
  cell: Padding
  /** `all` draws every cell's border: what is filled in; `rows` only lines: what is read. */
  grid: 'all' | 'rows'
}

/** Points; a row lower than this goes to the next page whole. */
const DIVIDED_FROM = 160
const HAIR = 0.5

const usual: TableStyle = {
  size: 8.5,
  cell: { top: 2, bottom: 2, left: 4, right: 4 },
  grid: 'all',
}

/** Rows under a head that is repeated on every page the table reaches. */
export function table(
  heads: readonly TableColumn[],
  rows: readonly (readonly (Box | string)[])[],
  style: Partial<TableStyle> = {},
): Box {
  const full = { ...usual, ...style }
  const head = heads.some((column) => column.head) ? [headRow(heads, full)] : []
  return withHead(
    head,
    rows.map((cells) => row(heads, cells, full)),
  )
}

function withHead(head: readonly Box[], rows: readonly Box[]): Box {
  const body = stack(rows)
  const all = stack([...head, ...rows])
  return {
    height: all.height,
    draw: all.draw,
    split(pdf, width, room) {
      const headHeight = stack(head).height(pdf, width)
      const parts = body.split?.(pdf, width, room - headHeight)
      return parts && [stack([...head, parts[0]]), withHead(head, [parts[1]])]
    },
  }
}

function headRow(heads: readonly TableColumn[], style: TableStyle): Box {
  const ruled = style.grid === 'rows'
  const colour = ruled ? ink.muted : ink.text
  const cells = heads.map(({ head = '', align = 'left' }) =>
    text(head, { face: 'semibold', size: style.size - 0.5, align, colour }),
  )
  const cell = row(heads, cells, style, ruled ? undefined : ink.fill)
  return ruled ? stack([cell, rule(ink.text, 0.9)]) : cell
}

function row(
  heads: readonly TableColumn[],
  cells: readonly (Box | string)[],
  style: TableStyle,
  fill?: string,
): Box {
  const boxes = heads.map(({ width, align = 'left' }, index) => {
    const cell = cells[index] ?? ''
    const content = typeof cell === 'string' ? text(cell, { size: style.size, align }) : cell
    return { width, box: pad(content, cellPadding(style, index, heads.length)) }
  })
  return bordered(columns(boxes), heads, style.grid, fill)
}

/** A ruled table stands flush with the text above and below it. */
function cellPadding({ cell, grid }: TableStyle, index: number, count: number): Padding {
  if (grid === 'all') return cell
  return {
    ...cell,
    ...(index === 0 ? { left: 0 } : {}),
    ...(index === count - 1 ? { right: 0 } : {}),
  }
}

function bordered(
  box: Box,
  heads: readonly TableColumn[],
  grid: TableStyle['grid'],
  fill?: string,
): Box {
  return {
    height: box.height,
    draw(pdf, x, y, width) {
      const height = box.height(pdf, width)
      if (fill) pdf.rect(x, y, width, height).fill(fill)
      if (grid === 'all') drawBorder(pdf, x, y, width, height, edges(heads, width))
      else pdf.rect(x, y + height - HAIR, width, HAIR).fill(ink.line)
      box.draw(pdf, x, y, width)
    },
    split(pdf, width, room) {
      if (box.height(pdf, width) < DIVIDED_FROM) return undefined
      const parts = box.split?.(pdf, width, room)
      return parts && [bordered(parts[0], heads, grid, fill), bordered(parts[1], heads, grid, fill)]
    },
  }
}

function drawBorder(
  pdf: Pdf,
  x: number,
  y: number,
  width: number,
  height: number,
  verticals: readonly number[],
): void {
  pdf.lineWidth(HAIR).strokeColor(ink.line)
  pdf.moveTo(x, y).lineTo(x + width, y)
  pdf.moveTo(x, y + height).lineTo(x + width, y + height)
  for (const at of verticals) pdf.moveTo(x + at, y).lineTo(x + at, y + height)
  pdf.stroke()
}

/** Where the vertical lines of a row stand, the outer two among them. */
function edges(heads: readonly TableColumn[], width: number): number[] {
  const fixed = heads.reduce((sum, head) => sum + (head.width === 'rest' ? 0 : head.width), 0)
  const sharing = heads.filter((head) => head.width === 'rest').length
  let at = 0
  return [
    0,
    ...heads.map((head) => {
      at += head.width === 'rest' ? (width - fixed) / sharing : head.width
      return at
    }),
  ]
}
