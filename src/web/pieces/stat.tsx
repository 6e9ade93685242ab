import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { classes, type Label, told } from './label.ts'
import type { Tone } from './status-badge.tsx'

export type Figure = {
  label: Label
  /** The number, already in the reader's own form. */
  value: Child
  /** Against what it is to be held: yesterday, a limit, how many of how many. */
  note?: Label | undefined
  /** Only where the number calls for something; most are quiet. */
  tone?: Tone | undefined
  href?: string | undefined
}

/** Big numbers side by side, each under its label. */
export function Stats(props: { lang: Lang; figures: readonly Figure[] }) {
  return (
    <dl class="stats">
      {props.figures.map((figure) => (
        <Stat lang={props.lang} {...figure} />
      ))}
    </dl>
  )
}

/** One of `Stats`; stands in a `<dl>`. */
export function Stat(props: Figure & { lang: Lang }) {
  const label = told(props.label, props.lang)
  return (
    <div class={classes('stat', `stat-${props.tone ?? 'quiet'}`)}>
      <dt class="stat-label">{props.href ? <a href={props.href}>{label}</a> : label}</dt>
      <dd class="stat-value">{props.value}</dd>
      {props.note && <dd class="stat-note">{told(props.note, props.lang)}</dd>}
    </div>
  )
}
