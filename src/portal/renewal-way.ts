import type { Text } from '../core/text.ts'
import type { CaseState } from '../renewals/renewal-case.ts'
import { groundOf } from './glance.ts'
import { caseText, isForThePatient, type ProgressState } from './progress.ts'
import { wayWords as words } from './renewal-words.ts'
import type { CaseFacts } from './visit-facts.ts'

export type WayStep = {
  label: Text
  state: ProgressState
  /** When it was done. */
  at?: Date | undefined
  reason?: Text | undefined
}

/** Each step with the state of the case that says it was reached, and what goes on until then. */
const steps = [
  { label: words.prepared, reached: 'ready', meanwhile: undefined },
  { label: words.sent, reached: 'requested', meanwhile: words.sending },
  { label: words.received, reached: 'accepted', meanwhile: words.receiving },
  { label: words.processed, reached: 'completed', meanwhile: words.processing },
  { label: words.done, reached: 'completed', meanwhile: undefined },
] as const satisfies readonly { label: Text; reached: CaseState; meanwhile: Text | undefined }[]

const done = {
  draft: 0,
  ready: 1,
  requested: 2,
  accepted: 3,
  'in-progress': 3,
  completed: 5,
} as const

/** A renewal from dossier to licence, as its owner follows it. */
export function wayOf(held: CaseFacts): WayStep[] {
  const finished = finishedSteps(held)
  return steps.map(({ label, reached, meanwhile }, index): WayStep => {
    const at = held.history.findLast(({ state }) => state === reached)?.at
    if (index < finished) return { label, state: 'complete', at }
    if (index > finished) return { label, state: 'waiting' }
    return { label, ...presentStep(held, meanwhile) }
  })
}

function finishedSteps({ state, dossierCode, missing }: CaseFacts): number {
  if (state in done) return done[state as keyof typeof done]
  if (dossierCode) return done.accepted
  return missing.length > 0 ? done.draft : done.ready
}

function presentStep(held: CaseFacts, meanwhile: Text | undefined): Omit<WayStep, 'label'> {
  const { state } = held
  const ground = groundOf(held)
  const reason = ground ? { vi: ground, en: ground } : caseText(held)
  if (state === 'rejected' || state === 'cancelled') return { state: 'failed', reason }
  if (state === 'draft') return { state: 'needs-action', reason }
  if (state !== 'on-hold') return { state: 'in-progress', reason: meanwhile }
  return { state: isForThePatient(held) ? 'needs-action' : 'waiting', reason: caseText(held) }
}
