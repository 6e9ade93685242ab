import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cassoCanonical, type Provider, payosCanonical } from '../billing/bank-notification.ts'
import { hmacHex } from '../billing/proof.ts'
import type { Env } from '../platform/env.ts'
import { callOutside } from '../platform/outward-call.ts'
import { gatewayHeaders } from '../renewals/gateway-client.ts'
import {
  type Addresses,
  authorityFinding,
  bankFinding,
  expiryFinding,
  type Finding,
  gatewayFinding,
  smsFinding,
} from './integration.ts'

/** A test is waited for by a person. */
const PATIENCE_MS = 8_000
const NOBODYS_ID = '00000000-0000-7000-8000-000000000000'

/** An empty record: whoever lets us in refuses it, and nothing is kept there. */
export async function probeGateway(env: Env, { gatewayUrl }: Addresses): Promise<Finding> {
  if (!gatewayUrl) return 'nobody-listens'
  const url = `${gatewayUrl.replace(/\/$/, '')}/api/hssk/gksk`
  const headers = gatewayHeaders(env)
  const call = { method: 'POST' as const, headers, body: '{}', timeoutMs: PATIENCE_MS }
  return gatewayFinding(await callOutside(url, call))
}

/** Reads a case that there is not. */
export async function probeAuthority(env: Env, { authorityUrl }: Addresses): Promise<Finding> {
  if (!authorityUrl) return 'nobody-listens'
  const url = `${authorityUrl.replace(/\/$/, '')}/v1/cases/${NOBODYS_ID}`
  const headers = { authorization: `Bearer ${env.AUTHORITY_TOKEN}` }
  const call = { method: 'GET' as const, headers, timeoutMs: PATIENCE_MS }
  return authorityFinding(await callOutside(url, call))
}

/** Hands over an empty message, which nobody gets: whoever lets us in refuses it. */
export async function probeSms(env: Env, { smsUrl }: Addresses): Promise<Finding> {
  if (!smsUrl) return 'nobody-listens'
  const url = `${smsUrl.replace(/\/$/, '')}/v1/messages`
  const headers = { authorization: `Bearer ${env.SMS_TOKEN ?? ''}`, 'idempotency-key': NOBODYS_ID }
  const call = { method: 'POST' as const, headers, body: '{}', timeoutMs: PATIENCE_MS }
  return smsFinding(await callOutside(url, call))
}

/** Every notifier that is configured, by our own public address; the first fault counts. */
export async function probeBank(env: Env, now: Date): Promise<Finding> {
  const providers = configuredProviders(env)
  if (providers.length === 0) return 'no-key'
  for (const provider of providers) {
    const { headers, body } = genuine(env, provider, now)
    const url = `${env.publicUrl}/webhooks/bank/${provider}`
    const call = { method: 'POST' as const, headers, body, timeoutMs: PATIENCE_MS }
    const finding = bankFinding(await callOutside(url, call))
    if (finding !== 'fine') return finding
  }
  return 'fine'
}

export function configuredProviders(env: Env): Provider[] {
  const keys: [Provider, string | undefined][] = [
    ['sepay', env.SEPAY_SECRET ?? env.SEPAY_API_KEY],
    ['payos', env.PAYOS_CHECKSUM_KEY],
    ['casso', env.CASSO_CHECKSUM_KEY],
  ]
  return keys.filter(([, key]) => key).map(([provider]) => provider)
}

/** A message with its proof that tells of no transfer. */
function genuine(env: Env, provider: Provider, now: Date) {
  const at = String(now.getTime())
  const data = { test: 'lienthong' }
  if (provider === 'payos') {
    const signature = hmacHex('sha256', env.PAYOS_CHECKSUM_KEY ?? '', payosCanonical(data))
    return { headers: {}, body: JSON.stringify({ data, signature }) }
  }
  const body = JSON.stringify(data)
  if (provider === 'casso') {
    const v1 = hmacHex('sha512', env.CASSO_CHECKSUM_KEY ?? '', cassoCanonical(at, data))
    return { headers: { 'x-casso-signature': `t=${at},v1=${v1}` }, body }
  }
  const seconds = String(Math.floor(now.getTime() / 1000))
  if (!env.SEPAY_SECRET) return { headers: { authorization: `Apikey ${env.SEPAY_API_KEY}` }, body }
  const signed = hmacHex('sha256', env.SEPAY_SECRET, `${seconds}.${body}`)
  const headers = { 'x-sepay-timestamp': seconds, 'x-sepay-signature': `sha256=${signed}` }
  return { headers, body }
}

/** The facility's own key and certificate, as configured; a demonstration makes its own. */
export function probeSignature(env: Env, now: Date): Finding {
  const { SIGNING_KEY_FILE: key, SIGNING_CERTIFICATE_FILE: certificate } = env
  if (!key || !certificate) return env.demo ? 'fine' : 'no-key'
  try {
    const held = new X509Certificate(readFileSync(certificate))
    if (!held.checkPrivateKey(createPrivateKey(readFileSync(key)))) return 'key-mismatch'
    return expiryFinding(new Date(held.validTo), now)
  } catch {
    return 'key-unreadable'
  }
}
