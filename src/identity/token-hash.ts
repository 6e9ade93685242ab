import { createHash } from 'node:crypto'

/** 256 random bits need no salt and no slow hash: the fast one keeps the hot path fast. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
