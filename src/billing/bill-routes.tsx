import { type Actor, may } from '../core/actor.ts'
import { type DomainError, invalid } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { fill } from '../core/text.ts'
import { today } from '../platform/clock.ts'
import { recordView } from '../platform/publish.ts'
import { qrSvg } from '../platform/qr-drawing.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { formOf } from '../web/posted.ts'
import { saidIn } from '../web/said.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { faultsOf, typedDong } from './bill-form.ts'
import { BillView, type BillViewProps } from './bill-view.tsx'
import { billWords } from './bill-words.ts'
import { cancelWords } from './cancel-words.ts'
import { cancelInvoice, takeCashPayment } from './commands.ts'
import { listUnbilledExams, loadBillHead } from './counter-repository.ts'
import type { Invoice, UnbilledExam } from './invoice.ts'
import { loadInvoice } from './invoice-repository.ts'
import { payWords } from './pay-words.ts'
import { paymentQrOf } from './payment-qr.ts'
import { moneyPaperOf, printReceipt } from './print.ts'
import { queueSince } from './queue.ts'
import { cancelSchema } from './schema.ts'

export async function showBill(
  c: AppContext,
  refused?: Pick<BillViewProps, 'errors' | 'typed'>,
): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const invoice = await billAsked(c)
  const { id, patientId } = invoice
  const [head, next] = await Promise.all([
    loadBillHead(deps.database, facilityId, invoice.examId),
    nextAfter(c, invoice),
  ])
  const view = { action: 'invoice.viewed', subjectType: 'invoice', subjectId: id } as const
  await recordView(deps, actor, { ...view, patientId })
  const qr = paymentQrOf(invoice)
  return page(
    c,
    {
      title: billWords.title,
      status: refused ? 422 : 200,
      live: [`invoice:${id}`],
      scripts: ['cashier.js'],
      width: 'wide',
      section: '/bills',
      said: saidIn(c, sayingsOf(invoice, actor)),
    },
    <BillView
      lang={c.get('lang')}
      invoice={invoice}
      head={head}
      qrSvg={'payload' in qr ? qrSvg(qr.payload, 'VietQR') : undefined}
      may={{
        issue: may(actor, 'invoice:issue'),
        pay: may(actor, 'payment:take'),
        cancel: may(actor, 'invoice:cancel'),
      }}
      next={next}
      once={deps.clock.id()}
      {...refused}
    />,
  )
}

/** Whom a paid bill leads on to: the longest waiting, for those who may issue the next bill. */
async function nextAfter(c: AppContext, { state }: Invoice): Promise<UnbilledExam | undefined> {
  const actor = c.get('actor')
  if (state !== 'balanced' || !may(actor, 'invoice:issue')) return undefined
  const { database, clock } = c.get('deps')
  const waiting = { since: queueSince(today(clock)), text: '' }
  const [next] = await listUnbilledExams(database, actor.facilityId, waiting)
  return next
}

/** A bill is taken back at once by whoever may, while no money has come in. */
function sayingsOf(invoice: Invoice, actor: Actor) {
  const { id, number, state, paid } = invoice
  const undoable = state === 'issued' && paid === 0 && may(actor, 'invoice:cancel')
  const fields = { reason: billWords.undoReason.vi }
  const undo = undoable ? { action: `/bills/${id}/cancellation`, fields } : undefined
  return {
    issued: { text: fill(billWords.issued, { number }), undo },
    cancelled: { text: fill(cancelWords.done, { number }) },
  }
}

export async function showReceipt(c: AppContext): Promise<Response> {
  const invoice = await billAsked(c)
  const { number, bytes } = await printReceipt(c.get('deps'), c.get('actor'), invoice, {
    paymentId: c.req.query('payment'),
    size: moneyPaperOf(c.req.query('paper')),
  })
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${number}.pdf"`,
    'Cache-Control': 'no-store',
  })
}

function billAsked(c: AppContext): Promise<Invoice> {
  const { database, env } = c.get('deps')
  const { facilityId } = c.get('actor')
  const id = requireId(c.req.param('id') ?? '', billWords.aBill)
  return loadInvoice(database, { facilityId, env }, id)
}

export async function postPayment(c: AppContext): Promise<Response> {
  const invoiceId = c.req.param('id') ?? ''
  const { tendered = '' } = await formOf(c)
  try {
    const amount = typedDong(tendered)
    if (amount === undefined) throw wrongAmount()
    return await redirectAfter(c, {
      run: (deps) => takeCashPayment(deps, c.get('actor'), { invoiceId, tendered: amount }),
      to: () => `/bills/${invoiceId}`,
    })
  } catch (error) {
    return showBill(c, { errors: faultsOf(error), typed: { tendered } })
  }
}

export async function postCancellation(c: AppContext): Promise<Response> {
  const invoiceId = c.req.param('id') ?? ''
  const form = await formOf(c)
  try {
    const { reason } = parseOrRefuse(cancelSchema, { reason: form.reason })
    return await redirectAfter(c, {
      run: (deps) => cancelInvoice(deps, c.get('actor'), { invoiceId, reason }),
      to: () => `/bills/${invoiceId}?said=cancelled`,
    })
  } catch (error) {
    return showBill(c, { errors: faultsOf(error), typed: { reason: form.reason ?? '' } })
  }
}

function wrongAmount(): DomainError {
  return invalid([{ pointer: '/tendered', code: 'malformed', message: payWords.notAnAmount }])
}
