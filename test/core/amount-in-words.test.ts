import fc from 'fast-check'
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number'
import { describe, expect, it } from 'vitest'
import vectors from '../../fixtures/vectors/vn-words-vectors.json' with { type: 'json' }
import { amountInWords, numberInWords } from '../../src/core/amount-in-words.ts'

describe('an amount in Vietnamese words', () => {
  it.each(vectors.pairs as [number, string][])('reads %d as "%s"', (amount, words) => {
    expect(numberInWords(amount)).toBe(words)
  })

  it('starts with a capital and ends in đồng', () => {
    expect(amountInWords(345_000)).toBe('Ba trăm bốn mươi lăm nghìn đồng')
    expect(amountInWords(0)).toBe('Không đồng')
  })

  it('agrees with an independent reader on any amount', () => {
    const config = new ReadingConfig()
    config.unit = []
    const amounts = fc.oneof(
      fc.nat(99_999),
      fc.nat(999_999_999),
      fc.maxSafeNat(),
      fc.nat(9_999).map((n) => n * 1_000_000),
    )
    fc.assert(
      fc.property(amounts, (amount) => {
        const independent = doReadNumber(String(amount), config).replaceAll('tỉ', 'tỷ')
        expect(numberInWords(amount)).toBe(independent)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([-1, 1.5, Number.NaN, 2 ** 53])('refuses %d', (value) => {
    expect(() => numberInWords(value)).toThrow(RangeError)
  })
})
