import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../../src/platform/paths.ts'
import {
  countText,
  minutesText,
  shareText,
  shortDongText,
} from '../../src/web/pieces/chart-number.ts'
import { minutesUpTo, scaleUpTo } from '../../src/web/pieces/chart-scale.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a scale', () => {
  test.each([scaleUpTo, minutesUpTo])('reaches beyond the highest in few round steps', (scale) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (highest) => {
        const { top, ticks } = scale(highest)
        expect(top).toBeGreaterThanOrEqual(highest)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(top)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.every(Number.isInteger)).toBe(true)
      }),
    )
  })
})

describe('numbers beside a chart', () => {
  test('stand as the reader writes them', () => {
    expect([countText(1_525, 'vi'), countText(1_525, 'en')]).toEqual(['1.525', '1,525'])
    expect([shareText(11, 12, 'vi'), shareText(11, 12, 'en')].map(plain)).toEqual([
      '91,7 %',
      '91.7%',
    ])
    expect(shareText(0, 0, 'vi')).toBe('—')
    expect([48, 60, 65.4, 600].map((each) => plain(minutesText(each, 'vi')))).toEqual([
      '48 phút',
      '1 giờ',
      '1 giờ 05',
      '10 giờ',
    ])
    expect(
      [0, 305_000, 1_250_000, 2_000_000_000].map((each) => plain(shortDongText(each, 'vi'))),
    ).toEqual(['0', '305 nghìn', '1,25 tr', '2 tỷ'])
  })
})

describe('the marks of a chart', () => {
  const [light = '', dark = ''] = ['tokens.css', 'chart.css']
    .map((file) => readFileSync(projectPath(`src/web/public/${file}`), 'utf8'))
    .reduce<string[]>(
      (found, css) => {
        const [first = '', second = ''] = css.split(
          '@media screen and (prefers-color-scheme: dark)',
        )
        return [(found[0] ?? '') + first, (found[1] ?? '') + second.split('@media')[0]]
      },
      ['', ''],
    )
  const colour = (css: string, name: string) =>
    new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? ''

  test.each([
    ['light', light],
    ['dark', dark],
  ])('stand out three to one in the %s', (_, css) => {
    for (const mark of ['chart-1', 'chart-2', 'chart-3', 'chart-4']) {
      expect(contrast(colour(css, mark), colour(css, 'surface')), mark).toBeGreaterThanOrEqual(3)
    }
    for (const pattern of ['chart-2', 'chart-3', 'chart-4']) {
      const ground = colour(css, `${pattern}-soft`)
      expect(contrast(colour(css, pattern), ground), pattern).toBeGreaterThanOrEqual(3)
    }
  })
})

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
