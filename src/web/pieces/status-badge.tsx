import type { Lang } from '../../core/text.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Label, told } from './label.ts'

/** What a colour means here, everywhere: never decoration. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'

const tones: ReadonlyMap<string, Tone> = new Map(
  Object.entries({
    planned: 'quiet',
    arrived: 'info',
    'in-progress': 'info',
    finished: 'good',
    cancelled: 'quiet',
    'entered-in-error': 'bad',
    preliminary: 'warn',
    final: 'good',
    amended: 'warn',
    fit: 'good',
    unfit: 'bad',
    'fit-subject-to-review': 'warn',
    incomplete: 'quiet',
    draft: 'quiet',
    empty: 'quiet',
    signed: 'good',
    issued: 'info',
    balanced: 'good',
    'on-hold': 'warn',
    ready: 'info',
    requested: 'info',
    accepted: 'info',
    completed: 'good',
    rejected: 'bad',
    queued: 'quiet',
    pending: 'quiet',
    sent: 'info',
    sending: 'info',
    delivered: 'good',
    failed: 'bad',
    stuck: 'bad',
    retrying: 'warn',
    unknown: 'warn',
    'needs-data': 'warn',
    matched: 'good',
    unmatched: 'warn',
    overpaid: 'warn',
    partial: 'warn',
    normal: 'good',
    negative: 'good',
    positive: 'bad',
  }),
)

const marks: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  warn: 'alert',
  bad: 'cross',
  info: 'clock',
  quiet: 'dot',
}

/** The tone of any state word of design.md; a word it does not know is quiet. */
export function toneOf(state: string): Tone {
  return tones.get(state) ?? 'quiet'
}

type StatusBadgeProps = {
  lang: Lang
  /** A state of the machine it belongs to; decides the colour unless `tone` does. */
  state?: string | undefined
  tone?: Tone | undefined
  label: Label
}

/** Colour, mark and word together, so that none has to be understood alone. */
export function StatusBadge(props: StatusBadgeProps) {
  const tone = props.tone ?? toneOf(props.state ?? '')
  return (
    <span class={`badge badge-${tone}`} data-state={props.state}>
      <Icon name={marks[tone]} />
      {told(props.label, props.lang)}
    </span>
  )
}
