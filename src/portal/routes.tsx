import type { Hono } from 'hono'
import { compress } from 'hono/compress'
import { paymentQrOf } from '../billing/payment-qr.ts'
import { printBill } from '../billing/print.ts'
import type { Actor } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { printCertificate } from '../exams/print-commands.ts'
import { openVisitLink } from '../frontdesk/commands.ts'
import { qrPng } from '../platform/qr-drawing.ts'
import { allow } from '../web/allow.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { barePage, page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { loadSlipFacts, loadVisitFacts } from './repository.ts'
import { printSlip } from './slip-commands.ts'
import { SlipView } from './slip-views.tsx'
import { certificateReleased, currentInvoice, type VisitFacts } from './visit-facts.ts'
import { GoneView, VisitView } from './visit-views.tsx'
import { words } from './words.ts'

/** The patient's own page, and the slip that leads to it. */
export function portalRoutes(): Hono<AppEnv> {
  const app = pageApp()
  const bySecret = allow.everyone(
    '256 random bits in the address open one visit, until they expire',
  )
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

type Patient = Extract<Actor, { kind: 'patient' }>
type Shown = { actor: Patient; facts: VisitFacts; at: string }

/** Opens the link's one visit and nothing else; a link that opens nothing says what to do. */
async function forPatient(
  c: AppContext,
  show: (c: AppContext, shown: Shown) => Promise<Response>,
): Promise<Response> {
  const deps = c.get('deps')
  const secret = c.req.param('secret') ?? ''
  const linked = await openVisitLink(deps, secret)
  const facts = linked && (await loadVisitFacts(deps.database, linked, deps.env))
  if (!facts) return gone(c)
  const { patientId: id, name, facilityId, visitId } = linked
  c.set('facilityName', facts.facility.name)
  const actor: Patient = { kind: 'patient', id, name, facilityId, visitId }
  return show(c, { actor, facts, at: `/v/${secret}` })
}

function gone(c: AppContext): Promise<Response> {
  const phone = c.get('deps').env.FACILITY_PHONE
  return barePage(
    c,
    { title: words.goneTitle, status: 404, width: 'narrow', lean: true },
    <GoneView lang={c.get('lang')} phone={phone} />,
  )
}

function showVisit(c: AppContext, { facts, at }: Shown): Promise<Response> {
  const { exam, renewalCase, invoices, visitId } = facts
  const topics = [
    `visit:${visitId}`,
    ...(exam ? [`exam:${exam.id}`] : []),
    ...(renewalCase ? [`case:${renewalCase.id}`] : []),
    ...invoices.map(({ id }) => `invoice:${id}`),
  ]
  return barePage(
    c,
    { title: words.title, width: 'narrow', live: topics, scripts: ['portal.js'], lean: true },
    <VisitView lang={c.get('lang')} facts={facts} at={at} now={c.get('deps').clock.now()} />,
  )
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
