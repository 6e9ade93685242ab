import { conflict } from '../core/errors.ts'
import { words } from './words.ts'

export const caseStates = [
  'draft',
  'on-hold',
  'ready',
  'requested',
  'accepted',
  'in-progress',
  'completed',
  'rejected',
  'cancelled',
] as const
export type CaseState = (typeof caseStates)[number]

export const holdReasons = [
  'fit-subject-to-review',
  'retest-needed',
  'supplement',
  'consent-withdrawn',
  'conclusion-amended',
  'manual',
] as const
export type HoldReason = (typeof holdReasons)[number]

export const caseActions = [
  'complete-data',
  'hold',
  'release',
  'request',
  'submit-again',
  'withdraw',
] as const
export type CaseAction = (typeof caseActions)[number]

/** What a person or a job may do; the page draws its buttons from the table the commands check. */
export const actionsByState = {
  draft: ['complete-data', 'hold', 'withdraw'],
  'on-hold': ['complete-data', 'release', 'withdraw'],
  ready: ['request', 'hold', 'withdraw'],
  requested: ['request', 'submit-again', 'hold', 'withdraw'],
  accepted: ['hold', 'withdraw'],
  'in-progress': ['hold', 'withdraw'],
  completed: [],
  rejected: ['submit-again'],
  cancelled: [],
} as const satisfies Record<CaseState, readonly CaseAction[]>

export type RenewalCase = {
  id: string
  facilityId: string
  examId: string
  patientId: string
  licenceClass: string
  version: number
  state: CaseState
  missing: readonly string[]
  holdReason?: HoldReason | undefined
  dossierCode?: string | undefined
  attempts: number
  lastAnswer?: string | undefined
  authorityAt?: Date | undefined
  createdAt: Date
  updatedAt: Date
}

export type CaseMove = {
  state: CaseState
  holdReason?: HoldReason | undefined
  /** Why, in the case's history. */
  reason?: string | undefined
}

export function allows(state: CaseState, action: CaseAction): boolean {
  return (actionsByState[state] as readonly CaseAction[]).includes(action)
}

export function requireAction(held: Pick<RenewalCase, 'state'>, action: CaseAction): void {
  if (!allows(held.state, action))
    throw conflict('case-state', words.wrongCaseState, { state: held.state })
}

/** Closed for good: nothing that arrives later moves it. */
export function isClosed(state: CaseState): boolean {
  return state === 'completed' || state === 'cancelled' || state === 'rejected'
}

/** Where a case goes that a person lets go on: back to the authority if it has been there. */
export function release(held: Pick<RenewalCase, 'state' | 'missing' | 'dossierCode'>): CaseMove {
  requireAction(held, 'release')
  if (held.missing.length > 0) throw conflict('case-incomplete', words.caseIncomplete)
  return { state: held.dossierCode ? 'accepted' : 'ready' }
}

/** After data were added: a held case stays held, a draft becomes ready when nothing is missing. */
export function completeData(
  held: Pick<RenewalCase, 'state' | 'holdReason'>,
  missing: readonly string[],
): CaseMove {
  requireAction(held, 'complete-data')
  if (held.state === 'on-hold') return { state: 'on-hold', holdReason: held.holdReason }
  return { state: missing.length > 0 ? 'draft' : 'ready' }
}

/**
 * Consent taken back, or the citizen withdraws: a case the authority has never seen is cancelled
 * here; one that was sent waits on hold until the authority has confirmed the withdrawal.
 */
export function withdraw(
  held: Pick<RenewalCase, 'state' | 'attempts'>,
  reason: string,
): CaseMove & { tellAuthority: boolean } {
  requireAction(held, 'withdraw')
  if (held.attempts === 0) return { state: 'cancelled', reason, tellAuthority: false }
  return { state: 'on-hold', holdReason: 'consent-withdrawn', reason, tellAuthority: true }
}
