import { z } from 'zod'
import { type Actor, authorise } from '../core/actor.ts'
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts'
import { transact } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { parseOrRefuse } from '../web/validation.ts'
import { insertPrices } from './price-repository.ts'

const day = z.iso
  .date()
  .refine((text) => parseCalendarDate(text) !== undefined)
  .transform((text) => text as CalendarDate)

/** A price list as a facility decides it: a JSON array of these. */
export const priceList = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,29}$/),
      name: z.string().min(1).max(200),
      unit: z.string().min(1).max(20),
      amount: z.int().positive(),
      legalSource: z.string().min(1).max(300),
      effectiveFrom: day,
      effectiveTo: day.optional(),
      published: z.boolean(),
    }),
  )
  .min(1)

/** Adds prices to a facility's list; a code that has a price from that day on keeps it. */
export async function addPrices(deps: Deps, actor: Actor, list: unknown): Promise<number> {
  authorise(actor, 'price:write')
  const prices = parseOrRefuse(priceList, list)
  return transact(deps, actor, async (tx) => {
    const rows = prices.map(({ effectiveTo, ...price }) => ({
      ...price,
      ...(effectiveTo && { effectiveTo }),
      illustrative: false,
    }))
    const added = await insertPrices(tx, rows)
    await publish(tx, { type: 'price.added', facilityId: tx.facilityId, codes: added })
    return added.length
  })
}
