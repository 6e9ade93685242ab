import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../src/platform/paths.ts'

type Tokens = Record<string, string>

const css = readFileSync(projectPath('src/web/public/tokens.css'), 'utf8')
const light = tokensIn(css.slice(0, css.indexOf('prefers-color-scheme: dark')))
const dark = {
  ...light,
  ...tokensIn(css.slice(css.indexOf('prefers-color-scheme: dark'), css.indexOf('pointer: coarse'))),
}

/** Text on its ground: 4.5 : 1 (WCAG 2.2, 1.4.3). */
const texts = [
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
  ['brand-ink', 'brand-soft'],
  ['good-ink', 'good-soft'],
  ['good-ink', 'surface'],
  ['warn-ink', 'warn-soft'],
  ['warn-ink', 'surface'],
  ['bad-ink', 'bad-soft'],
  ['bad-ink', 'surface'],
  ['info-ink', 'info-soft'],
  ['quiet-ink', 'quiet-soft'],
  ['demo-ink', 'demo-soft'],
  ['ink', 'good-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'bad-soft'],
  ['ink', 'info-soft'],
  ['paper', 'ink'],
] as const

/** Edges of what can be used, and the focus ring: 3 : 1 (1.4.11). */
const edges = [
  ['line-strong', 'surface'],
  ['line-strong', 'paper'],
  ['brand', 'surface'],
  ['brand', 'paper'],
  ['bad', 'surface'],
  ['focus', 'surface'],
  ['focus', 'paper'],
  ['focus', 'sunken'],
] as const

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_name, tokens) => {
  it.each(texts)('let %s be read on %s', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edges)('let %s be seen on %s', (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3)
  })
})

function tokensIn(text: string): Tokens {
  const found = text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}

function contrast(tokens: Tokens, a: string, b: string): number {
  const [high, low] = [luminance(tokens[a]), luminance(tokens[b])].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('no such token')
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16)),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
