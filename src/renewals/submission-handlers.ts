import type { Tx } from '../platform/database.ts'
import { publish } from '../platform/publish.ts'
import { markRequested, type Submission, type WhichCase } from './submission-repository.ts'

/**
 * Marks a case as handed in, before it is; in the commit in which its certificate has arrived. It
 * stays ready, and says so, while there is no authority to hand it in to.
 */
export async function requestCase(tx: Tx, which: WhichCase): Promise<Submission | undefined> {
  if (!tx.deps.env.connected.authority) return undefined
  const submission = await markRequested(tx, which)
  if (submission?.firstTime) {
    const { id: caseId, examId, state } = submission.case
    await publish(tx, { type: 'renewal-case.updated', caseId, examId, state })
  }
  return submission
}
