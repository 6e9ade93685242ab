import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { barePage } from '../../src/web/page.tsx'
import { staticRoutes } from '../../src/web/static.ts'
import { pageAt } from './page-at.ts'

/** A patient's phone may load 60 kB; the page's own words and pictures need the rest. */
const FRAME_BYTES = 40_000

it('leaves a bare page room for what it has to say', async () => {
  const site = pageAt((c) =>
    barePage(
      c,
      { title: { vi: 'Lượt khám', en: 'Visit' }, live: ['visit:1'], lean: true },
      <p>x</p>,
    ),
  )
  site.route('/', staticRoutes())
  const html = await (await site.request('/here')).text()
  const asked = new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((m) => m[1]))
  for (const address of asked) {
    const text = await (await site.request(address ?? '')).text()
    for (const [, path = ''] of text.matchAll(/^import[^'"]*['"]([^'"]+)['"]/gm)) {
      asked.add(new URL(path, `http://site${address}`).pathname)
    }
  }
  const headers = { 'accept-encoding': 'br' }
  const sizes: [string, number][] = [['/here', brotliCompressSync(html).length]]
  for (const address of asked) {
    const bytes = await (await site.request(address ?? '', { headers })).arrayBuffer()
    sizes.push([address ?? '', bytes.byteLength])
  }
  const sum = sizes.reduce((all, [, size]) => all + size, 0)
  expect(sum, JSON.stringify(sizes, null, 1)).toBeLessThan(FRAME_BYTES)
})
