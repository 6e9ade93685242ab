import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOutside } from '../../src/outside.ts'
import { ConfigurationError, readEnv } from '../../src/platform/env.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-env-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const configured = () => ({
  NODE_ENV: 'production',
  LIENTHONG_DATA: folder,
  PUBLIC_URL: 'https://kham.example.vn/',
  AUTH_SECRET: 'x'.repeat(40),
  FACILITY_CODE: '48123',
  FACILITY_NAME: 'Trung tâm Y tế',
  FACILITY_SUPERIOR: 'Sở Y tế',
  FACILITY_ADDRESS: 'Đà Nẵng',
  BANK_BIN: '970436',
  BANK_ACCOUNT: '0011223344',
  BANK_ACCOUNT_NAME: 'TRUNG TAM Y TE',
  SEPAY_API_KEY: 'a-real-key',
  GATEWAY_URL: 'https://gateway.example.vn',
  GATEWAY_USERNAME: 'user',
  GATEWAY_PASSWORD: 'password',
  SIGNING_KEY_FILE: '/etc/lienthong/key.pem',
  SIGNING_CERTIFICATE_FILE: '/etc/lienthong/certificate.pem',
  AUTHORITY_URL: 'https://authority.example.vn',
  AUTHORITY_TOKEN: 'authority-token',
  AUTHORITY_WEBHOOK_SECRET: 'authority-webhook-secret',
})

function refusal(source: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.items
    throw error
  }
  throw new Error('expected a refusal')
}

describe('production', () => {
  it('starts with real configuration', () => {
    expect(readEnv(configured())).toMatchObject({
      demo: false,
      publicUrl: 'https://kham.example.vn',
    })
  })

  it('names everything that is missing, at once, and what it is for', () => {
    const items = refusal({ NODE_ENV: 'production', LIENTHONG_DATA: folder })
    expect(items.map((item) => item.split(' ')[0])).toEqual([
      'PUBLIC_URL',
      'AUTH_SECRET',
      'FACILITY_CODE',
      'FACILITY_NAME',
      'FACILITY_SUPERIOR',
      'FACILITY_ADDRESS',
      'BANK_BIN',
      'BANK_ACCOUNT',
      'BANK_ACCOUNT_NAME',
      'none',
    ])
    for (const item of items) expect(item).toMatch(/: .+; like .+; from .+/)
    expect(items.at(-1)).toContain('none of SEPAY_API_KEY, PAYOS_CHECKSUM_KEY, CASSO_CHECKSUM_KEY')
    expect(items.join()).toContain('openssl rand -hex 32')
  })

  it('says what a value that is there should be, and never repeats it', () => {
    const secret = 'too-short'
    const items = refusal({ ...configured(), BANK_BIN: '97', AUTHORITY_WEBHOOK_SECRET: secret })
    expect(items).toHaveLength(2)
    expect(items[0]).toMatch(/^BANK_BIN is set to what it cannot be: .*970436/)
    expect(items.join()).not.toContain(secret)
  })

  it('starts without gateway, authority and messages, and knows that they are not connected', () => {
    const { GATEWAY_URL, GATEWAY_USERNAME, GATEWAY_PASSWORD, ...others } = configured()
    const { AUTHORITY_URL, AUTHORITY_TOKEN, AUTHORITY_WEBHOOK_SECRET, ...rest } = others
    const { SIGNING_KEY_FILE, SIGNING_CERTIFICATE_FILE, ...alone } = rest
    const env = readEnv(alone)
    expect(env.connected).toEqual({ gateway: false, authority: false, sms: false })
    expect(env.AUTHORITY_WEBHOOK_SECRET).not.toBe(readEnv(alone).AUTHORITY_WEBHOOK_SECRET)
    const whole = readEnv(configured())
    expect(whole.connected).toEqual({ gateway: true, authority: true, sms: false })
  })

  it('is not fooled by half a connection', () => {
    const { GATEWAY_PASSWORD, AUTHORITY_URL, ...rest } = configured()
    const items = refusal({ ...rest, SMS_URL: 'https://sms.example.vn' })
    expect(items.map((item) => item.split(':')[0])).toEqual([
      'GATEWAY_PASSWORD is not set though GATEWAY_URL is',
      'AUTHORITY_URL is not set though AUTHORITY_TOKEN is',
      'SMS_TOKEN is not set though SMS_URL is',
    ])
  })

  it('says of a signature’s files that cannot be read what they should be', async () => {
    const env = readEnv({ ...configured(), SIGNING_KEY_FILE: join(folder, 'nothing.pem') })
    const opened = openOutside(env, 'http://localhost', new Date())
    await expect(opened).rejects.toThrow(
      /SIGNING_KEY_FILE cannot be used \(ENOENT.*digital signature/s,
    )
  })

  it('refuses an address without TLS, where no session cookie would travel', () => {
    for (const address of [
      'http://kham.example.vn',
      'http://10.0.0.5:3000',
      'http://localhost.vn',
    ]) {
      const items = refusal({ ...configured(), PUBLIC_URL: address })
      expect(items).toEqual([expect.stringContaining('PUBLIC_URL must begin with https://')])
    }
    for (const address of ['https://kham.example.vn', 'http://localhost:3000']) {
      expect(readEnv({ ...configured(), PUBLIC_URL: address }).publicUrl).toBe(address)
    }
  })

  it('refuses a data folder that demonstration mode made', () => {
    readEnv({ LIENTHONG_DATA: folder })
    expect(refusal(configured()).join()).toContain('demonstration mode')
  })
})

describe('demonstration', () => {
  it('makes its secrets once and keeps them, readable by nobody else', () => {
    const first = readEnv({ LIENTHONG_DATA: folder })
    expect(readEnv({ LIENTHONG_DATA: folder })).toEqual(first)
    expect(first.demo).toBe(true)
    expect(first.AUTH_SECRET.length).toBeGreaterThanOrEqual(32)
    expect(statSync(join(folder, 'demonstration.json')).mode & 0o777).toBe(0o600)
  })

  it('lets the environment win over what it made', () => {
    const env = readEnv({ LIENTHONG_DATA: folder, SEPAY_API_KEY: 'mine-and-no-other' })
    expect(env.SEPAY_API_KEY).toBe('mine-and-no-other')
  })

  it('asks SePay for its signature only when the secret was configured', () => {
    expect(readEnv({ LIENTHONG_DATA: folder }).sepaySignatureRequired).toBe(false)
    const env = readEnv({ LIENTHONG_DATA: folder, SEPAY_SECRET: 'configured-secret' })
    expect(env.sepaySignatureRequired).toBe(true)
  })
})
