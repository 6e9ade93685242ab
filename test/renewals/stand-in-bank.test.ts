import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildBank } from '../../fixtures/outside/bank.ts'

const folder = mkdtempSync(join(tmpdir(), 'lienthong-bank-'))
const received: { path: string; body: string }[] = []
const listener = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    received.push({ path: request.url ?? '', body })
    response.end('{"success":true}')
  })
})
let bank: ReturnType<typeof buildBank>

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  bank = build(`http://127.0.0.1:${port}`)
})
afterAll(() => {
  listener.close()
  rmSync(folder, { recursive: true, force: true })
})

const build = (callbackBaseUrl: string) =>
  buildBank({
    folder,
    centre: { bin: '970436', account: '1012026048001' },
    secrets: { sepayApiKey: 'k', payosChecksumKey: 'p', cassoChecksumKey: 'c' },
    callbackBaseUrl,
  })

const transfer = async (body: object) => {
  const response = await bank.request('/transfers', { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const order = { account: '1012026048001', amount: 305_000, memo: 'LTABC12' }

describe('the stand-in bank', () => {
  it.each(['sepay', 'payos', 'casso'])('credits a transfer and tells %s', async (provider) => {
    const { status, body } = await transfer({ ...order, provider })
    expect([status, body.notified]).toEqual([201, [200]])
    expect(received.at(-1)?.path).toBe(`/webhooks/bank/${provider}`)
    expect(received.at(-1)?.body).toContain('LTABC12')
    expect(received.at(-1)?.body).toContain('305000')
  })

  it('mangles the memo and may tell twice', async () => {
    const before = received.length
    const { body } = await transfer({ ...order, memo: 'lt-abc.12', times: 2 })
    expect(body.memo).toMatch(/^MBVCB\.\d+\.LT ABC 12\.CT tu /)
    expect(body.notified).toEqual([200, 200])
    expect(received.slice(before).map((one) => one.body)[0]).toBe(received.at(-1)?.body)
  })

  it('says nothing of money for other accounts', async () => {
    const before = received.length
    const { body } = await transfer({ ...order, account: '99' })
    expect(body.notified).toEqual([])
    expect(received).toHaveLength(before)
  })

  it.each([
    [{ ...order, amount: 0 }, 'invalid'],
    [{ ...order, extra: 1 }, 'invalid'],
    [{ ...order, amount: 500_000_000 }, 'over-the-limit-of-instant-transfers'],
    [{ payload: 'nonsense' }, 'qr-unreadable: CRC'],
  ])('refuses %o', async (body, code) => {
    expect(await transfer(body)).toMatchObject({ status: 422, body: { code } })
  })

  it('keeps what it was given', async () => {
    const lines = readFileSync(join(folder, 'bank.jsonl'), 'utf8').trim().split('\n')
    const again = await build('http://127.0.0.1:9').request('/_state')
    expect(await again.json()).toMatchObject({ count: lines.length })
  })
})
