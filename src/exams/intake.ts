import { z } from 'zod'
import type { CalendarDate } from '../core/calendar-date.ts'
import { invalid } from '../core/errors.ts'
import { fill } from '../core/text.ts'
import { daySchema } from './day.ts'
import { type ExamWarning, type LicencePurpose, purposes } from './exam.ts'
import { convertsFromA1, exchangeableFor, isClassOfScheme, licenceSchemes } from './held-licence.ts'
import { isOverAge, isUnderAge, licenceClasses, minimumAgeOf } from './licence-class.ts'
import { words } from './words.ts'

const date = daySchema.transform((text) => text as CalendarDate)

const heldLicence = z
  .strictObject({
    number: z.string().trim().min(1).max(30),
    class: z.string().max(4),
    scheme: z.enum(licenceSchemes),
    issuedOn: date.optional(),
    expiresOn: date.optional(),
  })
  .superRefine((held, context) => {
    if (!isClassOfScheme(held.class, held.scheme)) {
      const params = { code: 'unknown-class', text: words.notOfScheme }
      context.addIssue({ code: 'custom', path: ['class'], params })
    }
    if (held.issuedOn && held.expiresOn && held.expiresOn <= held.issuedOn) {
      const params = { code: 'expires-before-issued', text: words.expiresBeforeIssued }
      context.addIssue({ code: 'custom', path: ['expiresOn'], params })
    }
  })

/** What reception says when an exam is opened. */
export const intakeSchema = z
  .strictObject({
    patientId: z.string().min(1).max(100),
    licenceClass: z.enum(licenceClasses),
    purpose: z.enum(purposes),
    heldLicence: heldLicence.optional(),
    consents: z.strictObject({ exam: z.literal(true), renewal: z.boolean().optional() }),
    delivery: z
      .strictObject({
        method: z.enum(['collect', 'post']),
        address: z.string().trim().min(1).max(255).optional(),
      })
      .optional(),
    disabledApplicant: z.boolean().optional(),
    convertedFromA1: z.boolean().optional(),
  })
  .superRefine(({ licenceClass, convertedFromA1 }, context) => {
    if (!convertedFromA1 || licenceClass === 'A') return
    const params = { code: 'only-with-class-a', text: words.onlyWithClassA }
    context.addIssue({ code: 'custom', path: ['convertedFromA1'], params })
  })
export type Intake = z.output<typeof intakeSchema>

type Person = { birthDate: CalendarDate; sex: 'male' | 'female' }

/** Whether the exam is one of an old A1 exchanged for A: said, or seen in the held licence. */
export function isConversion(intake: Intake): boolean {
  const exchanged = intake.purpose === 'renewal' || intake.purpose === 'reissue'
  const seen = exchanged && convertsFromA1(intake.heldLicence, intake.licenceClass)
  return intake.convertedFromA1 ?? seen
}

/**
 * A class above the applicant's age is refused where a right would be new, and only pointed out
 * where the applicant holds it already (Luật 36/2024/QH15 Điều 59).
 */
export function intakeWarnings(intake: Intake, person: Person, on: CalendarDate): ExamWarning[] {
  const underAge = ageWarning(intake, person, on)
  if (underAge && (intake.purpose === 'new' || intake.purpose === 'upgrade')) {
    throw invalid([{ pointer: '/licenceClass', ...underAge }], 'under-age')
  }
  const overAge = isOverAge(intake.licenceClass, person.birthDate, person.sex, on)
  return [
    ...(underAge ? [underAge] : []),
    ...(overAge ? [{ code: 'over-age', message: words.overAge }] : []),
    ...heldLicenceWarnings(intake),
  ]
}

function ageWarning(intake: Intake, person: Person, on: CalendarDate): ExamWarning | undefined {
  const { licenceClass } = intake
  if (!isUnderAge(licenceClass, person.birthDate, on)) return undefined
  const values = { class: licenceClass, age: minimumAgeOf(licenceClass) }
  return { code: 'under-age', message: fill(words.underAge, values) }
}

const exchanges: readonly LicencePurpose[] = ['renewal', 'reissue']

function heldLicenceWarnings(intake: Intake): ExamWarning[] {
  const { heldLicence: held, licenceClass, purpose } = intake
  if (!exchanges.includes(purpose)) return []
  if (!held) return [{ code: 'held-licence-missing', message: words.heldLicenceMissing }]
  const warnings: ExamWarning[] = []
  if (!exchangeableFor(held).includes(licenceClass)) {
    const values = { held: held.class, class: licenceClass }
    warnings.push({ code: 'not-exchangeable', message: fill(words.notExchangeable, values) })
  }
  if (!/^\d{12}$/.test(held.number)) {
    warnings.push({ code: 'licence-number-form', message: words.licenceNumberForm })
  }
  return warnings
}
