import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Env } from '../platform/env.ts'
import { callOutside, type OutwardAnswer } from '../platform/outward-call.ts'
import { signEnveloped, type XmlSigner } from '../platform/xml-signature.ts'
import type { GatewayRecord } from './gateway-record.ts'
import { gatewayXml } from './gateway-xml.ts'
import type { SendResult } from './transmission.ts'

/**
 * Where the two outside systems are and with which key we sign, as far as they are connected; given
 * by the composition root.
 */
export type RenewalOutside = {
  gatewayUrl?: string
  authorityUrl?: string
  credential?: XmlSigner
}

/** The answer of one that nobody has connected yet. */
export const NOT_CONNECTED = 'not connected'

/** Signs one record as the facility and sends it (interop.md §1). */
export async function sendCertificate(
  env: Env,
  outside: RenewalOutside,
  record: GatewayRecord,
  at: Date,
): Promise<SendResult> {
  const { gatewayUrl, credential } = outside
  if (!gatewayUrl || !credential) return { kind: 'unreachable', answer: NOT_CONNECTED }
  const xml = signEnveloped(gatewayXml(record), credential, at, env.GATEWAY_SIGNATURE)
  const body = { ...record, SIGNDATA: Buffer.from(xml).toString('base64') }
  const url = `${gatewayUrl.replace(/\/$/, '')}/api/hssk/gksk`
  const headers = gatewayHeaders(env)
  return sendResult(
    await callOutside(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      timeoutMs: env.OUTSIDE_TIMEOUT_MS,
    }),
  )
}

/** How the gateway knows who sends. */
export function gatewayHeaders(env: Env): Record<string, string> {
  return { Username: env.GATEWAY_USERNAME, Password: passwordDigest(env) }
}

function passwordDigest(env: Env): string {
  const digest = createHash('md5').update(env.GATEWAY_PASSWORD).digest('hex')
  return env.GATEWAY_MD5_CASE === 'upper' ? digest.toUpperCase() : digest
}

const answerSchema = z.object({ MSG_STATE: z.enum(['0', '1']), MSG_TEXT: z.string().nullish() })

/** Not let in, too many, out of service: mended there or in the settings, then tried again. */
const notWorkedOn: readonly number[] = [401, 403, 429, 503]

/** Success is HTTP 2xx *and* the string "1"; what says neither yes nor no is unknown. */
export function sendResult(answer: OutwardAnswer): SendResult {
  if (answer.kind !== 'answered') return { kind: answer.kind, answer: answer.why }
  const { status } = answer
  const parsed = answerSchema.safeParse(jsonOf(answer.body))
  const text = parsed.data?.MSG_TEXT ?? `HTTP ${status}`
  if (status >= 200 && status < 300) {
    if (!parsed.success) return { kind: 'unknown', answer: `HTTP ${status}, unreadable answer` }
    return { kind: parsed.data.MSG_STATE === '1' ? 'accepted' : 'refused', answer: text }
  }
  if (notWorkedOn.includes(status)) return { kind: 'unreachable', answer: text }
  if (status >= 400 && status < 500) return { kind: 'refused', answer: text }
  return { kind: 'unknown', answer: `HTTP ${status}` }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
