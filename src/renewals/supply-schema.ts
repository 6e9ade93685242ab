import { z } from 'zod'
import { faultOfTypedDate, readTypedDate } from '../core/calendar-date.ts'
import { typedDateWords } from '../core/calendar-date-words.ts'
import { isClassOfScheme, licenceSchemes } from '../exams/held-licence.ts'
import { words } from './words.ts'

const needed = { code: 'missing', text: words.needed }

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .superRefine((value, context) => {
      if (value === '') context.addIssue({ code: 'custom', params: needed })
    })

/** What a DateField posts, however it is typed. */
const date = z.string().transform((typed, context) => {
  const read = readTypedDate(typed)
  if (read) return read
  const text = typedDateWords[faultOfTypedDate(typed) ?? 'missing']
  context.addIssue({ code: 'custom', params: { code: 'malformed', text } })
  return z.NEVER
})

const licenceForm = z
  .object({
    number: text(30),
    class: text(4),
    scheme: z.enum(licenceSchemes),
    expiresOn: date,
  })
  .superRefine((held, context) => {
    if (isClassOfScheme(held.class, held.scheme)) return
    const params = { code: 'unknown-class', text: words.classOfScheme }
    context.addIssue({ code: 'custom', path: ['class'], params })
  })

const deliveryForm = z.object({ address: text(255) })

/** The schema of what the form asks for, by what is missing. */
export function supplyForm(missing: readonly string[]) {
  const licence = missing.some((code) => code.startsWith('held-licence'))
  const address = missing.includes('delivery-address')
  return {
    licence: licence ? licenceForm : undefined,
    delivery: address ? deliveryForm : undefined,
  }
}
