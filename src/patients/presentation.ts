import { z } from 'zod'
import { type Lang, say } from '../core/text.ts'
import type { Areas } from './areas.ts'
import { type Patient, patientWarnings } from './patient.ts'
import { sexes } from './personal-id.ts'

const date = z.iso.date()

/** How a person looks to a program (api.md): what was sent, with id, version and warnings. */
export const patientSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  birthDate: date,
  sex: z.enum(sexes),
  identityCard: z
    .object({
      number: z.string(),
      issuedOn: date.optional(),
      issuedPlace: z.string().optional(),
      oldNumber: z.string().optional(),
    })
    .optional(),
  passport: z.string().optional(),
  passportIssuedOn: date.optional(),
  passportIssuedPlace: z.string().optional(),
  address: z
    .object({
      text: z.string(),
      ward: z.string().optional(),
      province: z.string().optional(),
    })
    .optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  /** SHA-256 of the portrait. */
  portrait: z.string().optional(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})

export function presentPatient(
  patient: Patient,
  areas: Areas,
  lang: Lang,
): z.infer<typeof patientSchema> {
  const { passport, ...rest } = patient
  return {
    ...rest,
    ...(passport && {
      passport: passport.number,
      ...(passport.issuedOn && { passportIssuedOn: passport.issuedOn }),
      ...(passport.issuedPlace && { passportIssuedPlace: passport.issuedPlace }),
    }),
    warnings: patientWarnings(patient, areas).map(({ code, message }) => ({
      code,
      message: say(message, lang),
    })),
  }
}
