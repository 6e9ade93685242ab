import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  billCode,
  billCodePlaces,
  checkCharacter,
  hasValidCheck,
} from '../../src/billing/bill-code.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const randomBytes = fc.uint8Array({ minLength: 8, maxLength: 8 })
const anyCode = randomBytes.map((random) => billCode('LTH', random))

describe('the check character', () => {
  // Example of ISO/IEC 7064: the ISAN of the MOD 37,36 system, and its neighbours.
  it.each([
    ['A12425GABC1234002', 'M'],
    ['B159D8FA01240000', 'K'],
  ])('of %s is %s', (text, check) => {
    expect(checkCharacter(text)).toBe(check)
  })

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(11), fc.constantFrom(...ALPHABET), (code, at, character) => {
        fc.pre(code[at] !== character)
        expect(hasValidCheck(code.slice(0, at) + character + code.slice(at + 1))).toBe(false)
      }),
    )
  })
})

describe('a bill code', () => {
  it('has the prefix, only A–Z0–9, and at most 15 characters', () => {
    fc.assert(
      fc.property(randomBytes, fc.constantFrom('LT', 'LTH', 'BVDA12'), (random, prefix) => {
        const code = billCode(prefix, random)
        expect(code).toMatch(/^[A-Z0-9]{4,15}$/)
        expect(code.startsWith(prefix)).toBe(true)
        expect(hasValidCheck(code)).toBe(true)
      }),
    )
  })

  it.each(['lth', '', 'A', '1AB', 'ABCDEFG', 'A-B'])('is not made with the prefix %j', (prefix) => {
    expect(() => billCode(prefix, new Uint8Array(8))).toThrow(RangeError)
  })
})

describe('finding the code in a memo', () => {
  const code = billCode('LTH', Uint8Array.of(1, 20, 33, 4, 250, 66, 7, 81))
  const other = billCode('LTH', Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2))

  it.each([
    ['as it is', code],
    ['in lower case', code.toLowerCase()],
    ['with separators inserted', code.split('').join('-')],
    ['split by a space', `${code.slice(0, 5)} ${code.slice(5)}`],
    ['after a bank’s own words', `MBVCB.3278907687.${code}`],
    ['before a bank’s own words', `${code} CT tu 0011 toi 0022`],
    ['glued on both sides', `IBFT${code}GD123`],
    ['twice the same, as in bill number and purpose', `${code} ${code}`],
    ['behind a part of itself', `LTH${code}`],
    ['with Vietnamese around it', `Thanh toán ${code} khám sức khỏe`],
  ])('%s', (_, memo) => {
    expect(billCodePlaces(memo, 'LTH')).toEqual([[code]])
  })

  it.each([
    ['an empty memo', ''],
    ['no code', 'chuyen tien mua iphone'],
    ['a cut code', code.slice(0, -1)],
    ['a wrong check character', code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')],
    ['another prefix', `XYZ${code.slice(3)}`],
  ])('finds nothing in %s', (_, memo) => {
    expect(billCodePlaces(memo, 'LTH')).toEqual([])
  })

  it('takes what a code makes with the words behind it for the same place', () => {
    const unlucky = billCode('LT', Uint8Array.of(199, 119, 16, 151, 128, 23, 41, 136))
    expect(billCodePlaces(`MBVCB.123.${unlucky}.CT tu 0123`, 'LT')).toEqual([
      [unlucky, 'LTHVVCTTU01'],
    ])
  })

  it('finds every issued code at one place, whatever a bank writes around it', () => {
    const words = fc.constantFrom('CT tu 0123', 'THANH TOAN', 'TT', '', 'T11', 'chuyen tien')
    fc.assert(
      fc.property(randomBytes, words, words, (random, before, after) => {
        const issued = billCode('LT', random)
        const places = billCodePlaces(`${before} ${issued}.${after}`, 'LT')
        expect(places).toHaveLength(1)
        expect(places[0]).toContain(issued)
      }),
      { numRuns: 5_000 },
    )
  })

  it('names both of two different codes', () => {
    expect(billCodePlaces(`${code} va ${other}`, 'LTH')).toEqual([[code], [other]])
  })
})
