import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

  it('names everything that is missing, at once', () => {
    const items = refusal({ NODE_ENV: 'production', LIENTHONG_DATA: folder })
    expect(items).toContain('PUBLIC_URL is not set')
    expect(items).toContain('AUTHORITY_WEBHOOK_SECRET is not set')
    expect(items.join()).toContain('none of SEPAY_API_KEY, PAYOS_CHECKSUM_KEY, CASSO_CHECKSUM_KEY')
    expect(items.length).toBeGreaterThan(15)
    expect(new Set(items).size).toBe(items.length)
  })

  it('says what is wrong with a value that is there', () => {
    expect(refusal({ ...configured(), BANK_BIN: '97' }).join()).toContain('BANK_BIN')
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
