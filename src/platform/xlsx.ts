import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import type { DelimitedRow } from '../core/delimited.ts'
import { cellText, dateStylesOf } from './xlsx-cell.ts'
import { openZip, ZipFault } from './zip.ts'

/** Far more than a list of a few hundred people needs; twice as much would hold up everybody. */
const MAX_PART = 4 * 1024 * 1024
const MAX_CELLS = 60_000

export type Workbook = { rows: DelimitedRow[]; sheet: string; otherSheets: string[] }

/** The first visible sheet of an Excel workbook, every cell as the text that one reads in it. */
export function readWorkbook(bytes: Buffer): Workbook {
  const zip = openZip(bytes)
  const part = (name: string) => {
    const found = zip.read(name, MAX_PART)
    return found && parse(found.toString('utf8'))
  }
  const workbook = part('xl/workbook.xml')
  if (!workbook) throw new ZipFault('no workbook')
  const sheets = all(workbook, 'sheet')
  const first = sheets.find((sheet) => !/hidden/i.test(sheet.getAttribute('state') ?? ''))
  if (!first) throw new ZipFault('no sheet')
  const target = targetOf(part('xl/_rels/workbook.xml.rels'), relationOf(first))
  const sheet = part(target)
  if (!sheet) throw new ZipFault('no sheet')
  const strings = all(part('xl/sharedStrings.xml'), 'si').map(textOf)
  const styles = dateStylesOf(part('xl/styles.xml'))
  const since1904 = /^(1|true)$/.test(
    all(workbook, 'workbookPr')[0]?.getAttribute('date1904') ?? '',
  )
  return {
    rows: rowsOf(sheet, (cell) => cellText(cell, { strings, styles, since1904, textOf })),
    sheet: first.getAttribute('name') ?? '',
    otherSheets: sheets.filter((one) => one !== first).map((one) => one.getAttribute('name') ?? ''),
  }
}

/** No part of a workbook declares a document type; one that does is after entities. */
function parse(xml: string): Document {
  if (xml.includes('<!DOCTYPE')) throw new ZipFault('declares a document type')
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
  } catch {
    throw new ZipFault('a part is no XML')
  }
}

/** By their local name: some programs write a prefix before each. */
function all(within: Document | Element | undefined, name: string): Element[] {
  return within ? Array.from(within.getElementsByTagNameNS('*', name)) : []
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

function relationOf(sheet: Element): string {
  return (
    sheet.getAttributeNS(relationships, 'id') ||
    sheet.getAttributeNS(strictRelationships, 'id') ||
    ''
  )
}

function targetOf(relations: Document | undefined, id: string): string {
  const found = all(relations, 'Relationship').find((one) => one.getAttribute('Id') === id)
  const target = found?.getAttribute('Target') ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function rowsOf(sheet: Document, read: (cell: Element) => string): DelimitedRow[] {
  let count = 0
  let line = 0
  return all(sheet, 'row').map((row) => {
    line = Number(row.getAttribute('r')) || line + 1
    const cells: string[] = []
    for (const cell of all(row, 'c')) {
      count += 1
      if (count > MAX_CELLS) throw new ZipFault('too many cells')
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length
      while (cells.length < column) cells.push('')
      cells[column] = read(cell)
    }
    return { line, cells }
  })
}

const MOST_COLUMNS = 200

/** `C7` is in column 2; a list is never as wide as a sheet may be. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (!letters) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (column >= MOST_COLUMNS) throw new ZipFault('too many columns')
  return column
}

/** All runs of a rich text, without the reading aids that stand over Japanese. */
function textOf(element: Element): string {
  return all(element, 't')
    .filter((run) => (run.parentNode as Element | null)?.localName !== 'rPh')
    .map((run) => run.textContent ?? '')
    .join('')
}
