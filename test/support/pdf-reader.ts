import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import decodeQR from 'qr/decode.js'

/** A PDF read back by a reader that is not its writer. */
export type ReadPdf = { pages: string[]; title: string | undefined; language: string | undefined }

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await open(bytes)
  const { info } = await pdf.getMetadata()
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const content = await (await pdf.getPage(number)).getTextContent()
    const words = content.items.map((item) =>
      'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
    )
    pages.push(words.join('').normalize('NFC'))
  }
  const { Title, Language } = info as { Title?: string; Language?: string }
  await pdf.destroy()
  return { pages, title: Title, language: Language }
}

/** What the QR code on a page says, read from the page as it is printed. */
export async function scanPage(bytes: Uint8Array, number: number): Promise<string> {
  const pdf = await open(bytes)
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: 2 })
  const factory = pdf.canvasFactory as {
    create(
      width: number,
      height: number,
    ): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }
  }
  const { canvas, context } = factory.create(viewport.width, viewport.height)
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const { width, height } = canvas
  const { data } = context.getImageData(0, 0, width, height)
  await pdf.destroy()
  return decodeQR({ width, height, data }, { timeLimit: 2_000, effort: 9 })
}

/** pdfjs takes the bytes away from whoever passes them. */
function open(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise
}
