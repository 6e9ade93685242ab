import { expect, test } from 'vitest'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { isLikelyOne, likeness } from '../../src/patients/duplicates.ts'
import type { Demographics } from '../../src/patients/patient.ts'

const an: Demographics = {
  name: 'Nguyễn Thị An',
  birthDate: calendarDate('1985-03-12'),
  sex: 'female',
  phone: '0905123456',
  identityCard: { number: '048185001234', oldNumber: '201234567' },
}
const bare: Demographics = { name: 'Lê Văn Ba', birthDate: calendarDate('1970-01-01'), sex: 'male' }

test.each<[string, Partial<Demographics>, string[]]>([
  ['nothing in common', {}, []],
  [
    'same name and birth date',
    { name: an.name, birthDate: an.birthDate },
    ['same-name-and-birth-date'],
  ],
  [
    'same name without its accents',
    { name: 'NGUYEN THI AN', birthDate: an.birthDate },
    ['same-name-and-birth-date'],
  ],
  ['same name, another birth date', { name: an.name }, []],
  ['another name, same birth date', { birthDate: an.birthDate }, []],
  [
    'same name and birth date, another personal id: a digit may be mistyped',
    { name: an.name, birthDate: an.birthDate, identityCard: { number: '048185001235' } },
    ['same-name-and-birth-date'],
  ],
  [
    'same phone and birth year',
    { phone: '+84905123456', birthDate: calendarDate('1985-11-30') },
    ['same-phone-and-birth-year'],
  ],
  ['same phone, another birth year', { phone: an.phone as string }, []],
  [
    'same phone and birth year, another personal id: a couple',
    {
      phone: '0905123456',
      birthDate: calendarDate('1985-11-30'),
      identityCard: { number: '048085009999' },
    },
    [],
  ],
  [
    'same old nine-digit id',
    { identityCard: { number: '048070000001', oldNumber: '201234567' } },
    ['same-old-id'],
  ],
  [
    'several reasons at once',
    { name: an.name, birthDate: an.birthDate, phone: an.phone as string },
    ['same-name-and-birth-date', 'same-phone-and-birth-year'],
  ],
])('%s', (_, changes, reasons) => {
  const other = { ...bare, ...changes }
  expect(likeness(an, other)).toEqual(reasons)
  expect(likeness(other, an)).toEqual(reasons)
})

test('two personal ids are two people to a program, and a question at the desk', () => {
  const other = { ...an, identityCard: { number: '048185001235' } }
  expect(isLikelyOne(an, other, false)).toBe(false)
  expect(isLikelyOne(an, other, true)).toBe(true)
  const { identityCard: _, ...withoutNumber } = an
  expect(isLikelyOne(an, withoutNumber, false)).toBe(true)
})
