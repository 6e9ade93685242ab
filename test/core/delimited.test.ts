import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDelimited } from '../../src/core/delimited.ts'

const cellsOf = (text: string) => readDelimited(text).map(({ cells }) => cells)

describe('a delimited text', () => {
  test.each([
    [
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['\uFEFFa;b\n', [['a', 'b']]],
    ['sep=|\r\na|b\r\n', [['a', 'b']]],
    [
      'a;b;\n;;\n',
      [
        ['a', 'b', ''],
        ['', '', ''],
      ],
    ],
    ['"a;b";"c ""d"""\n', [['a;b', 'c "d"']]],
    [
      '"12, Trần Phú";x\n"3, Lê Lợi";y\n',
      [
        ['12, Trần Phú', 'x'],
        ['3, Lê Lợi', 'y'],
      ],
    ],
    ['a;"never closed\nx', [['a', 'never closed\nx']]],
    ['', []],
  ])('%j is read as %j', (text, rows) => {
    expect(cellsOf(text)).toEqual(rows)
  })

  test('a row knows the line of the file that it begins on, over cells of several lines', () => {
    expect(readDelimited('a;"1\n2"\nb;c').map(({ line }) => line)).toEqual([1, 3])
    expect(readDelimited('sep=;\na;b').map(({ line }) => line)).toEqual([2])
  })

  test('what is written by the rules is read back, whatever is in the cells', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => !text.includes('\r'))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(rows, fc.constantFrom(';', ',', '\t'), (table, separator) => {
        const text = table.map((row) => row.map(quoted).join(separator)).join('\r\n')
        expect(cellsOf(text)).toEqual(table)
      }),
    )
  })
})
