import { type CalendarDate, calendarDate, parseCalendarDate } from '../core/calendar-date.ts'
import { DomainError } from '../core/errors.ts'
import type { Text } from '../core/text.ts'
import { personalIdPattern, type Sex } from './personal-id.ts'

/** What the QR of a CCCD or căn cước says. The issuing place is not in it. */
export type IdentityCard = {
  number: string
  /** The nine-digit CMND it replaced. */
  oldNumber?: string
  name: string
  birthDate: CalendarDate
  sex: Sex
  address: string
  issuedOn: CalendarDate
}

const LEAST_FIELDS = 7
/** UTF-8 read as Latin-1 or code page 1252 by a scanner, or a character lost on the way. */
const garbled = /\uFFFD|á[»º]|Ã[\u0080-\u00BF]|Ä[‘\u0090\u0091]/

/**
 * Reads `id|old id|name|ddMMyyyy|Nam/Nữ|address|ddMMyyyy`. Later cards add fields: they are
 * ignored. A keyboard-wedge scanner adds its own line ends, tabs and byte order mark.
 */
export function parseIdentityCardQr(text: string): IdentityCard {
  const line = text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .trim()
  if (line === '') throw malformed('empty')
  if (garbled.test(line)) throw malformed('encoding')
  const fields = line.split('|').map(tidy)
  if (fields.some((field) => /\p{Cc}/u.test(field))) throw malformed('encoding')
  if (fields.length < LEAST_FIELDS) throw malformed('too-few-fields')
  const [number = '', oldNumber = '', name = '', birth = '', sex = '', address = '', issued = ''] =
    fields
  if (!personalIdPattern.test(number)) throw malformed('number')
  if (!/^(\d{9})?$/.test(oldNumber)) throw malformed('old-number')
  if (!/\p{L}/u.test(name)) throw malformed('name')
  return {
    number,
    ...(oldNumber && { oldNumber }),
    name,
    birthDate: parseCompactDate(birth) ?? fail('birth-date'),
    sex: sexByWord.get(sex.toLowerCase()) ?? fail('sex'),
    address,
    issuedOn: parseCompactDate(issued) ?? fail('issued-on'),
  }
}

/** The card's text again, for fixtures and tests. */
export function formatIdentityCardQr(card: IdentityCard): string {
  const sex = card.sex === 'male' ? 'Nam' : 'Nữ'
  return [
    card.number,
    card.oldNumber ?? '',
    card.name,
    compact(card.birthDate),
    sex,
    card.address,
    compact(card.issuedOn),
  ].join('|')
}

/** The director of the police department signed until the Ministry took over the new card. */
export function defaultIssuedPlace(issuedOn: CalendarDate): string {
  return issuedOn < calendarDate('2024-07-01') ? 'Cục CS QLHC về TTXH' : 'Bộ Công an'
}

const sexByWord: ReadonlyMap<string, Sex> = new Map([
  ['nam', 'male'],
  ['nữ', 'female'],
])

function tidy(field: string): string {
  return field.replace(/\s+/g, ' ').trim()
}

function parseCompactDate(text: string): CalendarDate | undefined {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  return match ? parseCalendarDate(`${match[3]}-${match[2]}-${match[1]}`) : undefined
}

function compact(date: CalendarDate): string {
  return `${date.slice(8)}${date.slice(5, 7)}${date.slice(0, 4)}`
}

type Fault = keyof typeof faults

const faults = {
  empty: { vi: 'Chưa đọc được mã QR nào.', en: 'No QR text was read.' },
  encoding: {
    vi: 'Máy quét gửi chữ có dấu bị lỗi; đặt máy quét sang UTF-8 rồi quét lại.',
    en: 'The scanner garbles accented letters; set it to UTF-8 and scan again.',
  },
  'too-few-fields': {
    vi: 'Mã QR này không phải của thẻ căn cước, hoặc quét chưa hết.',
    en: 'This QR code is not an identity card’s, or the scan is not complete.',
  },
  number: {
    vi: 'Số định danh phải có đúng 12 chữ số.',
    en: 'The personal id must have 12 digits.',
  },
  'old-number': {
    vi: 'Số CMND cũ phải có 9 chữ số hoặc để trống.',
    en: 'The old id must have 9 digits or be empty.',
  },
  name: { vi: 'Mã QR không có họ tên.', en: 'The QR code has no name in it.' },
  'birth-date': {
    vi: 'Ngày sinh trong mã QR không phải ngày có thật.',
    en: 'The birth date in the QR code is not a day that exists.',
  },
  sex: {
    vi: 'Giới tính trong mã QR phải là Nam hoặc Nữ.',
    en: 'The sex in the QR code must be Nam or Nữ.',
  },
  'issued-on': {
    vi: 'Ngày cấp trong mã QR không phải ngày có thật.',
    en: 'The issue date in the QR code is not a day that exists.',
  },
} as const satisfies Record<string, Text>

function malformed(fault: Fault): DomainError {
  return new DomainError({
    kind: 'invalid',
    code: 'identity-card-qr-malformed',
    detail: {
      vi: `${faults[fault].vi} Quét lại thẻ, hoặc nhập tay.`,
      en: `${faults[fault].en} Scan the card again, or type the details in.`,
    },
    errors: [{ pointer: '/identityCardQr', code: fault, message: faults[fault] }],
  })
}

function fail(fault: Fault): never {
  throw malformed(fault)
}
