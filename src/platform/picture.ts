import { crc32, inflateSync } from 'node:zlib'

export type Picture = {
  contentType: 'image/jpeg' | 'image/png'
  width: number
  height: number
  bytes: Buffer
}
export type PictureFault = 'not-a-picture' | 'damaged'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A PNG or JPEG that can be drawn from its first byte to its last. What merely begins like one would
 * fail when a paper is printed, in the PDF library's own callback, where nothing can catch it.
 */
export function readPicture(bytes: Buffer): Picture | PictureFault {
  if (bytes.subarray(0, 8).equals(PNG)) {
    const size = pngSize(bytes)
    return size ? { contentType: 'image/png', ...size, bytes } : 'damaged'
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
    const size = jpegSize(bytes)
    return size ? { contentType: 'image/jpeg', ...size, bytes } : 'damaged'
  }
  return 'not-a-picture'
}

type Size = { width: number; height: number }
type Header = Size & { bits: number; colour: number; interlaced: boolean }

/** Samples a pixel, by colour type; and the depths each may have (PNG 11.2.2). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
/** More than any paper shows; also what one picture may take in memory while it is checked. */
const MAX_PIXELS = 25_000_000

function pngSize(bytes: Buffer): Size | undefined {
  const chunks = pngChunks(bytes)
  const [first] = chunks ?? []
  if (!chunks || first?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return undefined
  const header = pngHeader(first.data)
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)
  const palette = chunks.some(({ type }) => type === 'PLTE')
  if (!header || data.length === 0 || (header.colour === 3 && !palette)) return undefined
  return rowsHold(header, Buffer.concat(data)) ? header : undefined
}

/** The chunks, each with its checksum right and none after the end; undefined where one is not. */
function pngChunks(bytes: Buffer): { type: string; data: Buffer }[] | undefined {
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = PNG.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) })
    at = end
  }
  return chunks
}

function pngHeader(data: Buffer): Header | undefined {
  if (data.length !== 13) return undefined
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [bits = 0, colour = 0, compression, filter, interlace = 0] = data.subarray(8)
  const sound =
    depths[colour]?.includes(bits) && compression === 0 && filter === 0 && interlace <= 1
  if (!sound || width === 0 || height === 0 || width * height > MAX_PIXELS) return undefined
  return { width, height, bits, colour, interlaced: interlace === 1 }
}

/** Adam7: where each pass begins and how far apart its pixels stand. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Whether the data unpacks to exactly the rows that the header promises, each with a known filter. */
function rowsHold(header: Header, packed: Buffer): boolean {
  const rows = (header.interlaced ? passes : ([[0, 0, 1, 1]] as const)).flatMap(
    ([x, y, dx, dy]) => {
      const [across, down] = [
        Math.ceil((header.width - x) / dx),
        Math.ceil((header.height - y) / dy),
      ]
      if (across <= 0 || down <= 0) return []
      const bits = across * header.bits * (samples[header.colour] ?? 0)
      return Array<number>(down).fill(1 + Math.ceil(bits / 8))
    },
  )
  const expected = rows.reduce((sum, length) => sum + length, 0)
  const raw = unpacked(packed, expected)
  if (raw?.length !== expected) return false
  let at = 0
  return rows.every((length) => {
    const filter = raw[at] ?? 255
    at += length
    return filter <= 4
  })
}

function unpacked(packed: Buffer, expected: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: expected })
  } catch {
    return undefined
  }
}

/** The frame header of a JPEG whose segments lead to its end marker. */
function jpegSize(bytes: Buffer): Size | undefined {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4) return undefined
  let size: Size | undefined
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return undefined
    // Baseline, extended and progressive frames; the data of a scan begins behind SOS.
    if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) size = frameOf(bytes, at)
    if (marker === 0xda) return size
    at += 2 + length
  }
  return undefined
}

function frameOf(bytes: Buffer, at: number): Size | undefined {
  const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
  return width > 0 && height > 0 && width * height <= MAX_PIXELS ? { width, height } : undefined
}
