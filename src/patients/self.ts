import type { Demographics } from './patient.ts'

/**
 * Whether what somebody says of themselves is, in every letter that a card shows, the person on record.
 * Upper case is how cards print names. Anything less would show one person what is written of another.
 */
export function isSelfSame(said: Demographics, known: Demographics): boolean {
  const number = said.identityCard?.number
  return (
    number !== undefined &&
    number === known.identityCard?.number &&
    said.name.toLowerCase() === known.name.toLowerCase() &&
    said.birthDate === known.birthDate &&
    said.sex === known.sex
  )
}
