import type { Lang } from '../../core/text.ts'
import {
  anchorAt,
  CHART_HEIGHT,
  ColumnLabels,
  edgeOf,
  Grid,
  heightOf,
  labelled,
  middleOf,
  PLOT,
} from './chart-grid.tsx'
import { minutesUpTo, percent, type Scale } from './chart-scale.ts'
import { type Label, told } from './label.ts'

/** Nothing was measured: the column stays empty. */
export type Range = { label: string; middle?: number | undefined; high?: number | undefined }

type RangesProps = {
  lang: Lang
  message: string
  ranges: readonly Range[]
  /** As axis and marks say it. */
  format: (minutes: number) => string
}

/** The middle of every column and how far nine in ten reach. */
export function Ranges({ message, ranges, format }: RangesProps) {
  const scale = minutesUpTo(
    Math.max(0, ...ranges.map(({ middle = 0, high = 0 }) => Math.max(middle, high))),
  )
  const shown = labelled(ranges.map(({ high = 0 }) => high))
  return (
    <svg class="chart-plot" role="img" aria-label={message} width="100%" height={CHART_HEIGHT}>
      <Grid scale={scale} format={format} />
      {ranges.map((range, at) => (
        <Mark
          range={range}
          scale={scale}
          x={percent(middleOf(at, ranges.length))}
          edge={percent(edgeOf(at, ranges.length))}
          anchor={anchorAt(middleOf(at, ranges.length))}
          said={shown.has(at) ? format : undefined}
        />
      ))}
      <ColumnLabels labels={ranges.map(({ label }) => label)} />
    </svg>
  )
}

function Mark(props: {
  range: Range
  scale: Scale
  x: string
  edge: string
  anchor: 'start' | 'middle' | 'end'
  said: ((minutes: number) => string) | undefined
}) {
  const { range, scale, x, edge, anchor, said } = props
  const { middle, high } = range
  if (middle === undefined || high === undefined) return null
  const yOf = (value: number) => PLOT.top + PLOT.height - heightOf(value, scale)
  return (
    <g>
      <line class="chart-reach" x1={x} x2={x} y1={yOf(middle)} y2={yOf(high)} />
      <circle class="chart-high" cx={x} cy={yOf(high)} r="3.5" />
      <circle class="chart-middle" cx={x} cy={yOf(middle)} r="4.5" />
      {said && (
        <text class="chart-value" x={edge} y={yOf(high) - 8} text-anchor={anchor}>
          {said(high)}
        </text>
      )}
    </g>
  )
}

type RangeLegendProps = { lang: Lang; middle: Label; high: Label }

export function RangeLegend({ lang, middle, high }: RangeLegendProps) {
  return (
    <ul class="chart-legend">
      <li>
        <svg class="chart-swatch" width="14" height="14" aria-hidden="true">
          <circle class="chart-middle" cx="7" cy="7" r="4.5" />
        </svg>
        <span>{told(middle, lang)}</span>
      </li>
      <li>
        <svg class="chart-swatch" width="14" height="14" aria-hidden="true">
          <circle class="chart-high" cx="7" cy="7" r="4" />
        </svg>
        <span>{told(high, lang)}</span>
      </li>
    </ul>
  )
}
