import type PDFDocument from 'pdfkit'
import { ink } from './pdf-text.ts'

export type Pdf = InstanceType<typeof PDFDocument>

/** A part of a document that knows its height at a width before it is drawn. */
export type Box = {
  height(pdf: Pdf, width: number): number
  draw(pdf: Pdf, x: number, y: number, width: number): void
  /** What fits into `room` and what is left; undefined when nothing useful fits. */
  split?(pdf: Pdf, width: number, room: number): [Box, Box] | undefined
}

const POINTS_PER_MM = 72 / 25.4

export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM
}

export function space(height: number): Box {
  return { height: () => height, draw: () => undefined }
}

/** What follows starts on a new page. */
export const pageBreak: Box = {
  height: () => Number.POSITIVE_INFINITY,
  draw: () => undefined,
  split: () => [space(0), space(0)],
}

/** A hair line across the width. */
export function rule(colour: string = ink.line, thickness = 0.6): Box {
  return {
    height: () => thickness,
    draw(pdf, x, y, width) {
      pdf.rect(x, y, width, thickness).fill(colour)
    },
  }
}

/** Boxes are asked their height again by every box around them. */
function remembered(height: Box['height']): Box['height'] {
  let [known, at] = [0, Number.NaN]
  return (pdf, width) => {
    if (width !== at) [known, at] = [height(pdf, width), width]
    return known
  }
}

/** Boxes one under the other; it can be divided between two of them or inside one. */
export function stack(boxes: readonly Box[], gap = 0): Box {
  return {
    height: remembered((pdf, width) =>
      boxes.reduce((sum, box) => sum + box.height(pdf, width), gap * Math.max(0, boxes.length - 1)),
    ),
    draw(pdf, x, y, width) {
      let at = y
      for (const box of boxes) {
        box.draw(pdf, x, at, width)
        at += box.height(pdf, width) + gap
      }
    },
    split(pdf, width, room) {
      let used = 0
      for (const [index, box] of boxes.entries()) {
        const height = box.height(pdf, width)
        if (used + height > room) {
          const parts = box.split?.(pdf, width, room - used)
          if (!parts && index === 0) return undefined
          const before = [...boxes.slice(0, index), ...(parts ? [parts[0]] : [])]
          const after = [parts ? parts[1] : box, ...boxes.slice(index + 1)]
          return [stack(before, gap), stack(after, gap)]
        }
        used += height + gap
      }
      return undefined
    },
  }
}

/** The same box, never divided between pages. */
export function whole({ height, draw }: Box): Box {
  return { height, draw }
}

export type Column = { width: number | 'rest'; box: Box; valign?: 'top' | 'middle' }

/** Boxes side by side; a column is as wide as it says (points), `rest` shares what is left. */
export function columns(cells: readonly Column[], gap = 0): Box {
  const widths = (width: number) => columnWidths(cells, gap, width)
  return {
    height: remembered((pdf, width) => tallest(pdf, cells, widths(width))),
    draw(pdf, x, y, width) {
      const each = widths(width)
      const height = tallest(pdf, cells, each)
      let at = x
      for (const [index, { box, valign }] of cells.entries()) {
        const own = each[index] ?? 0
        const drop = valign === 'middle' ? (height - box.height(pdf, own)) / 2 : 0
        box.draw(pdf, at, y + drop, own)
        at += own + gap
      }
    },
    split(pdf, width, room) {
      const each = widths(width)
      const parts = cells.map((cell, index) => divide(pdf, cell.box, each[index] ?? 0, room))
      if (parts.some((part) => part === undefined)) return undefined
      const side = (which: 0 | 1) =>
        columns(
          cells.map((cell, index) => ({ ...cell, box: parts[index]?.[which] ?? space(0) })),
          gap,
        )
      return [side(0), side(1)]
    },
  }
}

function divide(pdf: Pdf, box: Box, width: number, room: number): [Box, Box] | undefined {
  if (box.height(pdf, width) <= room) return [box, space(0)]
  return box.split?.(pdf, width, room)
}

function tallest(pdf: Pdf, cells: readonly Column[], widths: readonly number[]): number {
  return Math.max(0, ...cells.map(({ box }, index) => box.height(pdf, widths[index] ?? 0)))
}

function columnWidths(cells: readonly Column[], gap: number, width: number): number[] {
  const fixed = cells.reduce((sum, cell) => sum + (cell.width === 'rest' ? 0 : cell.width), 0)
  const sharing = cells.filter((cell) => cell.width === 'rest').length
  const left = width - fixed - gap * (cells.length - 1)
  return cells.map((cell) => (cell.width === 'rest' ? left / Math.max(1, sharing) : cell.width))
}

export type Padding = { top?: number; right?: number; bottom?: number; left?: number }

export function pad(box: Box, { top = 0, right = 0, bottom = 0, left = 0 }: Padding): Box {
  return {
    height: (pdf, width) => box.height(pdf, width - left - right) + top + bottom,
    draw: (pdf, x, y, width) => box.draw(pdf, x + left, y + top, width - left - right),
    split(pdf, width, room) {
      const parts = box.split?.(pdf, width - left - right, room - top - bottom)
      if (!parts) return undefined
      const edges = { top, right, bottom, left }
      return [pad(parts[0], edges), pad(parts[1], edges)]
    },
  }
}
