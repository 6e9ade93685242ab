const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** No vowels (no words by accident), no 0 and 1 (read as O and I over the phone). */
const BODY_ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXZ'
const BODY_LENGTH = 8

/** NAPAS' 62/01 holds more, but some banks cut a memo's first word at 15. */
const LONGEST = 15

/** The prefix a bill code of this installation begins with. */
export type BillCodePrefix = string

/** Prefix + body + check character; the body is drawn from random bytes, one character each. */
export function billCode(prefix: BillCodePrefix, random: Uint8Array): string {
  if (!/^[A-Z][A-Z0-9]{1,5}$/.test(prefix)) throw new RangeError(`not a bill prefix: ${prefix}`)
  if (random.length < BODY_LENGTH) throw new RangeError('too few random bytes')
  const body = Array.from(random.slice(0, BODY_LENGTH), (byte) =>
    BODY_ALPHABET.charAt(byte % BODY_ALPHABET.length),
  ).join('')
  return prefix + body + checkCharacter(prefix + body)
}

/** ISO 7064 MOD 37,36: finds every single wrong character and nearly every swap of two. */
export function checkCharacter(text: string): string {
  return ALPHANUMERIC.charAt((37 - product(text)) % 36)
}

export function hasValidCheck(code: string): boolean {
  if (!/^[A-Z0-9]{2,}$/.test(code) || code.length > LONGEST) return false
  return checkCharacter(code.slice(0, -1)) === code.slice(-1)
}

/** The hybrid system's running product before the check character is added. */
function product(text: string): number {
  let p = 36
  for (const character of text) {
    const value = ALPHANUMERIC.indexOf(character)
    if (value < 0) throw new RangeError(`not alphanumeric: ${character}`)
    p = (p + value) % 36 || 36
    p = (p * 2) % 37
  }
  return p
}

/**
 * The places of a bank's memo that name a bill, each with the valid codes that can be read there.
 * Banks change case, insert and strip separators, and put their own words before and after, so the
 * text is squeezed to A–Z0–9 and all windows are tried. Windows that lie over the first are one
 * place with it: one code in five thousand makes a second valid one with the words behind it, and only the
 * one that was issued can have been meant. A code that is repeated is one place too; more than one
 * place is ambiguous: the caller must not choose.
 */
export function billCodePlaces(memo: string, prefix: BillCodePrefix): string[][] {
  const squeezed = memo.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const length = prefix.length + BODY_LENGTH + 1
  const places = new Map<string, string[]>()
  let place: string[] = []
  let end = 0
  const keep = () => {
    if (place.length > 0) places.set(place.join(' '), place)
  }
  for (let at = 0; at + length <= squeezed.length; at++) {
    const window = squeezed.slice(at, at + length)
    if (!window.startsWith(prefix) || !hasValidCheck(window)) continue
    if (at >= end) {
      keep()
      place = []
      end = at + length
    }
    place.push(window)
  }
  keep()
  return [...places.values()]
}
