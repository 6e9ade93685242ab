import { type Lang, say, type Text } from '../core/text.ts'

/** What the numbers of a column are, for the reader's eye; in a file they are bare. */
export type SheetColumn = {
  label: Text
  kind: 'text' | 'day' | 'time' | 'count' | 'days' | 'dong' | 'minutes' | 'share'
}

/** A part of a whole is shown as its share. */
export type Share = { part: number; whole: number }
export type Cell = string | number | Text | Share | undefined

export function isShare(cell: Cell): cell is Share {
  return typeof cell === 'object' && 'part' in cell
}

/** The numbers behind a chart: one table for the page and for the file. */
export type Sheet = {
  caption: Text
  columns: readonly SheetColumn[]
  rows: readonly (readonly Cell[])[]
  totals?: readonly Cell[] | undefined
}

const BOM = '﻿'
/** A cell that begins so would be run as a formula by the program that opens the file. */
const formula = /^[=+\-@\t\r\n|%]/

/**
 * The sheet as a file: with the mark by which spreadsheets know UTF-8, and parted as they part it
 * where the decimal sign is a comma.
 */
export function csvOf({ columns, rows, totals }: Sheet, lang: Lang): string {
  const separator = lang === 'vi' ? ';' : ','
  const lines = [columns.map(({ label }) => say(label, lang)), ...rows, ...(totals ? [totals] : [])]
  const text = lines.map((line) => line.map((cell) => quoted(cell, lang)).join(separator))
  return `${BOM}${text.join('\r\n')}\r\n`
}

function quoted(cell: Cell, lang: Lang): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell, lang)
  if (isShare(cell)) {
    return cell.whole === 0 ? '' : numberText((cell.part / cell.whole) * 100, lang)
  }
  const text = typeof cell === 'string' ? cell : say(cell, lang)
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One decimal place at most, with the reader's sign, and nothing between thousands. */
function numberText(value: number, lang: Lang): string {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(1)
  return lang === 'vi' ? text.replace('.', ',') : text
}
