import fc from 'fast-check'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { drawQr, qrSvg } from '../../src/platform/qr-drawing.ts'

/** The drawing as a picture, `scale` pixels to a module. */
function paint(payload: string, scale = 4) {
  const { size, runs } = drawQr(payload)
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const { x, y, width } of runs) {
    for (let row = y * scale; row < (y + 1) * scale; row++) {
      const from = row * side + x * scale
      for (let at = from; at < from + width * scale; at++) data.fill(0, at * 4, at * 4 + 3)
    }
  }
  return { width: side, height: side, data }
}

describe('a QR drawing', () => {
  it('is read back by a decoder that is not its encoder', () => {
    const payloads = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 180 })
    fc.assert(
      fc.property(payloads, (payload) => {
        expect(decodeQR(paint(payload), { timeLimit: 2_000, effort: 9 })).toBe(payload)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps four modules of white on every side', () => {
    const { size, runs } = drawQr('https://lienthong.example/verify/7KQM')
    expect(Math.min(...runs.map((run) => run.x))).toBe(4)
    expect(Math.min(...runs.map((run) => run.y))).toBe(4)
    expect(Math.max(...runs.map((run) => run.x + run.width))).toBe(size - 4)
    expect(Math.max(...runs.map((run) => run.y))).toBe(size - 5)
  })

  it('is an SVG that screen readers name, with the label escaped', () => {
    const svg = qrSvg('LT0001', 'Mã "thanh toán" <b>')
    expect(svg).toContain('role="img"')
    expect(svg).toContain('aria-label="Mã &quot;thanh toán&quot; &lt;b&gt;"')
    expect(svg).not.toContain('style=')
  })
})
