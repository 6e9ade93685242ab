import { describe, expect, it } from 'vitest'
import {
  onPickUp,
  requireTransmissionAction,
  SENDING_IS_STUCK_AFTER_MS,
  stateAfterSend,
  transmissionActionsOf,
  transmissionStates,
} from '../../src/renewals/transmission.ts'

const now = new Date('2026-11-24T03:00:00Z')
const old = new Date(now.getTime() - SENDING_IS_STUCK_AFTER_MS)

describe('a transmission', () => {
  it.each([
    ['accepted', 'accepted'],
    ['refused', 'rejected'],
    ['unreachable', 'retrying'],
    ['unknown', 'unknown'],
  ] as const)('that was %s is %s', (kind, state) => {
    expect(stateAfterSend({ kind, answer: '' })).toBe(state)
  })

  it('is never sent again by a job once it may have arrived', () => {
    const sends = transmissionStates.filter((state) => onPickUp(state) === 'send')
    expect(sends).toEqual(['queued', 'retrying'])
    expect(onPickUp('sending')).toBe('mark-unknown')
    expect(onPickUp('unknown')).toBe('leave')
  })

  it('that is stuck has a button', () => {
    for (const state of ['unknown', 'rejected', 'needs-data', 'retrying'] as const) {
      expect(transmissionActionsOf({ state, updatedAt: now }, now)).not.toEqual([])
    }
    expect(transmissionActionsOf({ state: 'sending', updatedAt: old }, now)).not.toEqual([])
  })

  it('that is being sent this minute has none', () => {
    expect(transmissionActionsOf({ state: 'sending', updatedAt: now }, now)).toEqual([])
    expect(() =>
      requireTransmissionAction({ state: 'accepted', updatedAt: old }, 'send-again', now),
    ).toThrow('transmission-state')
  })
})
