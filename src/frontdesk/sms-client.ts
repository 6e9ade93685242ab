import { z } from 'zod'
import type { Env } from '../platform/env.ts'
import { callOutside, type OutwardAnswer } from '../platform/outward-call.ts'
import { NO_GATEWAY } from './message.ts'

/** Where the message gateway is; nowhere, where none is connected. */
export type SmsOutside = { smsUrl?: string | undefined }

export type SmsResult =
  | { kind: 'sent'; reference: string }
  | { kind: 'refused'; answer: string }
  /** Nothing was done there: the same again later. */
  | { kind: 'later'; answer: string }
  /** It may have gone out: the same again is right, for the gateway knows it by its id. */
  | { kind: 'unknown'; answer: string }

/** Hands one message over. Its id is what the gateway must not send a second time. */
export async function sendSms(
  env: Env,
  outside: SmsOutside,
  message: { id: string; phone: string; body: string },
): Promise<SmsResult> {
  if (!outside.smsUrl) return { kind: 'later', answer: NO_GATEWAY }
  const answer = await callOutside(`${outside.smsUrl.replace(/\/$/, '')}/v1/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${env.SMS_TOKEN ?? ''}`,
      'idempotency-key': message.id,
    },
    body: JSON.stringify({
      id: message.id,
      from: env.SMS_SENDER,
      to: international(message.phone),
      text: message.body,
    }),
    timeoutMs: env.OUTSIDE_TIMEOUT_MS,
  })
  return smsResult(answer)
}

/** `0905123456` as the gateway wants it: `+84905123456`. */
export function international(phone: string): string {
  return phone.startsWith('0') ? `+84${phone.slice(1)}` : phone
}

const accepted = z.object({ reference: z.string().min(1).max(100) })
const refused = z.object({ code: z.string().max(60) })

/** Not let in, too many, out of service: mended there or in the settings, then tried again. */
const notWorkedOn: readonly number[] = [401, 403, 429, 503]

export function smsResult(answer: OutwardAnswer): SmsResult {
  if (answer.kind === 'unreachable') return { kind: 'later', answer: answer.why }
  if (answer.kind === 'unknown') return { kind: 'unknown', answer: answer.why }
  const { status, body } = answer
  if (status === 200 || status === 202) {
    const parsed = accepted.safeParse(jsonOf(body))
    if (parsed.success) return { kind: 'sent', reference: parsed.data.reference }
    return { kind: 'unknown', answer: `HTTP ${status}, unreadable answer` }
  }
  if (notWorkedOn.includes(status)) return { kind: 'later', answer: `HTTP ${status}` }
  if (status >= 400 && status < 500) {
    const parsed = refused.safeParse(jsonOf(body))
    return { kind: 'refused', answer: parsed.success ? parsed.data.code : `HTTP ${status}` }
  }
  return { kind: 'unknown', answer: `HTTP ${status}` }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
