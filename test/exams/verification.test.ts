import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { maskName, standingOn } from '../../src/exams/verification.ts'
import { normalVerifyCode, verifyCodeFrom } from '../../src/exams/verify-code.ts'

describe('a masked name', () => {
  it.each([
    ['Nguyễn Văn An', 'Ngu*** V** A*'],
    ['Trần Thị Bích Ngọc', 'Tr** T** B*** N***'],
    ['Lê Ý', 'L* *'],
    ['  Đặng   Thị Ánh ', 'Đặ** T** Á**'],
    ['O', '*'],
  ])('of %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('shows at most half of any word of two letters or more', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zĐđÁẾễ]{1,12}$/), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(words, (parts) => {
        for (const word of maskName(parts.join(' ')).split(' ')) {
          const shown = [...word].filter((letter) => letter !== '*').length
          expect(shown).toBeLessThanOrEqual([...word].length / 2)
        }
      }),
    )
  })
})

describe('a certificate’s standing', () => {
  const validUntil = calendarDate('2027-11-24')

  it.each([
    ['2027-11-24', 'valid'],
    ['2027-11-25', 'expired'],
  ] as const)('on %s is %s', (today, standing) => {
    expect(standingOn({ validUntil }, calendarDate(today))).toBe(standing)
  })

  it('is revoked from the revocation on, whatever the date', () => {
    const revokedOn = calendarDate('2026-12-01')
    expect(standingOn({ validUntil, revokedOn }, calendarDate('2026-12-02'))).toBe('revoked')
  })
})

describe('a verification code', () => {
  it('has five bits of every character of the secret, in letters that are not mistaken', () => {
    expect(verifyCodeFrom('ABCDEFGHIJKLMNOPQRST')).toMatch(
      /^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/,
    )
  })

  it('is the same however it is typed', () => {
    const code = verifyCodeFrom('x_-9AZazQWERTYuiop01')
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')} `,
    ]) {
      expect(normalVerifyCode(typed)).toBe(code)
    }
  })
})
