import { type Actor, authorise } from '../core/actor.ts'
import { conflict, invalid } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { type Tx, transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import type { BankNotification, Provider } from './bank-notification.ts'
import { findCandidates, findInvoiceId, lockBankTransaction } from './bank-repository.ts'
import { bankWords } from './bank-words.ts'
import { billCodePlaces } from './bill-code.ts'
import { balanceOf, requireAction, stateAfterPayment } from './invoice.ts'
import { type LockedInvoice, lockInvoice } from './invoice-repository.ts'
import { bankLines, manualMatchLines } from './ledger.ts'
import { addresseeOf, awaitsBill, type Decision, decideMatch, type Match } from './matching.ts'
import {
  applyManualMatch,
  insertBankTransaction,
  type NewBankTransaction,
  type Settlement,
} from './payment-repository.ts'
import { words } from './words.ts'

export type BankMessage = { notification: BankNotification; raw: string }

const providerNames: Record<Provider, string> = { sepay: 'SePay', payos: 'payOS', casso: 'Casso' }

/**
 * Stores what a notifier proved to have sent and, in the same commit, settles the bill it names.
 * A repeat finds its provider's id there and changes nothing.
 */
export async function receiveBankNotification(
  deps: Deps,
  { notification, raw }: BankMessage,
): Promise<{ match: Match | 'repeated' }> {
  const { env } = deps
  const places = billCodePlaces(notification.memo, env.BILL_CODE_PREFIX)
  const accounts = notification.accounts.map((account) => account.replace(/[^0-9A-Za-z]/g, ''))
  const candidates = await findCandidates(deps.database, env, accounts, places.flat())
  const addressee = addresseeOf(candidates, places.length)
  if (!addressee) throw new Error('no facility to receive a bank notification')
  const { facilityId, invoiceId, ours } = addressee
  return transact(deps, bankActor(notification.provider, facilityId), async (tx) => {
    const bill = invoiceId ? await lockInvoice(tx, invoiceId) : undefined
    const { amount, direction } = notification
    const decision = decideMatch({ amount, direction, ours }, bill)
    const row: NewBankTransaction = {
      id: deps.clock.id(),
      notification,
      account: accounts[0] ?? '',
      raw,
      match: decision.match,
      invoiceId: bill?.id,
      settlement: bill && settlementOf(tx, bill, decision),
    }
    const stored = await insertBankTransaction(tx, row, bankLines(amount, decision))
    if (!stored) return { match: 'repeated' }
    const { match } = decision
    await publish(tx, {
      type: 'bank-transaction.received',
      bankTransactionId: row.id,
      match,
      ...(bill ? { invoiceId: bill.id } : {}),
    })
    await publishBalanced(tx, bill, row.settlement)
    return { match }
  })
}

export type MatchBankTransaction = { bankTransactionId: string; bill: string; reason: string }

/** A person gives money from suspense to the bill it was meant for. */
export async function matchBankTransaction(
  deps: Deps,
  actor: Actor,
  input: MatchBankTransaction,
): Promise<{ bankTransactionId: string; invoiceId: string; match: Match }> {
  authorise(actor, 'bank:match')
  const id = requireId(input.bankTransactionId, bankWords.aTransaction)
  return transact(deps, actor, async (tx) => {
    const transaction = await lockBankTransaction(tx, id)
    if (!awaitsBill(transaction)) throw conflict('bank-transaction-settled', words.notInSuspense)
    const bill = await lockInvoice(tx, await invoiceNamed(tx, input.bill))
    requireAction(bill.state, 'pay')
    const { amount } = transaction
    const decision = decideMatch({ amount, direction: 'in', ours: true }, bill)
    const settlement = settlementOf(tx, bill, decision)
    if (!settlement) throw new Error('money for an issued bill was not applied')
    const { match } = decision
    const { reason } = input
    const row = { bankTransactionId: id, match, reason, settlement }
    await applyManualMatch(tx, row, manualMatchLines(amount, decision))
    await publish(tx, {
      type: 'bank-transaction.matched',
      bankTransactionId: id,
      match,
      invoiceId: bill.id,
      reason,
    })
    await publishBalanced(tx, bill, settlement)
    return { bankTransactionId: id, invoiceId: bill.id, match }
  })
}

async function invoiceNamed(tx: Tx, text: string): Promise<string> {
  const id = await findInvoiceId(tx, text)
  if (id) return id
  throw invalid([{ pointer: '/bill', code: 'unknown-bill', message: words.unknownBill }])
}

/** What the money does to the bill; undefined when none of it is credited there. */
function settlementOf(tx: Tx, bill: LockedInvoice, decision: Decision): Settlement | undefined {
  const amount = decision.applied + decision.excess
  if (amount === 0) return undefined
  const stateAfter = stateAfterPayment(bill.state, balanceOf(bill.total, bill.paid + amount))
  return { paymentId: tx.deps.clock.id(), invoiceId: bill.id, amount, stateAfter }
}

async function publishBalanced(
  tx: Tx,
  bill: LockedInvoice | undefined,
  settlement: Settlement | undefined,
): Promise<void> {
  if (bill?.state !== 'issued' || settlement?.stateAfter !== 'balanced') return
  await publish(tx, { type: 'invoice.balanced', invoiceId: bill.id, examId: bill.examId })
}

function bankActor(provider: Provider, facilityId: string): Actor {
  return { kind: 'system', id: `bank:${provider}`, name: providerNames[provider], facilityId }
}
