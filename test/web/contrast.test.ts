import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../src/platform/paths.ts'
import {
  contrast,
  EDGE_CONTRAST,
  edgePairs,
  TEXT_CONTRAST,
  textPairs,
  tokensOf,
} from '../../src/web/contrast.ts'

const css = readFileSync(projectPath('src/web/public/tokens.css'), 'utf8')

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  const tokens = tokensOf(css, scheme)

  it.each(textPairs)('let %s be read on %s', (...pair) => {
    expect(contrast(tokens, pair)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  it.each(edgePairs)('let %s be seen on %s', (...pair) => {
    expect(contrast(tokens, pair)).toBeGreaterThanOrEqual(EDGE_CONTRAST)
  })
})

it('measures contrast as WCAG defines it', () => {
  const tokens = { black: '#000000', white: '#ffffff', grey: '#777777' }
  expect(contrast(tokens, ['black', 'white'])).toBeCloseTo(21, 5)
  expect(contrast(tokens, ['white', 'grey'])).toBeCloseTo(4.478, 3)
})
