import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const files = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  medium: '500Medium/BeVietnamPro_500Medium.ttf',
  semibold: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
} as const
export type Face = keyof typeof files

export const faces = Object.keys(files) as readonly Face[]

/** The forms' words come again in every document; past this many, remembering starts afresh. */
const REMEMBERED = 20_000

type GlyphRun = ReturnType<Font['layout']>
const parsed = new Map<Face, Font>()

/**
 * One parsed font for every document of the process, which remembers the words it has set:
 * parsing and shaping anew took most of a document's time.
 */
export function documentFont(face: Face): Font {
  const known = parsed.get(face)
  if (known) return known
  const require = createRequire(import.meta.url)
  const path = require.resolve(`@expo-google-fonts/be-vietnam-pro/${files[face]}`)
  const font = create(readFileSync(path))
  if (!('layout' in font)) throw new Error(`${path} is a collection, not one font`)
  const remembering = rememberOutlines(rememberRuns(font))
  parsed.set(face, remembering)
  return remembering
}

/** The width of `text` at `size` points. */
export function textWidth(face: Face, size: number, text: string): number {
  const font = documentFont(face)
  let units = widths[face].get(text)
  if (units === undefined) {
    units = font.layout(text).advanceWidth
    remember(widths[face], text, units)
  }
  return (units * size) / font.unitsPerEm
}

const widths = Object.fromEntries(faces.map((face) => [face, new Map()])) as Record<
  Face,
  Map<string, number>
>

function remember<T>(known: Map<string, T>, text: string, value: T): void {
  if (known.size >= REMEMBERED) known.clear()
  known.set(text, value)
}

function rememberRuns(font: Font): Font {
  const runs = new Map<string, GlyphRun>()
  const layout = (text: string, ...features: []) => {
    if (features.some(Boolean)) return font.layout(text, ...features)
    const run = runs.get(text) ?? font.layout(text)
    if (!runs.has(text)) remember(runs, text, run)
    return copyOf(run)
  }
  return Object.assign(Object.create(font) as Font, { layout })
}

type Outlined = ReturnType<Font['getGlyph']> & { _decode?: () => unknown }

/**
 * Each document's subset decodes the outline of every glyph it takes: a third of its time. fontkit
 * (pinned) keeps the glyphs but not what it decoded, so that is kept with them here.
 */
function rememberOutlines(font: Font): Font {
  const original = font.getGlyph
  const getGlyph: Font['getGlyph'] = (id, ...codePoints) => {
    const glyph: Outlined = original.call(font, id, ...codePoints)
    const decode = glyph._decode
    if (decode && !Object.hasOwn(glyph, '_decode')) {
      let outline: { decoded: unknown } | undefined
      glyph._decode = () => {
        outline ??= { decoded: decode.call(glyph) }
        return outline.decoded
      }
    }
    return glyph
  }
  return Object.assign(font, { getGlyph })
}

/** pdfkit scales the positions of a run in place, so each caller has its own. */
function copyOf(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((position) => ({ ...position }))
  return Object.create(run, { positions: { value: positions } }) as GlyphRun
}
