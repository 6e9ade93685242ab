import { type Box, columns, type Pdf } from './pdf-box.ts'
import { ink, type TextStyle, text } from './pdf-text.ts'
import { readPicture } from './picture.ts'
import { drawQr } from './qr-drawing.ts'

/** A square that is ticked or not, drawn rather than typed: no font needs the sign. */
export function tick(checked: boolean, size = 7.5): Box {
  return {
    height: () => size,
    draw(pdf, x, y) {
      pdf.lineWidth(0.7).strokeColor(ink.text).rect(x, y, size, size).stroke()
      if (!checked) return
      pdf.lineWidth(1.3).lineCap('round').lineJoin('round')
      pdf.moveTo(x + size * 0.2, y + size * 0.52).lineTo(x + size * 0.42, y + size * 0.76)
      pdf.lineTo(x + size * 0.82, y + size * 0.22).stroke()
    },
  }
}

export function checkbox(label: string, checked: boolean, style: Partial<TextStyle> = {}): Box {
  const size = style.size ?? 9
  const face = checked ? 'medium' : 'regular'
  const lineHeight = size * (style.leading ?? 1.36)
  const mark: Box = {
    height: () => lineHeight,
    draw: (pdf, x, y) =>
      tick(checked, size * 0.86).draw(pdf, x, y + lineHeight * 0.5 - size * 0.43, size),
  }
  return columns(
    [
      { width: size * 0.86, box: mark },
      { width: 'rest', box: text(label, { face, ...style }) },
    ],
    4,
  )
}

/** A QR code with its quiet zone, `side` points wide, as filled rectangles. */
export function qrCode(payload: string, side: number): Box {
  return {
    height: () => side,
    draw(pdf, x, y) {
      const { size, runs } = drawQr(payload)
      const unit = side / size
      pdf.rect(x, y, side, side).fill('#ffffff')
      for (const run of runs) {
        pdf.rect(x + run.x * unit, y + run.y * unit, run.width * unit, unit)
      }
      pdf.fill('#000000')
    },
  }
}

/** A picture cut to fill its frame, or the frame with a caption when there is none to show. */
export function picture(
  bytes: Uint8Array | undefined,
  frame: { width: number; height: number },
  caption: string,
): Box {
  return {
    height: () => frame.height,
    draw(pdf, x, y) {
      const shown = bytes !== undefined && drawPicture(pdf, bytes, x, y, frame)
      pdf.lineWidth(0.5).strokeColor(ink.line).rect(x, y, frame.width, frame.height).stroke()
      if (shown) return
      const note = text(caption, { size: 8, colour: ink.muted, align: 'center' })
      note.draw(pdf, x, y + (frame.height - note.height(pdf, frame.width)) / 2, frame.width)
    },
  }
}

/** A house's mark, whole within its frame and without one. */
export function emblem(bytes: Uint8Array, frame: { width: number; height: number }): Box {
  return {
    height: () => frame.height,
    draw(pdf, x, y) {
      const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      pdf.image(picture, x, y, { fit: [frame.width, frame.height], valign: 'center' })
    },
  }
}

/** A damaged picture must not hold back the document: its frame stays empty. */
function drawPicture(
  pdf: Pdf,
  bytes: Uint8Array,
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
): boolean {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Looked through first: what is wrong inside a PNG is thrown later, where nobody catches it.
  if (typeof readPicture(picture) === 'string') return false
  pdf.save()
  try {
    pdf.rect(x, y, width, height).clip()
    pdf.image(picture, x, y, {
      cover: [width, height],
      align: 'center',
      valign: 'center',
    })
    return true
  } catch {
    return false
  } finally {
    pdf.restore()
  }
}
