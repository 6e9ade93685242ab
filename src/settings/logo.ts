import { type DomainError, invalid } from '../core/errors.ts'
import { logoFaults } from './fault-words.ts'

export type Logo = { contentType: 'image/jpeg' | 'image/png'; bytes: Buffer }
export type LogoFault = keyof typeof logoFaults

export const LOGO_MAX_BYTES = 1024 * 1024
const SIDE = { min: 64, max: 3000 }

type Measured = Logo & { width: number; height: number }

/** A picture that prints: whole, neither a dot nor a poster. */
export function logoOf(picture: Measured | 'not-a-picture' | 'damaged'): Logo {
  if (typeof picture === 'string') throw logoFault(picture)
  const { width, height, contentType, bytes } = picture
  if (Math.min(width, height) < SIDE.min) throw logoFault('too-small')
  if (Math.max(width, height) > SIDE.max) throw logoFault('too-many-pixels')
  return { contentType, bytes }
}

export function logoFault(code: LogoFault): DomainError {
  return invalid([{ pointer: '/logo', code, message: logoFaults[code] }])
}
