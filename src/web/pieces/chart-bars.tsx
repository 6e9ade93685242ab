import type { Child } from 'hono/jsx'
import { fillOf, Patterns, type Series } from './chart-fill.tsx'
import { percent } from './chart-scale.ts'

export type Bar = {
  label: string
  /** One for each series, from the left. */
  values: readonly number[]
  /** What the bar comes to, in the reader's format; stands at its end. */
  said: Child
}

type BarsProps = {
  id: string
  message: string
  series: readonly Series[]
  bars: readonly Bar[]
  /** Every bar is as long as the longest: parts of a whole. */
  whole?: boolean | undefined
}

/** Lying bars, each under its own words: for names that are long, or an order by size. */
export function Bars({ id, message, series, bars, whole }: BarsProps) {
  const sums = bars.map(({ values }) => values.reduce((sum, each) => sum + each, 0))
  const longest = Math.max(1, ...sums)
  return (
    <div class="chart-bars" role="img" aria-label={message}>
      {bars.map((bar, at) => (
        <div class="chart-bar">
          <span class="chart-bar-label">{bar.label}</span>
          <span class="chart-bar-value">{bar.said}</span>
          <Track
            id={`${id}-${at}`}
            series={series}
            values={bar.values}
            length={whole ? sums[at] || 1 : longest}
          />
        </div>
      ))}
    </div>
  )
}

type TrackProps = {
  id: string
  series: readonly Series[]
  values: readonly number[]
  length: number
}

function Track({ id, series, values, length }: TrackProps) {
  let from = 0
  return (
    <svg class="chart-track" width="100%" height="14" aria-hidden="true">
      <Patterns id={id} fills={series.flatMap(({ fill }, at) => (values[at] ? [fill] : []))} />
      <rect class="chart-rail" y="1" width="100%" height="12" rx="2" />
      {values.map((value, at) => {
        const fill = series[at]?.fill
        if (value <= 0 || !fill) return null
        const x = from
        from += value / length
        return (
          <rect
            x={percent(x)}
            y="1"
            width={percent(value / length)}
            height="12"
            {...fillOf(id, fill)}
          />
        )
      })}
    </svg>
  )
}
