import { conflict } from '../core/errors.ts'
import type { RecordAction } from './gateway-record.ts'
import { words } from './words.ts'

export const transmissionStates = [
  'queued',
  'sending',
  'retrying',
  'accepted',
  'rejected',
  'unknown',
  'needs-data',
  'cancelled',
] as const
export type TransmissionState = (typeof transmissionStates)[number]

export const transmissionActions = ['confirm-there', 'send-again', 'check-again'] as const
export type TransmissionAction = (typeof transmissionActions)[number]

/**
 * What a person may do. *Unknown* is a certificate that was sent without an answer: no job sends it
 * again as ADD, a person says whether the gateway has it.
 */
export const transmissionActionsByState = {
  queued: [],
  sending: ['confirm-there', 'send-again'],
  retrying: ['send-again'],
  accepted: [],
  rejected: ['confirm-there', 'send-again'],
  unknown: ['confirm-there', 'send-again'],
  'needs-data': ['check-again'],
  cancelled: [],
} as const satisfies Record<TransmissionState, readonly TransmissionAction[]>

export type Transmission = {
  id: string
  facilityId: string
  examId: string
  version: number
  action: RecordAction
  certificateNumber: string
  state: TransmissionState
  missing: readonly string[]
  attempts: number
  lastAnswer?: string | undefined
  lastAttemptAt?: Date | undefined
  dueAt: Date
  createdAt: Date
  updatedAt: Date
}

/** A *sending* younger than this may still be under way in a worker. */
export const SENDING_IS_STUCK_AFTER_MS = 2 * 60_000

type Held = Pick<Transmission, 'state' | 'updatedAt'>

export function transmissionActionsOf(held: Held, now: Date): readonly TransmissionAction[] {
  const young = now.getTime() - held.updatedAt.getTime() < SENDING_IS_STUCK_AFTER_MS
  if (held.state === 'sending' && young) return []
  return transmissionActionsByState[held.state]
}

export function requireTransmissionAction(held: Held, action: TransmissionAction, now: Date): void {
  if (transmissionActionsOf(held, now).includes(action)) return
  throw conflict('transmission-state', words.wrongTransmissionState, { state: held.state })
}

/** What came of one call to the gateway. */
export type SendResult =
  | { kind: 'accepted'; answer: string }
  | { kind: 'refused'; answer: string }
  /** Nothing was sent: safe to try again. */
  | { kind: 'unreachable'; answer: string }
  /** Sent, and no answer that says what became of it. */
  | { kind: 'unknown'; answer: string }

const stateAfter = {
  accepted: 'accepted',
  refused: 'rejected',
  unreachable: 'retrying',
  unknown: 'unknown',
} as const satisfies Record<SendResult['kind'], TransmissionState>

export function stateAfterSend(result: SendResult): TransmissionState {
  return stateAfter[result.kind]
}

/**
 * What a worker finds when it picks the job up: a row still *sending* belongs to a worker that died
 * between sending and marking, so nobody knows whether the gateway has the certificate.
 */
export function onPickUp(state: TransmissionState): 'send' | 'mark-unknown' | 'leave' {
  if (state === 'queued' || state === 'retrying') return 'send'
  return state === 'sending' ? 'mark-unknown' : 'leave'
}
