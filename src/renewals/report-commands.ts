import type { Actor } from '../core/actor.ts'
import { DomainError, invalid, notFound } from '../core/errors.ts'
import { isId } from '../core/id.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { authorityStatus, moveOnReport } from './authority-status.ts'
import { facilityOfCase, lockCase, saveCase } from './case-repository.ts'
import type { RenewalCase } from './renewal-case.ts'
import { insertReport } from './report-repository.ts'
import type { StatusReport } from './status-report.ts'
import { words } from './words.ts'

/** Takes a call-back once; repeated or overtaken ones change nothing. */
export async function takeReport(deps: Deps, report: StatusReport, raw: string): Promise<void> {
  const status = authorityStatus(report.status)
  if (!status) {
    throw invalid([{ pointer: '/status', code: 'unknown-status', message: words.unknownStatus }])
  }
  const facilityId = isId(report.caseId)
    ? await facilityOfCase(deps.database, report.caseId)
    : undefined
  if (!facilityId) throw notFound(words.aCase)
  await transact(deps, authorityActor(facilityId), async (tx) => {
    const held = await lockCase(tx, report.caseId)
    if (!held) throw notFound(words.aCase)
    requireSameDossier(held, report)
    const move = moveOnReport(held, status, report.at)
    if (!(await insertReport(tx, report, raw, move !== undefined))) return
    await saveCase(tx, held, {
      move: move && { ...move, reason: report.ground ?? undefined },
      dossierCode: held.attempts > 0 ? report.dossierCode : undefined,
      authorityAt: report.at,
      lastAnswer: status.code,
    })
    await announce(tx, held, move?.state ?? held.state)
  })
}

function requireSameDossier(held: RenewalCase, report: StatusReport): void {
  if (held.dossierCode === undefined || held.dossierCode === report.dossierCode) return
  const message = words.otherDossier
  throw invalid([{ pointer: '/dossierCode', code: 'dossier-code-differs', message }])
}

function announce(tx: Tx, held: RenewalCase, state: string): Promise<void> {
  const { id: caseId, examId } = held
  return publish(tx, { type: 'renewal-case.updated', caseId, examId, state })
}

function authorityActor(facilityId: string): Actor {
  return { kind: 'system', id: 'licence-authority', name: 'licence-authority', facilityId }
}

export function signatureRefused(): DomainError {
  return new DomainError({
    kind: 'unauthenticated',
    code: 'signature-refused',
    detail: words.signatureRefused,
  })
}
