import { onTheCard } from './card-words.ts'

/**
 * A keyboard has no accented letters, and a scanner that is a keyboard may leave them out or send bare
 * ones. Dates and numbers are right then, the name is not: it is shown to a person before it is kept.
 */
export function accentsLost(text: string): boolean {
  const fields = fieldsOf(text)
  const [, , name = '', , sex = '', address = ''] = fields
  if (weakSex.test(sex)) return true
  if (/\?/.test(name)) return true
  return address !== '' && !/[^\x20-\x7e]/.test(name + address)
}

/** The text with its sex in full, where only the accents of it were lost. */
export function withWholeSex(text: string): string {
  const fields = fieldsOf(text)
  if (!weakSex.test(fields[4] ?? '')) return text
  return fields.map((field, at) => (at === 4 ? onTheCard.female : field)).join('|')
}

/** Nữ without its letter, or with a bare one: `N`, `Nu`, `N?`. Nam has no accents to lose. */
const weakSex = /^n[u?]?$/i

function fieldsOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .trim()
    .split('|')
    .map((field) => field.trim())
}

/** UTF-8 that was read as Latin-1 or code page 1252, put right; undefined when it is not that. */
export function mendedEncoding(text: string): string | undefined {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const byte = code < 0x100 ? code : (codePage1252.get(char) ?? -1)
    if (byte < 0) return undefined
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
  } catch {
    return undefined
  }
}

/** What code page 1252 has where Latin-1 has control characters. */
const codePage1252: ReadonlyMap<string, number> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, at) => [
    char,
    0x80 + at,
  ]),
)
