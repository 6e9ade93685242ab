import type { Dong } from '../core/money.ts'

/** What one puts on a counter: rounded up to whole notes of these. */
const steps = [10_000, 50_000, 100_000, 200_000, 500_000] as const

/** The exact amount and the next round ones that people hand over, each once, least first. */
export function notesFor(remaining: Dong): Dong[] {
  const rounded = steps.map((step) => Math.ceil(remaining / step) * step)
  return [...new Set([remaining, ...rounded])].sort((a, b) => a - b).slice(0, 4)
}
