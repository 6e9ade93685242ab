import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../src/platform/database.ts'
import { arrive, bill, concludeFit, examine, slipOf, type Visitor } from '../portal/visitor.ts'
import { withApp } from '../support/app.ts'
import { openChromium } from '../support/chromium.ts'
import { axeFaults } from '../support/page-faults.ts'
import { type ServedApp, serveApp } from './served-app.ts'

const app = withApp()

/** The network between phone and house: a worker's own requests go through it as well. */
type Network = { url: string; cut(): void; restore(): void; close(): void }

let browser: Browser
let site: ServedApp
let network: Network
let context: BrowserContext
let page: Page
let visitor: Visitor
let link: string

beforeAll(async () => {
  site = await serveApp(app())
  network = await networkTo(Number(new URL(site.url).port))
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  network.close()
  await site.stop()
})
beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'vi',
  })
  page = await context.newPage()
  visitor = await arrive(app())
  link = await slipOf(app(), visitor)
})
afterEach(async () => {
  network.restore()
  app().clock.hold(undefined)
  await context.close()
})

async function networkTo(port: number): Promise<Network> {
  const sockets = new Set<Socket>()
  let whole = true
  const server: Server = createServer((incoming) => {
    if (!whole) return incoming.destroy()
    const outgoing = connect(port, '127.0.0.1')
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        incoming.destroy()
        outgoing.destroy()
      })
    }
    incoming.pipe(outgoing).pipe(incoming)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = () => {
    whole = false
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    cut,
    restore: () => {
      whole = true
    },
    close: () => {
      cut()
      server.close()
    },
  }
}

/** What the phone keeps: addresses of every cache of ours. */
const keptOn = (shown: Page) =>
  shown.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) {
        found.push(`${name} ${new URL(url).pathname}`)
      }
    }
    return found.sort()
  })

/** Until the worker holds the page; it begins its work after the first view. */
async function opened(path = link): Promise<void> {
  await page.goto(network.url + path)
  const ready = (at: string) =>
    page.evaluate(async (asked) => {
      const held = await caches.match(asked)
      return held !== undefined && navigator.serviceWorker.controller !== null
    }, at)
  await expect.poll(() => ready(path), { timeout: 20_000 }).toBe(true)
}

async function shows(words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout: 15_000 })
}

