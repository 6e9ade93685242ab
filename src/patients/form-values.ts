import { faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import type { FieldError } from '../core/errors.ts'
import type { Text } from '../core/text.ts'
import { missingWords } from './field-words.ts'
import type { Patient } from './patient.ts'

/** What stands in the form's fields, by name (`identityCard.number`). */
export type FormValues = Readonly<Record<string, string>>

export const formFields = [
  'name',
  'birthDate',
  'sex',
  'identityCard.number',
  'identityCard.issuedOn',
  'identityCard.issuedPlace',
  'identityCard.oldNumber',
  'passport',
  'passportIssuedOn',
  'passportIssuedPlace',
  'address.text',
  'address.ward',
  'address.otherWard',
  'address.province',
  'phone',
  'email',
] as const
export type FormField = (typeof formFields)[number]

const dateFields: ReadonlySet<string> = new Set([
  'birthDate',
  'identityCard.issuedOn',
  'passportIssuedOn',
])

/** The posted fields that a form may have; whatever else was posted is left behind. */
export function typedValues(body: Readonly<Record<string, unknown>>): FormValues {
  const typed = formFields.map((field) => [field, body[field]] as const)
  return Object.fromEntries(typed.filter(([, value]) => typeof value === 'string')) as FormValues
}

/** Fields as the schema reads them: nested by their dots, the empty ones left out, dates in their order. */
export function inputOf(values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const { 'address.otherWard': otherWard = '', ...rest } = values
  const fields = { ...rest, 'address.ward': rest['address.ward'] || otherWard }
  for (const [field, typed] of Object.entries(fields)) {
    const text = typed.trim()
    if (text === '') continue
    const value = dateFields.has(field) ? (readTypedDate(text) ?? text) : text
    const [group = '', key] = field.split('.')
    if (key === undefined) input[group] = value
    else input[group] = { ...(input[group] as object | undefined), [key]: value }
  }
  return input
}

/** What the schema says of the content, said of what was typed, in the order of the form. */
export function inTermsOfTheForm(
  errors: readonly FieldError[],
  values: FormValues,
): readonly FieldError[] {
  const place = (error: FieldError) => formFields.indexOf(fieldOf(error) as FormField)
  return errors
    .map((error) => ({ ...error, message: messageOf(error, values) }))
    .sort((a, b) => place(a) - place(b))
}

function fieldOf({ pointer }: FieldError): string {
  return pointer.slice(1).replaceAll('/', '.')
}

function messageOf(error: FieldError, values: FormValues): Text {
  const field = fieldOf(error)
  if (error.code === 'missing' && missingWords[field]) return missingWords[field]
  if (!dateFields.has(field)) return error.message
  const typed = values[field]?.trim() ?? ''
  const fault = typed === '' ? 'missing' : faultOfTypedDate(typed)
  return fault ? typedDateWords[fault] : error.message
}

/** A record as the form shows it; `listed`: whether the ward can be chosen from the list. */
export function valuesOf(patient: Patient, listed = (_ward: string) => true): FormValues {
  const { identityCard, passport, address } = patient
  const ward = address?.ward
  const values: Record<FormField, string | undefined> = {
    name: patient.name,
    birthDate: patient.birthDate,
    sex: patient.sex,
    'identityCard.number': identityCard?.number,
    'identityCard.issuedOn': identityCard?.issuedOn,
    'identityCard.issuedPlace': identityCard?.issuedPlace,
    'identityCard.oldNumber': identityCard?.oldNumber,
    passport: passport?.number,
    passportIssuedOn: passport?.issuedOn,
    passportIssuedPlace: passport?.issuedPlace,
    'address.text': address?.text,
    'address.ward': ward && listed(ward) ? ward : undefined,
    'address.otherWard': ward && !listed(ward) ? ward : undefined,
    'address.province': address?.province,
    phone: patient.phone,
    email: patient.email,
  }
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
