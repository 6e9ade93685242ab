import { yearOf } from '../core/calendar-date.ts'
import { phoneKey } from './contact.ts'
import { type Demographics, searchKey } from './patient.ts'

export type Likeness = 'same-name-and-birth-date' | 'same-phone-and-birth-year' | 'same-old-id'

/** Why two records may be one person; empty when nothing says so. */
export function likeness(a: Demographics, b: Demographics): Likeness[] {
  const found: Likeness[] = []
  if (a.birthDate === b.birthDate && searchKey(a.name) === searchKey(b.name)) {
    found.push('same-name-and-birth-date')
  }
  if (sharePhone(a, b) && yearOf(a.birthDate) === yearOf(b.birthDate) && !differInNumber(a, b)) {
    found.push('same-phone-and-birth-year')
  }
  const oldNumber = a.identityCard?.oldNumber
  if (oldNumber !== undefined && oldNumber === b.identityCard?.oldNumber) found.push('same-old-id')
  return found
}

/**
 * Whether a second record waits until someone has looked. Two personal ids are two people; at a desk,
 * where the person stands, it is asked all the same, since a digit may have been mistyped.
 */
export function isLikelyOne(a: Demographics, b: Demographics, atDesk: boolean): boolean {
  return likeness(a, b).length > 0 && (atDesk || !differInNumber(a, b))
}

function sharePhone(a: Demographics, b: Demographics): boolean {
  return a.phone !== undefined && b.phone !== undefined && phoneKey(a.phone) === phoneKey(b.phone)
}

/** Couples share a phone; two personal ids are two people, unless the names say otherwise. */
function differInNumber(a: Demographics, b: Demographics): boolean {
  const [one, other] = [a.identityCard?.number, b.identityCard?.number]
  return one !== undefined && other !== undefined && one !== other
}
