import type { ConsentScope, GivenConsent } from '../exams/consent.ts'
import { mayDo } from '../exams/exam.ts'
import type { ExamFacts, VisitFacts } from './visit-facts.ts'

export type Agreed = {
  scope: ConsentScope
  consent?: GivenConsent
  stands: boolean
  /** What may be done about it now: `stop` also ends a renewal under way, `end` the exam. */
  act?: 'withdraw' | 'stop' | 'give' | 'end'
  /** It could have been given until the conclusion was signed. */
  tooLate: boolean
}

const overStates: readonly string[] = ['completed', 'rejected', 'cancelled']

/** The two consents as their giver may deal with them; the renewal's only where one may come. */
export function agreedOf(facts: VisitFacts, consents: readonly GivenConsent[]): Agreed[] {
  const { exam } = facts
  if (!exam) return []
  return (['exam', 'renewal'] as const).flatMap((scope) => {
    const consent = consents.find((each) => each.scope === scope)
    if (!consent && (scope === 'exam' || !mayRenew(facts))) return []
    const stands = !!consent?.given && !consent.withdrawnAt
    const act = scope === 'renewal' ? renewalAct(facts, stands) : examAct(exam, stands)
    return {
      scope,
      stands,
      ...(consent && { consent }),
      ...(act && { act }),
      tooLate: scope === 'renewal' && !stands && !act && !!exam.conclusion && mayRenew(facts),
    }
  })
}

function renewalAct({ exam, renewalCase, ...facts }: VisitFacts, stands: boolean): Agreed['act'] {
  if (stands) {
    return renewalCase && !overStates.includes(renewalCase.state) ? 'stop' : 'withdraw'
  }
  return exam && mayDo(exam, 'record') && mayRenew({ exam, ...facts }) ? 'give' : undefined
}

/** Until a doctor has signed something of it. */
function examAct(exam: ExamFacts, stands: boolean): Agreed['act'] {
  const signed = exam.sections.some(({ state }) => state === 'signed')
  return stands && mayDo(exam, 'record') && !signed ? 'end' : undefined
}

function mayRenew({ exam }: Pick<VisitFacts, 'exam'>): boolean {
  return exam?.purpose === 'renewal' || exam?.purpose === 'reissue'
}
