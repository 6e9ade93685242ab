import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts'
import { passportPattern, phonePattern, tidyPhone } from './contact.ts'
import { own } from './faults.ts'
import { parseIdentityCardQr } from './identity-card.ts'
import { type Demographics, fromCard, tidyName } from './patient.ts'
import { personalIdPattern, sexes } from './personal-id.ts'

const date = z
  .string()
  .refine((text) => parseCalendarDate(text) !== undefined, own('not-a-date'))
  .transform((text) => text as CalendarDate)

const name = z
  .string()
  .min(1)
  .max(100)
  .transform(tidyName)
  .refine((text) => /\p{L}/u.test(text) && !/[\p{Cc}|]/u.test(text), own('name'))

const phone = z
  .string()
  .max(20)
  .transform(tidyPhone)
  .refine((text) => phonePattern.test(text), own('phone'))

const email = z
  .string()
  .max(120)
  .refine((text) => /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(text), own('email'))

/** One line of text: no line ends, no other control characters. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text), own('control-character'))
    .transform((text) => text.normalize('NFC'))

const place = line(100)

const identityCard = z.strictObject({
  number: z.string().refine((text) => personalIdPattern.test(text), own('personal-id')),
  issuedOn: date.optional(),
  issuedPlace: place.optional(),
  oldNumber: z
    .string()
    .refine((text) => /^\d{9}$/.test(text), own('old-number'))
    .optional(),
})

const address = z.strictObject({
  text: line(255),
  ward: line(60).optional(),
  province: line(60).optional(),
})

const byHand = {
  name,
  birthDate: date,
  sex: z.enum(sexes),
  identityCard: identityCard.optional(),
  passport: z
    .string()
    .refine((text) => passportPattern.test(text), own('passport'))
    .transform((text) => text.toUpperCase())
    .optional(),
  passportIssuedOn: date.optional(),
  passportIssuedPlace: place.optional(),
  address: address.optional(),
  phone: phone.optional(),
  email: email.optional(),
}

/** The phone alone, asked for after a card was scanned. */
export const phoneSchema = z.strictObject({ phone })

/** One record keeps one issue date and place: the card's where there is one. */
function refuseSecondIssue(
  input: { identityCard?: unknown; passportIssuedOn?: unknown; passportIssuedPlace?: unknown },
  context: z.core.$RefinementCtx,
): void {
  if (input.identityCard === undefined) return
  for (const field of ['passportIssuedOn', 'passportIssuedPlace'] as const) {
    if (input[field] !== undefined) {
      context.addIssue({ code: 'custom', path: [field], ...own('issued-with-card') })
    }
  }
}

export const demographicsSchema = z.strictObject(byHand).superRefine(refuseSecondIssue)

const confirmNew = z.boolean().optional()

/** The card's QR, or everything by hand; contact details may come with either. */
export const registrationSchema = z
  .strictObject({
    ...byHand,
    name: name.optional(),
    birthDate: date.optional(),
    sex: z.enum(sexes).optional(),
    identityCardQr: z.string().max(2_000).optional(),
    confirmNew,
  })
  .superRefine(refuseSecondIssue)
  .superRefine((input, context) => {
    const scanned = input.identityCardQr !== undefined
    for (const field of scanned ? onTheCard : needed) {
      if ((input[field] !== undefined) === scanned) {
        const refusal = own(scanned ? 'not-with-card' : 'missing')
        context.addIssue({ code: 'custom', path: [field], ...refusal })
      }
    }
  })

const needed = ['name', 'birthDate', 'sex'] as const
const onTheCard = [...needed, 'identityCard', 'passport'] as const

export type RegistrationInput = z.output<typeof registrationSchema>
export type DemographicsInput = z.output<typeof demographicsSchema>

/** From the card where there is one: what it says is not typed again. */
export function registrationOf(input: RegistrationInput): {
  person: Demographics
  confirmNew: boolean
} {
  const { identityCardQr, confirmNew = false, ...sent } = input
  // Without a card the schema has made sure of name, birth date and sex.
  const typed = demographicsOf(sent as DemographicsInput)
  if (identityCardQr === undefined) return { person: typed, confirmNew }
  const { address, phone, email } = typed
  const card = fromCard(parseIdentityCardQr(identityCardQr))
  return {
    person: {
      ...card,
      ...defined({ address: address ?? card.address, phone, email }),
    } as Demographics,
    confirmNew,
  }
}

/** What was sent, in the terms of the record. */
export function demographicsOf(input: DemographicsInput): Demographics {
  const { passport, passportIssuedOn, passportIssuedPlace, ...rest } = input
  return defined({
    ...rest,
    identityCard: input.identityCard && defined(input.identityCard),
    address: input.address && defined(input.address),
    passport:
      passport &&
      defined({ number: passport, issuedOn: passportIssuedOn, issuedPlace: passportIssuedPlace }),
  }) as Demographics
}

/** Without the keys that hold `undefined`. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T
}
