import type { Actor } from '../core/actor.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import type { CaseFacts } from './authority-body.ts'
import type { AuthorityAnswer, Receipt } from './authority-client.ts'
import { authorityStatus, moveOnReport } from './authority-status.ts'
import { lockCase, saveCase } from './case-repository.ts'
import type { CaseMove, RenewalCase } from './renewal-case.ts'
import { markRequested } from './submission-repository.ts'

/** The case is *requested*, committed, before anything leaves; undefined: nothing to hand in. */
export function beginSubmission(
  deps: Deps,
  actor: Actor,
  caseId: string,
): Promise<CaseFacts | undefined> {
  return transact(deps, actor, async (tx) => {
    const submission = await markRequested(tx, caseId)
    if (submission?.firstTime) await announce(tx, caseId, submission.examId, 'requested')
    return submission?.facts
  })
}

export type Asked = 'create' | 'withdraw' | 'other'

/** Whatever the authority answered to creating, reading, supplementing or withdrawing. */
export function takeAuthorityAnswer(
  deps: Deps,
  actor: Actor,
  caseId: string,
  answer: AuthorityAnswer,
  asked: Asked,
): Promise<void> {
  return transact(deps, actor, async (tx) => {
    const held = await lockCase(tx, caseId)
    if (!held) return
    const move = moveOf(held, answer, asked)
    const receipt = answer.kind === 'receipt' ? answer.receipt : undefined
    await saveCase(tx, held, {
      move,
      lastAnswer: answerText(answer),
      dossierCode: receipt?.dossierCode,
      authorityAt: receipt?.at,
    })
    if (move || receipt) await announce(tx, caseId, held.examId, move?.state ?? held.state)
  })
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

function announce(tx: Tx, caseId: string, examId: string, state: string): Promise<void> {
  return publish(tx, { type: 'renewal-case.updated', caseId, examId, state })
}
