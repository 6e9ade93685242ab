import type { CalendarDate } from '../core/calendar-date.ts'
import { conflict, type DomainError } from '../core/errors.ts'
import type { ExamOutcome } from '../core/event.ts'
import { type LicencePurpose, purposes } from '../core/licence.ts'
import type { Text } from '../core/text.ts'
import { type Findings, type Section, sections } from './findings.ts'
import { type AlcoholLimits, type Assessment, assess } from './fitness.ts'
import type { LicenceScheme } from './held-licence.ts'
import { type Group, type LicenceClass, skipsMusculoskeletal } from './licence-class.ts'
import { words } from './words.ts'

export const examStates = [
  'planned',
  'arrived',
  'in-progress',
  'finished',
  'cancelled',
  'entered-in-error',
] as const
export type ExamState = (typeof examStates)[number]
export type ExamAction = 'record' | 'conclude'

/** The pages draw their buttons from the table that the commands check. */
export const allowedActions = {
  planned: ['record', 'conclude'],
  arrived: ['record', 'conclude'],
  'in-progress': ['record', 'conclude'],
  finished: [],
  cancelled: [],
  'entered-in-error': [],
} as const satisfies Record<ExamState, readonly ExamAction[]>

export { type LicencePurpose, purposes }

export type HeldLicence = {
  number: string
  class: string
  scheme: LicenceScheme
  issuedOn?: CalendarDate | undefined
  expiresOn?: CalendarDate | undefined
}
export type Delivery = { method: 'collect' | 'post'; address?: string | undefined }
export type ExamWarning = { code: string; message: Text }

export type RecordedSection = {
  state: 'draft' | 'signed'
  findings: Record<string, unknown>
  /** The doctor in whose name it is signed; for a draft who typed it. */
  by: string
  registration?: string | undefined
  /** Typed by the applicant on their own phone. */
  byPatient?: boolean | undefined
  at: Date
}

export type Conclusion = {
  outcome: ExamOutcome
  state: 'preliminary' | 'final' | 'amended' | 'entered-in-error'
  reason?: string | undefined
  reexamineOn?: CalendarDate | undefined
  concludedAt: Date
  concludedOn: CalendarDate
  by: string
  registration: string
  contentHash: string
}

export type Certificate = {
  number: string
  verifyCode: string
  issuedOn: CalendarDate
  validUntil: CalendarDate
  revokedAt?: Date | undefined
}

export type Exam = {
  id: string
  version: number
  patientId: string
  visitId: string
  licenceClass: LicenceClass
  group: Group
  purpose: LicencePurpose
  heldLicence?: HeldLicence | undefined
  delivery: Delivery
  disabledApplicant: boolean
  convertedFromA1: boolean
  state: ExamState
  warnings: ExamWarning[]
  createdAt: Date
  sections: Partial<Record<Section, RecordedSection>>
  conclusion?: Conclusion | undefined
  /** As frozen with the conclusion; before it the rules are asked anew each time. */
  frozenAssessment?: Assessment | undefined
  certificate?: Certificate | undefined
  renewal: { eligible: boolean; reason?: string | undefined; caseId?: string | undefined }
}

export function mayDo(exam: Pick<Exam, 'state'>, action: ExamAction): boolean {
  const actions: readonly ExamAction[] = allowedActions[exam.state]
  return actions.includes(action)
}

/** Refuses what the exam's state does not allow, in the words of that act. */
export function requireAction(exam: Pick<Exam, 'state'>, action: ExamAction): void {
  if (mayDo(exam, action)) return
  throw refusal(exam.state, action)
}

function refusal(state: ExamState, action: ExamAction): DomainError {
  if (state !== 'finished') return conflict(`exam-${state}`, words.notOpen)
  return action === 'conclude' ? alreadyConcluded() : examConcluded()
}

export function examConcluded(): DomainError {
  return conflict('exam-concluded', words.concluded)
}

export function alreadyConcluded(): DomainError {
  return conflict('already-concluded', words.alreadyConcluded)
}

export function findingsOf(exam: Pick<Exam, 'sections'>): Findings {
  return Object.fromEntries(
    Object.entries(exam.sections).map(([section, recorded]) => [section, recorded.findings]),
  ) as Findings
}

/** What the rules say today, or what they said when the doctor signed. */
export function assessmentOf(exam: Exam, on: CalendarDate, limits: AlcoholLimits): Assessment {
  return exam.frozenAssessment ?? assess(exam, findingsOf(exam), on, limits)
}

/** The sections this exam has; a specialty the law lets a disabled applicant skip is not one. */
export function requiredSections(
  exam: Pick<Exam, 'licenceClass' | 'disabledApplicant'>,
): readonly Section[] {
  if (!skipsMusculoskeletal(exam.licenceClass, exam.disabledApplicant)) return sections
  return sections.filter((section) => section !== 'musculoskeletal')
}
