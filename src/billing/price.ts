import type { CalendarDate } from '../core/calendar-date.ts'
import { type FieldError, invalid } from '../core/errors.ts'
import type { Dong } from '../core/money.ts'
import { fill } from '../core/text.ts'
import { type InvoiceLine, lineOf } from './invoice.ts'
import { words } from './words.ts'

/** The driver's health examination itself. */
export const DRIVER_EXAM = 'KSKLX'

/** One row of the price list: an amount with the decision it rests on and the days it holds. */
export type Price = {
  code: string
  name: string
  unit: string
  amount: Dong
  /** The council's or facility's decision that set the amount. */
  legalSource: string
  effectiveFrom: CalendarDate
  effectiveTo?: CalendarDate
  /** Prices must be public before anyone may be charged by them. */
  published: boolean
}

/** `illustrative`: seeded to be tried out, decided by nobody. */
export type PriceRow = Price & { illustrative: boolean }

export type PriceFault = keyof typeof words.priceFault
export type ItemInput = { code: string; quantity: number }

/** The price that holds on a day: the youngest of those in effect and published. */
export function priceOn(
  prices: readonly Price[],
  code: string,
  on: CalendarDate,
): Price | PriceFault {
  const rows = prices.filter((price) => price.code === code)
  if (rows.length === 0) return 'unknown-price'
  const current = rows
    .filter((row) => row.effectiveFrom <= on && (!row.effectiveTo || on <= row.effectiveTo))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  if (current.length === 0) return 'price-not-in-effect'
  return current.find((row) => row.published) ?? 'price-unpublished'
}

/** The lines of a bill, each at the price of the day; every faulty item is named at once. */
export function linesFor(
  items: readonly ItemInput[],
  prices: readonly Price[],
  on: CalendarDate,
): InvoiceLine[] {
  const errors: FieldError[] = []
  const lines = items.flatMap(({ code, quantity }, index) => {
    const price = priceOn(prices, code, on)
    if (typeof price !== 'string') return [lineOf(price, quantity)]
    const message = fill(words.priceFault[price], { code })
    errors.push({ pointer: `/items/${index}/code`, code: price, message })
    return []
  })
  if (errors.length > 0) throw invalid(errors)
  return lines
}
