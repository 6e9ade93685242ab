import QRCode from 'qrcode'

/** Modules of white that must surround a QR code for cameras to find it (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** A dark run: `width` modules of one row. */
export type QrRun = { x: number; y: number; width: number }

/** Runs of dark modules; `size` counts the modules of a side with the quiet zone. */
export type QrDrawing = { size: number; runs: QrRun[] }

/** Error correction M: a folded or stained bill still scans. */
export function drawQr(payload: string): QrDrawing {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'M' })
  const runs: QrRun[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column < modules.size && modules.get(row, column)) column++
      runs.push({ x: start + QUIET_ZONE, y: row + QUIET_ZONE, width: column - start })
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, runs }
}

/** A self-contained SVG; its size is the style sheet's, `label` is what a screen reader says. */
export function qrSvg(payload: string, label: string): string {
  const { size, runs } = drawQr(payload)
  const path = runs.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" class="qr" role="img" ` +
    `aria-label="${escapeAttribute(label)}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

/** A picture that banking apps read from a phone's gallery: they take no SVG. */
export async function qrPng(payload: string): Promise<Uint8Array> {
  return QRCode.toBuffer(payload, { errorCorrectionLevel: 'M', margin: QUIET_ZONE, scale: 10 })
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
