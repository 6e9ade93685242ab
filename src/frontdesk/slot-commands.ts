import { type Actor, authorise } from '../core/actor.ts'
import { calendarDateOf } from '../core/calendar-date.ts'
import { invalid, notFound } from '../core/errors.ts'
import { type Tx, transact, violates } from '../platform/database.ts'
import type { Deps } from '../platform/deps.ts'
import { publish } from '../platform/publish.ts'
import { loadCalendar } from '../settings/calendar-repository.ts'
import { isHeld, type NewSlot, type SlotPlan, startsOf } from './slot.ts'
import { mondayOf, repeatedOf, type WeekRepeat } from './slot-repeat.ts'
import { insertSlots, listSlots, resizeSlot } from './slot-repository.ts'
import { slotWords as words } from './slot-words.ts'

/** Opens the hours of a plan; asked again it opens nothing twice. */
export async function openSlots(deps: Deps, actor: Actor, plan: SlotPlan): Promise<number> {
  authorise(actor, 'appointment:book')
  return transact(deps, actor, async (tx) => {
    if (plan.from < calendarDateOf(tx.now)) {
      throw invalid([{ pointer: '/from', code: 'in-past', message: words.past }])
    }
    const calendar = await loadCalendar(tx, tx.facilityId)
    const { minutes, capacity, publicCapacity } = plan
    const starts = startsOf(plan, calendar)
    return openIn(
      tx,
      starts.map((startsAt) => ({ startsAt, minutes, capacity, publicCapacity })),
    )
  })
}

/** Opens in the weeks to come what stands in the week of a day, as far as the house is open then. */
export async function repeatWeek(deps: Deps, actor: Actor, input: WeekRepeat): Promise<number> {
  authorise(actor, 'appointment:book')
  return transact(deps, actor, async (tx) => {
    const week = await listSlots(tx, tx.facilityId, mondayOf(input.day), 7)
    if (week.length === 0) {
      throw invalid([{ pointer: '/weeks', code: 'empty-week', message: words.emptyWeek }])
    }
    const calendar = await loadCalendar(tx, tx.facilityId)
    const repeated = repeatedOf(week, input.weeks)
    return openIn(
      tx,
      repeated.filter((slot) => slot.startsAt > tx.now && isHeld(slot, calendar)),
    )
  })
}

async function openIn(tx: Tx, slots: readonly NewSlot[]): Promise<number> {
  const count = await insertSlots(tx, slots)
  if (count > 0) await publish(tx, { type: 'slots.opened', facilityId: tx.facilityId, count })
  return count
}

type ChangeSlot = { slotId: string; capacity: number; publicCapacity: number }

/** More or fewer places, never fewer than are taken. */
export async function changeSlot(deps: Deps, actor: Actor, input: ChangeSlot): Promise<void> {
  authorise(actor, 'appointment:book')
  return transact(deps, actor, async (tx) => {
    const { slotId: id, capacity, publicCapacity } = input
    const found = await resizeSlot(tx, { id, capacity, publicCapacity }).catch((error: unknown) => {
      if (violates(error, 'slot_full')) throw belowBooked('capacity')
      throw violates(error, 'slot_full_for_public') ? belowBooked('publicCapacity') : error
    })
    if (!found) throw notFound(words.aSlot)
    await publish(tx, { type: 'slot.changed', slotId: id })
  })
}

function belowBooked(field: 'capacity' | 'publicCapacity') {
  return invalid([{ pointer: `/${field}`, code: 'below-booked', message: words.belowBooked }])
}
