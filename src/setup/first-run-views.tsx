import { type Lang, say } from '../core/text.ts'
import { specialtyNames } from '../identity/role-words.ts'
import { fromSetup } from '../settings/way-back.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { type StepState, Steps } from '../web/pieces/steps.tsx'
import {
  missingSteps,
  nextStep,
  type SetupStep,
  type StaffGap,
  type StepName,
  stepPaths,
} from './first-run.ts'
import { gapWords, shortStepWords, stepWords, setupWords as words } from './first-run-words.ts'

export type SetupProps = {
  lang: Lang
  steps: readonly SetupStep[]
  payee: { account: string; name: string }
  stations: number
}

/** From nothing to the first exam: what is there, what is missing and why, the next thing first. */
export function SetupView(props: SetupProps) {
  const { lang, steps } = props
  const next = nextStep(steps)
  return (
    <>
      <PageHead
        lang={lang}
        title={setupTitle(steps, lang)}
        lead={say(missingSteps(steps).length > 0 ? words.lead : words.readyLead, lang)}
        actions={next && <StepLink lang={lang} step={next} />}
      />
      <SetupBody {...props} />
    </>
  )
}

export function setupTitle(steps: readonly SetupStep[], lang: Lang): string {
  const count = missingSteps(steps).length
  if (count > 0) return say(count === 1 ? words.oneLeft : words.left, lang, { count })
  return say(steps.every(({ done }) => done) ? words.done : words.ready, lang)
}

function StepLink({ lang, step }: { lang: Lang; step: SetupStep }) {
  return (
    <LinkButton lang={lang} href={pathOf(step)} variant="primary" icon="right" shortcut="n">
      {say(stepWords[step.name].act, lang)}
    </LinkButton>
  )
}

const withWayBack: readonly StepName[] = ['facility', 'prices', 'hours']

export function pathOf({ name }: SetupStep): string {
  return withWayBack.includes(name) ? fromSetup(stepPaths[name]) : stepPaths[name]
}

export function SetupBody(props: SetupProps) {
  const { lang, steps } = props
  return (
    <Stack>
      <Panel lang={lang}>
        <Steps
          lang={lang}
          label={words.way}
          steps={steps.map((step) => ({
            label: stepWords[step.name].title,
            state: stateOf(step, nextStep(steps)),
            href: pathOf(step),
            reason: reasonOf(step, props),
          }))}
        />
      </Panel>
    </Stack>
  )
}

function stateOf(step: SetupStep, next: SetupStep | undefined): StepState {
  if (step.done) return 'complete'
  return step === next ? 'needs-action' : 'waiting'
}

function reasonOf(step: SetupStep, { lang, payee, stations }: SetupProps) {
  const { why, done } = stepWords[step.name]
  if (step.name === 'payee') return say(words.payeeIs, lang, payee)
  const missing =
    step.gaps.length > 0 && say(words.missing, lang, { list: gapList(step.gaps, lang) })
  if (step.done) {
    return [say(done, lang, { count: stations }), missing].filter(Boolean).join(' ')
  }
  const optional = !step.needed && step.name !== 'first-exam' && say(words.optional, lang)
  return [say(why, lang), missing, optional].filter(Boolean).join(' ')
}

export function gapList(gaps: readonly StaffGap[], lang: Lang): string {
  return gaps
    .map((gap) =>
      say(gap.kind === 'specialty' ? specialtyNames[gap.specialty] : gapWords[gap.kind], lang),
    )
    .join('; ')
}

/** What everybody else's home says meanwhile. */
export function SetupNotice(props: { lang: Lang; steps: readonly SetupStep[]; mayOpen: boolean }) {
  const { lang, steps, mayOpen } = props
  const list = missingSteps(steps)
    .map(({ name }) => say(shortStepWords[name], lang))
    .join(', ')
  return (
    <Notice lang={lang} kind="warn" title={words.allNotice}>
      <p>{say(words.allNoticeText, lang, { list })}</p>
      {mayOpen && (
        <p>
          <a href="/setup">{say(words.openAssistant, lang)}</a>
        </p>
      )}
    </Notice>
  )
}
