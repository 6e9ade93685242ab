import type { Actor, Doctor } from '../core/actor.ts'
import type { Grants } from './grant.ts'

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
