import { type Actor, authorise } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { type GatewayRecord, gatewayRecord } from './gateway-record.ts'
import { configuredRules } from './gateway-rules.ts'
import { parseReason } from './reason.ts'
import { requestCase } from './submission-handlers.ts'
import type { Submission } from './submission-repository.ts'
import {
  onPickUp,
  requireTransmissionAction,
  type SendResult,
  stateAfterSend,
  type TransmissionAction,
  type TransmissionState,
} from './transmission.ts'
import { checkAgain, moveOn } from './transmission-handlers.ts'
import {
  type HeldTransmission,
  lockTransmission,
  markPickedUp,
  moveTransmission,
  type TransmissionMove,
} from './transmission-repository.ts'
import { words } from './words.ts'

/**
 * A worker picks the transmission up: it is *sending*, committed, before anything leaves. Undefined
 * when nothing is to be sent; a row left *sending* by a worker that died becomes *unknown*.
 */
export function beginTransmission(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<GatewayRecord | undefined> {
  return transact(deps, actor, async (tx) => {
    const held = await markPickedUp(tx, id)
    if (!held) return undefined
    const { examId, state, action } = held.transmission
    // The row as it is now: a dead worker's *sending* has become *unknown*.
    if (state === 'unknown') {
      await publish(tx, { type: 'transmission.updated', transmissionId: id, examId, state })
      return undefined
    }
    const answer = gatewayRecord(held.facts, action, configuredRules(deps.env))
    if ('record' in answer) return answer.record
    await moveOn(tx, id, ['sending'], { state: 'needs-data', missing: answer.missing })
    return undefined
  })
}

/** What came of it; with *accepted*, in the same commit, the waiting case is to be handed in. */
export function finishTransmission(
  deps: Deps,
  actor: Actor,
  id: string,
  result: SendResult,
): Promise<Submission | undefined> {
  const state = stateAfterSend(result)
  return transact(deps, actor, async (tx) => {
    const moved = await moveTransmission(tx, id, openTo(state), { state, answer: result.answer })
    if (!moved) return undefined
    const { examId, readyCaseId } = moved
    await publish(tx, { type: 'transmission.updated', transmissionId: id, examId, state })
    if (state !== 'accepted' || !readyCaseId) return undefined
    return requestCase(tx, { caseId: readyCaseId })
  })
}

/** A yes or a no counts even when someone has given the answer up for lost meanwhile. */
function openTo(state: TransmissionState): readonly TransmissionState[] {
  return state === 'accepted' || state === 'rejected' ? ['sending', 'unknown'] : ['sending']
}

/** A *sending* that nobody has finished for minutes: its worker is gone. */
export function markAbandoned(deps: Deps, actor: Actor, id: string): Promise<void> {
  return transact(deps, actor, async (tx) => {
    await moveOn(tx, id, ['sending'], { state: onAbandoned })
  })
}

const onAbandoned = onPickUp('sending') === 'mark-unknown' ? 'unknown' : 'sending'

export type ResolveTransmission = { id: string; reason: string }

/** A person has asked: the gateway has it. */
export function confirmTransmission(deps: Deps, actor: Actor, input: ResolveTransmission) {
  return resolve(deps, actor, input, 'confirm-there', () => ({ state: 'accepted' }))
}

/** A person has asked: the gateway has it not, so it may go again. */
export function resendTransmission(deps: Deps, actor: Actor, input: ResolveTransmission) {
  return resolve(deps, actor, input, 'send-again', () => ({ state: 'queued' }))
}

/** Data were added: is anything still missing? */
export function recheckTransmission(deps: Deps, actor: Actor, id: string) {
  const input = { id, reason: 'check-again' }
  return resolve(deps, actor, input, 'check-again', (held) =>
    checkAgain(held, configuredRules(deps.env)),
  )
}

function resolve(
  deps: Deps,
  actor: Actor,
  input: ResolveTransmission,
  action: TransmissionAction,
  decide: (held: HeldTransmission) => TransmissionMove,
): Promise<{ id: string }> {
  authorise(actor, 'renewal:manage')
  const resolveReason = parseReason(input.reason)
  return transact(deps, actor, async (tx) => {
    const held = await lockTransmission(tx, input.id)
    if (!held) throw notFound(words.aTransmission)
    requireTransmissionAction(held.transmission, action, tx.now)
    await moveOn(tx, input.id, [held.transmission.state], { ...decide(held), resolveReason })
    return { id: input.id }
  })
}
