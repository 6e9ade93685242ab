import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../src/core/calendar-date.ts'
import { DomainError } from '../../src/core/errors.ts'
import {
  defaultIssuedPlace,
  formatIdentityCardQr,
  type IdentityCard,
  parseIdentityCardQr,
} from '../../src/patients/identity-card.ts'

const line =
  '048185001234|201234567|Nguyễn Thị An|12031985|Nữ|12 Lê Văn Hiến, Ngũ Hành Sơn, Đà Nẵng|15082024'
const an: IdentityCard = {
  number: '048185001234',
  oldNumber: '201234567',
  name: 'Nguyễn Thị An',
  birthDate: calendarDate('1985-03-12'),
  sex: 'female',
  address: '12 Lê Văn Hiến, Ngũ Hành Sơn, Đà Nẵng',
  issuedOn: calendarDate('2024-08-15'),
}

/** What a driver on Windows makes of UTF-8 bytes: code page 1252. */
function asWindowsShows(text: string): string {
  const page = new TextDecoder('windows-1252')
  return page.decode(Buffer.from(text))
}

describe('a card’s QR is read', () => {
  test.each([
    ['as it stands', line],
    ['with the line end of a keyboard wedge', `${line}\r\n`],
    ['with a tab and spaces around it', `\t ${line} \t`],
    ['behind a byte order mark', `\uFEFF${line}`],
    ['in decomposed Unicode', line.normalize('NFD')],
    ['with the fields that the 2024 card adds', `${line}|Nguyễn Văn Ba|Lê Thị Bốn||`],
    ['with spaces inside a field', line.replace('Thị An', ' Thị  An ')],
    ['with the sex in capitals', line.replace('|Nữ|', '|NỮ|')],
    ['in UTF-8 that a driver took for Latin-1', Buffer.from(line).toString('latin1')],
    ['in UTF-8 that Windows took for its own code page', asWindowsShows(line)],
  ])('%s', (_, text) => {
    expect(parseIdentityCardQr(text)).toEqual(an)
  })

  test('without an old number and without an address', () => {
    const { oldNumber: _, ...rest } = an
    const text = line.replace('201234567', '').replace(an.address, '')
    expect(parseIdentityCardQr(text)).toEqual({ ...rest, address: '' })
  })

  test('and whatever card is written is read again', () => {
    const word = fc
      .stringMatching(/^[A-Za-zÀ-ỹĐđ]{1,8}$/u)
      .filter((text) => /^\p{L}+$/u.test(text))
      .map((text) => text.normalize('NFC'))
    const date = fc
      .integer({ min: 0, max: 60_000 })
      .map((days) => addDays(calendarDate('1900-01-01'), days))
    const card = fc.record(
      {
        number: fc.stringMatching(/^\d{12}$/),
        oldNumber: fc.stringMatching(/^\d{9}$/),
        name: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
        birthDate: date,
        sex: fc.constantFrom('male' as const, 'female' as const),
        address: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
        issuedOn: date,
      },
      { requiredKeys: ['number', 'name', 'birthDate', 'sex', 'address', 'issuedOn'] },
    )
    fc.assert(
      fc.property(card, (one) => {
        expect(parseIdentityCardQr(formatIdentityCardQr(one))).toEqual(one)
      }),
    )
  })
})

describe('a malformed QR is refused with its fault', () => {
  test.each([
    ['empty', ' \r\n'],
    ['too-few-fields', 'https://example.com/'],
    ['too-few-fields', line.slice(0, line.lastIndexOf('|'))],
    ['number', line.replace('048185001234', '04818500123')],
    ['old-number', line.replace('201234567', '20123')],
    ['name', line.replace('Nguyễn Thị An', ' ')],
    ['birth-date', line.replace('12031985', '31021985')],
    ['birth-date', line.replace('12031985', '1985-03-12')],
    ['sex', line.replace('|Nữ|', '|F|')],
    ['issued-on', line.replace('15082024', '')],
    ['encoding', line.replace('ễ', '\uFFFD')],
    ['encoding', line.replace('Thị', 'Th\u0000ị')],
  ])('%s', (code, text) => {
    const error = refusal(() => parseIdentityCardQr(text))
    expect(error.kind).toBe('invalid')
    expect(error.errors).toMatchObject([{ pointer: '/identityCardQr', code }])
    expect(error.detail.vi).toMatch(/Quét lại thẻ, hoặc nhập tay/)
  })
})

test.each([
  ['2024-06-30', 'Cục CS QLHC về TTXH'],
  ['2024-07-01', 'Bộ Công an'],
])('a card issued on %s was issued by %s', (date, place) => {
  expect(defaultIssuedPlace(calendarDate(date))).toBe(place)
  expect(Buffer.byteLength(place)).toBeLessThanOrEqual(30)
})

function refusal(attempt: () => unknown): DomainError {
  try {
    attempt()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('it was not refused')
}
