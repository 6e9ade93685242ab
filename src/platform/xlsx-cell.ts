import type { Document, Element } from '@xmldom/xmldom'

export type CellContext = {
  strings: readonly string[]
  /** Which styles show their number as a date. */
  styles: ReadonlySet<number>
  since1904: boolean
  textOf: (element: Element) => string
}

/** What one reads in the cell; a date as `YYYY-MM-DD`, a whole number without an exponent. */
export function cellText(cell: Element, context: CellContext): string {
  const type = cell.getAttribute('t') ?? 'n'
  if (type === 'inlineStr') return context.textOf(cell)
  const value = Array.from(cell.getElementsByTagNameNS('*', 'v'))[0]?.textContent ?? ''
  if (type === 's') return context.strings[Number(value)] ?? ''
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (context.styles.has(Number(cell.getAttribute('s') ?? 0))) {
    return dateOfSerial(number, context.since1904)
  }
  return Number.isInteger(number) && Math.abs(number) < 1e16 ? number.toFixed(0) : value
}

const DAY = 86_400_000

/** Excel counts days since 1900 and believes in a 29 February of that year. */
export function dateOfSerial(serial: number, since1904: boolean): string {
  const days = Math.floor(serial)
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(epoch + days * DAY)
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10)
}

/** The built-in formats that show a day. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** The indexes of cell formats whose numbers are dates. */
export function dateStylesOf(styles: Document | undefined): Set<number> {
  const found = new Set<number>()
  if (!styles) return found
  const own = new Map(
    elements(styles, 'numFmt').map((format) => [
      Number(format.getAttribute('numFmtId')),
      format.getAttribute('formatCode') ?? '',
    ]),
  )
  const list = elements(styles, 'cellXfs')[0]
  elements(list, 'xf').forEach((format, index) => {
    const id = Number(format.getAttribute('numFmtId'))
    const code = own.get(id)
    if (code === undefined ? builtIn.has(id) : showsDay(code)) found.add(index)
  })
  return found
}

/** Whether a format names days or years, apart from what it quotes, escapes or says of a locale. */
function showsDay(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
}

function elements(within: Document | Element | undefined, name: string): Element[] {
  return within ? Array.from(within.getElementsByTagNameNS('*', name)) : []
}
