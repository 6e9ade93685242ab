import { type CalendarDate, faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import type { DelimitedRow } from '../core/delimited.ts'
import { type LicenceClass, type LicencePurpose, licenceClasses } from '../core/licence.ts'
import { fill, fold, type Text } from '../core/text.ts'
import { phonePattern, tidyPhone } from '../patients/contact.ts'
import type { Demographics } from '../patients/patient.ts'
import {
  type PersonalId,
  personalIdWarnings,
  readPersonalId,
  type Sex,
} from '../patients/personal-id.ts'
import { demographicsOf, demographicsSchema } from '../patients/schema.ts'
import type { ListDefaults, ListRow } from './group-list.ts'
import type { Columns, ListField } from './group-list-columns.ts'
import { listWords as words } from './group-list-words.ts'

type Reading = { faults: Text[]; notes: Text[] }

/** One line as an entry, with what is wrong in it and what was read otherwise than it is written. */
export function readRow(row: DelimitedRow, columns: Columns, defaults: ListDefaults): ListRow {
  const cell = (field: ListField): string => {
    const at = columns[field]
    return at === undefined
      ? ''
      : (row.cells[at] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  }
  const reading: Reading = { faults: [], notes: [] }
  const number = readNumber(cell('identityNumber'), reading)
  const birthDate = readBirthDate(cell('birthDate'), defaults.today, reading)
  const sex = readSex(cell('sex'), number ? readPersonalId(number) : undefined, reading)
  const licenceClass = readClass(cell('licenceClass'), defaults, reading)
  const purpose = readPurpose(cell('purpose'), defaults, reading)
  const person = completed(
    { name: cell('name'), birthDate, sex, number, phone: cell('phone'), address: cell('address') },
    reading,
  )
  const entry = person && licenceClass && purpose && { person, licenceClass, purpose }
  return {
    line: row.line,
    name:
      cell('name') ||
      row.cells
        .find((text) => text.trim() !== '')
        ?.trim()
        .slice(0, 60) ||
      '',
    ...(entry && reading.faults.length === 0 && { entry }),
    ...reading,
  }
}

type Parts = {
  name: string
  birthDate: CalendarDate | undefined
  sex: Sex | undefined
  number: string | undefined
  phone: string
  address: string
}

function completed(parts: Parts, reading: Reading): Demographics | undefined {
  const { name, birthDate, sex, number, address } = parts
  const phone = readPhone(parts.phone, reading)
  if (name === '') reading.faults.push(words.noName)
  if (name === '' || !birthDate || !sex) return undefined
  const parsed = demographicsSchema.safeParse({
    name,
    birthDate,
    sex,
    ...(number && { identityCard: { number } }),
    ...(phone && { phone }),
    ...(address && { address: { text: address } }),
  })
  if (!parsed.success) {
    for (const { path } of parsed.error.issues) reading.faults.push(faultAt(String(path[0])))
    return undefined
  }
  const person = demographicsOf(parsed.data)
  if (number)
    reading.notes.push(...personalIdWarnings(number, person).map(({ message }) => message))
  return person
}

function faultAt(field: string): Text {
  return field === 'address' ? words.badAddress : field === 'phone' ? words.badPhone : words.badName
}

/** A spreadsheet that took the number for a number dropped its first noughts. */
function readNumber(text: string, { faults, notes }: Reading): string | undefined {
  const tidy = text.replace(/[\s.'’-]/g, '')
  if (tidy === '') {
    notes.push(words.noNumber)
    return undefined
  }
  if (/^\d[.,]?\d*E\+?\d+$/i.test(text.replace(/\s/g, ''))) faults.push(words.exponent)
  else if (/^\d{12}$/.test(tidy)) return tidy
  else if (/^\d{9}$/.test(tidy)) faults.push(words.oldNumber)
  else if (/^\d{10,11}$/.test(tidy) && readPersonalId(tidy.padStart(12, '0'))) {
    const whole = tidy.padStart(12, '0')
    notes.push(fill(words.noughts, { number: whole }))
    return whole
  } else faults.push(words.badNumber)
  return undefined
}

function readBirthDate(
  text: string,
  today: CalendarDate,
  { faults }: Reading,
): CalendarDate | undefined {
  // Excel's own text for a day carries a time of none.
  const day = text.replace(/[ T]00?:00(:00(\.0+)?)?$/, '')
  const date = readTypedDate(day)
  if (date && date <= today) return date
  if (date) faults.push(words.future)
  else if (/^\d{4}$/.test(day)) faults.push(words.yearOnly)
  else faults.push(typedDateWords[day === '' ? 'missing' : (faultOfTypedDate(day) ?? 'unreadable')])
  return undefined
}

const sexWords: Readonly<Record<string, Sex>> = {
  nam: 'male',
  m: 'male',
  male: 'male',
  nu: 'female',
  f: 'female',
  female: 'female',
}

/** Where the list does not say, the personal id does. */
function readSex(
  text: string,
  id: PersonalId | undefined,
  { faults, notes }: Reading,
): Sex | undefined {
  const sex = sexWords[fold(text)]
  if (sex) return sex
  if (text === '' && id) {
    notes.push(id.sex === 'male' ? words.maleByNumber : words.femaleByNumber)
    return id.sex
  }
  faults.push(text === '' ? words.noSex : words.badSex)
  return undefined
}

function readPhone(text: string, { faults, notes }: Reading): string | undefined {
  const tidy = tidyPhone(text.replace(/['’]/g, ''))
  if (tidy === '') return undefined
  if (phonePattern.test(tidy)) return tidy
  if (phonePattern.test(`0${tidy}`)) {
    notes.push(words.phoneNought)
    return `0${tidy}`
  }
  if (phonePattern.test(`+${tidy}`)) return `+${tidy}`
  faults.push(words.badPhone)
  return undefined
}

function readClass(
  text: string,
  defaults: ListDefaults,
  { faults }: Reading,
): LicenceClass | undefined {
  if (text === '') return defaults.licenceClass
  const tidy = fold(text)
    .replace(/^(hang|class)\s*/, '')
    .toUpperCase()
    .replace(/\s/g, '')
  const found = licenceClasses.find((each) => each === tidy)
  if (!found) faults.push(fill(words.badClass, { class: text.slice(0, 20) }))
  return found
}

const purposePatterns: readonly (readonly [LicencePurpose, RegExp])[] = [
  ['upgrade', /nang|upgrade/],
  ['reissue', /cap lai|mat|hong|re-?issue/],
  ['renewal', /doi|gia han|renew/],
  ['new', /moi|lan dau|^new/],
]

function readPurpose(
  text: string,
  defaults: ListDefaults,
  { faults }: Reading,
): LicencePurpose | undefined {
  if (text === '') return defaults.purpose
  const plain = fold(text)
  const found = purposePatterns.find(([, pattern]) => pattern.test(plain))?.[0]
  if (!found) faults.push(fill(words.badPurpose, { purpose: text.slice(0, 40) }))
  return found
}
