import { afterEach, describe, expect, it } from 'vitest'
import { withApp } from '../support/app.ts'
import { textOf } from './own-page.ts'
import { arrive, slipOf } from './visitor.ts'

const app = withApp()
afterEach(() => app().clock.hold(undefined))

type Manifest = {
  id: string
  start_url: string
  scope: string
  name: string
  icons: { src: string; sizes: string; purpose?: string }[]
}

async function manifestOf(link: string) {
  const answer = await app().request(`${link}/app.webmanifest`)
  return { answer, manifest: (await answer.clone().json()) as Manifest, text: await answer.text() }
}

describe('the patient’s page as an app', () => {
  it('begins and ends with its own link, and names no patient', async () => {
    const visitor = await arrive(app())
    const link = await slipOf(app(), visitor)
    const { answer, manifest, text } = await manifestOf(link)
    expect(answer.headers.get('content-type')).toBe('application/manifest+json')
    expect(manifest).toMatchObject({ id: link, start_url: link, scope: link })
    expect(text).not.toContain(visitor.name)
    const page = await (await app().request(link)).text()
    expect(page).toContain(`<link rel="manifest" href="${link}/app.webmanifest"`)
  })

  it('has icons that are there, in the sizes they say', async () => {
    const { manifest } = await manifestOf(await slipOf(app(), await arrive(app())))
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
      expect.arrayContaining(['192x192', '512x512']),
    )
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
    for (const { src, sizes } of manifest.icons) {
      const answer = await app().request(src)
      expect(answer.status, src).toBe(200)
      if (!src.endsWith('.png')) continue
      expect(answer.headers.get('content-type')).toBe('image/png')
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
  })

  it('gives its worker power over that link and no other page', async () => {
    const link = await slipOf(app(), await arrive(app()))
    const { headers } = await app().request(`${link}/worker.js`)
    expect(headers.get('content-type')).toContain('text/javascript')
    expect(headers.get('service-worker-allowed')).toBe(link)
  })

  it('leaves nothing of the secret in a cache that others share', async () => {
    const link = await slipOf(app(), await arrive(app()))
    for (const path of [
      '',
      '/app.webmanifest',
      '/worker.js',
      '/consents',
      '/looked',
      '/declaration',
    ]) {
      const { headers, status } = await app().request(`${link}${path}`)
      expect(status, path).toBe(200)
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    }
    const secret = link.split('/').at(-1) ?? ''
    for (const name of ['visit-worker.js', 'visit-phone.js']) {
      const [url] = /\/assets\/[^/]+\//.exec(await (await app().request(link)).text()) ?? []
      expect(await (await app().request(`${url}${name}`)).text()).not.toContain(secret)
    }
  })

  it('says until when it may be kept, and that it has ended', async () => {
    const link = await slipOf(app(), await arrive(app()))
    const until = (await app().request(link)).headers.get('x-link-until')
    const days = app().deps.env.VISIT_LINK_DAYS
    expect(Date.parse(until ?? '') - app().clock.now().getTime()).toBeGreaterThan(
      (days - 1) * 86_400_000,
    )
    app().clock.hold(new Date(Date.parse(until ?? '') + 1).toISOString())
    const gone = await app().request(link)
    expect(gone.status).toBe(404)
    expect(gone.headers.has('x-link-gone')).toBe(true)
    for (const path of ['/app.webmanifest', '/worker.js', '/consents', '/looked', '/declaration']) {
      expect((await app().request(`${link}${path}`)).status, path).toBe(404)
    }
  })

  it('has a page for afterwards that knows nobody', async () => {
    expect(await textOf(app(), '/v/forgotten')).toContain('Đã xóa khỏi điện thoại này')
  })
})
