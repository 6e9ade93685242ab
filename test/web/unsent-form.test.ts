import { describe, expect, test } from 'vitest'
import {
  dayOf,
  examBody,
  faultsOf,
  invoiceBody,
  patientBody,
} from '../../src/web/public/unsent-form.js'

const card = '048185001234|201234567|Nguyễn Thị An|12031985|Nữ|12 Lê Văn Hiến, Đà Nẵng|15082024'
const an = {
  name: 'Nguyễn Thị An',
  birthDate: '12/03/1985',
  sex: 'female',
  'identityCard.number': '048185001234',
  'address.text': '12 Lê Văn Hiến, Đà Nẵng',
  phone: '',
  licenceClass: 'B',
  purpose: 'new',
  'consents.exam': 'true',
}

test.each([
  ['3/4/1985', '1985-04-03'],
  ['03041985', '1985-04-03'],
  ['03-04-1985', '1985-04-03'],
  ['31/02/1985', undefined],
  ['1985', undefined],
])('%s is the day %s', (typed, day) => {
  expect(dayOf(typed)).toBe(day)
})

describe('what is sent of a person', () => {
  test('is the card’s own text while it says what stands there', () => {
    expect(patientBody({ ...an, identityCardQr: card })).toEqual({ identityCardQr: card })
    const withPhone = { ...an, identityCardQr: card, phone: '0905123456' }
    expect(patientBody(withPhone)).toEqual({ identityCardQr: card, phone: '0905123456' })
  })

  test('is what was typed once a hand has changed it', () => {
    const name = 'Nguyễn Thị Ân'
    expect(patientBody({ ...an, identityCardQr: card, name })).toEqual({
      name,
      birthDate: '1985-03-12',
      sex: 'female',
      identityCard: { number: '048185001234' },
      address: { text: '12 Lê Văn Hiến, Đà Nẵng' },
    })
  })
})

test('an exam says the licence held only when one was given, and the consents as ticked', () => {
  expect(examBody(an)).toEqual({
    licenceClass: 'B',
    purpose: 'new',
    consents: { exam: true, renewal: false },
  })
  const held = { 'heldLicence.number': '480123456789', 'heldLicence.class': 'B2' }
  expect(examBody({ ...an, ...held, 'heldLicence.scheme': 'pre-2025' })).toMatchObject({
    heldLicence: { number: '480123456789', class: 'B2', scheme: 'pre-2025' },
  })
})

test('a bill has what was ticked, for this exam or one that is known', () => {
  expect(invoiceBody(an)).toBeUndefined()
  expect(invoiceBody({ 'bill.KSKLX': '1', exam: 'x' })).toEqual({
    examId: 'x',
    items: [{ code: 'KSKLX', quantity: 1 }],
  })
})

test.each([
  [{ ...an }, []],
  [{ ...an, name: '' }, ['name']],
  [{ ...an, birthDate: '31/02/1985', sex: '' }, ['birthDate', 'sex']],
  [{ ...an, 'identityCard.number': '123' }, ['identityCard.number']],
  [{ ...an, licenceClass: '', purpose: '' }, ['licenceClass', 'purpose']],
  [{ ...an, 'consents.exam': '' }, ['consents.exam']],
  [{ ...an, 'heldLicence.number': '1' }, ['heldLicence.class']],
  [{ exam: 'x' }, ['exam']],
  [{ exam: 'x', 'bill.KSKLX': '1' }, []],
])('%j lacks %j', (values, lacking) => {
  expect(faultsOf(values as Record<string, string>).map(({ name }) => name)).toEqual(lacking)
})
