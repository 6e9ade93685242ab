import type { Text } from '../core/text.ts'
import type { BoardLine } from './board.ts'
import { deskWords } from './desk-words.ts'
import type { CaseState } from './renewal-case.ts'
import { holdReasonWords, transmissionStateWords } from './state-words.ts'

export type CaseStepState = 'complete' | 'in-progress' | 'needs-action' | 'waiting' | 'failed'
export type ShownStep = { label: Text; state: CaseStepState; reason?: Text | undefined }

const reached: Record<CaseState, number> = {
  draft: 0,
  ready: 0,
  'on-hold': 0,
  requested: 1,
  accepted: 2,
  'in-progress': 3,
  completed: 4,
  rejected: 0,
  cancelled: 0,
}

const labels = [
  deskWords.stepRequest,
  deskWords.stepAccepted,
  deskWords.stepProgress,
  deskWords.stepResult,
] as const

/** The way of a case from certificate to result: what is done, what waits and why. */
export function stepsOf(line: BoardLine): ShownStep[] {
  const held = line.case
  if (!held) return [certificateStep(line)]
  const done = doneSteps(held)
  const stopped = held.state === 'rejected' || held.state === 'cancelled'
  const rest = labels.map((label, index): ShownStep => {
    if (index < done) return { label, state: 'complete' }
    if (index > done || certificateStep(line).state !== 'complete')
      return { label, state: 'waiting' }
    if (stopped)
      return { label, state: 'failed', reason: held.note ? sameInBoth(held.note) : undefined }
    return { label, ...stateOfNext(held) }
  })
  return [certificateStep(line), ...rest]
}

/** A case that was stopped at the authority's had been received there. */
function doneSteps({ state, dossierCode }: NonNullable<BoardLine['case']>): number {
  if (!dossierCode) return reached[state]
  if (state === 'on-hold') return 2
  return state === 'rejected' || state === 'cancelled' ? 3 : reached[state]
}

function sameInBoth(note: string): Text {
  return { vi: note, en: note }
}

function stateOfNext(held: NonNullable<BoardLine['case']>): Omit<ShownStep, 'label'> {
  if (held.state === 'on-hold') {
    return { state: 'needs-action', reason: held.holdReason && holdReasonWords[held.holdReason] }
  }
  return { state: held.state === 'draft' ? 'needs-action' : 'in-progress' }
}

function certificateStep({ transmission }: BoardLine): ShownStep {
  const label = deskWords.stepCertificate
  if (!transmission) return { label, state: 'waiting' }
  const { state } = transmission
  const reason = transmissionStateWords[state]
  if (state === 'accepted') return { label, state: 'complete' }
  if (state === 'rejected' || state === 'cancelled') return { label, state: 'failed', reason }
  const asks = state === 'unknown' || state === 'needs-data'
  return { label, state: asks ? 'needs-action' : 'in-progress', reason }
}
