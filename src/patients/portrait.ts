import { DomainError } from '../core/errors.ts'
import { portraitFaults } from './fault-words.ts'

export type Portrait = { contentType: 'image/jpeg' | 'image/png'; bytes: Buffer }

const MAX_BYTES = 2 * 1024 * 1024

/** A JPEG or PNG by its first bytes; what the sender calls it does not count. */
export function readPortrait(bytes: Buffer): Portrait {
  if (bytes.length > MAX_BYTES) throw tooLarge()
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { contentType: 'image/jpeg', bytes }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return { contentType: 'image/png', bytes }
  }
  throw notAPicture()
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function tooLarge(): DomainError {
  return new DomainError({
    kind: 'too-large',
    code: 'portrait-too-large',
    detail: portraitFaults.tooLarge,
  })
}

function notAPicture(): DomainError {
  return new DomainError({
    kind: 'unsupported-media',
    code: 'portrait-not-a-picture',
    detail: portraitFaults.notAPicture,
  })
}
