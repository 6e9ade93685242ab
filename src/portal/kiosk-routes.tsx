import type { Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { listVisitInvoices } from '../billing/invoice-repository.ts'
import { paymentQrOf } from '../billing/payment-qr.ts'
import { DomainError, type FieldError, notFound } from '../core/errors.ts'
import { languages, say } from '../core/text.ts'
import { findRoute } from '../frontdesk/route-repository.ts'
import { today } from '../platform/clock.ts'
import { qrSvg } from '../platform/qr-drawing.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { LANGUAGE_COOKIE } from '../web/language.ts'
import { barePage, type PageOptions } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { rateLimit } from '../web/rate-limit.ts'
import {
  isKioskStep,
  type KioskDraft,
  type KioskStep,
  type KioskTyped,
  mayShow,
  openStep,
  stepAfter,
} from './kiosk.ts'
import {
  beginKiosk,
  forgetKiosk,
  lastHeard,
  registerAtKiosk,
  saveAnswer,
  touchKiosk,
} from './kiosk-commands.ts'
import { KioskDoneView } from './kiosk-done-views.tsx'
import { NO_LICENCE } from './kiosk-held.ts'
import {
  faultsOf,
  readArrival,
  scannedOf,
  typedOfStep,
  withRestNo,
} from './kiosk-reading-routes.ts'
import { findDraft } from './kiosk-repository.ts'
import { KioskStepView } from './kiosk-step-views.tsx'
import { KioskStartView } from './kiosk-views.tsx'
import { stepTitles, kioskWords as words } from './kiosk-words.ts'
import { currentInvoice } from './visit-facts.ts'

/** What a person at a kiosk sees: one question a page, and nothing of anybody else. */
export function kioskRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const kiosk = allow('kiosk:use')
  const slowly = rateLimit({ perMinute: 12, text: words.busy, by: (c) => c.get('actor').id })
  app.get('/kiosk', kiosk, showStart)
  app.post('/kiosk/begin', kiosk, postBegin)
  app.post('/kiosk/forget', kiosk, postForget)
  app.post('/kiosk/here', kiosk, postHere)
  app.get('/kiosk/done', kiosk, showDone)
  app.get('/kiosk/:step', kiosk, showStep)
  app.post('/kiosk/consent', kiosk, slowly, (c) => postStep(c, 'consent'))
  app.post('/kiosk/:step', kiosk, (c) => postStep(c, stepOf(c)))
  return app
}

const frame = { width: 'wide', sheets: ['device.css'], scripts: ['kiosk.js'] } as const

function kioskPage(
  c: AppContext,
  options: Partial<PageOptions>,
  view: ReturnType<typeof KioskStartView>,
) {
  return barePage(c, { title: words.title, ...frame, ...options }, view)
}

/** Whoever comes to the first page has left everything behind. */
async function showStart(c: AppContext): Promise<Response> {
  await forgetKiosk(c.get('deps'), c.get('actor'))
  return kioskPage(c, {}, <KioskStartView lang={c.get('lang')} />)
}

async function postBegin(c: AppContext): Promise<Response> {
  await beginKiosk(c.get('deps'), c.get('actor'))
  const { lang } = await formOf(c)
  const chosen = languages.find((each) => each === lang)
  const secure = c.get('deps').env.publicUrl.startsWith('https:')
  if (chosen) setCookie(c, LANGUAGE_COOKIE, chosen, { path: '/', sameSite: 'Lax', secure })
  return c.redirect('/kiosk/card', 303)
}

/** The language goes with the person who chose it. */
async function postForget(c: AppContext): Promise<Response> {
  await forgetKiosk(c.get('deps'), c.get('actor'))
  deleteCookie(c, LANGUAGE_COOKIE, { path: '/' })
  return c.redirect('/kiosk', 303)
}

/** 204 while the person's answers are kept; otherwise the way back to the start. */
async function postHere(c: AppContext): Promise<Response> {
  const there = await touchKiosk(c.get('deps'), c.get('actor'))
  return there ? c.body(null, 204) : c.redirect('/kiosk', 303)
}

function stepOf(c: AppContext): KioskStep {
  const step = c.req.param('step') ?? ''
  if (!isKioskStep(step)) throw notFound(words.aPerson)
  return step
}

function draftOf(c: AppContext): Promise<KioskDraft | undefined> {
  const { database, clock } = c.get('deps')
  return findDraft(database, c.get('actor').id, lastHeard(clock.now()))
}

