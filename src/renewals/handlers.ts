import { signatory } from '../core/actor.ts'
import type { EventOf } from '../core/event.ts'
import type { Tx } from '../platform/database.ts'
import { publish } from '../platform/publish.ts'
import {
  type Decision,
  type DecisionFacts,
  loadDecisionFacts,
  type NewTransmission,
  saveDecision,
} from './decision-repository.ts'
import { decideRenewal } from './eligibility.ts'
import { missingData } from './gateway-record.ts'
import { configuredRules } from './gateway-rules.ts'

/** In the conclusion's own commit: the transmission with its job, the case, and why there is none. */
export async function decideOnConclusion(tx: Tx, event: EventOf<'exam.concluded'>): Promise<void> {
  const { examId, patientId, outcome } = event
  const facts = await loadDecisionFacts(tx, examId)
  const decided = decideRenewal({ ...facts, outcome }, event.concludedOn)
  const decision: Decision = {
    examId,
    patientId,
    by: signatory(tx.actor)?.name ?? tx.actor.name,
    transmission: newTransmission(tx, event, facts),
    ...(decided.eligible
      ? { case: { ...decided, ...newIds(tx), licenceClass: facts.licenceClass } }
      : { reason: decided.reason }),
  }
  await saveDecision(tx, decision)
  const opened = decision.case
  if (!opened) return
  const { id: caseId, state } = opened
  await publish(tx, { type: 'renewal-case.opened', caseId, examId, state })
}

function newIds(tx: Tx) {
  return { id: tx.deps.clock.id(), stepId: tx.deps.clock.id() }
}

function newTransmission(
  tx: Tx,
  { outcome, certificateNumber }: EventOf<'exam.concluded'>,
  facts: DecisionFacts,
): NewTransmission | undefined {
  const rules = configuredRules(tx.deps.env)
  if (!rules.sentOutcomes.includes(outcome)) return undefined
  const missing = missingData({ ...facts, certificateNumber, concludedBy: tx.actor.name }, rules)
  return {
    id: tx.deps.clock.id(),
    certificateNumber,
    state: missing.length > 0 ? 'needs-data' : 'queued',
    missing,
    dueAt: new Date(tx.now.getTime() + rules.deadlineHours * 3_600_000),
  }
}
