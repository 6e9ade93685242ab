/** One data object of an EMV merchant-presented QR: two-digit id, two-digit length, value. */
export type DataObject = { id: string; value: string; nested?: DataObject[] }

/** What a character count of 00 or a missing tail means to a strict reader. */
export type TlvFault = 'length' | 'duplicate'

/**
 * Reads a run of data objects. Lengths count characters (code points), run 01–99, and must add up
 * to the whole text; an id may stand once.
 */
export function readTlv(text: string): DataObject[] | TlvFault {
  const characters = Array.from(text)
  const objects: DataObject[] = []
  const seen = new Set<string>()
  for (let at = 0; at < characters.length; ) {
    const head = characters.slice(at, at + 4).join('')
    if (!/^\d{4}$/.test(head)) return 'length'
    const [id, length] = [head.slice(0, 2), Number(head.slice(2))]
    const value = characters.slice(at + 4, at + 4 + length)
    if (length === 0 || value.length !== length) return 'length'
    if (seen.has(id)) return 'duplicate'
    seen.add(id)
    objects.push({ id, value: value.join('') })
    at += 4 + length
  }
  return objects
}

/** One data object as text; the caller has measured the value. */
export function writeTlv(id: string, value: string): string {
  const length = Array.from(value).length
  if (length < 1 || length > 99) throw new RangeError(`tag ${id} holds ${length} characters`)
  return `${id}${String(length).padStart(2, '0')}${value}`
}

export function textOf(objects: readonly DataObject[], id: string): string | undefined {
  return objects.find((object) => object.id === id)?.value
}

/** CRC-16/CCITT-FALSE over the UTF-8 bytes, four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
