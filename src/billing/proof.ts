import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export function hmacHex(algorithm: 'sha256' | 'sha512', key: string, text: string): string {
  return createHmac(algorithm, key).update(text, 'utf8').digest('hex')
}

/** Compares in constant time whatever the lengths: both sides are hashed to one length first. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()
  return timingSafeEqual(digest(given), digest(expected))
}
