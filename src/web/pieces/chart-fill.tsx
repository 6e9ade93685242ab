import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { type Label, told } from './label.ts'

/** Colour and pattern together, so that a series is told apart without colour and on paper. */
export const fills = ['solid', 'hatched', 'dotted', 'open'] as const
export type Fill = (typeof fills)[number]

export type Series = { key: string; label: Label; fill: Fill }

/** What marks of this fill carry; `id` is the chart's. */
export function fillOf(id: string, fill: Fill): { class: string; fill?: string } {
  const patterned = fill === 'hatched' || fill === 'dotted'
  return {
    class: `chart-mark chart-${fill}`,
    ...(patterned && { fill: `url(#${id}-${fill})` }),
  }
}

/** The patterns that one drawing needs; once in each `<svg>`, under its own id. */
export function Patterns({ id, fills: used }: { id: string; fills: readonly Fill[] }) {
  const hatched = used.includes('hatched')
  const dotted = used.includes('dotted')
  if (!hatched && !dotted) return null
  return (
    <defs>
      {hatched && (
        <pattern
          id={`${id}-hatched`}
          class="chart-pattern-hatched"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" />
          <path d="M0 0V5" stroke-width="4.4" />
        </pattern>
      )}
      {dotted && (
        <pattern
          id={`${id}-dotted`}
          class="chart-pattern-dotted"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
        >
          <rect width="5" height="5" />
          <circle cx="2.5" cy="2.5" r="1.25" />
        </pattern>
      )}
    </defs>
  )
}

type LegendProps = {
  lang: Lang
  id: string
  series: readonly (Series & { value?: Child })[]
}

/** Mark, word and sum of every series, in the order in which they stand in the chart. */
export function Legend({ lang, id, series }: LegendProps) {
  return (
    <ul class="chart-legend">
      {series.map(({ label, fill, value }) => (
        <li>
          <Swatch id={id} fill={fill} />
          <span>{told(label, lang)}</span>
          {value !== undefined && <strong>{value}</strong>}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ id, fill }: { id: string; fill: Fill }) {
  const own = `${id}-key-${fill}`
  return (
    <svg class="chart-swatch" width="14" height="14" aria-hidden="true">
      <Patterns id={own} fills={[fill]} />
      <rect x="0.5" y="0.5" width="13" height="13" rx="2" {...fillOf(own, fill)} />
    </svg>
  )
}
