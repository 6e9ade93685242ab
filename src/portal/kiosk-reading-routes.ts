import type { CalendarDate } from '../core/calendar-date.ts'
import { DomainError, type FieldError } from '../core/errors.ts'
import { declarationSchema } from '../exams/declaration.ts'
import { declarationFields } from '../exams/fields/declaration.ts'
import { intakeSchema, intakeWarnings } from '../exams/intake.ts'
import { readForm } from '../exams/typed-section.ts'
import { inputOf, inTermsOfTheForm } from '../patients/form-values.ts'
import { parseIdentityCardQr } from '../patients/identity-card.ts'
import { type Demographics, fromCard } from '../patients/patient.ts'
import { demographicsOf, demographicsSchema, phoneSchema } from '../patients/schema.ts'
import { accentsLost } from '../patients/weak-card.ts'
import { fieldErrors } from '../web/validation.ts'
import { type KioskDraft, type KioskStep, type KioskTyped, stepsFor } from './kiosk.ts'
import type { KioskArrival } from './kiosk-arrival.ts'
import { heldFields, readHeld } from './kiosk-held.ts'
import { kioskWords as words } from './kiosk-words.ts'

type Typed = KioskDraft['typed']
type Read<T> = { value: T; errors?: undefined } | { value?: undefined; errors: FieldError[] }

const fault = (field: string, message: FieldError['message'], code = 'missing'): FieldError => ({
  pointer: `/${field.replaceAll('.', '/')}`,
  code,
  message,
})
const refused = (...errors: FieldError[]) => ({ errors })

/** What is wrong with one step's answers, given those before it. */
export function faultsOf(step: KioskStep, typed: Typed, today: CalendarDate): FieldError[] {
  return readers[step](typed, today).errors ?? []
}

/** Everything that was said, or the first step that does not hold. */
export function readArrival(
  typed: Typed,
  today: CalendarDate,
): KioskArrival | { wrong: KioskStep; errors: FieldError[] } {
  for (const step of stepsFor(typed)) {
    const errors = faultsOf(step, typed, today)
    if (errors.length > 0) return { wrong: step, errors }
  }
  const person = readPerson(typed, today).value as Demographics
  const { family } = readAnswers('family', typed.family).value as { family?: object }
  const own = readAnswers('health', typed.health).value as object
  return {
    person,
    intake: intakeOf(typed),
    declaration: declarationSchema.parse({ ...own, family, signedAt: today }),
  }
}

const readers: Record<KioskStep, (typed: Typed, today: CalendarDate) => Read<unknown>> = {
  card: ({ card }) => readCard(card),
  person: readPerson,
  licence: readLicence,
  held: ({ held }) => readHeld(held),
  family: ({ family }) => readAnswers('family', family),
  health: ({ health }) => readAnswers('health', health),
  consent: ({ consent }) => readConsent(consent),
}

/** Nothing scanned is an answer too: the next step asks by hand. */
function readCard(card: KioskTyped | undefined): Read<Demographics | undefined> {
  const text = card?.identityCardQr?.trim()
  if (!text) return { value: undefined }
  if (accentsLost(text)) return refused(fault('identityCardQr', words.cardWrong, 'malformed'))
  try {
    return { value: fromCard(parseIdentityCardQr(text)) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return refused(fault('identityCardQr', words.cardWrong, 'malformed'))
  }
}

/** What the card says, once one was read. */
export function scannedOf({ card }: Typed): Demographics | undefined {
  return readCard(card).value
}

function readPerson({ card, person = {} }: Typed, today: CalendarDate): Read<Demographics> {
  const scanned = readCard(card).value
  if (scanned) {
    const phone = phoneSchema.safeParse({ phone: person.phone })
    if (!person.phone?.trim()) return { value: scanned }
    if (!phone.success) return refused(...fieldErrors(phone.error.issues))
    return { value: { ...scanned, phone: phone.data.phone } }
  }
  const input = inputOf(person)
  const parsed = demographicsSchema.safeParse(input)
  const missing = person['identityCard.number']?.trim()
    ? []
    : [fault('identityCard.number', words.numberNeeded)]
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error.issues, input).filter(
      ({ pointer }) => missing.length === 0 || !pointer.startsWith('/identityCard'),
    )
    return refused(...inTermsOfTheForm([...errors, ...missing], person))
  }
  if (missing.length > 0) return refused(...missing)
  const said = demographicsOf(parsed.data)
  if (said.birthDate > today) return refused(fault('birthDate', words.inFuture, 'in-future'))
  return { value: said }
}

