import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { notFound } from '../core/errors.ts'
import { projectPath } from '../platform/paths.ts'
import { allow } from './allow.ts'
import type { AppContext, AppEnv } from './context.ts'
import { requestWords } from './request-words.ts'

type Packing = 'br' | 'gzip'
type Asset = { bytes: Buffer; type: string; packed: Partial<Record<Packing, Buffer>> }

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * What every page needs, and what only those who work here do: a patient's phone loads the first.
 * A file that stands in neither list is of the desk.
 */
const BARE_SHEETS = [
  'tokens',
  'fonts',
  'base',
  'button',
  'choice',
  'feedback',
  'figures',
  'form',
  'identity',
  'layout',
  'panel',
  'portal',
  'print',
  'progress',
  'verify',
]
/** Screens that nobody sits at: they load theirs and no desk's. */
const DEVICE_SHEETS = ['board', 'kiosk']
const SHEETS: Readonly<Record<string, (name: string) => boolean>> = {
  'bare.css': (name) => BARE_SHEETS.includes(name),
  'desk.css': (name) => !BARE_SHEETS.includes(name) && !DEVICE_SHEETS.includes(name),
  'device.css': (name) => DEVICE_SHEETS.includes(name),
}

/** The order of `@layer`s decides between rules, so the order of the files does not. */
const LAYERS = '@layer base, layout, pieces, page, print;\n'
const FONT_WEIGHTS = [400, 600]
const FONT_SUBSETS = ['latin', 'vietnamese', 'latin-ext']
/** ES modules of packages that pages may import, by the name they are served under. */
const MODULES = { 'qr/decode.js': 'qr/decode.js', 'qr/index.js': 'qr' }

/** The closed list of what is served: a request picks from it and never names a file (attacks.md 7). */
const assets: ReadonlyMap<string, Asset> = collect()
/** Part of every address, so that browsers may keep the files for ever. */
const build = fingerprint(assets)

/** Address of `name` in this build. */
export function assetUrl(name: string): string {
  if (!assets.has(name)) throw new Error(`no such asset: ${name}`)
  return `/assets/${build}/${name}`
}

/** For what has to be served under an address of its own. */
export function assetBytes(name: string): Buffer {
  const asset = assets.get(name)
  if (!asset) throw new Error(`no such asset: ${name}`)
  return asset.bytes
}

export function staticRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const open = allow.everyone('styles, scripts and fonts hold no data')
  app.get('/assets/:build/:name{.+}', open, serve)
  // At the root, since a worker looks after what lies under its own address; asked for anew each time.
  app.get('/desk-worker.js', open, (c) => {
    const worker = assets.get('desk-worker.js')
    if (!worker) throw notFound(requestWords.aPage)
    const headers = { 'Content-Type': worker.type, 'Cache-Control': 'no-cache' }
    return c.body(new Uint8Array(worker.bytes), 200, headers)
  })
  app.get('/favicon.ico', open, (c) => c.redirect(assetUrl('icon.svg')))
  return app
}

function serve(c: AppContext): Response {
  const asset = assets.get(c.req.param('name') ?? '')
  if (!asset) throw notFound(requestWords.aPage)
  const packing = packingFor(asset, c.req.header('accept-encoding') ?? '')
  const bytes = packing ? packed(asset, packing) : asset.bytes
  // Served to a page of another build during an upgrade, the content is not that build's: not kept.
  const current = c.req.param('build') === build
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': asset.type,
    'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(packing && { 'Content-Encoding': packing }),
  })
}

function packingFor(asset: Asset, accepted: string): Packing | undefined {
  if (asset.type === 'font/woff2' || asset.type === 'image/png') return undefined
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

function packed(asset: Asset, packing: Packing): Buffer {
  asset.packed[packing] ??=
    packing === 'br'
      ? brotliCompressSync(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
      : gzipSync(asset.bytes, { level: 9 })
  return asset.packed[packing]
}

function collect(): Map<string, Asset> {
  const found = new Map<string, Asset>()
  const add = (name: string, bytes: Buffer) => {
    const type = types[extname(name)]
    if (type) found.set(name, { bytes, type, packed: {} })
  }
  const folder = projectPath('src/web/public')
  const files = readdirSync(folder).sort()
  const css = files.filter((file) => extname(file) === '.css')
  for (const file of files.filter((each) => extname(each) in types && !css.includes(each))) {
    add(file, readFileSync(join(folder, file)))
  }
  for (const [sheet, belongs] of Object.entries(SHEETS)) {
    const parts = css.filter((file) => belongs(basename(file, '.css')))
    const text = parts.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
    add(sheet, Buffer.from(withoutComments(LAYERS + text)))
  }
  const require = createRequire(import.meta.url)
  const fonts = join(dirname(require.resolve('@fontsource/be-vietnam-pro/400.css')), 'files')
  for (const subset of FONT_SUBSETS) {
    for (const weight of FONT_WEIGHTS) {
      const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`
      add(`fonts/${file}`, readFileSync(join(fonts, file)))
    }
  }
  for (const file of readdirSync(join(folder, 'fonts')).sort()) {
    add(`fonts/${file}`, readFileSync(join(folder, 'fonts', file)))
  }
  for (const [name, specifier] of Object.entries(MODULES)) {
    add(name, readFileSync(require.resolve(specifier)))
  }
  return found
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n')
}

function fingerprint(all: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256')
  for (const [name, { bytes }] of all) hash.update(`${name}\n${bytes.length}\n`).update(bytes)
  return hash.digest('hex').slice(0, 12)
}
