import type { FieldError } from '../core/errors.ts'
import type { AppContext } from '../web/context.ts'
import { type FormValues, valuesOf } from './form-values.ts'
import { parseIdentityCardQr } from './identity-card.ts'
import { fromCard } from './patient.ts'
import { registerWords } from './register-words.ts'
import { findAlike } from './repository.ts'
import { withWholeSex } from './weak-card.ts'

/**
 * A scan without its accents: who is on record under the number opens; of anybody else a person
 * writes name and address as the card has them, everything that was read right stands filled in.
 */
export async function weakScan(
  c: AppContext,
  text: string,
  again: (back: { values: FormValues; errors: readonly FieldError[] }) => Promise<Response>,
): Promise<Response> {
  const { database } = c.get('deps')
  const person = fromCard(parseIdentityCardQr(withWholeSex(text)))
  const number = person.identityCard?.number
  const alike = await findAlike(database, c.get('actor').facilityId, person)
  const known = alike.find(
    ({ identityCard, birthDate }) =>
      identityCard?.number === number && birthDate === person.birthDate,
  )
  if (known) return c.redirect(`/patients/${known.id}?said=alreadyThere`, 303)
  const fault = (pointer: string): FieldError => ({
    pointer,
    code: 'accents-lost',
    message: registerWords.accentsLost,
  })
  return again({
    values: valuesOf({ ...person, id: '', version: 0 }),
    errors: [fault('/name'), ...(person.address ? [fault('/address/text')] : [])],
  })
}
