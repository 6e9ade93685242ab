import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { conflict, invalid, staleVersion } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { type Dong, formatDong } from '../core/money.ts'
import { fill } from '../core/text.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { billCode } from './bill-code.ts'
import { billWords } from './bill-words.ts'
import { balanceOf, type Invoice, requireAction, totalOf } from './invoice.ts'
import { cancelInvoiceRow, insertInvoice, lockInvoice } from './invoice-repository.ts'
import { cancelLines, cashLines, issueLines } from './ledger.ts'
import { loadOrder } from './order-repository.ts'
import { insertCashPayment } from './payment-repository.ts'
import { linesFor } from './price.ts'
import type { IssueInvoice } from './schema.ts'
import { words } from './words.ts'

/**
 * What is to be billed. A page says with `beside` which standing bill of the exam it showed, null for none:
 * a bill that charges the same and was not shown is asked about first. A program repeats by its key alone.
 */
export type BillRequest = IssueInvoice & { beside?: string | null }

/** Issues a bill at the prices of the day; from here on it can be paid. */
export async function issueInvoice(deps: Deps, actor: Actor, input: BillRequest): Promise<Invoice> {
  authorise(actor, 'invoice:issue')
  return transact(deps, actor, (tx) => issueInvoiceIn(tx, input))
}

/** The same inside the caller's transaction, where many are issued at once. */
export async function issueInvoiceIn(tx: Tx, input: BillRequest): Promise<Invoice> {
  const { clock, env } = tx.deps
  const examId = requireId(input.examId, billWords.anExam)
  const codes = [...new Set(input.items.map(({ code }) => code))]
  const { prices, examState, billed, lastBillId, ...order } = await loadOrder(tx, examId, codes)
  if (examState === 'cancelled' || examState === 'entered-in-error') {
    throw conflict('exam-cancelled', words.examCancelled)
  }
  const isUnseen = input.beside !== undefined && input.beside !== lastBillId
  if (billed && isUnseen) throw alreadyBilled(billed)
  const lines = linesFor(input.items, prices, calendarDateOf(tx.now))
  const total = totalOf(lines)
  const random = Buffer.from(clock.secret(8), 'base64url')
  const invoice = await insertInvoice(
    tx,
    {
      ...order,
      id: clock.id(),
      billCode: billCode(env.BILL_CODE_PREFIX, random),
      state: 'issued',
      lines,
      total,
      issuedAt: tx.now,
      issuedBy: tx.actor.name,
    },
    issueLines(total),
  )
  await publish(tx, { type: 'invoice.issued', invoiceId: invoice.id, examId, total })
  return invoice
}

export type TakeCash = { invoiceId: string; tendered: Dong; version?: number | undefined }

export type CashTaken = {
  invoiceId: string
  payment: {
    id: string
    receiptNumber: string
    method: 'cash'
    amount: Dong
    tendered: Dong
    takenAt: Date
    takenBy: string
  }
  change: Dong
}

/** Takes cash for all that remains; the change is said, never guessed by the cashier. */
export async function takeCashPayment(
  deps: Deps,
  actor: Actor,
  input: TakeCash,
): Promise<CashTaken> {
  authorise(actor, 'payment:take')
  const id = requireId(input.invoiceId, billWords.aBill)
  return transact(deps, actor, async (tx) => {
    const bill = await lockInvoice(tx, id)
    requireAction(bill.state, 'pay')
    if (input.version !== undefined && input.version !== bill.version) throw staleVersion()
    const { remaining } = balanceOf(bill.total, bill.paid)
    if (input.tendered < remaining) throw tooLittle(remaining)
    const { tendered } = input
    const paymentId = deps.clock.id()
    const receiptNumber = await insertCashPayment(
      tx,
      { paymentId, invoiceId: id, amount: remaining, stateAfter: 'balanced', tendered },
      cashLines(remaining),
    )
    await publish(tx, { type: 'payment.taken', paymentId, invoiceId: id, amount: remaining })
    await publish(tx, { type: 'invoice.balanced', invoiceId: id, examId: bill.examId })
    const taken = { amount: remaining, tendered, takenAt: tx.now, takenBy: actor.name }
    return {
      invoiceId: id,
      payment: { id: paymentId, receiptNumber, method: 'cash', ...taken },
      change: tendered - remaining,
    }
  })
}

export type CancelInvoice = { invoiceId: string; reason: string }

/** Takes a bill back. Once money has come in, that money must go back first. */
export async function cancelInvoice(
  deps: Deps,
  actor: Actor,
  input: CancelInvoice,
): Promise<{ invoiceId: string }> {
  authorise(actor, 'invoice:cancel')
  const id = requireId(input.invoiceId, billWords.aBill)
  return transact(deps, actor, async (tx) => {
    const bill = await lockInvoice(tx, id)
    requireAction(bill.state, 'cancel')
    if (bill.paid > 0) throw conflict('invoice-has-payments', words.hasPayments)
    const { reason } = input
    await cancelInvoiceRow(tx, { id, reason }, cancelLines(bill.total))
    await publish(tx, { type: 'invoice.cancelled', invoiceId: id, examId: bill.examId, reason })
    return { invoiceId: id }
  })
}

function alreadyBilled({ id, number }: { id: string; number: string }) {
  return conflict('already-billed', fill(words.alreadyBilled, { number }), { invoiceId: id })
}

function tooLittle(remaining: Dong) {
  const message = fill(words.tooLittle, { remaining: formatDong(remaining) })
  return invalid([{ pointer: '/tendered', code: 'tendered-below-remaining', message }])
}
