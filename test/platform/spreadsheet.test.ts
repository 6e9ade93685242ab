import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../../src/platform/paths.ts'
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts'

const list = (name: string) => readFileSync(projectPath(`fixtures/lists/${name}`))

function rowsIn(bytes: Buffer): string[][] {
  const read = readSpreadsheet(bytes)
  if (typeof read === 'string') throw new Error(read)
  return read.rows.map(({ cells }) => cells)
}

describe('a workbook that another program wrote', () => {
  test.each(['exceljs.xlsx', 'sheetjs.xlsx', 'openpyxl.xlsx'])(
    '%s names the same people',
    (name) => {
      const rows = rowsIn(list(name)).slice(2)
      expect(rows.map((cells) => cells[1])).toEqual([
        'Nguyễn Văn Tài',
        'TRẦN THỊ LÁI',
        'Lê Văn Xe',
        'Phạm Thị Đường',
      ])
    },
  )

  test('days are days, counted from 1900 or from 1904; numbers keep all their digits', () => {
    expect(rowsIn(list('exceljs.xlsx'))[2]?.slice(2, 5)).toEqual([
      '1985-04-03',
      'Nam',
      '48085100001',
    ])
    expect(rowsIn(list('openpyxl.xlsx'))[2]?.[2]).toBe('1985-04-03')
  })

  test('its lines are numbered as Excel shows them, and sheets that are not read are named', () => {
    const read = readSpreadsheet(list('exceljs.xlsx'))
    expect(read).toMatchObject({ otherSheets: ['nháp', 'Tổng hợp'] })
    expect(typeof read === 'string' ? [] : read.rows.map(({ line }) => line)).toEqual([
      1, 3, 4, 5, 6, 7,
    ])
  })

  test('an old one is told apart', () => {
    expect(readSpreadsheet(list('old.xls'))).toBe('old-excel')
  })
})

describe('a text', () => {
  test('is UTF-8 or what Excel calls Unicode', () => {
    const text = 'Họ tên;Ngày sinh\nĐặng Ánh;03/04/1985\n'
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    expect(rowsIn(Buffer.from(text))).toEqual(rowsIn(wide))
  })

  test.each([
    ['empty', Buffer.from('')],
    ['empty', Buffer.from(' ; ;\n\n')],
    ['not-utf8', Buffer.from('H\xf3 t\xean;Ng\xe0y sinh', 'latin1')],
    ['too-large', Buffer.from('a;b\n'.repeat(2_001))],
  ])('that is %s is refused', (fault, bytes) => {
    expect(readSpreadsheet(bytes)).toBe(fault)
  })
})

/** A ZIP of one part, whose head says whatever it is told to say. */
function zipOf(parts: Record<string, Buffer>, lie: { size?: number } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(content), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(lie.size ?? content.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const workbook = Buffer.from('<workbook><sheets><sheet name="a"/></sheets></workbook>')
const sheet = (inside: string) =>
  Buffer.from(`<worksheet><sheetData>${inside}</sheetData></worksheet>`)
const book = (inside: string) =>
  zipOf({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet(inside) })
const cell = (text: string, at = 'A1') => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('a workbook that means harm', () => {
  test('the one that these are made like is read', () => {
    expect(rowsIn(book(`<row r="1">${cell('x')}</row>`))).toEqual([['x']])
  })

  test('a part that grows a thousandfold is not unpacked, whatever size it claims', () => {
    const bomb = Buffer.alloc(64 * 1024 * 1024, 0x20)
    const bytes = zipOf(
      { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': bomb },
      { size: 100 },
    )
    expect(bytes.length).toBeLessThan(100_000)
    const before = process.memoryUsage().arrayBuffers
    expect(readSpreadsheet(bytes)).toBe('too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  test.each([
    ['a cell in column XFD', `<row r="1">${cell('x', 'XFD1')}</row>`],
    ['more cells than a list has', `<row>${'<c/>'.repeat(60_001)}</row>`],
  ])('%s is too large', (_, inside) => {
    expect(readSpreadsheet(book(inside))).toBe('too-large')
  })

  test('entities are not unfolded: a document type is refused', () => {
    const evil = Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>')
    const bytes = zipOf({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': evil })
    expect(readSpreadsheet(bytes)).toBe('broken')
  })

  test('no damage does more than make it unreadable', () => {
    const good = list('sheetjs.xlsx')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.option(fc.nat(good.length), { nil: good.length }),
        (changes, length) => {
          const bytes = Buffer.from(good)
          for (const [at, value] of changes) bytes[at] = value
          const read = readSpreadsheet(bytes.subarray(0, length))
          expect(['string', 'object']).toContain(typeof read)
        },
      ),
      { numRuns: 150 },
    )
  })
})
