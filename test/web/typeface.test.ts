import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../src/platform/paths.ts'

/** Every letter that a catalogue of words holds. */
const letters = new Set(
  readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[/-])words\.ts$/.test(path))
    .flatMap((path) => [...readFileSync(projectPath(`src/${path}`), 'utf8').normalize('NFC')])
    .filter((letter) => !/\s/.test(letter)),
)

describe.each([
  [400, '400Regular'],
  [600, '600SemiBold'],
])('the typeface cut for phones, weight %i', (weight, name) => {
  const cut = create(
    readFileSync(projectPath(`src/web/public/fonts/be-vietnam-pro-cut-${weight}.woff2`)),
  ) as Font
  const file = `@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`
  const whole = create(readFileSync(createRequire(import.meta.url).resolve(file))) as Font

  it('draws whatever the whole typeface draws of our words', () => {
    const drawn = (font: Font) =>
      [...letters].filter((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).sort()
    expect(drawn(cut)).toEqual(drawn(whole))
  })

  it('draws every letter of Vietnamese, also one put together from marks', () => {
    const text = 'ẰẴẶẤẨẪẬẾỂỄỆỐỔỖỘỚỞỠỢỨỬỮỰỲỶỸỴỊỈĨ'
    const lacking = [...text, ...text.toLowerCase(), ...'đĐ₫', ...text.normalize('NFD')].filter(
      (letter) => !cut.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    )
    expect(lacking).toEqual([])
  })
})
