import type { PayeeChange } from '../billing/payee-change.ts'
import { PayeeAnnouncement } from '../billing/payee-views.tsx'
import { type Actor, may } from '../core/actor.ts'
import type { Lang } from '../core/text.ts'
import { say } from '../core/text.ts'
import { missingSteps, nextStep, type SetupStep } from '../setup/first-run.ts'
import {
  pathOf,
  SetupBody,
  SetupNotice,
  type SetupProps,
  setupTitle,
} from '../setup/first-run-views.tsx'
import { stepWords } from '../setup/first-run-words.ts'
import type { Desk } from './desk-views.tsx'

export type NewsProps = {
  lang: Lang
  actor: Actor
  payee: readonly PayeeChange[]
  /** Undefined where nothing that is needed is missing. */
  setup?: readonly SetupStep[] | undefined
}

/** What concerns everyone in the house, above whatever their own desk says. */
export function News({ lang, actor, payee, setup }: NewsProps) {
  const manages = may(actor, 'setting:manage')
  if (payee.length === 0 && (!setup || manages)) return null
  return (
    <div class="news">
      {setup && !manages && <SetupNotice lang={lang} steps={setup} mayOpen={false} />}
      {payee.map((change) => (
        <PayeeAnnouncement lang={lang} change={change} mayOpen={may(actor, 'payee:approve')} />
      ))}
    </div>
  )
}

/** The administrator's first desk, until exams may begin. */
export function setupDesk(props: SetupProps): Desk | undefined {
  const { lang, steps } = props
  const next = nextStep(steps)
  if (!next || missingSteps(steps).length === 0) return undefined
  return {
    title: setupTitle(steps, lang),
    act: { href: pathOf(next), label: say(stepWords[next.name].act, lang), icon: 'right' },
    // Before anything else that waits.
    since: new Date(0),
    body: () => <SetupBody {...props} />,
  }
}
