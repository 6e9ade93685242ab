import { type Actor, authorise, type Doctor } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { actorCacheOf } from './actor-cache.ts'
import { apart } from './attempt-commands.ts'
import type { Grants } from './grant.ts'
import { type ApiToken, type ServiceActor, TOKEN_PREFIX } from './token.ts'
import { hashToken, insertToken, saveRevoked, saveUsed } from './token-repository.ts'
import { tokenWords } from './token-words.ts'

export type CreateToken = Grants & { name: string; signsAs?: Doctor }

/** Makes a service account; the token itself exists only in what this returns. */
export async function createToken(
  deps: Deps,
  actor: Actor,
  input: CreateToken,
): Promise<{ token: string; id: string }> {
  authorise(actor, 'staff:manage')
  const token = `${TOKEN_PREFIX}${deps.clock.secret(32)}`
  const kept: ApiToken = {
    id: deps.clock.id(),
    facilityId: actor.facilityId,
    name: input.name,
    hint: token.slice(-4),
    roles: input.roles,
    specialties: input.specialties,
    signsAs: input.signsAs ?? null,
    createdAt: deps.clock.now(),
    lastUsedAt: null,
    revokedAt: null,
  }
  await transact(deps, actor, async (tx) => {
    await insertToken(tx, kept, hashToken(token))
    await publish(tx, { type: 'token.created', tokenId: kept.id })
  })
  return { token, id: kept.id }
}

export async function revokeToken(deps: Deps, actor: Actor, tokenId: string): Promise<void> {
  authorise(actor, 'staff:manage')
  await transact(deps, actor, async (tx) => {
    if (!(await saveRevoked(tx, tokenId))) throw notFound(tokenWords.aToken)
    await publish(tx, { type: 'token.revoked', tokenId })
  })
  actorCacheOf(deps.database).forget(tokenId)
}

export function noteUsed(deps: Deps, actor: ServiceActor): Promise<void> {
  return apart(deps, actor, (tx) => saveUsed(tx, actor.id))
}
