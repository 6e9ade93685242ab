import type { Lang } from '../../core/text.ts'
import { fillOf, Patterns, type Series } from './chart-fill.tsx'
import {
  anchorAt,
  bandOf,
  CHART_HEIGHT,
  ColumnLabels,
  edgeOf,
  Grid,
  heightOf,
  labelled,
  middleOf,
  PLOT,
} from './chart-grid.tsx'
import { percent, type Scale, scaleUpTo } from './chart-scale.ts'

export type Column = { label: string; values: readonly number[] }

type ColumnsProps = {
  lang: Lang
  id: string
  /** The sentence that says what the drawing shows. */
  message: string
  /** From the bottom up. */
  series: readonly Series[]
  columns: readonly Column[]
  /** As the axis says it. */
  format: (value: number) => string
  /** As a column's own number says it; left out where the columns have none. */
  total?: ((value: number) => string) | undefined
  /** One beside the other without a gap: a course of time. */
  close?: boolean | undefined
}

/** Stacked columns over time or classes. */
export function Columns(props: ColumnsProps) {
  const totals = props.columns.map(({ values }) => values.reduce((sum, each) => sum + each, 0))
  const scale = scaleUpTo(Math.max(0, ...totals))
  return (
    <svg
      class="chart-plot"
      role="img"
      aria-label={props.message}
      width="100%"
      height={CHART_HEIGHT}
    >
      <Patterns id={props.id} fills={props.series.map(({ fill }) => fill)} />
      <Grid scale={scale} format={props.format} />
      {props.columns.map((column, at) => (
        <Stack {...props} column={column} at={at} scale={scale} />
      ))}
      {props.total && <Totals {...props} total={props.total} totals={totals} scale={scale} />}
      <ColumnLabels labels={props.columns.map(({ label }) => label)} />
    </svg>
  )
}

function Stack(props: ColumnsProps & { column: Column; at: number; scale: Scale }) {
  const { id, series, column, at, scale, columns } = props
  const band = bandOf(columns.length)
  const width = band * (props.close ? 1 : 0.66)
  let y = PLOT.top + PLOT.height
  return (
    <g>
      {column.values.map((value, index) => {
        const fill = series[index]?.fill
        if (value <= 0 || !fill) return null
        const height = heightOf(value, scale)
        y = Math.round((y - height) * 10) / 10
        return (
          <rect
            x={percent(middleOf(at, columns.length) - width / 2)}
            width={percent(width)}
            y={y}
            height={height}
            {...fillOf(id, fill)}
          />
        )
      })}
    </g>
  )
}

function Totals(props: {
  totals: readonly number[]
  total: (value: number) => string
  scale: Scale
}) {
  const shown = labelled(props.totals)
  return (
    <g>
      {props.totals.map((total, at) =>
        shown.has(at) ? (
          <text
            class="chart-value"
            x={percent(edgeOf(at, props.totals.length))}
            y={PLOT.top + PLOT.height - heightOf(total, props.scale) - 5}
            text-anchor={anchorAt(middleOf(at, props.totals.length))}
          >
            {props.total(total)}
          </text>
        ) : null,
      )}
    </g>
  )
}
