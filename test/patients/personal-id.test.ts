import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  birthProvinces,
  personalIdWarnings,
  readPersonalId,
} from '../../src/patients/personal-id.ts'

test('all 63 provinces of before the mergers are known', () => {
  expect(birthProvinces.size).toBe(63)
})

describe('the twelve digits say', () => {
  test.each([
    ['048185001234', { province: '048', sex: 'female', birthYear: 1985 }],
    ['001099000001', { province: '001', sex: 'male', birthYear: 1999 }],
    ['079204123456', { province: '079', sex: 'male', birthYear: 2004 }],
    ['096300000009', { province: '096', sex: 'female', birthYear: 2000 }],
  ])('%s', (number, expected) => {
    expect(readPersonalId(number)).toEqual(expected)
  })

  test.each(['04818500123', '0481850012345', '04818500123a', '', '٠٤٨١٨٥٠٠١٢٣٤'])(
    'nothing when it is not twelve digits: %j',
    (number) => {
      expect(readPersonalId(number)).toBeUndefined()
    },
  )
})

describe('a number that disagrees with the person warns', () => {
  const an = { birthDate: calendarDate('1985-03-12'), sex: 'female' as const }
  test.each([
    ['048185001234', []],
    ['048085001234', ['id-sex-mismatch']],
    ['048186001234', ['id-birth-year-mismatch']],
    ['048385001234', ['id-birth-year-mismatch']],
    ['003185001234', ['id-province-unknown']],
    ['999285001234', ['id-province-unknown', 'id-birth-year-mismatch', 'id-sex-mismatch']],
  ])('%s', (number, codes) => {
    expect(personalIdWarnings(number, an).map((warning) => warning.code)).toEqual(codes)
  })
})
