import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/core/errors.ts'
import type { AppEnv } from '../../src/web/context.ts'
import { assetUrl, staticRoutes } from '../../src/web/static.ts'

const app = new Hono<AppEnv>()
app.route('/', staticRoutes())
app.onError((error, c) => c.text('', error instanceof DomainError ? 404 : 500))

const textAt = async (url: string) => (await app.request(url)).text()

describe('static files', () => {
  it.each([
    ['bare.css', 'text/css; charset=utf-8'],
    ['form.js', 'text/javascript; charset=utf-8'],
    ['qr/decode.js', 'text/javascript; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
    ['fonts/be-vietnam-pro-vietnamese-400-normal.woff2', 'font/woff2'],
  ])('serve %s for ever', async (name, type) => {
    const response = await app.request(assetUrl(name))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('answer a page of another build too, but not for keeps', async () => {
    const response = await app.request('/assets/000000000000/bare.css')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    '/assets/x/../../package.json',
    '/assets/x/..%2f..%2fpackage.json',
    '/assets/x/%2e%2e/%2e%2e/package.json',
    '/assets/x/..%5c..%5cpackage.json',
    '/assets/x/....//package.json',
    '/assets/x//etc/passwd',
    '/assets/x/%2fetc%2fpasswd',
    '/assets/x/qr/../qr/decode.js%00',
    '/assets/x/qr/package.json',
    '/assets/x/tokens.css',
    '/assets/x/__proto__',
    '/assets/bare.css',
    '/assets/',
  ])('refuse %s', async (path) => {
    expect((await app.request(path)).status).toBe(404)
  })

  it('come smaller to who can unpack them', async () => {
    const url = assetUrl('bare.css')
    const packed = await app.request(url, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    const bytes = Buffer.from(await packed.arrayBuffer())
    expect(brotliDecompressSync(bytes).toString()).toBe(await textAt(url))
    expect(bytes.length).toBeLessThan(8_000)
  })

  it('name in the styles only fonts that are served', async () => {
    const names = [...(await textAt(assetUrl('bare.css'))).matchAll(/url\("([^"]+)"\)/g)]
    expect(names.length).toBeGreaterThan(0)
    for (const [, name = ''] of names) expect(() => assetUrl(name)).not.toThrow()
  })

  it.each(['nav.js', 'form.js', 'live.js', 'qr/decode.js'])(
    'hold every module that %s imports',
    async (script) => {
      const source = await textAt(assetUrl(script))
      for (const [, path = ''] of source.matchAll(/^import[^'"]*['"]([^'"]+)['"]/gm)) {
        const name = new URL(path, `http://x/${script}`).pathname.slice(1)
        expect(() => assetUrl(name)).not.toThrow()
      }
    },
  )

  it('cannot be named by mistake in a page', () => {
    expect(() => assetUrl('tokens.css')).toThrow('no such asset')
  })
})
