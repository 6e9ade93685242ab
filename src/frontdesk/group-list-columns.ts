import type { DelimitedRow } from '../core/delimited.ts'
import { fold } from '../core/text.ts'

export const listFields = [
  'name',
  'birthDate',
  'sex',
  'identityNumber',
  'phone',
  'address',
  'licenceClass',
  'purpose',
] as const
export type ListField = (typeof listFields)[number]

/** Where each field stands; `number` is a line's own number, which is passed over. */
export type Columns = Partial<Record<ListField | 'number', number>>

/** Headings without diacritics, as companies write them. */
const headings: readonly (readonly [ListField | 'number', RegExp])[] = [
  ['number', /^(stt|tt|so tt|so thu tu|no|#|n°)$/],
  ['identityNumber', /cccd|can cuoc|dinh danh|cmnd|\bcmt\b|identity|personal id|\bid\b/],
  ['birthDate', /ngay.*sinh|nam sinh|sinh ngay|^ns$|birth|\bdob\b/],
  ['sex', /gioi tinh|^gt$|^phai$|\bsex\b|gender/],
  ['phone', /dien thoai|di dong|\bsdt\b|\bdt\b|phone|mobile/],
  ['licenceClass', /hang|class/],
  ['purpose', /muc dich|purpose|loai cap/],
  ['address', /dia chi|thuong tru|noi o|cho o|address/],
  ['name', /ho.*ten|^ten|full ?name|^name$|nguoi (lai|kham)|lai xe/],
]

/** Above the headings a company may write its own name and a title. */
const HEAD_WITHIN = 25

/**
 * The line with most headings in it, and what stands under each; headings that say nothing to us are
 * named, so that nobody believes they were read.
 */
export function readColumns(rows: readonly DelimitedRow[]): {
  columns: Columns
  headAt: number
  unread: string[]
} {
  const read = rows.slice(0, HEAD_WITHIN).map(({ cells }) => columnsOf(cells))
  const sizes = read.map((columns) => Object.keys(columns).length)
  const headAt = sizes.indexOf(Math.max(0, ...sizes))
  const columns = read[headAt] ?? {}
  const known = new Set(Object.values(columns))
  const unread = (rows[headAt]?.cells ?? []).filter(
    (cell, index) => cell.trim() !== '' && !known.has(index),
  )
  return { columns, headAt, unread: unread.map((cell) => cell.trim().slice(0, 60)) }
}

function columnsOf(cells: readonly string[]): Columns {
  const columns: Columns = {}
  cells.forEach((cell, index) => {
    const text = fold(cell)
    // A heading is short; a sentence that happens to hold such a word is none.
    if (text === '' || text.length > 40) return
    const found = headings.find(
      ([field, pattern]) => columns[field] === undefined && pattern.test(text),
    )
    if (found) columns[found[0]] = index
  })
  return columns
}
