import { type Actor, authorise } from '../core/actor.ts'
import { conflict, notFound } from '../core/errors.ts'
import { markWithdrawn } from '../exams/consent-repository.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { addJob } from '../platform/jobs.ts'
import { publish } from '../platform/publish.ts'
import { complete, saveAndTell, submitWhenArrived } from './case-handlers.ts'
import { loadCompleteness, lockCase, type Supplied } from './case-repository.ts'
import { withdrawHeld } from './consent.ts'
import { missingForCase } from './eligibility.ts'
import { parseReason } from './reason.ts'
import { type RenewalCase, release, requireAction } from './renewal-case.ts'
import { words } from './words.ts'

export type CaseInput = { id: string; reason: string }

/** Keeps a case back until a person releases it; `again`: for the reason it was held before. */
export function holdCase(
  deps: Deps,
  actor: Actor,
  input: CaseInput & { again?: string | undefined },
) {
  return change(deps, actor, input.id, async (tx, held) => {
    requireAction(held, 'hold')
    const reason = parseReason(input.reason)
    const holdReason = heldAgain.find((known) => known === input.again) ?? 'manual'
    await saveAndTell(tx, held, { move: { state: 'on-hold', holdReason, reason } })
  })
}

/** Holds that the desk lifts and may put back; the others are somebody else's. */
const heldAgain = ['fit-subject-to-review', 'retest-needed', 'conclusion-amended'] as const

/** Lets a held case go on; one that waited for a supplement tells the authority what was done. */
export function releaseCase(deps: Deps, actor: Actor, input: CaseInput) {
  return change(deps, actor, input.id, async (tx, held) => {
    if (held.holdReason === 'consent-withdrawn') {
      throw conflict('consent-withdrawn', words.consentIsWithdrawn)
    }
    const reason = parseReason(input.reason)
    const missing = missingForCase(await loadCompleteness(tx, held.id))
    const move = { ...release({ ...held, missing }), reason }
    await saveAndTell(tx, held, { move, missing })
    if (move.state === 'ready') await submitWhenArrived(tx, held.id)
    else if (held.holdReason === 'supplement') await supplement(tx, held.id, reason)
    else await askAuthority(tx, held.id)
  })
}

/** Adds what the dossier lacked; a draft that lacks nothing more is ready. */
export function completeCase(deps: Deps, actor: Actor, input: { id: string; supplied: Supplied }) {
  return change(deps, actor, input.id, (tx, held) => complete(tx, held, input.supplied))
}

/** Hands a case in again that the authority refused at its door, or asks again for an answer. */
export function resubmitCase(deps: Deps, actor: Actor, input: CaseInput) {
  return change(deps, actor, input.id, async (tx, held) => {
    requireAction(held, 'submit-again')
    const reason = parseReason(input.reason)
    if (held.dossierCode && held.state === 'rejected') {
      throw conflict('case-decided', words.decidedByAuthority)
    }
    if (held.dossierCode) return askAuthority(tx, held.id)
    if (held.state === 'rejected') await saveAndTell(tx, held, { move: { state: 'ready', reason } })
    await submitWhenArrived(tx, held.id)
  })
}

/** The citizen no longer wants it: the consent is taken back with it. */
export function withdrawCase(deps: Deps, actor: Actor, input: CaseInput) {
  return change(deps, actor, input.id, async (tx, held) => {
    await withdrawHeld(tx, held, parseReason(input.reason))
    const { patientId, examId } = held
    if (!(await markWithdrawn(tx, examId, 'renewal'))) return
    await publish(tx, { type: 'consent.withdrawn', patientId, examId, consent: 'renewal' })
  })
}

/** Asks the authority where a case stands, when its call-backs are awaited too long. */
export function refreshCase(deps: Deps, actor: Actor, id: string) {
  return change(deps, actor, id, async (tx, held) => {
    if (held.attempts === 0) throw conflict('case-state', words.notSentYet)
    await askAuthority(tx, held.id)
  })
}

function change(
  deps: Deps,
  actor: Actor,
  id: string,
  act: (tx: Tx, held: RenewalCase) => Promise<void>,
): Promise<{ id: string }> {
  authorise(actor, 'renewal:manage')
  return transact(deps, actor, async (tx) => {
    const held = await lockCase(tx, id)
    if (!held) throw notFound(words.aCase)
    await act(tx, held)
    return { id }
  })
}

async function askAuthority(tx: Tx, caseId: string): Promise<void> {
  await addJob(tx, 'read-case', payloadOf(tx, caseId), { key: `read:${caseId}` })
}

async function supplement(tx: Tx, caseId: string, note: string): Promise<void> {
  const payload = { ...payloadOf(tx, caseId), note }
  await addJob(tx, 'supplement-case', payload, { key: `supplement:${caseId}` })
}

function payloadOf(tx: Tx, caseId: string) {
  return { facilityId: tx.facilityId, caseId }
}
