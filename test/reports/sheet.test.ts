import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf, type Sheet } from '../../src/reports/sheet.ts'

const label = { vi: 'Lý do', en: 'Reason' }
const sheetOf = (...texts: (string | number)[]): Sheet => ({
  caption: label,
  columns: [{ label, kind: 'text' }],
  rows: texts.map((text) => [text]),
})

describe('a sheet as a file', () => {
  test('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(csvOf(sheetOf('Mắt'), 'vi')).toBe('\ufeffLý do\r\nMắt\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("x")'])(
    'runs no formula out of %j',
    (text) => {
      expect(csvOf(sheetOf(text), 'en').split('\r\n')[1]).toMatch(/^"?'/)
    },
  )

  test('keeps its rows and cells whatever a text holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        for (const lang of ['vi', 'en'] as const) {
          const cells = parsed(csvOf(sheetOf(...texts), lang), lang === 'vi' ? ';' : ',')
          expect(cells.map((row) => row.length)).toEqual(texts.concat('').map(() => 1))
        }
      }),
    )
  })

  test('writes numbers bare, with the sign of the reader’s language', () => {
    expect(csvOf(sheetOf(1_525_000, 37.5), 'vi')).toContain('1525000\r\n37,5\r\n')
    expect(csvOf(sheetOf(37.5), 'en')).toContain('37.5')
  })
})

/** As a spreadsheet reads it. */
function parsed(text: string, separator: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (const sign of text.replace(/\r\n$/, '').split('')) {
    const row = rows.at(-1) ?? []
    if (sign === '"') quoted = !quoted
    else if (!quoted && sign === separator) row.push('')
    else if (!quoted && sign === '\n') rows.push([''])
    else row[row.length - 1] += sign
  }
  return rows
}
