import type { EventOf } from '../core/event.ts'
import type { Tx } from '../platform/database.ts'
import { addJob } from '../platform/jobs.ts'
import { publish } from '../platform/publish.ts'
import {
  type CaseChange,
  certificateHasArrived,
  loadCompleteness,
  lockDraftsOf,
  type Supplied,
  saveCase,
} from './case-repository.ts'
import { missingForCase } from './eligibility.ts'
import { completeData, type RenewalCase } from './renewal-case.ts'

/** A person's record was mended: drafts that waited for it may be ready now. */
export async function completeOnAmendment(
  tx: Tx,
  event: EventOf<'patient.amended'>,
): Promise<void> {
  for (const held of await lockDraftsOf(tx, event.patientId)) await complete(tx, held, {})
}

/** Counts again what is missing; a draft that lacks nothing more is ready. */
export async function complete(tx: Tx, held: RenewalCase, supplied: Supplied): Promise<void> {
  const known = await loadCompleteness(tx, held.id)
  const missing = missingForCase({ ...known, ...supplied })
  const next = completeData(held, missing)
  const move = next.state === held.state ? undefined : next
  await saveAndTell(tx, held, { move, missing, supplied })
  if (next.state === 'ready') await submitWhenArrived(tx, held.id)
}

export async function saveAndTell(tx: Tx, held: RenewalCase, changed: CaseChange): Promise<void> {
  await saveCase(tx, held, changed)
  const { id: caseId, examId } = held
  const state = changed.move?.state ?? held.state
  await publish(tx, { type: 'renewal-case.updated', caseId, examId, state })
}

/** The certificate goes first: until it has arrived, its own acceptance will hand the case in. */
export async function submitWhenArrived(tx: Tx, caseId: string): Promise<void> {
  if (!(await certificateHasArrived(tx, caseId))) return
  const payload = { facilityId: tx.facilityId, caseId }
  await addJob(tx, 'submit-case', payload, { key: `submit:${caseId}` })
}
