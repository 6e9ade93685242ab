import { inflateRawSync } from 'node:zlib'

/** What makes an archive one that is not opened. */
export class ZipFault extends Error {
  override name = 'ZipFault'
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const MAX_COMMENT = 65_535
const MAX_ENTRIES = 2_000

type Entry = { method: number; compressed: number; offset: number; encrypted: boolean }

/**
 * The parts of a ZIP archive, each unpacked only when it is asked for and only up to a limit: what an
 * archive says of its sizes is not believed, so that no small file becomes a large memory.
 */
export function openZip(bytes: Buffer): {
  names: readonly string[]
  read(name: string, limit: number): Buffer | undefined
} {
  const entries = centralDirectory(bytes)
  return {
    names: [...entries.keys()],
    read(name, limit) {
      const entry = entries.get(name)
      return entry && unpack(bytes, entry, limit)
    },
  }
}

function centralDirectory(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new ZipFault('too many parts')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) {
      throw new ZipFault('the directory is broken')
    }
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT)
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at
  }
  throw new ZipFault('not an archive')
}

function unpack(bytes: Buffer, entry: Entry, limit: number): Buffer {
  const { offset, compressed, method, encrypted } = entry
  if (encrypted) throw new ZipFault('encrypted')
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) {
    throw new ZipFault('a part is missing')
  }
  const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(begin, begin + compressed)
  if (packed.length !== compressed) throw new ZipFault('a part is cut off')
  if (method === 0 && compressed <= limit) return packed
  if (method !== 0 && method !== 8) throw new ZipFault('packed in an unknown way')
  try {
    if (method === 8) return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') {
      throw new ZipFault('a part is broken')
    }
  }
  throw new ZipFault('too large unpacked')
}
