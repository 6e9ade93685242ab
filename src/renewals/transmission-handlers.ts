import type { EventOf } from '../core/event.ts'
import type { Tx } from '../platform/database.ts'
import { addJob } from '../platform/jobs.ts'
import { publish } from '../platform/publish.ts'
import { gatewayRecord } from './gateway-record.ts'
import { configuredRules, type GatewayRules } from './gateway-rules.ts'
import type { TransmissionState } from './transmission.ts'
import {
  findWaitingForData,
  type HeldTransmission,
  lockTransmission,
  moveTransmission,
  type TransmissionMove,
} from './transmission-repository.ts'

/** A person's record was mended: what waited for it goes, when nothing is missing any more. */
export async function sendOnAmendment(tx: Tx, event: EventOf<'patient.amended'>): Promise<void> {
  for (const id of await findWaitingForData(tx, event.patientId)) {
    const held = await lockTransmission(tx, id)
    if (!held) continue
    const next = checkAgain(held, configuredRules(tx.deps.env))
    if (next.state === 'queued') await moveOn(tx, id, ['needs-data'], next)
  }
}

export function checkAgain(held: HeldTransmission, rules: GatewayRules): TransmissionMove {
  const answer = gatewayRecord(held.facts, held.transmission.action, rules)
  if ('record' in answer) return { state: 'queued' }
  return { state: 'needs-data', missing: answer.missing }
}

/** Moves a transmission and does what follows: its own job, or the waiting case's. */
export async function moveOn(
  tx: Tx,
  id: string,
  from: readonly TransmissionState[],
  to: TransmissionMove,
): Promise<void> {
  const moved = await moveTransmission(tx, id, from, to)
  if (!moved) return
  const { facilityId } = tx
  if (to.state === 'queued') {
    const payload = { facilityId, transmissionId: id }
    await addJob(tx, 'transmit-certificate', payload, { key: `transmit:${id}` })
  }
  if (to.state === 'accepted' && moved.readyCaseId) {
    const payload = { facilityId, caseId: moved.readyCaseId }
    await addJob(tx, 'submit-case', payload, { key: `submit:${moved.readyCaseId}` })
  }
  const { examId } = moved
  await publish(tx, { type: 'transmission.updated', transmissionId: id, examId, state: to.state })
}
