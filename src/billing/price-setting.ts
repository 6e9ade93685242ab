import type { CalendarDate } from '../core/calendar-date.ts'
import { conflict, invalid } from '../core/errors.ts'
import type { PriceRow } from './price.ts'
import { type PriceFaultCode, priceWords as words } from './price-words.ts'

/** A price as those see it who decide about it: with its identity and its version. */
export type SetPrice = PriceRow & { id: string; version: number }

export const priceShows = ['now', 'coming', 'past'] as const
export type PriceShow = (typeof priceShows)[number]

export type PriceChange =
  | { act: 'publish' }
  | { act: 'withdraw' }
  | { act: 'end'; effectiveTo: CalendarDate | undefined }

/** Where a price stands on a day. */
export function showOf(price: Pick<SetPrice, 'effectiveFrom' | 'effectiveTo'>, on: CalendarDate) {
  if (price.effectiveFrom > on) return 'coming'
  return price.effectiveTo && price.effectiveTo < on ? 'past' : 'now'
}

/**
 * What holds today of each code is the youngest that has begun; one that a younger one replaced is
 * past, though nobody ended it.
 */
export function sortedPrices(
  prices: readonly SetPrice[],
  on: CalendarDate,
): Record<PriceShow, SetPrice[]> {
  const sorted: Record<PriceShow, SetPrice[]> = { now: [], coming: [], past: [] }
  const holding = new Set<string>()
  const youngestFirst = [...prices].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  for (const price of youngestFirst) {
    const show = showOf(price, on)
    const replaced = show === 'now' && holding.has(price.code)
    // An unpublished one replaces nothing: nobody can be charged it.
    if (show === 'now' && price.published) holding.add(price.code)
    sorted[replaced ? 'past' : show].push(price)
  }
  for (const list of Object.values(sorted)) list.sort((a, b) => (a.code < b.code ? -1 : 1))
  return sorted
}

/** What may still be done to a price on a day; an amount that was decided is never among it. */
export function actsOn(price: SetPrice, on: CalendarDate): PriceChange['act'][] {
  const show = showOf(price, on)
  if (show === 'past') return []
  const publish = price.published ? [] : (['publish'] as const)
  return show === 'coming' ? [...publish, 'withdraw', 'end'] : [...publish, 'end']
}

export function requireChange(price: SetPrice, change: PriceChange, on: CalendarDate): void {
  if (change.act === 'publish' && price.published) return
  if (!actsOn(price, on).includes(change.act)) {
    throw conflict('price-fixed', change.act === 'withdraw' ? words.begun : words.ended)
  }
  if (change.act !== 'end') return
  const last = change.effectiveTo
  if (!last) throw priceFault('effectiveTo', 'day')
  if (last < on) throw priceFault('effectiveTo', 'end-past')
  if (last < price.effectiveFrom) throw priceFault('effectiveTo', 'order')
}

export function priceFault(field: string, code: PriceFaultCode) {
  return invalid([{ pointer: `/${field}`, code, message: words.fault[code] }])
}
