import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allowedActions,
  balanceOf,
  type InvoiceState,
  invoiceStates,
  stateAfterPayment,
} from '../../src/billing/invoice.ts'
import {
  bankLines,
  cancelLines,
  cashLines,
  issueLines,
  type JournalLine,
  manualMatchLines,
} from '../../src/billing/ledger.ts'
import { type Bill, decideMatch, type Receipt } from '../../src/billing/matching.ts'

const received = (amount: number, change: Partial<Receipt> = {}): Receipt => ({
  amount,
  direction: 'in',
  ours: true,
  ...change,
})
const bill = (change: Partial<Bill> = {}): Bill => ({
  state: 'issued',
  total: 250_000,
  paid: 0,
  ...change,
})

describe('what becomes of a bank transaction', () => {
  it.each([
    ['exact', 250_000, 0, received(250_000), bill()],
    ['exact', 150_000, 0, received(150_000), bill({ paid: 100_000 })],
    ['partial', 249_999, 0, received(249_999), bill()],
    ['over', 250_000, 1, received(250_001), bill()],
    ['duplicate', 0, 250_000, received(250_000), bill({ state: 'balanced', paid: 250_000 })],
    ['late', 0, 0, received(250_000), bill({ state: 'cancelled' })],
    ['late', 0, 0, received(250_000), bill({ state: 'entered-in-error' })],
    ['unmatched', 0, 0, received(250_000), undefined],
    ['unmatched', 0, 0, received(250_000), bill({ state: 'draft' })],
    ['foreign-account', 0, 0, received(250_000, { ours: false }), bill()],
    ['outgoing', 0, 0, received(250_000, { direction: 'out' }), bill()],
    ['outgoing', 0, 0, received(0), bill()],
    ['outgoing', 0, 0, received(-250_000), bill()],
  ] as const)('%s: applied %i, excess %i', (match, applied, excess, receipt, invoice) => {
    expect(decideMatch(receipt, invoice)).toEqual({ match, applied, excess })
  })
})

const sum = (lines: JournalLine[], side: 'debit' | 'credit') =>
  lines.reduce((total, line) => total + line[side], 0)
const balanced = (lines: JournalLine[]) => {
  expect(sum(lines, 'debit')).toBe(sum(lines, 'credit'))
  for (const line of lines) expect(Math.min(line.debit, line.credit)).toBe(0)
}
const amounts = fc.integer({ min: 1, max: 1_000_000_000 })
const anyReceipt = fc.record({
  amount: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
  direction: fc.constantFrom('in' as const, 'out' as const),
  ours: fc.boolean(),
})
const anyBill = fc.option(
  fc.record({
    state: fc.constantFrom(...invoiceStates),
    total: amounts,
    paid: fc.integer({ min: 0, max: 2_000_000_000 }),
  }),
  { nil: undefined },
)

describe('the ledger', () => {
  it('balances every entry, whatever arrives', () => {
    fc.assert(
      fc.property(anyReceipt, anyBill, (receipt, invoice) => {
        const decision = decideMatch(receipt, invoice)
        const lines = bankLines(receipt.amount, decision)
        balanced(lines)
        const ignored = decision.match === 'outgoing' || decision.match === 'foreign-account'
        expect(sum(lines, 'debit')).toBe(ignored ? 0 : receipt.amount)
        if (!ignored) balanced(manualMatchLines(receipt.amount, decision))
      }),
    )
  })

  it('balances issuing, cancelling and cash', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        for (const lines of [issueLines(amount), cancelLines(amount), cashLines(amount)]) {
          balanced(lines)
        }
      }),
    )
  })

  it('books what was too much as owed to the payer', () => {
    expect(bankLines(300_000, { match: 'over', applied: 250_000, excess: 50_000 })).toEqual([
      { account: 'bank', debit: 300_000, credit: 0 },
      { account: 'receivable', debit: 0, credit: 250_000 },
      { account: 'patient-credit', debit: 0, credit: 50_000 },
    ])
  })

  it('holds what nobody can explain in suspense until someone names the bill', () => {
    expect(bankLines(10, { match: 'unmatched', applied: 0, excess: 0 })).toEqual([
      { account: 'bank', debit: 10, credit: 0 },
      { account: 'suspense', debit: 0, credit: 10 },
    ])
    expect(manualMatchLines(10, { match: 'exact', applied: 10, excess: 0 })).toEqual([
      { account: 'suspense', debit: 10, credit: 0 },
      { account: 'receivable', debit: 0, credit: 10 },
    ])
  })
})

describe('an invoice under payments', () => {
  it('is balanced exactly when everything is paid, and never owes and is owed at once', () => {
    fc.assert(
      fc.property(amounts, fc.array(amounts, { maxLength: 6 }), (total, receipts) => {
        let [state, paid] = ['issued' as InvoiceState, 0]
        for (const amount of receipts) {
          const { applied, excess } = decideMatch(received(amount), { state, total, paid })
          expect(applied + excess).toBe(amount)
          paid += applied + excess
          state = stateAfterPayment(state, balanceOf(total, paid))
        }
        const balance = balanceOf(total, paid)
        expect(state === 'balanced').toBe(paid >= total)
        expect(Math.min(balance.remaining, balance.overpaid)).toBe(0)
        expect(balance.paid).toBe(balance.total - balance.remaining + balance.overpaid)
      }),
    )
  })

  it('takes money only while it is issued', () => {
    const payable = invoiceStates.filter((state) =>
      (allowedActions[state] as readonly string[]).includes('pay'),
    )
    expect(payable).toEqual(['issued'])
  })
})
