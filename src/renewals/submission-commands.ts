import type { Actor } from '../core/actor.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import type { AuthorityAnswer, Receipt } from './authority-client.ts'
import { authorityStatus, moveOnReport } from './authority-status.ts'
import { lockCase, saveCase } from './case-repository.ts'
import type { CaseMove, RenewalCase } from './renewal-case.ts'
import { requestCase } from './submission-handlers.ts'
import type { Submission, WhichCase } from './submission-repository.ts'

/** The case is *requested*, committed, before anything leaves; undefined: nothing to hand in. */
export function beginSubmission(
  deps: Deps,
  actor: Actor,
  which: WhichCase,
): Promise<Submission | undefined> {
  return transact(deps, actor, (tx) => requestCase(tx, which))
}

export type Asked = 'create' | 'withdraw' | 'other'

/**
 * Whatever the authority answered to creating, reading, supplementing or withdrawing. A case that is
 * still as it was handed in is saved at once; one that a call-back has changed is looked at again.
 */
export function takeAuthorityAnswer(
  deps: Deps,
  actor: Actor,
  of: { caseId: string; asHandedIn?: RenewalCase },
  answer: AuthorityAnswer,
  asked: Asked,
): Promise<void> {
  return transact(deps, actor, async (tx) => {
    const { asHandedIn } = of
    if (asHandedIn && (await apply(tx, asHandedIn, answer, asked, asHandedIn.version))) return
    const held = await lockCase(tx, of.caseId)
    if (held) await apply(tx, held, answer, asked)
  })
}

async function apply(
  tx: Tx,
  held: RenewalCase,
  answer: AuthorityAnswer,
  asked: Asked,
  version?: number,
): Promise<boolean> {
  const move = moveOf(held, answer, asked)
  const receipt = answer.kind === 'receipt' ? answer.receipt : undefined
  const change = {
    move,
    lastAnswer: answerText(answer),
    dossierCode: receipt?.dossierCode,
    authorityAt: receipt?.at,
  }
  if (!(await saveCase(tx, held, change, version))) return false
  if (move || receipt) await announce(tx, held, move?.state ?? held.state)
  return true
}

function moveOf(held: RenewalCase, answer: AuthorityAnswer, asked: Asked): CaseMove | undefined {
  if (answer.kind === 'receipt') return moveOnReceipt(held, answer.receipt)
  if (answer.kind === 'later') return undefined
  const reason = `${answer.code}: ${answer.detail}`
  if (asked === 'create' && held.state === 'requested') return { state: 'rejected', reason }
  // What it never received needs no withdrawal there.
  const neverThere = asked === 'withdraw' && answer.code === 'not-found' && !held.dossierCode
  return neverThere && held.state === 'on-hold' ? { state: 'cancelled', reason } : undefined
}

function moveOnReceipt(held: RenewalCase, receipt: Receipt): CaseMove | undefined {
  const status = authorityStatus(receipt.status)
  const move = status && moveOnReport(held, status, receipt.at)
  return move && { ...move, reason: receipt.ground ?? move.reason }
}

function answerText(answer: AuthorityAnswer): string {
  if (answer.kind === 'receipt') return answer.receipt.status
  return answer.kind === 'later' ? answer.why : `${answer.code}: ${answer.detail}`
}

function announce(tx: Tx, { id: caseId, examId }: RenewalCase, state: string): Promise<void> {
  return publish(tx, { type: 'renewal-case.updated', caseId, examId, state })
}
