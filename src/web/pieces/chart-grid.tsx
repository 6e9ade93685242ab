import { labelStep, percent, type Scale } from './chart-scale.ts'

/** Pixels; the width is the page's, so only heights are fixed. */
export const PLOT = { top: 18, height: 168, foot: 24 } as const
export const CHART_HEIGHT = PLOT.top + PLOT.height + PLOT.foot

export function heightOf(value: number, { top }: Scale): number {
  return Math.round((value / top) * PLOT.height * 10) / 10
}

/** The gridlines with their numbers left of the plot. */
export function Grid({ scale, format }: { scale: Scale; format: (value: number) => string }) {
  return (
    <g>
      {scale.ticks.map((tick) => {
        const y = PLOT.top + PLOT.height - heightOf(tick, scale)
        return (
          <>
            <line class={tick === 0 ? 'chart-base' : 'chart-line'} x1="0" x2="100%" y1={y} y2={y} />
            <text class="chart-tick" x="-8" y={y + 4} text-anchor="end">
              {format(tick)}
            </text>
          </>
        )
      })}
    </g>
  )
}

const MOST_LABELS = 8
const FEW_LABELS = 4

/** What the columns are called; on a narrow page only every second of them says it. */
export function ColumnLabels({ labels }: { labels: readonly string[] }) {
  const step = labelStep(labels.length, MOST_LABELS)
  const isMinor = (at: number) => labels.length > FEW_LABELS && at % (step * 2) > 0
  return (
    <g>
      {labels.map((label, at) =>
        at % step === 0 ? (
          <text
            class={isMinor(at) ? 'chart-tick chart-minor' : 'chart-tick'}
            x={percent(edgeOf(at, labels.length))}
            y={PLOT.top + PLOT.height + 18}
            text-anchor={anchorAt(middleOf(at, labels.length))}
          >
            {label}
          </text>
        ) : null,
      )}
    </g>
  )
}

const FEWEST_BANDS = 6

/** Few columns stay slim and stand left, as if more were to come. */
export function bandOf(columns: number): number {
  return 1 / Math.max(columns, FEWEST_BANDS)
}

export function middleOf(at: number, columns: number): number {
  return (at + 0.5) * bandOf(columns)
}

/** Which columns carry their number: all where there is room, else the highest and the last. */
export function labelled(values: readonly number[]): ReadonlySet<number> {
  const filled = values.flatMap((value, at) => (value > 0 ? [at] : []))
  if (values.length <= 12) return new Set(filled)
  const highest = values.indexOf(Math.max(...values))
  const last = filled.at(-1) ?? highest
  const tooNear = Math.abs(last - highest) < values.length / 10
  return new Set(tooNear ? [highest] : [highest, last])
}

/** A number at the edge stays inside the chart. */
export function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share > 0.94) return 'end'
  return share < 0.04 ? 'start' : 'middle'
}

/** Where a number that is anchored so stands: above its column, at the edge along with it. */
export function edgeOf(at: number, columns: number): number {
  const middle = middleOf(at, columns)
  if (anchorAt(middle) === 'middle') return middle
  return anchorAt(middle) === 'end' ? middle + bandOf(columns) / 2 : middle - bandOf(columns) / 2
}
