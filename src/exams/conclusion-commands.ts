import { type Actor, authorise, type Doctor, signatory } from '../core/actor.ts'
import { type CalendarDate, calendarDateOf } from '../core/calendar-date.ts'
import { conflict, DomainError, invalid } from '../core/errors.ts'
import { isUnverified } from '../frontdesk/identity-repository.ts'
import { identityWords } from '../frontdesk/identity-words.ts'
import { verifyPassword } from '../identity/password-commands.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { sha256 } from '../platform/storage.ts'
import { alcoholLimits } from './alcohol-limits.ts'
import { certificateValidUntil } from './certificate.ts'
import { takeExam } from './commands.ts'
import { type ConclusionRequest, type DecidedConclusion, decideConclusion } from './conclusion.ts'
import { type Exam, requireAction } from './exam.ts'
import { renewalOf, saveConclusion } from './repository.ts'
import { sealedContent } from './sealed-content.ts'
import { verifyCodeFrom } from './verify-code.ts'
import { words } from './words.ts'

export type ConcludeExam = ConclusionRequest & { examId: string; version?: number | undefined }

/**
 * The concluding doctor's signature: the certificate's number, the record's entry, the
 * transmission and the renewal case come to be in its commit, or none of them.
 */
export async function concludeExam(deps: Deps, actor: Actor, input: ConcludeExam): Promise<Exam> {
  authorise(actor, 'exam:conclude')
  const doctor = signatory(actor)
  if (!doctor) throw noSignatory()
  if (actor.kind === 'staff') await requirePassword(deps, actor, input.password)
  return transact(deps, actor, async (tx) => {
    const { exam, before } = await takeExam(tx, input, 'finished')
    requireAction(before, 'conclude')
    if (await isUnverified(tx, exam.id)) {
      throw conflict('identity-unverified', identityWords.unverified)
    }
    const concludedOn = calendarDateOf(tx.now)
    const decided = decideConclusion(exam, input, concludedOn, alcoholLimits(deps.env))
    const concluded = {
      exam,
      outcome: decided.outcome,
      reason: decided.reason ?? null,
      reexamineOn: decided.reexamineOn ?? null,
      assessment: decided.assessment,
      contentHash: sha256(sealedContent(exam, decided)),
      concludedOn,
      validUntil: certificateValidUntil(concludedOn),
      verifyCode: verifyCodeFrom(deps.clock.secret(VERIFY_CODE_BYTES)),
      doctor,
    }
    const number = await saveConclusion(tx, concluded)
    await publish(tx, {
      type: 'exam.concluded',
      examId: exam.id,
      patientId: exam.patientId,
      outcome: decided.outcome,
      certificateNumber: number,
      concludedOn,
    })
    const renewal = await renewalOf(tx, exam.id)
    return { ...finished(exam, decided, { ...concluded, number, at: tx.now }), renewal }
  })
}

const VERIFY_CODE_BYTES = 15

type Signed = {
  doctor: Doctor
  concludedOn: CalendarDate
  validUntil: CalendarDate
  contentHash: string
  verifyCode: string
  number: string
  at: Date
}

function finished(exam: Exam, decided: DecidedConclusion, signed: Signed): Exam {
  const { assessment, ...concluded } = decided
  return {
    ...exam,
    conclusion: {
      ...concluded,
      state: 'final',
      concludedAt: signed.at,
      concludedOn: signed.concludedOn,
      by: signed.doctor.name,
      registration: signed.doctor.registration,
      contentHash: signed.contentHash,
    },
    frozenAssessment: assessment,
    certificate: {
      number: signed.number,
      verifyCode: signed.verifyCode,
      issuedOn: signed.concludedOn,
      validUntil: signed.validUntil,
    },
  }
}

async function requirePassword(deps: Deps, actor: Actor, password?: string): Promise<void> {
  if (!password) {
    throw invalid([{ pointer: '/password', code: 'missing', message: words.passwordRequired }])
  }
  if (await verifyPassword(deps, actor, password)) return
  throw new DomainError({ kind: 'forbidden', code: 'password-wrong', detail: words.passwordWrong })
}

function noSignatory(): DomainError {
  return new DomainError({
    kind: 'forbidden',
    code: 'signatory-required',
    detail: words.noSignatory,
  })
}
