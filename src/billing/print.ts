import type { Actor } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import type { Deps } from '../platform/deps.ts'
import { recordView } from '../platform/publish.ts'
import { findLogo } from '../settings/facility-repository.ts'
import { billPdf, type MoneyPaper } from './bill-pdf.ts'
import { billPropsOf, receiptPropsOf } from './bill-props.ts'
import { billWords } from './bill-words.ts'
import { countReceiptPrints, loadBillHead } from './counter-repository.ts'
import type { BillHead, Invoice, Payment } from './invoice.ts'
import { receiptPdf } from './receipt-pdf.ts'

/** The paper a request names; anything else is the sheet. */
export function moneyPaperOf(text: string | undefined): MoneyPaper {
  return text === '80mm' ? '80mm' : 'A5'
}

/** The bill as a PDF; once it is paid in full, the receipt of the payment that settled it. */
export async function printBill(
  deps: Deps,
  actor: Actor,
  invoice: Invoice,
  size: MoneyPaper = 'A5',
): Promise<Uint8Array> {
  const last = invoice.payments.at(-1)
  if (invoice.state === 'balanced' && last) return receiptOf(deps, actor, invoice, last, size)
  const head = await loadPrintedHead(deps, actor, invoice)
  await recordView(deps, actor, {
    action: 'bill.printed',
    subjectType: 'invoice',
    subjectId: invoice.id,
    patientId: invoice.patientId,
  })
  return billPdf(billPropsOf(invoice, head, deps.clock.now()), size)
}

/** The head of a paper bears the house's logo; a page does without. */
async function loadPrintedHead(
  { database }: Deps,
  { facilityId }: Actor,
  { examId }: Invoice,
): Promise<BillHead> {
  const [head, logo] = await Promise.all([
    loadBillHead(database, facilityId, examId),
    findLogo(database, facilityId),
  ])
  return logo ? { ...head, facility: { ...head.facility, logo: logo.bytes } } : head
}

/** The receipt of one payment; the last one when none is named. */
export async function printReceipt(
  deps: Deps,
  actor: Actor,
  invoice: Invoice,
  print: { paymentId: string | undefined; size: MoneyPaper },
): Promise<{ number: string; bytes: Uint8Array }> {
  const { paymentId, size } = print
  const payment = paymentId
    ? invoice.payments.find(({ id }) => id === paymentId)
    : invoice.payments.at(-1)
  if (!payment) throw notFound(billWords.aReceipt)
  const bytes = await receiptOf(deps, actor, invoice, payment, size)
  return { number: payment.receiptNumber, bytes }
}

/**
 * A receipt that the counter handed out before comes out as a numbered copy; what patients open on
 * their own page is looked at, not handed out.
 */
async function receiptOf(
  deps: Deps,
  actor: Actor,
  invoice: Invoice,
  payment: Payment,
  size: MoneyPaper,
): Promise<Uint8Array> {
  const { database, clock } = deps
  const handedOut = actor.kind !== 'patient'
  const [head, copy] = await Promise.all([
    loadPrintedHead(deps, actor, invoice),
    handedOut ? countReceiptPrints(database, payment.id) : 0,
  ])
  await recordView(deps, actor, {
    action: handedOut ? 'receipt.printed' : 'bill.printed',
    subjectType: handedOut ? 'payment' : 'invoice',
    subjectId: handedOut ? payment.id : invoice.id,
    patientId: invoice.patientId,
  })
  return receiptPdf(receiptPropsOf(invoice, head, { payment, at: clock.now(), copy }), size)
}
