import { type Box, columns, pad, space } from '../platform/pdf-box.ts'
import { textWidth } from '../platform/pdf-fonts.ts'
import { tick } from '../platform/pdf-marks.ts'
import { ink, text } from '../platform/pdf-text.ts'

/** Height of a line that a hand writes on, in points: 6 mm. */
export const LINE = 17
export const SIZE = 8.6
const BOX = { width: 40, height: 14.8 }
const COMB = 13
const TICK = 9.5

/** A line to write on, across the width. */
export function writingLine(height = LINE): Box {
  return {
    height: () => height,
    draw(pdf, x, y, width) {
      const at = y + height - 3.5
      pdf.lineWidth(0.5).strokeColor(ink.muted).dash(0.6, { space: 1.8 })
      pdf
        .moveTo(x, at)
        .lineTo(x + width, at)
        .stroke()
      pdf.undash()
    },
  }
}

/** A frame for one number. */
export function writingBox(width = BOX.width, height = LINE): Box {
  return {
    height: () => height,
    draw(pdf, x, y) {
      const top = y + (height - BOX.height) / 2
      pdf.lineWidth(0.8).strokeColor(ink.text).rect(x, top, width, BOX.height).stroke()
    },
  }
}

/** One frame a character, in groups: `[2, 2, 4]` with a stroke between them is a date. */
export function comb(groups: readonly number[], between = ''): Box {
  const gap = between ? 9 : 5
  return {
    height: () => LINE,
    draw(pdf, x, y) {
      const top = y + (LINE - BOX.height) / 2
      let at = x
      for (const [index, count] of groups.entries()) {
        if (index > 0) {
          const style = { size: 10, align: 'center' } as const
          text(between, style).draw(pdf, at, top + 0.5, gap)
          at += gap
        }
        pdf.lineWidth(0.8).strokeColor(ink.text)
        pdf.rect(at, top, count * COMB, BOX.height).stroke()
        pdf.lineWidth(0.4).strokeColor(ink.muted)
        for (let cell = 1; cell < count; cell++) {
          pdf.moveTo(at + cell * COMB, top).lineTo(at + cell * COMB, top + BOX.height)
        }
        pdf.stroke()
        at += count * COMB
      }
    },
  }
}

export function combWidth(groups: readonly number[], between = ''): number {
  const cells = groups.reduce((sum, count) => sum + count, 0)
  return cells * COMB + (groups.length - 1) * (between ? 9 : 5)
}

export const dateComb = (): Box => comb([2, 2, 4], '/')
export const DATE_WIDTH = combWidth([2, 2, 4], '/')

/** A word or two on the middle of a writing line. */
export function onLine(words: string, style: Parameters<typeof text>[1] = {}): Box {
  const size = style.size ?? SIZE
  return {
    height: (pdf, width) => Math.max(LINE, text(words, { size, ...style }).height(pdf, width)),
    draw(pdf, x, y, width) {
      const box = text(words, { size, ...style })
      const height = box.height(pdf, width)
      box.draw(pdf, x, y + Math.max(0, (LINE - height) / 2), width)
    },
  }
}

/** As wide as the words themselves. */
export function widthOf(words: string, size = SIZE): number {
  return textWidth('regular', size, words) + 1
}

/** Answers side by side, each with a box to tick, as wide as they need to be. */
export function ticks(
  answers: readonly (readonly [string, boolean])[],
  style: { size?: number; gap?: number; height?: number } = {},
): Box {
  const { size = SIZE, gap = 10, height = LINE } = style
  const cells = answers.flatMap(([words, checked]) => [
    { width: TICK + 4, box: tickOnLine(checked, height) },
    { width: widthOf(words, size) + gap, box: onLine(words, { size }) },
  ])
  return columns([...cells, { width: 'rest', box: space(height) }])
}

export function ticksWidth(answers: readonly string[], size = SIZE, gap = 10): number {
  return answers.reduce((sum, words) => sum + TICK + 4 + widthOf(words, size) + gap, 0)
}

function tickOnLine(checked: boolean, height: number): Box {
  return {
    height: () => height,
    draw: (pdf, x, y) => tick(checked, TICK).draw(pdf, x, y + (height - TICK) / 2, TICK),
  }
}

/** Label and what is written after it. */
export function asked(label: string, box: Box, width: number | 'rest' = 'rest'): Box {
  return columns([
    { width: widthOf(`${label}:`) + 6, box: onLine(`${label}:`, { colour: ink.muted }) },
    { width, box },
    ...(width === 'rest' ? [] : [{ width: 'rest' as const, box: space(LINE) }]),
  ])
}

/** What is known is printed, what is not is asked for. */
export function known(words: string | undefined, blank: Box): Box {
  return words ? onLine(words, { face: 'medium', size: 9.4 }) : blank
}

export function indent(box: Box, left: number): Box {
  return pad(box, { left })
}
