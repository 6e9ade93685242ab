import type { Child } from 'hono/jsx'
import type { Lang, Text } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'
import { classes, type Label, told } from './label.ts'

export type StepState = 'complete' | 'in-progress' | 'needs-action' | 'waiting' | 'failed'

export type Step = {
  label: Label
  state: StepState
  /** Why it waits, what is asked, or when it was done. */
  reason?: Child | Text | undefined
  href?: string | undefined
}

const marks: Readonly<Record<StepState, { icon: IconName; word: Text }>> = {
  complete: { icon: 'check', word: pieceWords.complete },
  'in-progress': { icon: 'dot', word: pieceWords.inProgress },
  'needs-action': { icon: 'alert', word: pieceWords.needsAction },
  waiting: { icon: 'clock', word: pieceWords.waiting },
  failed: { icon: 'cross', word: pieceWords.failed },
}

type StepsProps = {
  lang: Lang
  label: Label
  steps: readonly Step[]
  /** `line`: under one another with their reasons; `row`: one bar across the page. */
  layout?: 'line' | 'row' | undefined
}

/** Where something stands on a known way: what is done, what is being done, what waits and why. */
export function Steps({ lang, label, steps, layout = 'line' }: StepsProps) {
  const current = steps.findIndex((step) => step.state !== 'complete')
  return (
    <ol class={`steps steps-${layout}`} aria-label={told(label, lang)}>
      {steps.map((step, index) => (
        <li
          class={classes('step', `step-${step.state}`)}
          aria-current={index === current ? 'step' : undefined}
        >
          <span class="step-mark">
            <Icon name={marks[step.state].icon} />
          </span>
          <div class="step-body">
            <StepTitle step={step} lang={lang} />
            {step.reason && <div class="step-reason">{reasonOf(step.reason, lang)}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function StepTitle({ step, lang }: { step: Step; lang: Lang }) {
  const label = told(step.label, lang)
  return (
    <p class="step-title">
      {step.href ? <a href={step.href}>{label}</a> : label}
      <span class="step-state">{told(marks[step.state].word, lang)}</span>
    </p>
  )
}

function reasonOf(reason: Child | Text, lang: Lang): Child {
  return isText(reason) ? told(reason, lang) : reason
}

function isText(value: Child | Text): value is Text {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value
}
