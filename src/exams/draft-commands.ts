import { type Actor, authorise, forbidden, mayRecord } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { bringDraftBack, saveDraft, setDraftAside } from './draft-repository.ts'
import type { Section } from './findings.ts'
import type { Typed } from './typed-section.ts'
import { things } from './words.ts'

export type OwnDraft = { examId: string; section: Section }

/**
 * Keeps what someone is typing, so that a lost session or a locked screen costs nothing. It is no
 * finding: it counts for no rule, is announced to nobody, and comes back to this person alone.
 */
export async function keepDraft(
  deps: Deps,
  actor: Actor,
  draft: OwnDraft & { typed: Typed },
): Promise<void> {
  const staffId = requireOwner(actor, draft.section)
  await transact(deps, actor, async (tx) => {
    if (!(await saveDraft(tx, { ...draft, staffId }))) throw notFound(things.exam)
  })
}

/** It can be taken back until the section is saved: `restoreDraft`. */
export async function discardDraft(deps: Deps, actor: Actor, draft: OwnDraft): Promise<void> {
  const staffId = requireOwner(actor, draft.section)
  await transact(deps, actor, (tx) => setDraftAside(tx, { ...draft, staffId }))
}

export async function restoreDraft(deps: Deps, actor: Actor, draft: OwnDraft): Promise<void> {
  const staffId = requireOwner(actor, draft.section)
  await transact(deps, actor, (tx) => bringDraftBack(tx, { ...draft, staffId }))
}

function requireOwner(actor: Actor, section: Section): string {
  authorise(actor, 'exam:examine')
  if (actor.kind !== 'staff' || !mayRecord(actor, section)) throw forbidden()
  return actor.id
}
