/** A record of a delimited text and the line of the file that it begins on. */
export type DelimitedRow = { line: number; cells: string[] }

const separators = [';', ',', '\t'] as const

/**
 * Rows of a CSV as spreadsheets write it: parted by semicolons, commas or tabs, whichever the text
 * uses; quoted cells may hold the separator, line ends and doubled quotes. Nothing is refused: a
 * quote that is never closed takes the rest of the text.
 */
export function readDelimited(text: string): DelimitedRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const named = /^sep=(.)\r?\n/i.exec(source)
  const separator = named?.[1] ?? likelySeparator(source)
  const rows: DelimitedRow[] = []
  let [cells, cell, quoted, line, began] = [[] as string[], '', false, named ? 2 : 1, named ? 2 : 1]
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push({ line: began, cells })
    cells = []
  }
  for (let at = named?.[0].length ?? 0; at < source.length; at += 1) {
    const sign = source[at] ?? ''
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n' || (sign === '\r' && source[at + 1] !== '\n')) {
      endRow()
      began = line
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

/** The one that stands most often outside quotes in the first lines. */
function likelySeparator(text: string): string {
  const bare = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
