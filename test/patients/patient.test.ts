import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { people } from '../../fixtures/cast/people.ts'
import { ageOn, calendarDate, daysBetween } from '../../src/core/calendar-date.ts'
import { stripDiacritics } from '../../src/core/text.ts'
import { isPlasticLicenceNumber, phonePattern } from '../../src/patients/contact.ts'
import {
  complete,
  type Demographics,
  patientWarnings,
  saysTheSame,
  searchKey,
  tidyName,
} from '../../src/patients/patient.ts'
import { areas } from './reference.ts'

const an: Demographics = {
  name: 'Nguyễn Thị An',
  birthDate: calendarDate('1985-03-12'),
  sex: 'female',
  identityCard: { number: '048185001234', issuedOn: calendarDate('2024-08-15') },
}

test('a name keeps its case and loses double spaces and decomposition', () => {
  expect(tidyName('  NGUYỄN   thị An '.normalize('NFD'))).toBe('NGUYỄN thị An')
})

test('a search key is the same with and without diacritics, in any case', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ỹĐđ]{1,8}$/u)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const name = words.join(' ')
      expect(searchKey(stripDiacritics(name))).toBe(searchKey(name))
      expect(searchKey(tidyName(name.normalize('NFD')))).toBe(searchKey(name))
      expect(searchKey(name.toLowerCase())).toBe(searchKey(name))
    }),
  )
})

describe('what follows from the rest is filled in', () => {
  test('the issuing place from the issue date', () => {
    expect(complete(an, areas).identityCard?.issuedPlace).toBe('Bộ Công an')
  })

  test('unless it was given, or there is no date', () => {
    const given = {
      number: '048185001234',
      issuedOn: calendarDate('2024-08-15'),
      issuedPlace: 'Sở',
    }
    expect(complete({ ...an, identityCard: given }, areas).identityCard?.issuedPlace).toBe('Sở')
    const bare = { number: '048185001234' }
    expect(complete({ ...an, identityCard: bare }, areas).identityCard).toEqual(bare)
  })

  const text = '12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng'
  test.each([
    ['from the text', { text }, { text, ward: '20285', province: '48' }],
    ['by code', { text, ward: '20242' }, { text, ward: '20242', province: '48' }],
    [
      'by name',
      { text: '12 Lê Lợi', ward: 'phường Hải Châu', province: 'Đà Nẵng' },
      { text: '12 Lê Lợi', ward: '20242', province: '48' },
    ],
    ['not against a chosen province', { text, province: '79' }, { text, province: '79' }],
    ['not for a ward that is not listed', { text: 'x', ward: '99999' }, { text: 'x' }],
    [
      'not for a code that its province has not',
      { text: 'x', ward: '99999', province: '48' },
      { text: 'x', province: '48' },
    ],
    [
      'by a code of a province whose wards are not on the list',
      { text: 'Buôn Ma Thuột, Đắk Lắk', ward: '24133' },
      { text: 'Buôn Ma Thuột, Đắk Lắk', ward: '24133', province: '66' },
    ],
  ])('the area %s', (_, address, expected) => {
    expect(complete({ ...an, address }, areas).address).toEqual(expected)
  })
})

test.each([
  ['12 Lê Lợi, phường Hải Châu, Đà Nẵng', []],
  ['Hòa Hải, Ngũ Hành Sơn, Đà Nẵng', ['address-former-unit']],
  ['Hòa Liên, Liên Chiểu, Đà Nẵng', ['address-district-name']],
  ['Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh', ['address-unmatched']],
])('the address %s warns of %j', (text, codes) => {
  const person = complete({ ...an, address: { text } }, areas)
  expect(patientWarnings(person, areas).map((warning) => warning.code)).toEqual(codes)
})

describe('registering again says the same', () => {
  const known = complete({ ...an, phone: '0905123456', address: { text: 'Đà Nẵng' } }, areas)
  test.each<[string, Partial<Demographics>, boolean]>([
    ['when nothing differs', {}, true],
    ['when the name is in capitals', { name: 'NGUYỄN THỊ AN' }, true],
    ['when the phone is written with +84', { phone: '+84905123456' }, true],
    ['not when the name differs in one accent', { name: 'Nguyễn Thị Ân' }, false],
    ['not when the birth date differs', { birthDate: calendarDate('1985-03-13') }, false],
    ['not when the sex differs', { sex: 'male' }, false],
    ['not when another phone is sent', { phone: '0905123457' }, false],
    ['not when an e-mail is sent that is not on record', { email: 'an@example.com' }, false],
    ['not when the address differs', { address: { text: 'Huế' } }, false],
  ])('%s', (_, changes, expected) => {
    expect(saysTheSame({ ...an, ...changes }, known)).toBe(expected)
  })
})

test.each([
  ['0905123456', true],
  ['+84905123456', true],
  ['0323456789', true],
  ['0223456789', false],
  ['84905123456', false],
  ['090512345', false],
  ['09051234567', false],
])('%s is a mobile number: %s', (phone, expected) => {
  expect(phonePattern.test(phone)).toBe(expected)
})

test('a licence number is the plastic card’s or needs a look', () => {
  expect(isPlasticLicenceNumber('480165012345')).toBe(true)
  expect(isPlasticLicenceNumber('AB 123456')).toBe(false)
})

test('the cast is as old as its story says, and its cards agree with themselves', () => {
  const today = calendarDate('2026-11-24')
  const cast = people(today)
  expect(ageOn(cast.an.demographics.birthDate, today)).toBe(41)
  expect(ageOn(cast.minh.demographics.birthDate, today)).toBe(18)
  expect(daysBetween(today, cast.an.heldLicence?.expiresOn ?? today)).toBe(21)
  for (const person of Object.values(cast)) {
    const warnings = patientWarnings({ ...person.demographics }, areas)
    expect(warnings.filter((warning) => warning.code.startsWith('id-'))).toEqual([])
  }
})
