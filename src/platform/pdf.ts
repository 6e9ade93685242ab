import PDFDocument from 'pdfkit'
import { type Box, mm, type Pdf, rule, stack } from './pdf-box.ts'
import { scale } from './pdf-family.ts'
import { documentFont, faces } from './pdf-fonts.ts'
import { ink, text } from './pdf-text.ts'

const papers = {
  A4: { size: [595.28, 841.89], margin: mm(11.5) },
  A5: { size: [419.53, 595.28], margin: mm(11) },
  /** A receipt printer's roll: as long as what stands on it, cut behind the last line. */
  '80mm': { size: [mm(80), 0], margin: mm(4) },
} as const

export type Paper = keyof typeof papers

export type DocumentProps = {
  title: string
  paper: Paper
  /** When it came to be; the same document drawn again has the same bytes. */
  createdAt: Date
  body: readonly Box[]
  /** Left of the page number at the foot of each page; a roll has no foot. */
  footer: string
  /** Across every page: why this paper must not be used, e.g. `BẢN NHÁP`. */
  watermark?: string
}

/** The document as PDF, its boxes set one under the other and onto as many pages as they need. */
export function makePdf(props: DocumentProps): Promise<Uint8Array> {
  const { size, margin } = papers[props.paper]
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    // No default font: ours are registered below and Helvetica is never embedded.
    font: '',
    lang: 'vi-VN',
    displayTitle: true,
    bufferPages: true,
    pdfVersion: '1.7',
    info: { Title: props.title, CreationDate: props.createdAt, Producer: 'lienthong' },
  })
  // The types leave out that a parsed font is a font source too.
  for (const face of faces) pdf.registerFont(face, documentFont(face) as unknown as Uint8Array)
  const bytes = collect(pdf)
  if (props.paper === '80mm') drawRoll(pdf, props.body, size[0], margin)
  else {
    pdf.addPage({ size: [...size], margin: 0 })
    flow(pdf, props.body, margin)
    finishPages(pdf, props, margin)
  }
  pdf.end()
  return bytes
}

function drawRoll(pdf: Pdf, body: readonly Box[], paperWidth: number, margin: number): void {
  const whole = stack(body)
  const width = paperWidth - 2 * margin
  pdf.addPage({ size: [paperWidth, whole.height(pdf, width) + 2 * margin], margin: 0 })
  whole.draw(pdf, margin, margin, width)
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
  })
}

const FOOTER_SIZE = scale.tiny
/** The foot with the line over it and the air between. */
const FOOTER_ROOM = FOOTER_SIZE * 2.6

function flow(pdf: Pdf, body: readonly Box[], margin: number): void {
  const width = pdf.page.width - 2 * margin
  const bottom = pdf.page.height - margin - FOOTER_ROOM
  let y = margin
  for (const box of body) {
    let rest = box
    while (y + rest.height(pdf, width) > bottom) {
      const parts = rest.split?.(pdf, width, bottom - y)
      // Nothing can divide it and it already has a page of its own.
      if (!parts && y === margin) break
      parts?.[0].draw(pdf, margin, y, width)
      rest = parts?.[1] ?? rest
      pdf.addPage({ size: [pdf.page.width, pdf.page.height], margin: 0 })
      y = margin
    }
    rest.draw(pdf, margin, y, width)
    y += rest.height(pdf, width)
  }
}

function finishPages(pdf: Pdf, props: DocumentProps, margin: number): void {
  const { count } = pdf.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index)
    const width = pdf.page.width - 2 * margin
    const y = pdf.page.height - margin - FOOTER_SIZE * 0.4
    rule().draw(pdf, margin, y - 4, width)
    const style = { size: FOOTER_SIZE, colour: ink.muted }
    text(props.footer, style).draw(pdf, margin, y, width - 60)
    text(`Trang ${index + 1}/${count}`, { ...style, align: 'right' }).draw(pdf, margin, y, width)
    if (props.watermark) drawWatermark(pdf, props.watermark)
  }
}

function drawWatermark(pdf: Pdf, words: string): void {
  const { width, height } = pdf.page
  const size = Math.min(64, (width * 1.5) / words.length)
  pdf.save()
  pdf.rotate(-32, { origin: [width / 2, height / 2] }).opacity(0.16)
  text(words, { face: 'semibold', size, align: 'center', colour: '#b00020' }).draw(
    pdf,
    -width / 4,
    height / 2 - size,
    width * 1.5,
  )
  pdf.restore()
}
