/** Where the gridlines stand: round numbers from nothing to above the highest value. */
export type Scale = { top: number; ticks: readonly number[] }

const roundSteps = [1, 2, 5, 10]

/** At most `lines` gridlines above nothing; whole numbers, since everything here is counted. */
export function scaleUpTo(highest: number, lines = 4): Scale {
  const least = Math.max(1, highest) / lines
  const power = 10 ** Math.floor(Math.log10(least))
  const step = Math.max(1, power * (roundSteps.find((each) => each * power >= least) ?? 10))
  const count = Math.max(1, Math.ceil(highest / step))
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) }
}

/** Minutes are read in quarters and hours. */
export function minutesUpTo(highest: number, lines = 4): Scale {
  const steps = [5, 10, 15, 30, 60, 120, 240, 480, 1440]
  const least = Math.max(1, highest) / lines
  const step = steps.find((each) => each >= least) ?? Math.ceil(least / 1440) * 1440
  const count = Math.max(1, Math.ceil(highest / step))
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) }
}

/** Every how many columns carry a label, so that no more than `most` do. */
export function labelStep(columns: number, most: number): number {
  return Math.max(1, Math.ceil(columns / most))
}

/** A share of the chart's width, as SVG takes it at whatever width it is drawn. */
export function percent(share: number): string {
  return `${Math.round(share * 100_00) / 100}%`
}
