import { type DelimitedRow, readDelimited } from '../core/delimited.ts'
import { readWorkbook } from './xlsx.ts'
import { ZipFault } from './zip.ts'

/** What a file that one chose is instead of a list. */
export type SpreadsheetFault = 'empty' | 'old-excel' | 'broken' | 'too-large' | 'not-utf8'

export type Spreadsheet = { rows: DelimitedRow[]; otherSheets: string[] }

const MAX_ROWS = 2_000

/** The rows of a CSV or XLSX file, whatever its name says; or why it is neither. */
export function readSpreadsheet(bytes: Buffer): Spreadsheet | SpreadsheetFault {
  if (bytes.length < 4) return bytes.length === 0 ? 'empty' : 'broken'
  if (bytes.readUInt16BE(0) === 0x504b) return fromWorkbook(bytes)
  // A compound file: Excel before 2007, or one that asks for a password.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return 'old-excel'
  const text = decoded(bytes)
  if (text === undefined) return 'not-utf8'
  return bounded({ rows: readDelimited(text), otherSheets: [] })
}

function fromWorkbook(bytes: Buffer): Spreadsheet | SpreadsheetFault {
  try {
    return bounded(readWorkbook(bytes))
  } catch (error) {
    if (!(error instanceof ZipFault) && !(error instanceof RangeError)) throw error
    return error.message.startsWith('too ') ? 'too-large' : 'broken'
  }
}

function bounded({ rows, otherSheets }: Spreadsheet): Spreadsheet | SpreadsheetFault {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return 'empty'
  return filled.length > MAX_ROWS ? 'too-large' : { rows: filled, otherSheets }
}

/** UTF-8, or the UTF-16 that Excel calls Unicode text. */
function decoded(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
