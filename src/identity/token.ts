import type { Actor, Doctor } from '../core/actor.ts'
import { type FieldError, invalid } from '../core/errors.ts'
import { faults } from './fault-words.ts'
import { type Grants, parseGrants } from './grant.ts'
import { tokenWords } from './token-words.ts'

/** A service account's key: `lt_` and 32 random bytes. Only its SHA-256 is kept. */
export type ApiToken = Grants & {
  id: string
  facilityId: string
  name: string
  hint: string
  signsAs: Doctor | null
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export type ServiceActor = Extract<Actor, { kind: 'service' }>

export const TOKEN_PREFIX = 'lt_'
const tokenPattern = /^lt_[\w-]{43}$/

export function looksLikeToken(text: string): boolean {
  return tokenPattern.test(text)
}

/** The scheme is case-insensitive (RFC 9110 §11.1); undefined when there is no bearer token. */
export function bearerOf(authorization: string | undefined): string | undefined {
  const match = /^bearer +(.*)$/i.exec(authorization ?? '')
  return match?.[1]?.trim()
}

export type NewToken = { name: string; grants: readonly string[] }

/** What is checked and tidied before a token is made in the browser; throws with every fault at once. */
export function decideToken(input: NewToken): Grants & { name: string } {
  const name = input.name.normalize('NFC').trim().replace(/\s+/g, ' ')
  const grants = parseGrants(input.grants)
  const errors: FieldError[] = []
  if (name.length < 2 || name.length > 100) {
    errors.push({ pointer: '/name', code: 'name', message: tokenWords.nameFault })
  }
  if ('unknown' in grants || grants.roles.length === 0) {
    errors.push({ pointer: '/grants', code: 'grants', message: faults.grants })
  }
  if (errors.length || 'unknown' in grants) throw invalid(errors)
  return { ...grants, name }
}

export function serviceActor(token: ApiToken): ServiceActor {
  return {
    kind: 'service',
    id: token.id,
    name: token.name,
    facilityId: token.facilityId,
    roles: token.roles,
    specialties: token.specialties,
    ...(token.signsAs ? { signsAs: token.signsAs } : {}),
  }
}
