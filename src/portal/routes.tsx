import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import { paymentQrOf } from '../billing/payment-qr.ts'
import { printBill } from '../billing/print.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { printCertificate } from '../exams/print-commands.ts'
import { findRoute } from '../frontdesk/route-repository.ts'
import { qrPng } from '../platform/qr-drawing.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage, page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { saidIn } from '../web/said.ts'
import { declareRoutes } from './declare-routes.tsx'
import { declareWords } from './declare-words.ts'
import { noteLinkView } from './link-commands.ts'
import { bySecret, forPatient, type Shown } from './linked-routes.tsx'
import { ownDataRoutes } from './own-data-routes.tsx'
import { phoneRoutes } from './phone-routes.tsx'
import { placeOf } from './place.ts'
import { loadSlipFacts } from './repository.ts'
import { printSlip } from './slip-commands.ts'
import { SlipView } from './slip-views.tsx'
import { certificateReleased, currentInvoice } from './visit-facts.ts'
import { VisitView } from './visit-views.tsx'
import { words } from './words.ts'

/** The patient's own page, and the slip that leads to it. */
export function portalRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.route('/', phoneRoutes())
  app.route('/', ownDataRoutes())
  app.route('/', declareRoutes())
  app.get('/v/:secret', bySecret, compress(), (c) => forPatient(c, showVisit))
  app.get('/v/:secret/qr.png', bySecret, (c) => forPatient(c, showQr))
  app.get('/v/:secret/bill.pdf', bySecret, (c) => forPatient(c, showBill))
  app.get('/v/:secret/certificate.pdf', bySecret, (c) => forPatient(c, showCertificate))
  app.get('/visits/:id/slip', allow('patient:write'), showSlipPage)
  app.get('/visits/:id/slip.pdf', allow('patient:write'), (c) =>
    c.redirect(`/visits/${visitIdOf(c)}/slip`, 303),
  )
  app.post('/visits/:id/slip.pdf', allow('patient:write'), postSlip)
  return app
}

/** The page that lies open on a phone asks for itself by script; opening it is a look of its own. */
const isRenewal = (c: AppContext) => c.req.header('sec-fetch-mode') === 'cors'

async function showVisit(c: AppContext, { actor, facts, at }: Shown): Promise<Response> {
  const deps = c.get('deps')
  const now = deps.clock.now()
  const [route] = await Promise.all([
    findRoute(deps.database, actor.facilityId, actor.visitId, now),
    noteLinkView(deps, actor, { renewed: isRenewal(c) }),
  ])
  const place = placeOf(route)
  c.header('X-Link-Until', facts.linkExpiresAt.toISOString())
  return barePage(
    c,
    {
      title: place?.urgent ? place.title : words.title,
      width: 'narrow',
      live: topicsOf(facts, route?.here?.stationId),
      scripts: ['portal.js', 'visit-phone.js'],
      manifest: `${at}/app.webmanifest`,
      lean: true,
      said: saidIn(c, { declared: { text: declareWords.sent } }),
    },
    <VisitView lang={c.get('lang')} facts={facts} place={place} at={at} now={now} />,
  )
}

/** Whoever waits hears of their station, since it says how many are before them. */
function topicsOf({ exam, renewalCase, invoices, visitId }: Shown['facts'], stationId?: string) {
  return [
    `visit:${visitId}`,
    ...(stationId ? [`station:${stationId}`] : []),
    ...(exam ? [`exam:${exam.id}`] : []),
    ...(renewalCase ? [`case:${renewalCase.id}`] : []),
    ...invoices.map(({ id }) => `invoice:${id}`),
  ]
}

async function showQr(c: AppContext, { facts }: Shown): Promise<Response> {
  const invoice = currentInvoice(facts)
  const qr = invoice && paymentQrOf(invoice)
  if (!qr || 'reason' in qr) throw notFound(words.aPaymentQr)
  c.header('Content-Disposition', `inline; filename="vietqr-${invoice.billCode}.png"`)
  return c.body(new Uint8Array(await qrPng(qr.payload)), 200, { 'Content-Type': 'image/png' })
}

async function showBill(c: AppContext, { actor, facts }: Shown): Promise<Response> {
  const invoice = currentInvoice(facts)
  if (!invoice) throw notFound(words.aBill)
  return pdf(c, await printBill(c.get('deps'), actor, invoice), invoice.number)
}

async function showCertificate(c: AppContext, { actor, facts }: Shown): Promise<Response> {
  const { exam } = facts
  if (!exam?.certificate || !certificateReleased(facts)) throw notFound(words.aCertificate)
  const bytes = await printCertificate(c.get('deps'), actor, exam.id)
  return pdf(c, bytes, exam.certificate.number.replaceAll('/', '-'))
}

function pdf(c: AppContext, bytes: Uint8Array, name: string): Response {
  c.header('Content-Disposition', `inline; filename="${name}.pdf"`)
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/pdf' })
}

function visitIdOf(c: AppContext): string {
  return requireId(c.req.param('id') ?? '', words.aVisit)
}

async function slipFacts(c: AppContext) {
  const { database } = c.get('deps')
  const facts = await loadSlipFacts(database, c.get('actor').facilityId, visitIdOf(c))
  if (!facts) throw notFound(words.aVisit)
  return facts
}

async function showSlipPage(c: AppContext): Promise<Response> {
  const { patient, linked } = await slipFacts(c)
  return page(
    c,
    { title: words.slipTitle, width: 'narrow', section: '/patients' },
    <SlipView lang={c.get('lang')} visitId={visitIdOf(c)} name={patient.name} linked={linked} />,
  )
}

/** Without a phone nothing secret goes on the paper, and the link before stays as it is. */
async function postSlip(c: AppContext): Promise<Response> {
  const print = { visitId: visitIdOf(c), withoutPhone: c.req.query('without-phone') !== undefined }
  return pdf(c, await printSlip(c.get('deps'), c.get('actor'), print), 'phieu-di-kham')
}
