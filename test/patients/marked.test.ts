import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchedRanges } from '../../src/patients/marked.tsx'
import { searchWords } from '../../src/patients/search.ts'

const marked = (text: string, asked: string) =>
  matchedRanges(text, searchWords(asked)).map(([start, end]) => text.slice(start, end))

describe('what was searched for is marked', () => {
  it.each([
    ['Nguyễn Thị An', 'nguyen', ['Nguyễn']],
    ['Nguyễn Thị An', 'an', ['An']],
    ['Đặng Thị Ánh', 'dang anh', ['Đặng', 'Ánh']],
    ['Công Tằng Tôn Nữ Hoàng', 'to', ['Tô']],
    ['048185001234', '1234', ['1234']],
    ['0905123456', '+84905', ['0905']],
    ['C01X00T47', 'c01x', ['C01X']],
    ['Peter Müller-Weiß', 'mull', ['Müll']],
    ['Nguyễn Thị An', '(', []],
    ['Hà Hà', 'ha h', ['Hà', 'Hà']],
  ])('in %j for %j: %j', (text, asked, parts) => {
    expect(marked(text, asked)).toEqual(parts)
  })

  it('in order, never twice, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, asked) => {
        let end = 0
        for (const range of matchedRanges(text, searchWords(asked))) {
          expect(range[0]).toBeGreaterThanOrEqual(end)
          expect(range[1]).toBeGreaterThan(range[0])
          end = range[1]
        }
        expect(end).toBeLessThanOrEqual(text.normalize('NFC').length)
      }),
    )
  })
})
