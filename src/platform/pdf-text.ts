import type { Box, Pdf } from './pdf-box.ts'
import type { Face } from './pdf-fonts.ts'
import { breakLines, type Line } from './pdf-lines.ts'

export const ink = { text: '#16191c', muted: '#59616a', line: '#aeb5bc', fill: '#f0f2f4' } as const

export type TextStyle = {
  face: Face
  size: number
  colour: string
  align: 'left' | 'center' | 'right'
  /** Line height as a multiple of the size; stacked Vietnamese marks need 1.25 and more. */
  leading: number
}
export type Run = string | { text: string; face?: Face; size?: number; colour?: string }

const plain: TextStyle = {
  face: 'regular',
  size: 9,
  colour: ink.text,
  align: 'left',
  leading: 1.36,
}
/** Where the baseline stands in a line, as a share of its height. */
const BASELINE = 0.77

/** Text of one or more faces, broken into lines; it can go on over the page's end. */
export function text(runs: Run | readonly Run[], style: Partial<TextStyle> = {}): Box {
  const whole = { ...plain, ...style }
  const { face, size, colour } = whole
  const glyphs = [runs]
    .flat()
    .map((run) => ({ face, size, colour, ...(typeof run === 'string' ? { text: run } : run) }))
  const broken = new Map<number, Line[]>()
  return ofLines(whole, (width) => {
    const lines = broken.get(width) ?? breakLines(glyphs, width)
    broken.set(width, lines)
    return lines
  })
}

/** A label in the muted face and its value in the strong one, on one line of text. */
export function field(label: string, value: string, style: Partial<TextStyle> = {}): Box {
  return text(
    [
      { text: `${label}: `, colour: ink.muted },
      { text: value, face: 'medium' },
    ],
    style,
  )
}

function ofLines(style: TextStyle, linesFor: (width: number) => Line[]): Box {
  const lineHeight = style.size * style.leading
  return {
    height: (_, width) => linesFor(width).length * lineHeight,
    draw(pdf, x, y, width) {
      for (const [index, line] of linesFor(width).entries()) {
        drawLine(pdf, line, style.align, x, y + (index + BASELINE) * lineHeight, width)
      }
    },
    split(_, width, room) {
      const lines = linesFor(width)
      const fitting = Math.floor(room / lineHeight)
      if (fitting < 1 || fitting >= lines.length) return undefined
      const [first, rest] = [lines.slice(0, fitting), lines.slice(fitting)]
      return [ofLines(style, () => first), ofLines(style, () => rest)]
    },
  }
}

/** `wordCount` and `textWidth` spare pdfkit the measuring that has been done; its types leave them out. */
const asMeasured = { lineBreak: false, baseline: 'alphabetic', wordCount: 1 } as const

function drawLine(
  pdf: Pdf,
  line: Line,
  align: TextStyle['align'],
  x: number,
  baseline: number,
  width: number,
): void {
  const slack = width - line.inked
  let at = x + (align === 'right' ? slack : align === 'center' ? slack / 2 : 0)
  for (const piece of line.pieces) {
    pdf.font(piece.face, piece.size).fillColor(piece.colour)
    const options = { ...asMeasured, textWidth: piece.width }
    pdf.text(piece.text, at, baseline, options)
    at += piece.width
  }
}
