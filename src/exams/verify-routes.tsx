import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import { calendarDateOf } from '../core/calendar-date.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { rateLimit } from '../web/rate-limit.ts'
import { verdictOn } from './verification.ts'
import { normalVerifyCode } from './verify-code.ts'
import { findVerification } from './verify-repository.ts'
import { AskForCodeView, NotGenuineView, VerificationView } from './verify-views.tsx'
import { verdictWords, words } from './verify-words.ts'

/** Where anyone who is shown a certificate learns whether it is genuine. */
export function verifyRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const open = allow.everyone('the code on the paper is the right; no findings, the name masked')
  const limit = rateLimit({ perMinute: 30, text: words.tooMany })
  app.get('/verify', open, limit, async (c) => {
    const typed = normalVerifyCode(c.req.query('code') ?? '')
    if (typed) return c.redirect(`/verify/${typed}`, 303)
    return barePage(
      c,
      { title: words.title, width: 'narrow', lean: true },
      <AskForCodeView lang={c.get('lang')} />,
    )
  })
  app.get('/verify/:code', open, limit, compress(), (c) => showVerification(c, c.req.param('code')))
  return app
}

async function showVerification(c: AppContext, given: string): Promise<Response> {
  const { database, clock } = c.get('deps')
  const lang = c.get('lang')
  const code = normalVerifyCode(given)
  const verification = await findVerification(database, code)
  if (!verification) {
    return barePage(
      c,
      { title: words.notGenuine, status: 404, width: 'narrow', lean: true },
      <NotGenuineView lang={lang} code={code.slice(0, 40)} />,
    )
  }
  c.set('facilityName', verification.facility)
  const now = clock.now()
  const verdict = verdictOn(verification, calendarDateOf(now))
  return barePage(
    c,
    { title: verdictWords[verdict], width: 'narrow', lean: true },
    <VerificationView lang={lang} verification={verification} verdict={verdict} now={now} />,
  )
}