async function showStep(c: AppContext): Promise<Response> {
  const step = stepOf(c)
  const draft = await draftOf(c)
  if (!draft) return c.redirect('/kiosk', 303)
  if (draft.visitId) return c.redirect('/kiosk/done', 303)
  if (!mayShow(draft, step)) return c.redirect(`/kiosk/${openStep(draft)}`, 303)
  await touchKiosk(c.get('deps'), c.get('actor'))
  return stepPage(c, draft, { step, typed: draft.typed[step] ?? {} })
}

type Shown = { step: KioskStep; typed: KioskTyped; errors?: readonly FieldError[] }

function stepPage(c: AppContext, draft: KioskDraft, { step, typed, errors }: Shown) {
  const options = {
    title: stepTitles[step],
    status: errors ? 422 : 200,
    scripts: [...frame.scripts, ...(step === 'card' ? ['scan.js', 'scan-keys.js'] : [])],
  } as const
  return kioskPage(
    c,
    options,
    <KioskStepView
      lang={c.get('lang')}
      draftId={draft.id}
      answers={draft.typed}
      scanned={scannedOf(draft.typed)}
      {...{ step, typed, errors }}
    />,
  )
}

/** An answer from a page of somebody who has left is nobody's: it changes nothing and shows nothing. */
async function postStep(c: AppContext, step: KioskStep): Promise<Response> {
  const form = await formOf(c)
  const draft = await draftOf(c)
  if (!draft || draft.id !== form.draft) return c.redirect('/kiosk', 303)
  if (draft.visitId) return c.redirect('/kiosk/done', 303)
  if (!mayShow(draft, step)) return c.redirect(`/kiosk/${openStep(draft)}`, 303)
  const { deps, actor } = c.var
  const typed = answered(step, form)
  const answers = { ...draft.typed, [step]: typed }
  if (form.act === 'rest-no') return stepPage(c, draft, { step, typed })
  const errors = faultsOf(step, answers, today(deps.clock))
  if (errors.length > 0) return stepPage(c, draft, { step, typed, errors })
  try {
    await saveAnswer(deps, actor, { draftId: draft.id, step, typed })
    const next = stepAfter(step, answers)
    return next ? c.redirect(`/kiosk/${next}`, 303) : await register(c, draft.id, answers)
  } catch (error) {
    // The person left, or the same form came twice.
    if (error instanceof DomainError && error.kind === 'not-found') return c.redirect('/kiosk', 303)
    throw error
  }
}

function answered(step: KioskStep, form: Readonly<Record<string, string>>): KioskTyped {
  if (step === 'held' && form.act === 'no-licence') return NO_LICENCE
  const typed = typedOfStep(step, form)
  const asked = step === 'family' || step === 'health'
  return asked && form.act === 'rest-no' ? withRestNo(step, typed) : typed
}

async function register(
  c: AppContext,
  draftId: string,
  answers: KioskDraft['typed'],
): Promise<Response> {
  const arrival = readArrival(answers, today(c.get('deps').clock))
  if ('wrong' in arrival) return c.redirect(`/kiosk/${arrival.wrong}`, 303)
  await registerAtKiosk(c.get('deps'), c.get('actor'), { draftId, arrival })
  return c.redirect('/kiosk/done', 303)
}

async function showDone(c: AppContext): Promise<Response> {
  const { database, clock, env } = c.get('deps')
  const { facilityId } = c.get('actor')
  const draft = await draftOf(c)
  if (!draft?.visitId) return c.redirect('/kiosk', 303)
  const { visitId, linkSecret } = draft
  const lang = c.get('lang')
  const [route, invoices] = await Promise.all([
    findRoute(database, facilityId, visitId, clock.now()),
    listVisitInvoices(database, { facilityId, env }, visitId),
  ])
  const invoice = currentInvoice({ invoices })
  const qr = invoice && paymentQrOf(invoice)
  const paySvg = qr && 'payload' in qr ? qrSvg(qr.payload, say(words.payTitle, lang)) : undefined
  const linkSvg = qrSvg(`${env.publicUrl}/v/${linkSecret}`, say(words.phoneAlt, lang))
  return kioskPage(
    c,
    { live: [`visit:${visitId}`, ...(invoice ? [`invoice:${invoice.id}`] : [])] },
    <KioskDoneView {...{ lang, route, linkSvg, invoice, paySvg }} />,
  )
}
