import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { staleVersion } from '../core/errors.ts'
import { requireId } from '../core/id.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { typedPrice } from './price-form.ts'
import { insertPrices } from './price-repository.ts'
import { type PriceChange, priceFault, requireChange } from './price-setting.ts'
import { lockPrice, savePriceChange } from './price-setting-repository.ts'
import { priceWords } from './price-words.ts'

/** Adds one price from the browser, from today on at the earliest. */
export async function addPrice(
  deps: Deps,
  actor: Actor,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  authorise(actor, 'price:write')
  const price = typedPrice(form, calendarDateOf(deps.clock.now()))
  await transact(deps, actor, async (tx) => {
    const codes = await insertPrices(tx, [{ ...price, illustrative: false }])
    if (codes.length === 0) throw priceFault('effectiveFrom', 'price-day-taken')
    await publish(tx, { type: 'price.added', facilityId: tx.facilityId, codes })
  })
}

export type ChangePrice = { id: string; version: number; change: PriceChange }

/** Publishes a price, sets its last day, or takes it back before its first; its amount stays. */
export async function changePrice(deps: Deps, actor: Actor, input: ChangePrice): Promise<void> {
  authorise(actor, 'price:write')
  const id = requireId(input.id, priceWords.aPrice)
  await transact(deps, actor, async (tx) => {
    const price = await lockPrice(tx, id)
    if (price.version !== input.version) throw staleVersion()
    requireChange(price, input.change, calendarDateOf(tx.now))
    await savePriceChange(tx, id, input.change)
    const { code } = price
    await publish(tx, {
      type: 'price.changed',
      facilityId: tx.facilityId,
      code,
      change: input.change.act,
    })
  })
}
