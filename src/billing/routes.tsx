import type { Hono } from 'hono'
import { may } from '../core/actor.ts'
import { startOfDay } from '../core/calendar-date.ts'
import { DomainError, type FieldError, invalid } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { today } from '../platform/clock.ts'
import { recordView } from '../platform/publish.ts'
import { qrSvg } from '../platform/qr-drawing.ts'
import { allow } from '../web/allow.ts'
import { redirectAfter } from '../web/answer.ts'
import type { AppContext, AppEnv } from '../web/context.ts'
import { page } from '../web/page.tsx'
import { pageApp } from '../web/page-app.ts'
import { formOf } from '../web/posted.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { countBankTransactions } from './bank-repository.ts'
import { bankRoutes } from './bank-routes.tsx'
import { quantityName, typedDong, typedItems } from './bill-form.ts'
import { BillView, type BillViewProps } from './bill-view.tsx'
import { cancelInvoice, issueInvoice, takeCashPayment } from './commands.ts'
import {
  findBillOf,
  listBills,
  listUnbilledExams,
  loadBillHead,
  sumTakings,
} from './counter-repository.ts'
import { CounterView } from './counter-views.tsx'
import { loadInvoice } from './invoice-repository.ts'
import { NewBillView } from './new-bill-view.tsx'
import { billWords, counterWords } from './page-words.ts'
import { paymentQrOf } from './payment-qr.ts'
import { DRIVER_EXAM, type PriceRow } from './price.ts'
import { listPrices } from './price-repository.ts'
import { cancelSchema } from './schema.ts'

/** An exam of the last days that nobody billed is still shown at the counter. */
const UNBILLED_DAYS = 3

export function billingRoutes(): Hono<AppEnv> {
  const app = pageApp()
  app.get('/bills', allow('invoice:read'), showCounter)
  app.get('/bills/new', allow('invoice:issue'), (c) => showNewBill(c, c.req.query('exam') ?? ''))
  app.post('/bills', allow('invoice:issue'), postBill)
  app.get('/bills/:id', allow('invoice:read'), (c) => showBill(c))
  app.post('/bills/:id/payments', allow('payment:take'), postPayment)
  app.post('/bills/:id/cancellation', allow('invoice:cancel'), postCancellation)
  app.route('/', bankRoutes())
  return app
}

async function showCounter(c: AppContext): Promise<Response> {
  const { database, clock } = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const text = (c.req.query('q') ?? '').trim().slice(0, 80).replaceAll('\0', '')
  const since = startOfDay(today(clock))
  const old = new Date(since.getTime() - UNBILLED_DAYS * 86_400_000)
  const [unbilled, waiting, settled, takings, counts] = await Promise.all([
    listUnbilledExams(database, facilityId, { since: old, text }),
    listBills(database, facilityId, { which: 'waiting', text }),
    listBills(database, facilityId, { which: 'settled', text, since }),
    sumTakings(database, facilityId, since),
    may(actor, 'bank:read') ? countBankTransactions(database, facilityId) : undefined,
  ])
  const mayIssue = may(actor, 'invoice:issue')
  const queue = counts ? { queue: counts.get('open') ?? 0 } : {}
  const lists = { lang: c.get('lang'), text, unbilled, waiting, settled, takings }
  return page(
    c,
    { title: counterWords.title, live: [`facility:${facilityId}`], width: 'wide' },
    <CounterView {...lists} mayIssue={mayIssue} {...queue} />,
  )
}

type Refused = { errors: readonly FieldError[]; form: Readonly<Record<string, string>> }

async function showNewBill(c: AppContext, exam: string, refused?: Refused): Promise<Response> {
  const { database, clock } = c.get('deps')
  const { facilityId } = c.get('actor')
  const examId = requireId(exam, 'lượt khám')
  const [head, prices, existing] = await Promise.all([
    loadBillHead(database, facilityId, examId),
    billable(c),
    findBillOf(database, facilityId, examId),
  ])
  const quantities: Record<string, string> = refused
    ? Object.fromEntries(prices.map(({ code }) => [code, refused.form[quantityName(code)] ?? '']))
    : { [DRIVER_EXAM]: '1' }
  const props = { lang: c.get('lang'), examId, head, prices, quantities, existing }
  return page(
    c,
    {
      title: billWords.newTitle,
      status: refused ? 422 : 200,
      section: '/bills',
      scripts: ['cashier.js'],
    },
    <NewBillView {...props} once={clock.id()} errors={refused?.errors ?? []} />,
  )
}

/** What may be billed today, the driver exam first. */
async function billable(c: AppContext): Promise<PriceRow[]> {
  const { database, clock } = c.get('deps')
  const rows = await listPrices(database, c.get('actor').facilityId, today(clock))
  const first = (row: PriceRow) => (row.code === DRIVER_EXAM ? 0 : 1)
  return rows.filter(({ published }) => published).sort((a, b) => first(a) - first(b))
}

async function postBill(c: AppContext): Promise<Response> {
  const form = await formOf(c)
  const examId = form.exam ?? ''
  try {
    const codes = (await billable(c)).map(({ code }) => code)
    const items = typedItems(form, codes)
    return await redirectAfter(c, {
      run: (deps) => issueInvoice(deps, c.get('actor'), { examId, items }),
      to: ({ id }) => `/bills/${id}`,
    })
  } catch (error) {
    const errors = faultsOf(error)
    return showNewBill(c, examId, { errors, form })
  }
}

async function showBill(
  c: AppContext,
  refused?: Pick<BillViewProps, 'errors' | 'typed'>,
): Promise<Response> {
  const deps = c.get('deps')
  const actor = c.get('actor')
  const { facilityId } = actor
  const id = requireId(c.req.param('id') ?? '', 'phiếu thanh toán')
  const invoice = await loadInvoice(deps.database, { facilityId, env: deps.env }, id)
  const head = await loadBillHead(deps.database, facilityId, invoice.examId)
  const { patientId } = invoice
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
    },
    <BillView
      lang={c.get('lang')}
      invoice={invoice}
      head={head}
      qrSvg={'payload' in qr ? qrSvg(qr.payload, 'VietQR') : undefined}
      may={{ pay: may(actor, 'payment:take'), cancel: may(actor, 'invoice:cancel') }}
      once={deps.clock.id()}
      {...refused}
    />,
  )
}

async function postPayment(c: AppContext): Promise<Response> {
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

async function postCancellation(c: AppContext): Promise<Response> {
  const invoiceId = c.req.param('id') ?? ''
  const form = await formOf(c)
  try {
    const { reason } = parseOrRefuse(cancelSchema, { reason: form.reason })
    return await redirectAfter(c, {
      run: (deps) => cancelInvoice(deps, c.get('actor'), { invoiceId, reason }),
      to: () => `/bills/${invoiceId}`,
    })
  } catch (error) {
    return showBill(c, { errors: faultsOf(error), typed: { reason: form.reason ?? '' } })
  }
}

function wrongAmount(): DomainError {
  return invalid([{ pointer: '/tendered', code: 'malformed', message: billWords.notAnAmount }])
}

/** The faults that a form shows beside its fields; everything else goes to the error door. */
function faultsOf(error: unknown): readonly FieldError[] {
  if (error instanceof DomainError && error.kind === 'invalid') return error.errors
  throw error
}
