/** Colours of tokens.css by name, as `#rrggbb`. */
export type Tokens = Readonly<Record<string, string>>
export type Scheme = 'light' | 'dark'
export type Pair = readonly [ink: string, ground: string]

/** Text on its ground: 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const textPairs: readonly Pair[] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink', 'hover'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunken'],
  ['ink-soft', 'hover'],
  ['ink-soft', 'quiet-soft'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['brand-ink', 'paper'],
  ['brand-ink', 'surface'],
  ['brand-ink', 'sunken'],
  ['brand-ink', 'hover'],
  ['brand-ink', 'brand-soft'],
  ['ink', 'brand-soft'],
  ['good-ink', 'good-soft'],
  ['good-ink', 'surface'],
  ['warn-ink', 'warn-soft'],
  ['warn-ink', 'surface'],
  ['bad-ink', 'bad-soft'],
  ['bad-ink', 'surface'],
  ['info-ink', 'info-soft'],
  ['info-ink', 'surface'],
  ['quiet-ink', 'quiet-soft'],
  ['demo-ink', 'demo-soft'],
  ['ink', 'good-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'bad-soft'],
  ['ink', 'info-soft'],
  ['paper', 'ink'],
]

/** Edges of what can be used, and the focus ring: 3 : 1 (1.4.11). */
export const edgePairs: readonly Pair[] = [
  ['line-strong', 'surface'],
  ['line-strong', 'paper'],
  ['brand', 'surface'],
  ['brand', 'paper'],
  ['bad', 'surface'],
  ['focus', 'surface'],
  ['focus', 'paper'],
  ['focus', 'sunken'],
  ['focus', 'brand-soft'],
]

export const TEXT_CONTRAST = 4.5
export const EDGE_CONTRAST = 3

/** The colours that a stylesheet gives in a scheme; dark ones stand in for the light ones they change. */
export function tokensOf(css: string, scheme: Scheme): Tokens {
  const [light = '', rest = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
  const [dark = ''] = rest.split('@media')
  return scheme === 'light' ? coloursIn(light) : { ...coloursIn(light), ...coloursIn(dark) }
}

export function contrast(tokens: Tokens, [ink, ground]: Pair): number {
  const [high = 0, low = 0] = [luminance(tokens[ink]), luminance(tokens[ground])].sort(
    (a, b) => b - a,
  )
  return (high + 0.05) / (low + 0.05)
}

function coloursIn(css: string): Tokens {
  const found = css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new RangeError('no such colour')
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16)),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
