import { type CalendarDate, calendarDate, parseCalendarDate } from '../core/calendar-date.ts'
import { DomainError } from '../core/errors.ts'
import { say } from '../core/text.ts'
import { cardFaults, cardRefusal, issuers, onTheCard } from './card-words.ts'
import { personalIdPattern, type Sex } from './personal-id.ts'
import { mendedEncoding } from './weak-card.ts'

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
  const plain = text.replace(/^\uFEFF/, '').trim()
  const line = (garbled.test(plain) ? (mendedEncoding(plain) ?? plain) : plain).normalize('NFC')
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
  const sex = onTheCard[card.sex]
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
  return issuedOn < calendarDate('2024-07-01') ? issuers.before : issuers.since
}

const sexByWord: ReadonlyMap<string, Sex> = new Map([
  [onTheCard.male.toLowerCase(), 'male'],
  [onTheCard.female.toLowerCase(), 'female'],
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

type Fault = keyof typeof cardFaults

function malformed(fault: Fault): DomainError {
  const message = cardFaults[fault]
  return new DomainError({
    kind: 'invalid',
    code: 'identity-card-qr-malformed',
    detail: {
      vi: say(cardRefusal, 'vi', { fault: message.vi }),
      en: say(cardRefusal, 'en', { fault: message.en }),
    },
    errors: [{ pointer: '/identityCardQr', code: fault, message }],
  })
}

function fail(fault: Fault): never {
  throw malformed(fault)
}
