import { type Actor, forbidden } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { saveDeclarationDraft } from './declaration-draft-repository.ts'
import type { Typed } from './typed-section.ts'
import { things } from './words.ts'

/**
 * Keeps what an applicant is typing on the phone, so that a locked screen or a lost network costs
 * nothing. It is no finding and is shown to nobody else.
 */
export async function keepDeclarationDraft(
  deps: Deps,
  actor: Actor,
  draft: { examId: string; typed: Typed },
): Promise<void> {
  if (actor.kind !== 'patient') throw forbidden()
  const { visitId } = actor
  await transact(deps, actor, async (tx) => {
    if (!(await saveDeclarationDraft(tx, { ...draft, visitId }))) throw notFound(things.exam)
  })
}