describe('the patient’s page without a network', () => {
  it('shows the last state with its hour and its code, then by itself the new one', async () => {
    const { billCode } = await bill(visitor)
    await opened()
    await expect
      .poll(() => keptOn(page), { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('/qr.png'))
    network.cut()
    await page.reload()
    await shows(/^Không có mạng\. Đây là tình trạng lúc \d\d:\d\d\.$/)
    await shows(billCode)
    const drawn = page.locator('.qr img')
    expect(await drawn.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain(
      'Be Vietnam',
    )
    expect(await axeFaults(page)).toEqual([])

    await examine(app(), visitor)
    network.restore()
    await shows('Đã xong 9/9 mục.')
    await page.locator('#as-of').waitFor({ state: 'hidden' })
  })

  it('leads back to what is kept from a page that cannot be had', async () => {
    await opened()
    network.cut()
    await page.goto(`${network.url}${link}/looked`)
    await shows(/^Không có mạng\./)
    expect(new URL(page.url()).pathname).toBe(link)
  })

  it('keeps one visit and nothing else: no declaration, no list of who looked', async () => {
    await opened()
    const secret = link.split('/').at(-1) ?? ''
    await page.goto(`${network.url}${link}/declaration`)
    await page.goto(`${network.url}${link}/looked`)
    await page.goto(`${network.url}${link}/consents`)
    await page.goto(network.url + link)
    const kept = await keptOn(page)
    const own = kept.filter((each) => !each.includes(' /assets/'))
    expect(own).toEqual([`visit:/v/${secret} /v/${secret}`])
  })

  it('keeps two visits on one phone apart', async () => {
    await opened()
    const other = await slipOf(app(), await arrive(app()))
    await opened(other)
    network.cut()
    await page.goto(network.url + link)
    await shows(visitor.name)
    for (const each of await keptOn(page)) {
      const [cache = '', path = ''] = each.split(' ')
      if (path.startsWith('/v/')) expect(cache).toBe(`visit:${path}`)
    }
  })
})

describe('the patient’s page forgets', () => {
  it('when its link was replaced at the desk', async () => {
    await opened()
    await slipOf(app(), visitor)
    await page.reload()
    await shows('Liên kết này không mở được nữa')
    await expect.poll(() => keptOn(page)).toEqual([])
    network.cut()
    await expect(page.goto(network.url + link)).rejects.toThrow()
  })

  it('when its day has come, without a network too', async () => {
    await app().deps.database.query(sql`
      UPDATE visit SET access_expires_at = now() + interval '8 seconds'
      WHERE id = ${visitor.visitId}`)
    await opened()
    network.cut()
    await page.waitForTimeout(8_500)
    await expect(page.goto(network.url + link)).rejects.toThrow()
    network.restore()
    const after = await context.newPage()
    await after.goto(`${network.url}/v/forgotten`)
    expect(await keptOn(after)).toEqual([])
  })

  it('when it is told to, and leaves its neighbour alone', async () => {
    const other = await slipOf(app(), await arrive(app()))
    await opened(other)
    await opened()
    await page.getByText('Trên điện thoại này', { exact: true }).click()
    await page.getByRole('button', { name: 'Xóa khỏi điện thoại này' }).click()
    await shows('Điện thoại không còn giữ gì của lượt khám.')
    expect(await axeFaults(page)).toEqual([])
    const kept = await keptOn(page)
    expect(kept.some((each) => each.includes(link))).toBe(false)
    expect(kept.some((each) => each.includes(other))).toBe(true)
    network.cut()
    await expect(page.goto(network.url + link)).rejects.toThrow()
  })
})

describe('the declaration on the phone', () => {
  it('is given by keyboard, kept while it is typed, and read by the doctor', async () => {
    await page.goto(network.url + link)
    await page.getByRole('link', { name: /^Khai ngay trên điện thoại này/ }).press('Enter')
    await page.getByRole('heading', { name: 'Khai tiền sử sức khỏe' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    const detail = page.getByLabel('Ghi rõ: Tăng huyết áp')
    expect(await detail.isVisible()).toBe(false)
    await page.getByRole('radiogroup', { name: 'Tăng huyết áp' }).getByLabel('Có').press('Space')
    await detail.fill('từ 2020')
    await shows('Đã giữ phần bạn khai.')

    await page.reload()
    expect(await detail.inputValue()).toBe('từ 2020')
    await page.getByRole('button', { name: 'Các câu chưa trả lời: không' }).press('Enter')
    await shows(/Đã chọn .* cho 28 câu/)
    await page.getByRole('button', { name: 'Gửi tờ khai' }).press('Enter')
    await shows('Đánh dấu cam đoan thì mới gửi được.')
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel(/^Tôi cam đoan/).press('Space')
    await page.getByRole('button', { name: 'Gửi tờ khai' }).press('Enter')
    await shows('Đã gửi tờ khai.')
    await shows('Đã khai.')
    await examine(app(), visitor)
    await concludeFit(visitor)
    await shows('Bạn đủ điều kiện sức khỏe lái xe hạng B.')
  })

  it('is neither sent nor lost where there is no network', async () => {
    await page.goto(`${network.url}${link}/declaration`)
    network.cut()
    await page.getByLabel(/Thuốc bạn đang dùng/).fill('thuốc ho')
    await shows('Mất mạng; sẽ giữ lại khi có mạng.')
    network.restore()
    await shows('Đã giữ phần bạn khai.')
  })
})
