import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { describe, expect, test } from 'vitest'
import { buildAuthority } from '../../fixtures/outside/authority.ts'
import { buildSms } from '../../fixtures/outside/sms.ts'
import type { Env } from '../../src/platform/env.ts'
import {
  authorityFinding,
  bankFinding,
  expiryFinding,
  findings,
  gatewayFinding,
  smsFinding,
} from '../../src/setup/integration.ts'
import { findingWords } from '../../src/setup/integration-words.ts'
import { probeAuthority, probeBank, probeSms } from '../../src/setup/probe-client.ts'
import { serveApp } from '../browser/served-app.ts'
import { signedIn } from '../identity/browser.ts'
import { openTestApp, withApp } from '../support/app.ts'

const app = withApp()
const answered = (status: number, body: object | string) => ({
  kind: 'answered' as const,
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const line = (kind: 'unreachable' | 'unknown', why: string) => ({ kind, why })

describe('what an answer of the gateway says of the connection', () => {
  test.each([
    [answered(200, { MSG_STATE: '0', MSG_TEXT: 'SO: thiếu' }), 'fine'],
    [answered(401, { MSG_STATE: '0', MSG_TEXT: 'Sai mật khẩu' }), 'not-let-in'],
    [answered(404, '<html>'), 'wrong-address'],
    [answered(200, '<html>'), 'unreadable'],
    [answered(503, ''), 'down'],
    [answered(500, { MSG_STATE: '0' }), 'broken'],
    [answered(429, ''), 'busy'],
    [line('unreachable', 'ENOTFOUND'), 'no-such-host'],
    [line('unreachable', 'ECONNREFUSED'), 'nobody-listens'],
    [line('unreachable', 'no connection in time'), 'no-way-there'],
    [line('unreachable', 'CERT_HAS_EXPIRED'), 'certificate-untrusted'],
    [line('unreachable', 'ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate-untrusted'],
    [line('unknown', 'no answer in time'), 'no-answer'],
  ])('%j: %s', (answer, finding) => {
    expect(gatewayFinding(answer)).toBe(finding)
  })
})

test.each([
  [answered(404, { code: 'not-found' }), 'fine'],
  [answered(404, '<html>'), 'wrong-address'],
  [answered(401, {}), 'not-let-in'],
  [answered(200, 'hello'), 'unreadable'],
])('of the authority, %j: %s', (answer, finding) => {
  expect(authorityFinding(answer)).toBe(finding)
})

test.each([
  [answered(422, { code: 'malformed' }), 'fine'],
  [answered(400, { code: 'empty' }), 'fine'],
  [answered(401, { code: 'unauthorised' }), 'not-let-in'],
  [answered(422, '<html>'), 'unreadable'],
  [answered(404, '<html>'), 'wrong-address'],
  [answered(202, { reference: 'SMS-1' }), 'unreadable'],
  [answered(503, ''), 'down'],
])('of the message gateway, %j: %s', (answer, finding) => {
  expect(smsFinding(answer)).toBe(finding)
})

test.each([
  [answered(422, { code: 'notification-unreadable' }), 'fine'],
  [answered(401, { code: 'proof-invalid' }), 'proof-refused'],
  [answered(404, '<html>'), 'not-ours'],
  [answered(200, '<html>'), 'not-ours'],
])('of our own bank address, %j: %s', (answer, finding) => {
  expect(bankFinding(answer)).toBe(finding)
})

test.each([
  ['2026-11-23T00:00:00Z', 'key-expired'],
  ['2026-12-01T00:00:00Z', 'key-expires-soon'],
  ['2027-12-01T00:00:00Z', 'fine'],
])('a certificate until %s: %s', (validTo, finding) => {
  expect(expiryFinding(new Date(validTo), new Date('2026-11-24T00:00:00Z'))).toBe(finding)
})

test('everything that can be found says what to do about it, in both languages', () => {
  for (const finding of findings) {
    expect(findingWords[finding].vi.length).toBeGreaterThan(10)
    expect(findingWords[finding].en.length).toBeGreaterThan(10)
  }
})

describe('over a real line', () => {
  test('the authority is told from one that does not let us in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-authority-'))
    const standIn = buildAuthority({
      folder,
      token: 'the-right-token',
      webhookSecret: 'x'.repeat(20),
      gateway: { url: 'http://127.0.0.1:9', token: 'x' },
      progressMs: [],
    })
    const server = serve({ fetch: standIn.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const authorityUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const env = { AUTHORITY_TOKEN: 'the-right-token' } as Env
    expect(await probeAuthority(env, { authorityUrl })).toBe('fine')
    const wrong = { AUTHORITY_TOKEN: 'another-token' } as Env
    expect(await probeAuthority(wrong, { authorityUrl })).toBe('not-let-in')
    server.close()
    expect(await probeAuthority(env, { authorityUrl })).toBe('nobody-listens')
  })

  test('the message gateway is tried without a message to anybody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-sms-'))
    const standIn = buildSms({ folder, token: 'the-right-token', sender: 'LIENTHONG' })
    const server = serve({ fetch: standIn.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const smsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const env = { SMS_TOKEN: 'the-right-token' } as Env
    expect(await probeSms(env, { smsUrl })).toBe('fine')
    expect(await probeSms({ SMS_TOKEN: 'another' } as Env, { smsUrl })).toBe('not-let-in')
    expect(await probeSms(env, { smsUrl: `${smsUrl}/elsewhere` })).toBe('wrong-address')
    const state = (await (await fetch(`${smsUrl}/_state`)).json()) as { sent: number }
    expect(state.sent).toBe(0)
    server.close()
    expect(await probeSms(env, { smsUrl })).toBe('nobody-listens')
  })

  test('our own address believes each notifier’s proof and keeps nothing of the test', async () => {
    const served = await serveApp(app())
    const env = { ...app().deps.env, publicUrl: served.url }
    expect(await probeBank(env, app().clock.now())).toBe('fine')
    const stranger = { ...env, CASSO_CHECKSUM_KEY: 'some-other-key' }
    expect(await probeBank(stranger, app().clock.now())).toBe('proof-refused')
    const { rows } = await app().deps.database.pool.query('SELECT 1 FROM bank_transaction')
    expect(rows).toEqual([])
    await served.stop()
  })

  test('the page says what is wrong, in words and in the log, and shows no secret', async () => {
    const admin = await signedIn(app(), 'quantri', app().castPassword)
    expect((await admin.post('/settings/integrations/authority/test')).status).toBe(303)
    expect((await admin.post('/settings/integrations/nothing/test')).status).toBe(404)
    const text = await (await admin.get('/settings/integrations')).text()
    expect(text).toContain(findingWords['nobody-listens'].vi)
    const { env } = app().deps
    for (const secret of [env.AUTHORITY_TOKEN, env.GATEWAY_PASSWORD, env.SEPAY_SECRET ?? '?']) {
      expect(text).not.toContain(secret)
    }
  })
})

test('what is not configured is named as not connected, with what it needs and what waits', async () => {
  const connected = { gateway: false, authority: true, sms: false }
  const real = await openTestApp({ demo: false, connected })
  try {
    const caller = await real.as(['admin'])
    const see = async (path: string) => {
      const answer = await caller.get(path, { accept: 'text/html' })
      return (await answer.text()).replace(/<[^>]*>/g, ' ')
    }
    const text = await see('/settings/integrations')
    expect(text.match(/Not connected/g)).toHaveLength(3)
    for (const name of ['GATEWAY_URL', 'SIGNING_KEY_FILE', 'SMS_TOKEN'])
      expect(text).toContain(name)
    expect(text).toContain('sending them waits at the licence desk')
    expect(await see('/settings')).toContain('Not all connected')
  } finally {
    await real.close()
  }
})