/** A class above one's age is refused by what was said here, whoever is on record. */
function readLicence(typed: Typed, today: CalendarDate): Read<true> {
  const { licence = {} } = typed
  const errors = [
    ...(licence.licenceClass ? [] : [fault('licenceClass', words.chooseClass)]),
    ...(licence.purpose ? [] : [fault('purpose', words.choosePurpose)]),
  ]
  if (errors.length > 0) return refused(...errors)
  const asked = { ...asIntake(licence), patientId: 'p', consents: { exam: true } }
  const parsed = intakeSchema.safeParse(asked)
  if (!parsed.success) return refused(...fieldErrors(parsed.error.issues))
  const person = readPerson(typed, today).value
  try {
    if (person) intakeWarnings(parsed.data, person, today)
    return { value: true }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return refused(...error.errors)
  }
}

function asIntake({ licenceClass, purpose }: KioskTyped) {
  return { licenceClass, purpose }
}

const fieldsOf = {
  family: declarationFields.filter(({ name }) => name.startsWith('family.')),
  health: declarationFields.filter(
    ({ name }) => !name.startsWith('family.') && name !== 'signedAt',
  ),
}

/** Every question gets an answer; a yes about oneself is explained, as the form prints it. */
function readAnswers(part: 'family' | 'health', typed: KioskTyped = {}): Read<object> {
  const { findings, errors } = readForm('declaration', typed)
  const open = fieldsOf[part]
    .filter(({ name, kind }) => kind === 'flag' && !typed[name]?.trim())
    .map(({ name }) => fault(name, words.answerMissing))
  const unexplained =
    part === 'family'
      ? []
      : fieldsOf.health
          .filter(({ name, kind }) => kind === 'flag' && typed[name] === 'true')
          .map(({ name }) => name.replace(/answer$/, 'detail'))
          .filter((name) => !typed[name]?.trim())
          .map((name) => fault(name, words.detailMissing))
  const wrong = [...errors, ...open, ...unexplained]
  if (wrong.length > 0) return refused(...wrong)
  const parsed = declarationSchema.safeParse(findings)
  return parsed.success ? { value: parsed.data } : refused(...fieldErrors(parsed.error.issues))
}

/** What `restNo` says: no to every question that has no answer yet. */
export function withRestNo(part: 'family' | 'health', typed: KioskTyped): KioskTyped {
  const open = fieldsOf[part].filter(({ name, kind }) => kind === 'flag' && !typed[name]?.trim())
  return { ...typed, ...Object.fromEntries(open.map(({ name }) => [name, 'false'])) }
}

function readConsent(consent: KioskTyped = {}): Read<true> {
  const errors = [
    ...(consent['consents.exam'] === 'true' ? [] : [fault('consents.exam', words.consentNeeded)]),
    ...(consent.declared === 'true' ? [] : [fault('declared', words.declaredNeeded)]),
  ]
  return errors.length > 0 ? refused(...errors) : { value: true }
}

function intakeOf(typed: Typed): KioskArrival['intake'] {
  const { licence = {}, consent = {} } = typed
  const asked = stepsFor(typed).includes('held')
  const heldLicence = asked ? readHeld(typed.held).value : undefined
  const { patientId: _, ...intake } = intakeSchema.parse({
    ...asIntake(licence),
    patientId: 'p',
    ...(heldLicence && { heldLicence }),
    consents: { exam: true, renewal: consent['consents.renewal'] === 'true' },
  })
  return intake
}

/** The fields that a step has; whatever else was posted is left behind. */
export function typedOfStep(step: KioskStep, form: Readonly<Record<string, string>>): KioskTyped {
  const kept = stepFields[step].flatMap((name) => {
    const value = form[name]?.slice(0, 2000).trim()
    return value ? [[name, value] as const] : []
  })
  return Object.fromEntries(kept)
}

const stepFields: Record<KioskStep, readonly string[]> = {
  card: ['identityCardQr'],
  person: ['name', 'birthDate', 'sex', 'identityCard.number', 'phone'],
  licence: ['licenceClass', 'purpose'],
  held: heldFields,
  family: fieldsOf.family.map(({ name }) => name),
  health: fieldsOf.health.map(({ name }) => name),
  consent: ['consents.exam', 'consents.renewal', 'declared'],
}
