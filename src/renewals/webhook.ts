import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import { DomainError } from '../core/errors.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { pageApp } from '../web/page-app.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { signatureRefused, takeReport } from './report-commands.ts'
import { REPORT_WINDOW_SECONDS, statusReportSchema } from './status-report.ts'
import { words } from './words.ts'

export function renewalWebhooks(): Hono<AppEnv> {
  const app = pageApp()
  const signed = allow.everyone('the HMAC over time and raw body is the proof')
  app.post('/webhooks/licence-authority', signed, async (c) => {
    const raw = await c.req.text()
    requireSignature(c, raw)
    const report = parseOrRefuse(statusReportSchema, jsonOf(raw))
    await takeReport(c.get('deps'), report, raw)
    return c.json({ success: true })
  })
  return app
}

/** HMAC-SHA256 over timestamp + "." + raw body, compared in constant time (attacks.md 15). */
function requireSignature(c: AppContext, raw: string): void {
  const { env, clock } = c.get('deps')
  const timestamp = c.req.header('x-lienthong-timestamp') ?? ''
  const given = /^sha256=([0-9a-f]{64})$/i.exec(c.req.header('x-lienthong-signature') ?? '')?.[1]
  if (!/^\d{1,12}$/.test(timestamp) || !given) throw signatureRefused()
  const wanted = createHmac('sha256', env.AUTHORITY_WEBHOOK_SECRET)
    .update(`${timestamp}.${raw}`)
    .digest()
  if (!timingSafeEqual(wanted, Buffer.from(given, 'hex'))) throw signatureRefused()
  const away = Math.abs(clock.now().getTime() / 1_000 - Number(timestamp))
  if (away > REPORT_WINDOW_SECONDS) throw signatureRefused()
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new DomainError({ kind: 'malformed', code: 'malformed-json', detail: words.notJson })
  }
}
